import { useText } from '../../app/text.tsx'
import { shortDay } from '../../ui/format.ts'
import type { SlipRow } from './queries.ts'
import styles from './desk.module.css'

/** When it is due, in the fewest words: 逾 6 天, 今日, 11-26; what is claimed or lost says so instead. */
export function DueText({ row, today }: { row: SlipRow; today: string }) {
  const { lookups } = useText()
  if (row.isLost) return <span className={styles.over}>{lookups.due.lost}</span>
  if (row.isClaimedReturned) return <span className={styles.near}>{lookups.due.claimed}</span>
  if (row.dueOn === null || row.dueIn === null) return <span className={styles.quiet}>{shortDay(row.untilOn, today)}</span>
  if (row.dueIn < 0) return <span className={styles.over}>{lookups.due.over(-row.dueIn)}</span>
  if (row.dueIn === 0) return <span className={styles.near}>{lookups.due.today}</span>
  return <span>{shortDay(row.dueOn, today)}</span>
}
