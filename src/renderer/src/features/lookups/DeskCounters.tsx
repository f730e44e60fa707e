import { useText } from '../../app/text.tsx'
import { formatCount } from '../../ui/format.ts'
import type { Group } from './actions.ts'
import type { Desk } from './queries.ts'
import styles from './desk.module.css'

const COUNTERS: readonly { readonly group: Group; readonly count: keyof Desk['counts']; readonly tone?: 'pri' | 'amber' | 'seal' }[] = [
  { group: 'toSign', count: 'toSign', tone: 'pri' }, { group: 'toHandOut', count: 'toHandOut' }, { group: 'out', count: 'out' },
  { group: 'dueToday', count: 'dueToday', tone: 'amber' }, { group: 'overdue', count: 'overdue', tone: 'seal' },
]

/** How much waits, by kind; each leads to its group. */
export function DeskCounters({ counts, onJump }: { counts: Desk['counts']; onJump: (group: Group) => void }) {
  const { lookups } = useText()
  return (
    <div className={styles.counters}>
      {COUNTERS.map(({ group, count, tone }) => {
        const number = counts[count]
        const colour = number > 0 && tone ? styles[tone] : undefined
        return (
          <button
            type="button" key={group} className={[styles.counter, colour, number === 0 && styles.zero].filter(Boolean).join(' ')}
            title={lookups.jump(lookups.group[group])} onClick={() => onJump(group)}
          >
            <span className={styles.count}>{formatCount(number)}</span>
            <span className={styles.countName}>{lookups.group[group]}</span>
          </button>
        )
      })}
    </div>
  )
}
