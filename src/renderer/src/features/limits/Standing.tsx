import { useText } from '../../app/text.tsx'
import styles from './limits.module.css'
import type { LimitRow } from './queries.ts'
import { standingOf } from './words.ts'

/** How a case stands, in a word. */
export function Standing({ row }: { row: Pick<LimitRow, 'amountFen' | 'state' | 'isCurrent' | 'hold' | 'exposure'> }) {
  const { limits } = useText()
  const standing = standingOf(row)
  const word = standing === 'superseded' ? limits.superseded
    : standing === 'valid' || standing === 'suspended' || standing === 'expired' ? limits.validity[standing]
    : standing in limits.state ? limits.state[standing as keyof typeof limits.state] : limits.hold[standing as keyof typeof limits.hold]
  return <span className={styles.state} data-state={standing}>{word}</span>
}
