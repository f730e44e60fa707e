import { Button, Group, Skeleton } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconGauge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { RATING_KINDS, type RatingKind } from '../../../../shared/rules/schemes/schema.ts'
import { paths } from '../../app/paths.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useWhyDue } from '../rerating/index.ts'
import { CreateDialog } from './CreateDialog.tsx'
import { HistoryChart } from './HistoryChart.tsx'
import { historyQuery } from './queries.ts'
import styles from './ratings.module.css'
import { score, share } from './words.ts'

/** A party's ratings: the score line with its grades, each rating a link, and what runs. */
export function RatingsTab({ party }: { party: { id: number; name: string } }) {
  const words = useText()
  const { ratings: text } = words
  const why = useWhyDue()
  const { data, error, refetch } = useQuery(historyQuery(party.id))
  const today = useQuery(statusQuery).data?.today
  const { ref, width } = useElementSize()
  const [making, setMaking] = useState<RatingKind | null>(null)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton height={280} radius={8} />
  const free = RATING_KINDS.filter((kind) => !data.running.some((one) => one.kind === kind))
  return (
    <div className={styles.tab}>
      <Panel
        title={text.history.chart}
        aside={<Group gap={8}>
          {data.running.map((one) => <Button key={one.id} component={Link} href={paths.rating(one.id)} size="xs">{text.history.running(one.number, text.state[one.state])}</Button>)}
          {data.mayMake && free.map((kind) => <Button key={kind} size="xs" onClick={() => setMaking(kind)}>{text.history.make[kind]}</Button>)}
        </Group>}
      >
        {data.rows.length === 0 ? <EmptyState icon={IconGauge} title={text.history.none} hint={text.history.noneHint} /> : (
          <>
            {data.today && (
              <p className={styles.told}><GradeTag grade={data.today.grade} />　{text.history.today(data.today.label)}{data.today.overrideUntil ? `　${text.history.until(data.today.overrideUntil)}` : ''}{data.today.nextOn ? `　${text.history.review(data.today.nextOn)}` : ''}</p>
            )}
            {data.today && data.today.due.length > 0 && (
              <p className={styles.told}><strong className={today !== undefined && data.today.due[0]!.dueOn < today ? styles.over : undefined}>{words.rerating.dueBy(data.today.due[0]!.dueOn)}</strong>　{words.common.list(data.today.due.map(why))}</p>
            )}
            <div ref={ref}><HistoryChart height={220} width={Math.max(320, width)} points={data.rows.map((one) => ({ id: one.id, on: one.asOf, score: one.score, grade: one.grade, label: one.asOf.slice(0, 7) }))} grades={data.grades} cuts={data.cuts} /></div>
            <table className={styles.historyTable}>
              <thead><tr>{[text.list.number, text.list.kind, text.list.asOf, text.list.score, text.list.grade, text.list.coverage, text.list.approved].map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
              <tbody>
                {[...data.rows].reverse().map((row) => (
                  <tr key={row.id}><td><Link href={paths.rating(row.id)}>{row.number}</Link></td><td>{text.kind[row.kind]}</td><td>{row.asOf}</td><td>{score(row.score)}</td><td>{row.label ?? text.list.unrated}</td><td>{share(row.coverage)}</td><td>{row.approvedOn}</td></tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Panel>
      {making && <CreateDialog party={party} kind={making} onClose={() => setMaking(null)} />}
    </div>
  )
}
