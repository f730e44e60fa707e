import { AppError } from '../../shared/errors.ts'
import { type DefaultDraft, type DefaultRefusal, matchDefaultColumns, readDefaultRow } from '../../shared/rules/defaults/read-row.ts'
import { type Cell, noteOf } from '../../shared/rules/parties/import-values.ts'
import { defaults as text } from '../../shared/text/zh-CN/defaults.ts'
import { rowPieces } from '../invoices/import/rows.ts'
import type { JobUseCase } from '../jobs/job.ts'
import { headingRow } from '../parties/import/heading-row.ts'
import { partyFinder } from '../parties/named.ts'
import type { TableRow } from '../parties/import/table.ts'
import { insertDefault } from './record.ts'

type Planned = { row: number; cells: readonly Cell[]; partyId: number; draft: DefaultDraft }
type Refusal = { row: number; cells: readonly Cell[]; code: DefaultRefusal }
type Plan = { name: string; sha256: string; read: number; none: number; planned: Planned[]; refused: Refusal[] }

/**
 * Takes a table of defaults in: each good row a record, the bad ones named. A row that says there was none is counted and
 * left. A record of the same party, kind, day and amount that stands already is not written again. Refuses
 * `columns-not-found` without a column of parties, or without one that says what happened where no kind is stated.
 */
export const importDefaultsJob: JobUseCase<'defaults.import', Plan> = {
  prepare: async (context, input) => {
    const upload = context.archive.uploads.get(input.upload, context.sessionId)
    const rows: TableRow[] = []
    for await (const piece of rowPieces(() => context.archive.attachments.read(upload.sha256))) {
      context.throwIfCancelled()
      rows.push(...piece.rows)
      context.progress(rows.length, null, 'reading')
    }
    const { headings, index, columns: { fields } } = headingRow(rows, (words) => ({ fields: matchDefaultColumns(words, input.columns) }))
    if (!fields.includes('party') || (!fields.includes('kind') && input.kind === null)) throw new AppError('columns-not-found', { headings })
    const find = partyFinder(context.trx)
    const plan: Plan = { name: upload.name, sha256: upload.sha256, read: 0, none: 0, planned: [], refused: [] }
    for (const { row, cells, isReadable } of rows.slice(index + 1)) {
      plan.read++
      const draft = isReadable ? readDefaultRow(cells, fields, input, context.today) : 'row-unreadable'
      const party = typeof draft === 'string' ? null : find(draft.party)
      if (draft === 'none') plan.none++
      else if (typeof draft === 'string') plan.refused.push({ row, cells, code: draft })
      else if (typeof party === 'string') plan.refused.push({ row, cells, code: party === 'unknown' ? 'party-unknown' : 'party-ambiguous' })
      else plan.planned.push({ row, cells, partyId: party!.id, draft })
    }
    return plan
  },
  run: (context, _input, plan) => {
    const same = context.trx.prepare('SELECT 1 FROM defaultRecord WHERE partyId = ? AND kind = ? AND "on" = ? AND amountFen IS ? AND struckAt IS NULL')
    let added = 0
    for (const { partyId, draft } of plan.planned) {
      context.throwIfCancelled()
      const { kind, on, amountFen, description, settledOn } = draft
      if (same.get(partyId, kind, on, amountFen) !== undefined) continue
      insertDefault(context, { partyId, kind, on, amountFen, description, settledOn, fileName: plan.name })
      added++
    }
    const counts = { read: plan.read, added, repeated: plan.planned.length - added, none: plan.none }
    context.record({ kind: 'import', id: null, label: plan.name }, { sha256: plan.sha256, ...counts, refused: plan.refused.length })
    return { ...counts, refused: plan.refused.map(({ row, code, cells }) => ({ row, code, reason: text.refusal[code], cells: cells.map((cell) => noteOf(cell).slice(0, 500)) })) }
  },
}
