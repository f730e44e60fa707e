import type { Input } from '../../../../shared/contract/index.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { call } from '../../app/bridge.ts'
import { localMinute } from '../../ui/format.ts'
import { wholeList } from '../../ui/paged.ts'
import { saveSheet, type Sheet, sheetOf } from '../../ui/xlsx.ts'
import type { LimitRow } from './queries.ts'
import { shareText } from './UseBar.tsx'
import { standingOf } from './words.ts'

const MONEY = '#,##0.00'
const yuan = (fen: number): number => fen / 100

/**
 * Saves the limits that stand as XLSX and answers the file's name. Leaving the program as a table counts as a print: it is
 * recorded first, and the audit head stands under the last line.
 */
export async function exportLimits(asked: Pick<Input<'limits.list'>, 'filter' | 'text'>, today: string, text: Text): Promise<string> {
  const stamp = await call('prints.record', { form: 'limitLedger', asTable: true })
  const rows = await wholeList<LimitRow>((offset, limit) => call('limits.list', { ...asked, group: 'current', offset, limit }))
  const { chain, printed } = text.print.stamp
  const name = `${text.limits.list.file(today)}.xlsx`
  await saveSheet(limitSheet(rows, text, [chain(stamp.auditSeq, stamp.auditHead), printed(stamp.by, localMinute(stamp.at), stamp.copy)]), text.limits.list.sheet, name)
  return name
}

/** The ledger as cells: amounts in yuan as figures that add up. */
export function limitSheet(rows: readonly LimitRow[], text: Text, foot: readonly string[]): Sheet {
  const { list: words, validity, hold, superseded, state, print } = text.limits
  const { list, measure } = text.risks
  const standing = { ...state, ...hold, ...validity, superseded }
  return sheetOf<LimitRow>([
    { heading: words.number, width: 16, value: (row) => row.number },
    { heading: words.party, width: 36, value: (row) => row.partyName },
    { heading: words.grade, width: 8, value: (row) => row.gradeToday },
    { heading: words.gradeBehind, width: 12, value: (row) => row.grade },
    { heading: words.limitYuan, width: 18, format: MONEY, value: (row) => yuan(row.amountFen) },
    { heading: words.usedYuan, width: 18, format: MONEY, value: (row) => row.exposure && yuan(row.exposure.usedFen) },
    { heading: words.availableYuan, width: 18, format: MONEY, value: (row) => row.exposure && yuan(row.exposure.availableFen) },
    { heading: words.use, width: 10, format: '0.0%', value: ({ exposure }) => exposure && (exposure.utilisation === null ? shareText(exposure, text) : exposure.utilisation / 10_000) },
    { heading: words.overdueYuan, width: 18, format: MONEY, value: (row) => row.exposure && yuan(row.exposure.overdueFen) },
    { heading: words.oldest, width: 13, value: (row) => row.exposure?.oldestDueOn ?? null },
    { heading: words.term, width: 9, value: (row) => row.termDays },
    { heading: words.from, width: 12, value: (row) => row.fromOn },
    { heading: words.until, width: 12, value: (row) => row.untilOn },
    { heading: words.state, width: 10, value: (row) => standing[standingOf(row)] },
    { heading: words.lists, width: 44, value: (row) => row.listed.map((one) => print.listed(list[one.list], measure[one.measure], one.number, one.fromOn)).join('\n') || null },
  ], rows, foot)
}
