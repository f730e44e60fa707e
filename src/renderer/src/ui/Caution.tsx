import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './Message.module.css'

/** What will come of an action, said before it is taken; the action stays possible. */
export function Caution({ children }: { children: ReactNode }) {
  return <p className={styles.caution} role="note"><IconAlertTriangle size={18} stroke={1.5} aria-hidden /><span>{children}</span></p>
}
