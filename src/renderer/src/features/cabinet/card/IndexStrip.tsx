import { memo } from 'react'
import { useText } from '../../../app/text.tsx'
import type { LetterSpan } from '../geometry/index.ts'
import styles from './IndexStrip.module.css'

type Props = {
  letters: readonly string[]
  spans: ReadonlyMap<string, LetterSpan>
  /** The letter of the folder looked at. */
  current: string | null
  /** Letters that another drawer of this cabinet is labelled with. */
  elsewhere: ReadonlySet<string>
  onJump: (letter: string) => void
}

/** A to Z with how many folders of this drawer begin so. The frame goes from its first letter to its last. */
export const IndexStrip = memo(function IndexStrip({ letters, spans, current, elsewhere, onJump }: Props) {
  const { cabinet: text } = useText()
  const most = Math.max(1, ...[...spans.values()].map(({ count }) => count))
  const held = letters.flatMap((letter, index) => (spans.has(letter) ? [index] : []))
  const first = held[0] ?? Number.POSITIVE_INFINITY
  const last = held.at(-1) ?? -1
  return (
    <nav className={styles.strip} aria-label={text.letters}>
      {letters.map((letter, index) => {
        const count = spans.get(letter)?.count ?? 0
        const isOther = count === 0 && elsewhere.has(letter)
        const name = count > 0 ? text.letterHere(letter, count) : isOther ? text.letterOther(letter) : text.letterNone(letter)
        const isWithin = index >= first && index <= last
        const classes = [
          styles.letter, isWithin && styles.within, count > 0 && styles.held, index === first && styles.first, index === last && styles.last,
          letter === current && styles.current,
        ]
        return (
          <button
            key={letter} type="button" tabIndex={-1} disabled={count === 0 && !isOther} aria-label={name} title={name}
            className={classes.filter(Boolean).join(' ')} onClick={() => onJump(letter)}
          >
            <span className={styles.sign}>{letter}</span>
            <span className={styles.density}><span style={{ width: count === 0 ? (isOther ? 3 : 0) : 3 + (count / most) * 8 }} /></span>
          </button>
        )
      })}
    </nav>
  )
})
