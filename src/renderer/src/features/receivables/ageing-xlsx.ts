import { BUCKETS } from '../../../../shared/rules/receivables/ageing.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { call } from '../../app/bridge.ts'
import { localMinute } from '../../ui/format.ts'
import { wholeList } from '../../ui/paged.ts'
import { saveSheet, type Sheet, sheetOf } from '../../ui/xlsx.ts'
import type { AgeingFilter, AgeingRow, AgeingSums } from './queries.ts'

/**
 * Saves the ageing that fits as XLSX and answers the file's name. Leaving the program as a table counts as a print: it is
 * recorded first, and the audit head stands under the last line.
 */
export async function exportAgeing(asked: AgeingFilter, text: Text): Promise<string> {
  const stamp = await call('prints.record', { form: 'ageing', asTable: true })
  const pages: Output<'receivables.ageing'>[] = []
  const rows = await wholeList<AgeingRow>(async (offset, limit) => {
    const page = await call('receivables.ageing', { ...asked, offset, limit })
    pages.push(page)
    return page
  })
  const { chain, printed } = text.print.stamp
  const { sums, asOf } = pages.at(-1)!
  const sheet = ageingSheet(rows, sums, text, [`${text.receivables.asOf} ${asOf}　${text.receivables.page.identity}`, chain(stamp.auditSeq, stamp.auditHead), printed(stamp.by, localMinute(stamp.at), stamp.copy)])
  const name = `${text.receivables.page.file(asOf)}.xlsx`
  await saveSheet(sheet, text.receivables.page.sheet, name)
  return name
}

const MONEY = '#,##0.00'
type Line = Pick<AgeingRow, 'partyName' | 'departmentName' | 'salespersonName' | 'openFen' | 'overdueFen' | 'advancesFen' | 'balanceFen' | 'oldestDueOn' | 'longestOverdueDays' | 'promise' | 'buckets'>

/** The ageing as cells: amounts in yuan to the fen as figures that add up; the last line is their sum. */
export function ageingSheet(rows: readonly AgeingRow[], sums: AgeingSums, text: Text, foot: readonly string[]): Sheet {
  const { receivables: words } = text
  const total: Line = { partyName: words.page.total, departmentName: null, salespersonName: null, oldestDueOn: null, longestOverdueDays: 0, promise: null, ...sums }
  const money = (heading: string, of: (row: Line) => number) => ({ heading, width: 16, format: MONEY, value: (row: Line) => of(row) / 100 })
  return sheetOf<Line>([
    { heading: words.page.party, width: 36, value: (row) => row.partyName },
    { heading: words.page.department, width: 14, value: (row) => row.departmentName },
    { heading: words.page.salesperson, width: 10, value: (row) => row.salespersonName },
    money(words.balance, (row) => row.balanceFen), ...BUCKETS.map((bucket) => money(words.bucket[bucket], (row) => row.buckets[bucket] ?? 0)), money(words.advances, (row) => row.advancesFen), money(words.overdue, (row) => row.overdueFen),
    { heading: words.oldest, width: 12, value: (row) => row.oldestDueOn },
    { heading: words.longestDays, width: 8, value: (row) => (row.longestOverdueDays === 0 ? null : row.longestOverdueDays) },
    { heading: words.page.promise, width: 24, value: (row) => row.promise && `${words.page.promiseDue(row.promise.dueOn, (row.promise.amountFen / 100).toFixed(2))} ${words.promiseState[row.promise.state]}` },
  ], [...rows, total], foot)
}
