import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useText } from '../app/text.tsx'
import { useErrorWords } from './error-words.ts'
import styles from './Message.module.css'

/** Something could not be read: why, in words, and a way to try again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { common } = useText()
  const words = useErrorWords()
  return (
    <div className={styles.message} role="alert">
      <IconAlertTriangle size={28} stroke={1.5} className={styles.refused} aria-hidden />
      <p className={styles.title}>{common.errorTitle}</p>
      <p className={styles.hint}>{words(error)}</p>
      {retry && <div className={styles.actions}><Button onClick={retry}>{common.retry}</Button></div>}
    </div>
  )
}
