import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import type { Answerable } from './queries.ts'
import styles from './incidents.module.css'

/** Who answered for the folder, from when until when, and where it was. */
export function People({ people }: { people: readonly Answerable[] }) {
  const { incidents: { card: words, stage, how } } = useText()
  return (
    <ul className={styles.people}>
      {people.map((one) => (
        <li key={`${one.personId} ${one.fromAt} ${one.how}`}>
          <strong>{one.name}</strong>
          <span className={styles.chip}>{stage[one.stage] ?? one.stage}</span>
          <span>{how[one.how] ?? one.how}{one.slipNumber && `　${one.slipNumber}`}</span>
          <span className={styles.quiet}>{one.how === 'read' ? localMinute(one.fromAt) : words.span(localMinute(one.fromAt), one.untilAt ? localMinute(one.untilAt) : words.until)}</span>
        </li>
      ))}
    </ul>
  )
}
