import { useMediaQuery } from '@mantine/hooks'
import { BUCKETS } from '../../../../shared/rules/receivables/ageing.ts'
import { useLanguage, useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import type { Column } from '../../ui/DataTable.tsx'
import type { AgeingRow, AgeingSort, AgeingSums } from './queries.ts'
import styles from './receivables.module.css'

/** Amounts on the screen are whole yuan; the table as a file and the party's page have them to the fen. */
export const wholeYuan = (fen: number): string => yuanFromFen(Math.round(Math.abs(fen) / 100) * 100).slice(0, -3)

const NAME_WIDTH = 140
/** What shows the order, beside the heading by which the list is sorted. */
const ARROW = 16
/** On a narrow window cells stand closer (`.book` in the styles). */
const TIGHT = 1500

/** Of what comes to `fen` in all no amount is longer. */
function amountWidth(heading: string, { isSorted, isTight }: { isSorted: boolean; isTight: boolean }, ...fen: number[]): number {
  const digits = Math.max(...fen.map((one) => wholeYuan(one).length + (one < 0 ? 1 : 0)))
  const letters = [...heading].reduce((width, letter) => width + (letter > '\u2e80' ? 12 : 6.8), isSorted ? ARROW : 0)
  return Math.ceil(Math.max(digits * 7.3, letters)) + (isTight ? 18 : 26)
}

/** Columns wide enough for every amount of a book with these sums, and the width below which the table has to scroll. */
export function useAgeingColumns(sums: AgeingSums | undefined, sorted: AgeingSort): { columns: Column<AgeingRow, AgeingSort>[]; minWidth: number } {
  const { receivables: { page: text, bucket: whole, bucketShort, balance, overdue, longestDays, days, promiseState } } = useText()
  const isEnglish = useLanguage().language === 'en'
  const isTight = useMediaQuery(`(max-width: ${TIGHT}px)`, window.innerWidth <= TIGHT)
  const bucket = isTight ? bucketShort : whole
  const money = (fen: number, className = '') => fen === 0 ? <span className={styles.zero}>—</span> : <span className={className} title={yuanFromFen(Math.abs(fen))}>{fen < 0 ? '−' : ''}{wholeYuan(fen)}</span>
  const columns: Column<AgeingRow, AgeingSort>[] = [
    { key: 'party', heading: text.party, sort: 'party', cell: (row) => <span className={`${styles.clipped} ${styles.name}`} title={[row.partyName, row.departmentName, row.salespersonName].filter(Boolean).join('　')}>{row.partyName}</span> },
    ...(isTight ? [] : [{ key: 'salesperson', heading: text.salesperson, width: 84, cell: (row: AgeingRow) => <span className={styles.clipped}>{row.salespersonName}</span> }]),
    { key: 'balance', heading: balance, width: amountWidth(balance, { isSorted: sorted === 'balance', isTight }, sums?.openFen ?? 0, -(sums?.advancesFen ?? 0)), align: 'end', sort: 'balance', cell: (row) => money(row.balanceFen) },
    ...BUCKETS.map((one): Column<AgeingRow, AgeingSort> => ({ key: one, heading: bucket[one], width: amountWidth(bucket[one], { isSorted: sorted === one, isTight }, sums?.buckets[one] ?? 0), align: 'end', sort: one, cell: (row) => money(row.buckets[one] ?? 0) })),
    { key: 'overdue', heading: overdue, width: amountWidth(overdue, { isSorted: sorted === 'overdue', isTight }, sums?.overdueFen ?? 0), align: 'end', sort: 'overdue', cell: (row) => money(row.overdueFen, styles.late) },
    { key: 'oldest', heading: longestDays, width: (isEnglish ? 84 : 76) + (sorted === 'oldest' ? ARROW : 0), align: 'end', sort: 'oldest', cell: (row) => row.longestOverdueDays === 0 ? <span className={styles.zero}>—</span> : <span className={row.longestOverdueDays > 30 ? styles.late : undefined} title={row.oldestDueOn ?? undefined}>{days(row.longestOverdueDays)}</span> },
    {
      key: 'promise', heading: text.promise, width: isTight ? (isEnglish ? 88 : 80) : 116,
      cell: (row) => row.promise && <span className={`${styles.state} ${styles[row.promise.state]}`} title={text.promiseDue(row.promise.dueOn, yuanFromFen(row.promise.amountFen))}>{row.promise.state === 'open' ? row.promise.dueOn.slice(5) : promiseState[row.promise.state]}</span>,
    },
  ]
  return { columns, minWidth: columns.reduce((sum, { width }) => sum + (typeof width === 'number' ? width : NAME_WIDTH), 0) }
}
