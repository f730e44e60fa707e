import { useEffect, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import styles from './PageHead.module.css'

type Props = {
  title: string
  /** Quiet words after the title: a date, a count. */
  lead?: ReactNode
  /** Controls that belong to the title: a choice of view. */
  beside?: ReactNode
  /** Actions at the right edge; at most one of them filled. */
  children?: ReactNode
}

/** The head of a page: its one `h1`, and the title of the window. */
export function PageHead({ title, lead, beside, children }: Props) {
  const { common } = useText()
  useEffect(() => {
    document.title = `${title} · ${common.brand}`
  }, [title, common.brand])
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{title}</h1>
      {lead !== undefined && <div className={styles.lead}>{lead}</div>}
      {beside !== undefined && <div className={styles.beside}>{beside}</div>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </header>
  )
}
