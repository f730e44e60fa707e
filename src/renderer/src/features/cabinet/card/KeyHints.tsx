import { memo } from 'react'
import { useText } from '../../../app/text.tsx'
import styles from './KeyHints.module.css'

/** The keys of the cabinet, in one quiet line. */
export const KeyHints = memo(function KeyHints({ mayMove }: { mayMove: boolean }) {
  const { cabinet: { keys, keysLabel } } = useText()
  const hints: [string, string][] = [['←→', keys.leaf], ['↑↓', keys.drawer], ['Enter', keys.open]]
  if (mayMove) hints.push(['M', keys.move], ['Ctrl Z', keys.undo])
  return (
    <dl className={styles.hints} aria-label={keysLabel}>
      {hints.map(([key, word]) => <div key={key}><dt>{key}</dt><dd>{word}</dd></div>)}
    </dl>
  )
})
