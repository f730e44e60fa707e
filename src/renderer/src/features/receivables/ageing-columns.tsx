import { useMediaQuery } from '@mantine/hooks'
import { BUCKETS } from '../../../../shared/rules/receivables/ageing.ts'
import { useLanguage, useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import type { Column } from '../../ui/DataTable.tsx'
import type { AgeingRow, AgeingSort } from './queries.ts'
import styles from './receivables.module.css'

/** Amounts on the screen are whole yuan; the table as a file and the party's page have them to the fen. */
export const wholeYuan = (fen: number): string => yuanFromFen(Math.round(Math.abs(fen) / 100) * 100).slice(0, -3)

export function useAgeingColumns(): Column<AgeingRow, AgeingSort>[] {
  const { receivables: { page: text, bucket, balance, overdue, longestDays, days, promiseState } } = useText()
  const isEnglish = useLanguage().language === 'en'
  const isTight = useMediaQuery('(max-width: 1500px)', window.innerWidth <= 1500)
  const money = (fen: number, className = '') => fen === 0 ? <span className={styles.zero}>—</span> : <span className={className} title={yuanFromFen(Math.abs(fen))}>{fen < 0 ? '−' : ''}{wholeYuan(fen)}</span>
  const width = isTight ? 80 : 104
  return [
    { key: 'party', heading: text.party, sort: 'party', cell: (row) => <span className={`${styles.clipped} ${styles.name}`} title={[row.partyName, row.departmentName, row.salespersonName].filter(Boolean).join('　')}>{row.partyName}</span> },
    ...(isTight ? [] : [{ key: 'salesperson', heading: text.salesperson, width: 84, cell: (row: AgeingRow) => <span className={styles.clipped}>{row.salespersonName}</span> }]),
    { key: 'balance', heading: balance, width: isTight ? 96 : 116, align: 'end', sort: 'balance', cell: (row) => money(row.balanceFen) },
    ...BUCKETS.map((one): Column<AgeingRow, AgeingSort> => ({ key: one, heading: bucket[one], width: width + (one === 'd365' ? 10 : 0) + (isEnglish ? 10 : 0), align: 'end', sort: one, cell: (row) => money(row.buckets[one] ?? 0) })),
    { key: 'overdue', heading: overdue, width: isTight ? 96 : 116, align: 'end', sort: 'overdue', cell: (row) => money(row.overdueFen, styles.late) },
    { key: 'oldest', heading: longestDays, width: isEnglish ? 84 : 78, align: 'end', sort: 'oldest', cell: (row) => row.longestOverdueDays === 0 ? <span className={styles.zero}>—</span> : <span className={row.longestOverdueDays > 30 ? styles.late : undefined} title={row.oldestDueOn ?? undefined}>{days(row.longestOverdueDays)}</span> },
    {
      key: 'promise', heading: text.promise, width: isTight ? 88 : 116,
      cell: (row) => row.promise && <span className={`${styles.state} ${styles[row.promise.state]}`} title={text.promiseDue(row.promise.dueOn, yuanFromFen(row.promise.amountFen))}>{row.promise.state === 'open' ? row.promise.dueOn.slice(5) : promiseState[row.promise.state]}</span>,
    },
  ]
}
