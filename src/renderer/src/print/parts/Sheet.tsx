import type { ReactNode } from 'react'
import styles from './parts.module.css'

type Props = {
  /** What the sheet is, for those who hear the page: the form, its number and how many there are. */
  label: string
  landscape?: boolean
  className?: string
  children: ReactNode
}

/** One sheet of A4 exactly as it will print; on the screen it lies on the viewer's grey. */
export function Sheet({ label, landscape = false, className, children }: Props) {
  return (
    <section className={`${styles.sheet} ${landscape ? styles.landscape : styles.portrait}`} aria-label={label} data-sheet>
      <div className={[styles.paper, className].filter(Boolean).join(' ')}>{children}</div>
    </section>
  )
}
