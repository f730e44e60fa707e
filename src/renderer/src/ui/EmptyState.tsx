import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './Message.module.css'

/** Nothing here yet: says so in a line, what to do next in another, and offers it. */
export function EmptyState({ icon: Sign, title, hint, children }: { icon?: Icon; title: string; hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.message}>
      {Sign && <Sign size={28} stroke={1.5} className={styles.icon} aria-hidden />}
      <p className={styles.title}>{title}</p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  )
}
