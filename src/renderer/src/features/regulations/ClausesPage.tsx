import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { IconFilterOff, IconPrinter, IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useFilter } from '../../ui/filter.ts'
import { formatCount } from '../../ui/format.ts'
import { ClauseTable } from './ClauseTable.tsx'
import { KeptBar } from './KeptBar.tsx'
import { keptQuery, type KeptClause, type Overview } from './queries.ts'
import { RegulationsHead } from './RegulationsHead.tsx'
import { casesOf, shareKept } from './share.ts'
import styles from './clauses.module.css'

const FILTERS = ['all', 'attention', 'near', 'later', 'organisation'] as const
type Filter = (typeof FILTERS)[number]

const fits: Record<Filter, (clause: KeptClause) => boolean> = {
  all: () => true,
  attention: ({ counts }) => counts.overdue > 0,
  near: ({ counts }) => counts.dueSoon > 0,
  later: ({ later }) => later.length > 0,
  organisation: ({ state }) => state === 'organisation',
}

/** "Do we keep our own rules?": every clause in force, how its cases stand, and the way to them. */
export function ClausesPage() {
  const { regulations } = useText()
  const words = regulations.overview
  const [, navigate] = useLocation()
  const kept = useQuery(keptQuery)
  const { data, error } = kept
  return (
    <div className={styles.page}>
      <RegulationsHead view="clauses" lead={data && words.head(data.version.regulation, data.version.title, data.version.effectiveOn)}>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} disabled={!data || data.clauses.length === 0} onClick={() => navigate(paths.print('regulation'))}>{words.print}</Button>
      </RegulationsHead>
      {error && !data && <div className={styles.card}><ErrorState error={error} retry={() => void kept.refetch()} /></div>}
      {!error && !data && <Skeleton height="100%" mih={420} radius={8} />}
      {data && data.clauses.length === 0 && (
        <div className={styles.card}>
          <EmptyState icon={IconScale} title={words.noClauses} hint={words.noClausesHint}><Button component={Link} href={paths.regulationCompare} variant="filled">{words.choose}</Button></EmptyState>
        </div>
      )}
      {data && data.clauses.length > 0 && <Kept overview={data} />}
    </div>
  )
}

function Kept({ overview }: { overview: Overview }) {
  const { regulations, common } = useText()
  const words = regulations.overview
  const { filter, change } = useFilter<{ which: Filter }>('regulations', { which: 'all' }, [])
  const shown = overview.clauses.filter(fits[filter.which])
  const names = { all: words.all, attention: words.attention, near: words.near, later: words.later, organisation: words.organisation }
  return (
    <>
      <section className={styles.summary} aria-label={words.share}>
        <div className={styles.share}>
          <span className={styles.shareName}>{words.share}</span>
          <span className={styles.shareFigure}>{shareKept(overview.together) ?? common.none}</span>
        </div>
        <div className={styles.together}>
          <KeptBar counts={overview.together} />
          <div className={styles.figures}>
            <span>{words.governed(formatCount(casesOf(overview.together)))}</span>
            {(['inOrder', 'dueSoon', 'overdue'] as const).map((state) => (
              <span key={state} className={styles[`${state}Text`]}>{regulations.state[state]} {formatCount(overview.together[state])}</span>
            ))}
            <span className={styles.quiet}>{words.shareHint}{common.listSeparator}{words.settledHint}</span>
          </div>
        </div>
      </section>
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={words.filter} value={filter.which} onChange={(which) => change({ which })}
          data={FILTERS.map((value) => ({ value, label: `${names[value]} ${overview.clauses.filter(fits[value]).length}` }))}
        />
        <span role="status" className={styles.quiet}>{words.clauses(shown.length)}</span>
      </div>
      {shown.length === 0
        ? <div className={styles.card}><EmptyState icon={IconFilterOff} title={words.none} hint={words.noneHint} /></div>
        : <ClauseTable clauses={shown} />}
    </>
  )
}
