import { Checkbox, SegmentedControl } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { INVOICE_FIELDS } from '../../../../shared/contract/invoices.ts'
import { call } from '../../app/bridge.ts'
import { useJob } from '../../app/jobs.ts'
import { useText } from '../../app/text.tsx'
import { type Counted, ImportModal } from '../../ui/importing/ImportModal.tsx'
import { type SeenFile, useTableImport } from '../../ui/importing/use-table-import.ts'
import { invoicesChanged } from './queries.ts'

type Answer = Output<'invoices.previewImport'> | Output<'invoices.import'>
type Direction = 'sale' | 'purchase'
type File = SeenFile<(typeof INVOICE_FIELDS)[number]> & { direction?: Direction | null }

/** Lists of invoices of one party, or of all that a column names; which way a list goes is asked where its columns do not say. */
export function ImportDialog({ party, onClose }: { party: { id: number; name: string } | null; onClose: () => void }) {
  const { invoices: { imports: text, direction, field, refusal }, importing: words } = useText()
  const client = useQueryClient()
  const job = useJob('invoices.import')
  const [directions, setDirections] = useState<Readonly<Record<string, Direction>>>({})
  const [isWhole, setWhole] = useState(false)
  const importing = useTableImport('invoices.previewImport', {
    job, fields: INVOICE_FIELDS, asked: (sent, columns): Input<'invoices.import'> => ({ partyId: party?.id ?? null, isWhole, files: sent.map(({ token }) => ({ upload: token, direction: directions[token] ?? null })), ...(columns && { columns }) }),
    preview: (input) => call('invoices.previewImport', input), filesOf: ({ files }): readonly File[] => files, changed: () => invoicesChanged(client),
  })
  const directionOf = ({ columns, isTable, direction: told }: File, index: number) => {
    const token = importing.sent[index]?.token ?? ''
    const names = (...fields: string[]) => columns.some((column) => fields.includes(column.field))
    const isAsked = isTable && !names('direction') && names('buyer', 'buyerCode') === names('seller', 'sellerCode')
    return isAsked ? <SegmentedControl size="xs" aria-label={text.ask} disabled={job.isRunning} value={directions[token] ?? ''} onChange={(value) => setDirections((was) => ({ ...was, [token]: value as Direction }))} data={(['purchase', 'sale'] as const).map((value) => ({ value, label: direction[value] }))} />
      : <span>{told ? direction[told] : ''}</span>
  }
  const counts = (of: Answer): Counted[] => [
    [words.read, of.read], [words.added, of.added], [words.repeated, of.repeated],
    ...([[text.voided, of.voided, false], [words.parties, of.parties, false], [text.uneven, of.uneven, true], [words.refused, of.refusedTotal, true]] satisfies [string, number, boolean][]).filter(([, count]) => count > 0), ...(of.from === null ? [] : [[text.span, `${of.from} — ${of.until}`] satisfies Counted]),
  ]
  return (
    <ImportModal
      title={party === null ? text.titleMany : text.title(party.name)} importing={importing} field={field} refusal={refusal} drop={text.files} hint={<>{text.kinds}<br />{text.known}</>} isMany onClose={onClose}
      counts={counts} ready={({ added, voided }) => added + voided} ofFile={directionOf}
      options={party === null && <Checkbox label={text.whole} description={text.wholeHint} checked={isWhole} disabled={job.isRunning} onChange={(event) => setWhole(event.currentTarget.checked)} />}
    />
  )
}
