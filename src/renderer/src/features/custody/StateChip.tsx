import { useText } from '../../app/text.tsx'
import type { TransferRow } from './queries.ts'
import styles from './custody.module.css'

/** How far a transfer has come. */
export function StateChip({ state }: { state: TransferRow['state'] }) {
  const { custody } = useText()
  return <span className={`${styles.chip} ${styles[`chip-${state}`]}`}>{custody.state[state]}</span>
}
