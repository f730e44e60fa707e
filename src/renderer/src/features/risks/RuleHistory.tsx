import { Button, Group } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useText } from '../../app/text.tsx'
import { InstantText } from '../../ui/DayText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { RuleSetShown } from './queries.ts'
import styles from './rules.module.css'

type Props = { sets: readonly RuleSetShown[]; onLook: (id: number) => void; onStart: ((set: RuleSetShown) => void) | null }

/** Every set there was, the newest first: by whom, when and why. */
export function RuleHistory({ sets, onLook, onStart }: Props) {
  const { risks: { rules: words } } = useText()
  if (sets.length === 0) return <div className={styles.empty}><EmptyState icon={IconHistory} title={words.historyNone} hint={words.historyNoneHint} /></div>
  return (
    <div className={styles.sheet} tabIndex={0}>
      <table className={styles.changes} aria-label={words.historyTable}>
        <thead><tr><th scope="col">{words.edition}</th><th scope="col">{words.state_}</th><th scope="col">{words.who}</th><th scope="col">{words.why}</th><td /></tr></thead>
        <tbody>
          {sets.map((set) => (
            <tr key={set.id}>
              <th scope="row">{words.set(set.id)}</th>
              <td>{set.isInForce ? <span className={styles.force}>{words.inForce}</span> : words.state[set.state]}{set.fromOn !== null && <span className={styles.quiet}> {words.since(set.fromOn)}</span>}</td>
              <td><Hands set={set} /></td>
              <td>{set.reason ?? '—'}{set.remarks !== null && <p className={styles.quiet}>{words.remarks}：{set.remarks}</p>}</td>
              <td>
                <Group gap={8} justify="flex-end" wrap="nowrap">
                  <Button size="xs" onClick={() => onLook(set.id)}>{words.look}</Button>
                  {onStart !== null && !set.isInForce && <Button size="xs" onClick={() => onStart(set)}>{words.startFrom}</Button>}
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Hands({ set }: { set: RuleSetShown }) {
  const { risks: { rules: words } } = useText()
  const hands = ([
    [words.propose, set.proposedByName ?? set.savedByName, set.proposedAt ?? set.savedAt], [words.decide, set.decidedByName, set.decidedAt], [words.withdraw, set.withdrawnByName, set.withdrawnAt],
  ] as const).filter((hand): hand is [string, string, string] => hand[1] !== null && hand[2] !== null)
  return (
    <ul className={styles.hands}>
      {hands.map(([what, name, at], index) => <li key={what}><span className={styles.quiet}>{index === 0 && set.proposedAt === null ? words.state.draft : what}</span> {name} <span className={styles.quiet}><InstantText instant={at} /></span></li>)}
    </ul>
  )
}
