import { Checkbox, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { RECEIVABLE_FIELDS, RECEIVABLE_IMPORTS } from '../../../../shared/contract/receivables.ts'
import { call } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { ImportModal } from '../../ui/importing/ImportModal.tsx'
import { useTableImport } from '../../ui/importing/use-table-import.ts'
import { receivablesChanged } from './queries.ts'

type Counted = Output<'receivables.previewImport'> | Output<'receivables.import'>

/** Receivables or receipts from a table, of one party or of all that a column names. */
export function ImportDialog({ party, onClose }: { party: { id: number; name: string } | null; onClose: () => void }) {
  const { receivables: { imports: text, importWhat, field, refusal }, importing: words } = useText()
  const job = useJob('receivables.import')
  const [what, setWhat] = useState<(typeof RECEIVABLE_IMPORTS)[number]>('receivables')
  const [allocate, setAllocate] = useState(true)
  const importing = useTableImport('receivables.previewImport', {
    job, fields: RECEIVABLE_FIELDS, asked: ([file], columns): Input<'receivables.import'> => ({ upload: file?.token ?? '', what, partyId: party?.id ?? null, allocate, ...(columns && { columns }) }), preview: (input) => call('receivables.previewImport', input),
    filesOf: (preview) => [{ ...preview, rows: preview.read }], changed: receivablesChanged,
  })
  const counts = (of: Counted) => [
    [words.read, of.read], [words.added, of.added], [words.repeated, of.repeated], [words.parties, of.parties], [text.amount, yuanFromFen(of.amountFen)],
    ...(of.allocatedFen > 0 ? [[text.allocated, yuanFromFen(of.allocatedFen)] as const] : []), [words.refused, of.refusedTotal, true],
  ] as const
  return (
    <ImportModal
      title={party === null ? text.title : text.titleOf(party.name)} importing={importing} field={field} refusal={refusal} drop={text.file} hint={text.kinds[what]} onClose={onClose}
      counts={counts} ready={({ added }) => added}
      before={<SegmentedControl aria-label={text.what} disabled={job.isRunning} value={what} onChange={setWhat} data={RECEIVABLE_IMPORTS.map((value) => ({ value, label: importWhat[value] }))} />}
      options={what === 'receipts' && <Checkbox label={text.allocate} description={text.allocateHint} disabled={job.isRunning} checked={allocate} onChange={(event) => setAllocate(event.currentTarget.checked)} />}
    />
  )
}
