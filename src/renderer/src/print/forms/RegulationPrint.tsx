import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import type { Output } from '../../../../shared/contract/index.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { formatCount } from '../../ui/format.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { PagedRows, type FormColumn } from '../parts/PagedRows.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { regulationQuery } from '../queries.ts'
import styles from './lists.module.css'

type Overview = Output<'regulations.overview'>
type Clause = Overview['clauses'][number]

/** 297 mm less the margins, the head of the sheet, the head row and the foot. */
const CAPACITY = 222
const ROW = 9

/** 制度条款执行表, A4: every clause with how its cases stand on that day. */
export function RegulationPrint() {
  const company = useQuery(statusQuery)
  const kept = useQuery(regulationQuery)
  return (
    <PrintFrame
      form="regulation" subjectId={null} name={kept.data ? `${kept.data.version.regulation} ${kept.data.today}` : null} error={company.error ?? kept.error}
      onRetry={() => void Promise.all([company.refetch(), kept.refetch()])}
    >
      {company.data && kept.data && <RegulationSheets company={company.data.company} kept={kept.data} />}
    </PrintFrame>
  )
}

function RegulationSheets({ company, kept }: { company: string; kept: Overview }) {
  const text = useText()
  const { print } = text
  const words = print.regulation
  const { regulation, title, effectiveOn } = kept.version
  return (
    <PagedRows
      columns={columnsOf(text)} rows={kept.clauses} rowKey={(clause) => clause.id} capacity={CAPACITY} rowHeight={ROW}
      total={(
        <tr style={{ height: `${ROW}mm` }} className={styles.total}>
          <td colSpan={3}>{words.total}</td>
          <td className={styles.centred}>{formatCount(kept.together.inOrder + kept.together.dueSoon + kept.together.overdue)}</td>
          {(['inOrder', 'dueSoon', 'overdue'] as const).map((state) => <td key={state} className={styles.centred}>{formatCount(kept.together[state])}</td>)}
        </tr>
      )}
      page={(table, page, pages) => (
        <Sheet key={page} className={styles.portrait} label={print.preview.sheetName(print.preview.regulation, page, pages)}>
          <div className={styles.head}>
            <div className={styles.owner}>{company}<br />{print.room}</div>
            <div className={styles.title}>{words.title}</div>
            <div className={styles.period}><FormDay day={kept.today} /></div>
          </div>
          <div className={styles.line}>
            <span>{words.version(regulation, title, effectiveOn)}</span>
            <Share kept={kept} />
          </div>
          {table}
          <div className={styles.foot}>
            <StampLines />
            <div className={styles.pageNumber}>{page > 1 && `${words.continued}　`}{print.page(page, pages)}</div>
          </div>
        </Sheet>
      )}
    />
  )
}

function Share({ kept: { together } }: { kept: Overview }) {
  const { print } = useText()
  const all = together.inOrder + together.dueSoon + together.overdue
  if (all === 0) return null
  // Rounded down: a hundred per cent means that nothing is overdue.
  return <strong>{print.regulation.share(`${(Math.floor(((all - together.overdue) * 1000) / all) / 10).toFixed(1)}%`)}</strong>
}

function columnsOf({ print, regulations, common }: Text): readonly FormColumn<Clause>[] {
  const { columns, notYet } = print.regulation
  const by = ({ state, gauges, later }: Clause) => {
    if (state === 'organisation') return regulations.enforcement.organisation
    if (state === 'later') return notYet(later.map((name) => regulations.later[name]).join(common.listSeparator))
    return gauges.map(({ mechanism }) => regulations.mechanism[mechanism] ?? mechanism).join(common.listSeparator)
  }
  const figure = (clause: Clause, count: number) => (clause.state === 'counted' ? formatCount(count) : '—')
  return [
    { key: 'id', heading: columns.id, width: 14, centred: true, cell: ({ id }) => id },
    { key: 'summary', heading: columns.summary, cell: ({ summary }) => summary },
    { key: 'by', heading: columns.by, width: 33, cell: by },
    { key: 'cases', heading: columns.cases, width: 13.5, centred: true, cell: (clause) => figure(clause, clause.counts.inOrder + clause.counts.dueSoon + clause.counts.overdue) },
    ...(['inOrder', 'dueSoon', 'overdue'] as const).map((state): FormColumn<Clause> => (
      { key: state, heading: columns[state], width: 13.5, centred: true, cell: (clause) => figure(clause, clause.counts[state]) })),
  ]
}
