import { Tooltip } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { formatCount } from '../../ui/format.ts'
import { KeptBar } from './KeptBar.tsx'
import { keptQuery, type KeptClause } from './queries.ts'
import { casesOf, shareKept } from './share.ts'
import styles from './strip.module.css'

/** As many as stand beside each other. */
const MOST = 8

/**
 * The clauses worth a look at a glance, in the order of the regulation: first those with something overdue, then with
 * something due soon, then those that govern most; of clauses that count the same cases in the same way only the first, and
 * of a clause and its parts (1, 1.1, 1.2 …) only the whole.
 */
export function foremost(clauses: readonly KeptClause[]): KeptClause[] {
  const seen = new Set<string>()
  const different = clauses.filter((clause) => {
    const name = JSON.stringify(clause.gauges)
    if (clauses.some((whole) => whole.state === 'counted' && clause.id.startsWith(`${whole.id}.`))) return false
    if (clause.state !== 'counted' || casesOf(clause.counts) === 0 || seen.has(name)) return false
    seen.add(name)
    return true
  })
  const weight = ({ counts }: KeptClause) => (counts.overdue > 0 ? 2 : counts.dueSoon > 0 ? 1 : 0)
  const chosen = new Set(different.toSorted((one, other) => weight(other) - weight(one) || casesOf(other.counts) - casesOf(one.counts)).slice(0, MOST))
  return different.filter((clause) => chosen.has(clause))
}

/** How the most important clauses are kept, at the foot of the first page. Nothing for whoever has no part in dossiers. */
export function RegulationStrip() {
  const may = useMay()
  const isAllowed = may('regulations.overview')
  const { data } = useQuery({ ...keptQuery, enabled: isAllowed })
  const { regulations } = useText()
  const words = regulations.strip
  if (!data) return null
  const shown = foremost(data.clauses)
  if (shown.length === 0) return null
  const share = shareKept(data.together)
  return (
    <section className={styles.strip} aria-label={words.title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <span className={styles.lead}>{data.version.regulation} {data.version.title}</span>
        <span className={styles.lead}>{words.governed(data.clauses.filter(({ state }) => state === 'counted').length)}</span>
        {share !== null && <span className={styles.lead}>{words.share(share)}</span>}
        <Link to={paths.regulations} className={styles.all}>{words.all}<IconChevronRight size={14} aria-hidden /></Link>
      </header>
      <ul className={styles.clauses}>
        {shown.map((clause) => <li key={clause.id}><Clause clause={clause} /></li>)}
      </ul>
    </section>
  )
}

function Clause({ clause }: { clause: KeptClause }) {
  const { regulations } = useText()
  const words = regulations.overview
  const { counts } = clause
  const state = counts.overdue > 0 ? 'overdue' : counts.dueSoon > 0 ? 'dueSoon' : 'inOrder'
  return (
    <Tooltip label={clause.summary} multiline maw={360} events={{ hover: true, focus: true, touch: false }}>
      <Link to={paths.regulationCases(clause.id, state)} className={styles.clause}>
        <span className={styles.id}>{clause.id}</span>
        <span className={styles.summary}>{clause.summary}</span>
        <KeptBar counts={counts} />
        <span className={styles.figures}>
          {counts.overdue > 0 && <span className={styles.overdue}>{words.over2(formatCount(counts.overdue))}</span>}
          {counts.dueSoon > 0 && <span className={styles.dueSoon}>{words.near2(formatCount(counts.dueSoon))}</span>}
          <span className={styles.inOrder}>{formatCount(counts.inOrder)}</span>
        </span>
      </Link>
    </Tooltip>
  )
}
