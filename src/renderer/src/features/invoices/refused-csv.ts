import type { Output } from '../../../../shared/contract/index.ts'
import { refusedCsv } from '../../ui/refused-csv.ts'

type Refused = Output<'invoices.import'>['refused'][number]

/** The refused rows of all files as one table to correct and import again; of several files each row says which it is from. */
export function invoicesCsv(rows: readonly Refused[], files: readonly string[], headings: readonly (readonly string[])[], words: { file: string; row: string; reason: string }, reasonOf: (row: Refused) => string): string {
  const isOne = files.length === 1
  const told = rows.map((row) => ({ ...row, cells: isOne ? row.cells : [files[row.file] ?? '', ...row.cells] }))
  const first = headings[rows[0]?.file ?? 0] ?? []
  return refusedCsv(isOne ? first : [words.file, ...first], told, words, reasonOf)
}
