import type { FOLDER_STATES } from '../../../shared/contract/dossiers.ts'
import { useText } from '../app/text.tsx'
import styles from './StateMark.module.css'

export type FolderState = (typeof FOLDER_STATES)[number]

/**
 * Where a folder is: shape, character and colour together, and the word beside it unless `markOnly` (then the word is its
 * name for those who hear the page). A folder in its place has no mark.
 */
export function StateMark({ state, markOnly = false }: { state: FolderState; markOnly?: boolean }) {
  const { common } = useText()
  const word = common.folderState[state]
  if (markOnly) {
    if (state === 'in') return null
    return <span className={`${styles.mark} ${styles[state]}`} role="img" aria-label={word} title={word}>{common.folderMark[state]}</span>
  }
  return (
    <span className={styles.state}>
      <span className={`${styles.mark} ${styles[state]}`} aria-hidden>{common.folderMark[state]}</span>
      {word}
    </span>
  )
}
