import type { Input, Output } from '../../../../shared/contract/index.ts'
import { DELIVERY_FIELDS } from '../../../../shared/contract/deliveries.ts'
import { call } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { useText } from '../../app/text.tsx'
import { ImportModal } from '../../ui/importing/ImportModal.tsx'
import { useTableImport } from '../../ui/importing/use-table-import.ts'
import { deliveriesChanged } from './queries.ts'

type Counted = Output<'deliveries.previewImport'> | Output<'deliveries.import'>

/** A table of one supplier's orders and deliveries, or of all that a column names. */
export function ImportDialog({ party, onClose }: { party: { id: number; name: string } | null; onClose: () => void }) {
  const { deliveries: { imports: text, refusal }, importing: words } = useText()
  const importing = useTableImport('deliveries.previewImport', {
    job: useJob('deliveries.import'), fields: DELIVERY_FIELDS, asked: ([file], columns): Input<'deliveries.import'> => ({ upload: file?.token ?? '', partyId: party?.id ?? null, ...(columns && { columns }) }), preview: (input) => call('deliveries.previewImport', input),
    filesOf: (preview) => [{ ...preview, rows: preview.read }], changed: deliveriesChanged,
  })
  const counts = (of: Counted) => [[words.read, of.read], [words.added, of.added], [text.completed, of.completed], [words.repeated, of.repeated], [words.refused, of.refusedTotal, true]] as const
  return (
    <ImportModal
      title={party === null ? text.titleMany : text.title(party.name)} importing={importing} field={text.field} refusal={refusal} drop={text.drop} hint={text.kinds(party === null)} onClose={onClose}
      counts={counts} ready={({ added, completed }) => added + completed}
    />
  )
}
