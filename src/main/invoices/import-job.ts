import { type Cell, noteOf } from '../../shared/rules/parties/import-values.ts'
import { invoices as text } from '../../shared/text/zh-CN/invoices.ts'
import type { JobUseCase } from '../jobs/job.ts'
import { countLines, type ImportCounts, writeLines } from './import/apply.ts'
import { type InvoicePlan, planInvoices } from './import/plan.ts'

const MOST_REFUSED_SHOWN = 200
const LONGEST_CELL = 500

/** Takes tables of invoices in: all good rows in one transaction, the bad ones named with file, row and reason. */
export const importInvoicesJob: JobUseCase<'invoices.import', InvoicePlan> = {
  prepare: (context, input) => planInvoices(context, input, { isPreview: false }),
  run: (context, input, plan) => {
    const { batchId, counts } = writeLines(context, plan, input.isWhole)
    const { added, repeated, voided, parties } = counts
    context.record(
      { kind: input.partyId === null ? 'import' : 'party', id: input.partyId, label: plan.files.map(({ name }) => name).join('、') },
      { batchId, ...(input.isWhole && { isWhole: true }), sha256: plan.files.map(({ sha256 }) => sha256), read: plan.read, added, repeated, voided, refused: plan.refusedTotal, parties: parties.size },
    )
    return { batchId, ...answerOf(plan, counts, plan.refused.length) }
  },
}

/** The same without writing: what each file is, what each column would fill, what would become of the rows. */
export const previewInvoicesJob: JobUseCase<'invoices.previewImport', InvoicePlan> = {
  prepare: (context, input) => planInvoices(context, input, { isPreview: true }),
  run: (context, _input, plan) => ({
    ...answerOf(plan, countLines(context, plan), MOST_REFUSED_SHOWN),
    files: plan.files.map(({ name, encoding, rows, direction, isTable, headings, fields, examples }) => ({
      name, encoding, rows, direction, isTable, columns: headings.map((heading, column) => ({ heading, field: fields[column]!, examples: examples[column] ?? [] })),
    })),
  }),
}

function answerOf(plan: InvoicePlan, { added, repeated, voided, uneven, parties, from, until }: ImportCounts, shown: number) {
  const refused = plan.refused.slice(0, shown).map(({ file, row, code, cells }) => ({ file, row, code, reason: text.refusal[code], cells: cells.map(cut) }))
  return { read: plan.read, added, repeated, voided, refused, refusedTotal: plan.refusedTotal, uneven, parties: parties.size, from, until }
}

function cut(cell: Cell): string {
  const note = noteOf(cell)
  return note.length <= LONGEST_CELL ? note : `${note.slice(0, LONGEST_CELL)}…`
}
