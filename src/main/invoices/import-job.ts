import { invoices as text } from '../../shared/text/zh-CN/invoices.ts'
import type { JobUseCase } from '../jobs/job.ts'
import { countLines, type ImportCounts, writeLines } from './import/apply.ts'
import { type InvoicePlan, planInvoices } from './import/plan.ts'
import { columnsOf, importSubject, refusedOf } from '../parties/import/ledger.ts'

/** Takes tables of invoices in: all good rows in one transaction, the bad ones named with file, row and reason. */
export const importInvoicesJob: JobUseCase<'invoices.import', InvoicePlan> = {
  prepare: (context, input) => planInvoices(context, input, { isPreview: false }),
  run: (context, input, plan) => {
    const { batchId, counts } = writeLines(context, plan, input.isWhole)
    const { added, repeated, voided, parties } = counts
    context.record(
      { ...importSubject(input.partyId, ''), label: plan.files.map(({ name }) => name).join('、') },
      { batchId, ...(input.isWhole && { isWhole: true }), sha256: plan.files.map(({ sha256 }) => sha256), read: plan.read, added, repeated, voided, refused: plan.refusedTotal, parties: parties.size },
    )
    return { batchId, ...answerOf(plan, counts, { isPreview: false }) }
  },
}

/** The same without writing: what each file is, what each column would fill, what would become of the rows. */
export const previewInvoicesJob: JobUseCase<'invoices.previewImport', InvoicePlan> = {
  prepare: (context, input) => planInvoices(context, input, { isPreview: true }),
  run: (context, _input, plan) => ({
    ...answerOf(plan, countLines(context, plan), { isPreview: true }),
    files: plan.files.map((file) => ({ name: file.name, encoding: file.encoding, rows: file.rows, direction: file.direction, isTable: file.missing.length === 0, missing: file.missing, columns: columnsOf(file) })),
  }),
}

const answerOf = (plan: InvoicePlan, { added, repeated, voided, uneven, parties, from, until }: ImportCounts, options: { isPreview: boolean }) =>
  ({ read: plan.read, added, repeated, voided, ...refusedOf(plan, text.refusal, options), uneven, parties: parties.size, from, until })
