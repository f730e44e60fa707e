import { useId, type ReactNode } from 'react'
import styles from './Panel.module.css'

/** A card: one line around it, no shadow. With a title it is a region of the page under that name. */
export function Panel({ title, aside, children, className }: { title?: string; aside?: ReactNode; children: ReactNode; className?: string }) {
  const id = useId()
  const classes = [styles.panel, className].filter(Boolean).join(' ')
  if (title === undefined) return <div className={classes}>{children}</div>
  return (
    <section className={classes} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 className={styles.title} id={id}>{title}</h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
