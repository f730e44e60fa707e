import { useText } from '../../app/text.tsx'
import styles from './AuditPage.module.css'
import type { Entry } from './queries.ts'

/** What an entry is about: its kind in words and its label as it was then. */
export function Subject({ entry }: { entry: Entry }) {
  const { audit, common } = useText()
  if (entry.subjectKind === null) return <span className={styles.seq}>{common.none}</span>
  return <><span className={styles.subjectKind}>{audit.subjectKind[entry.subjectKind] ?? entry.subjectKind}</span>{entry.subjectLabel}</>
}
