import { Badge, Tooltip } from '@mantine/core'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { formatCount } from '../../ui/format.ts'
import { KeptBar } from './KeptBar.tsx'
import type { CaseState, KeptClause } from './queries.ts'
import { casesOf } from './share.ts'
import styles from './clauses.module.css'

/** Every clause in a line: what it asks, what carries it out, how its cases stand; each number leads to its cases. */
export function ClauseTable({ clauses }: { clauses: readonly KeptClause[] }) {
  const { regulations } = useText()
  const { columns } = regulations.overview
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={regulations.title}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.idColumn}>{columns.id}</th>
            <th scope="col">{columns.summary}</th>
            <th scope="col" className={styles.byColumn}>{columns.by}</th>
            <th scope="col" className={styles.number}>{columns.cases}</th>
            <th scope="col" className={styles.number}>{columns.inOrder}</th>
            <th scope="col" className={styles.number}>{columns.dueSoon}</th>
            <th scope="col" className={styles.number}>{columns.overdue}</th>
            <th scope="col" className={styles.barColumn}>{columns.bar}</th>
          </tr>
        </thead>
        <tbody>{clauses.map((clause) => <ClauseRow key={clause.id} clause={clause} />)}</tbody>
      </table>
    </div>
  )
}

function ClauseRow({ clause }: { clause: KeptClause }) {
  const { regulations, common } = useText()
  const words = regulations.overview
  const by = clause.gauges.map(({ mechanism }) => regulations.mechanism[mechanism] ?? mechanism)
  const later = clause.later.map((name) => regulations.later[name]).join(common.listSeparator)
  return (
    <tr className={clause.state === 'later' || clause.state === 'organisation' ? styles.idle : undefined}>
      <th scope="row" className={styles.id}>{clause.id}</th>
      <td>
        <span className={styles.summaryText}>{clause.summary}</span>
        {later !== '' && clause.state !== 'later' && <span className={styles.also}>{words.andLater(later)}</span>}
      </td>
      <td className={styles.by} title={regulations.enforcement[clause.enforcement]}>
        {by.length > 0 ? by.join(common.listSeparator) : <span className={styles.quiet}>{regulations.enforcement[clause.enforcement]}</span>}
      </td>
      {clause.state === 'counted' ? <Figures clause={clause} /> : <td colSpan={5} className={styles.noFigures}><NoFigures clause={clause} later={later} /></td>}
    </tr>
  )
}

function NoFigures({ clause, later }: { clause: KeptClause; later: string }) {
  const { regulations } = useText()
  const words = regulations.overview
  if (clause.state === 'later') return <Badge variant="outline" color="gray" className={styles.notYet}>{words.notYet(later)}</Badge>
  if (clause.state === 'organisation') return <span className={styles.quiet}>{words.organisational}</span>
  return <Tooltip label={words.atWorkHint}><span className={styles.atWork} tabIndex={0}>{words.atWork}</span></Tooltip>
}

function Figures({ clause }: { clause: KeptClause }) {
  const { regulations } = useText()
  const all = casesOf(clause.counts)
  return (
    <>
      <td className={styles.number}>{all === 0 ? <span className={styles.quiet} title={regulations.overview.noCases}>0</span> : formatCount(all)}</td>
      {(['inOrder', 'dueSoon', 'overdue'] as const).map((state) => <td key={state} className={styles.number}><CountLink clause={clause} state={state} /></td>)}
      <td><KeptBar counts={clause.counts} /></td>
    </>
  )
}

/** What the state means for the mechanisms of this clause, one a line: `缺件或过期 34`. */
function useMeaning(clause: KeptClause, state: CaseState): string {
  const { regulations } = useText()
  return clause.gauges
    .filter(({ counts }) => counts !== null && counts[state] > 0)
    .map(({ mechanism, counts }) => `${regulations.mechanism[mechanism] ?? mechanism}　${regulations.states[mechanism]?.[state] || regulations.state[state]} ${formatCount(counts?.[state] ?? 0)}`)
    .join('\n')
}

function CountLink({ clause, state }: { clause: KeptClause; state: CaseState }) {
  const { regulations } = useText()
  const meaning = useMeaning(clause, state)
  const count = clause.counts[state]
  if (count === 0) return <span className={styles.quiet}>0</span>
  return (
    <Tooltip label={meaning} multiline style={{ whiteSpace: 'pre-line' }}>
      <Link
        to={paths.regulationCases(clause.id, state)} className={`${styles.count} ${styles[`${state}Text`]}`}
        aria-label={regulations.overview.seeCases(clause.id, regulations.state[state], formatCount(count))}
      >
        {formatCount(count)}
      </Link>
    </Tooltip>
  )
}
