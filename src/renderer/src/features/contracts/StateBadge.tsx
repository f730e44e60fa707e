import type { ContractState } from '../../../../shared/rules/contracts/events.ts'
import { useText } from '../../app/text.tsx'
import styles from './Contracts.module.css'

/** Where a contract stands: under way in ink blue-green, ended in green, broken off in grey; always in words. */
export function StateBadge({ state }: { state: ContractState }) {
  const { contracts } = useText()
  return <span className={`${styles.state} ${styles[state]}`}>{contracts.state[state]}</span>
}
