import { useText } from '../../app/text.tsx'
import styles from './limits.module.css'
import type { Limit } from './queries.ts'
import { granted } from './words.ts'

/** How far a sum and a term lie from what is proposed. */
export function Against({ limit: { amountFen, termDays, proposedFen, proposedDays } }: { limit: Pick<Limit, 'amountFen' | 'termDays' | 'proposedFen' | 'proposedDays'> }) {
  const { limits: { ask }, common } = useText()
  const by = amountFen - proposedFen
  const days = termDays - proposedDays
  const told = [by > 0 ? ask.above(granted(by)) : by < 0 ? ask.below(granted(-by)) : null, days > 0 ? ask.longer(days) : days < 0 ? ask.shorter(-days) : null].filter((one) => one !== null)
  return <p className={styles.against} data-departs={told.length > 0}>{told.length === 0 ? ask.same : common.clauses(told)}</p>
}
