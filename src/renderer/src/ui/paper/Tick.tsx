import type { ReactNode } from 'react'
import styles from './paper.module.css'

/** A box to tick by hand, ticked already where the program knows. Drawn, because not every font has the character. */
export function Tick({ ticked = false, children }: { ticked?: boolean; children?: ReactNode }) {
  return (
    <span className={styles.tick}>
      <svg viewBox="0 0 12 12" className={styles.box} aria-hidden>
        <rect x="1" y="1" width="10" height="10" fill="none" stroke="currentColor" strokeWidth="1" />
        {ticked && <path d="M2.8 6.2 5.2 8.8 9.4 3.2" fill="none" stroke="currentColor" strokeWidth="1.4" />}
      </svg>
      {children}
    </span>
  )
}
