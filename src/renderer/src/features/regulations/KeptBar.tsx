import { useText } from '../../app/text.tsx'
import type { Counts } from './queries.ts'
import { casesOf } from './share.ts'
import styles from './kept.module.css'

/** Widths in per cent: in proportion, but what there is at all takes at least four, so that one case is seen. */
function widths(counts: Counts): { inOrder: number; dueSoon: number; overdue: number } {
  const all = casesOf(counts)
  const least = (count: number) => (count === 0 ? 0 : Math.max(4, (count / all) * 100))
  const raw = { inOrder: least(counts.inOrder), dueSoon: least(counts.dueSoon), overdue: least(counts.overdue) }
  const sum = raw.inOrder + raw.dueSoon + raw.overdue
  return { inOrder: (raw.inOrder / sum) * 100, dueSoon: (raw.dueSoon / sum) * 100, overdue: (raw.overdue / sum) * 100 }
}

/** How the cases of a clause stand: green in order, amber due soon, seal overdue. */
export function KeptBar({ counts }: { counts: Counts }) {
  const { regulations } = useText()
  if (casesOf(counts) === 0) return <span className={styles.bar} aria-hidden />
  const width = widths(counts)
  return (
    <span className={styles.bar} role="img" aria-label={regulations.overview.barLabel(counts.inOrder, counts.dueSoon, counts.overdue)}>
      {(['inOrder', 'dueSoon', 'overdue'] as const).map((state) => counts[state] > 0 && <span key={state} className={styles[state]} style={{ width: `${width[state]}%` }} />)}
    </span>
  )
}
