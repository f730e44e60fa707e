import { useText } from '../../app/text.tsx'
import type { DeliveryRow } from './queries.ts'
import styles from './deliveries.module.css'

/** Whether it came in time. */
export function Outcome({ row }: { row: DeliveryRow }) {
  const { deliveries: text } = useText()
  if (row.struck) return <span className={styles.quiet}>{text.state.struck}</span>
  if (row.arrivedOn === null) return row.daysLate > 0 ? <span className={styles.bad}>{text.overdueBy(row.daysLate)}</span> : <span className={styles.quiet}>{text.waiting}</span>
  if (row.daysLate > 0) return <span className={styles.bad}>{text.lateBy(row.daysLate)}</span>
  return row.isShort ? <span className={styles.bad}>{text.short}</span> : <span className={styles.good}>{text.inTime}</span>
}
