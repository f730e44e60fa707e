import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import { indicatorsOf } from '../../../../shared/rules/schemes/schema.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { fitText } from '../parts/fit.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { type FormColumn, PagedRows } from '../parts/PagedRows.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import lists from './lists.module.css'
import styles from './rating.module.css'
import { gatesMet, type Line, linesOf, overrideTold, RatingHeadTable } from './rating-parts.tsx'

export type PrintedRating = Output<'ratings.get'>

/** 评级报告, A4: what was rated and under what, the whole card, gates, reasons and signatures, and the hash of it all. */
export function RatingReportPrint({ id }: { id: number }) {
  return <Printed id={id} form="ratingReport">{(company, rating) => <Report company={company} rating={rating} />}</Printed>
}

/** 评级审批表, A4, one sheet: the result, the groups, gates and override, and three places to sign. */
export function RatingFormPrint({ id }: { id: number }) {
  return <Printed id={id} form="ratingForm">{(company, rating) => <ApprovalForm company={company} rating={rating} />}</Printed>
}

type PrintedProps = { id: number; form: 'ratingReport' | 'ratingForm'; children: (company: string, rating: PrintedRating) => React.ReactNode }

function Printed({ id, form, children }: PrintedProps) {
  const company = useQuery(statusQuery)
  const rating = useQuery({ queryKey: ['print', 'ratings.get', id], queryFn: () => call('ratings.get', { id }), gcTime: 0, staleTime: Infinity })
  return (
    <PrintFrame form={form} subjectId={id} name={rating.data?.number ?? null} error={company.error ?? rating.error} onRetry={() => void Promise.all([company.refetch(), rating.refetch()])}>
      {company.data && rating.data && children(company.data.company, rating.data)}
    </PrintFrame>
  )
}

/** Height for rows on a sheet, in millimetres: the first has the head and the last the signatures, so each page leaves room for both. */
const CAPACITY = 150
const ROW = 6.5

function Report({ company, rating }: { company: string; rating: PrintedRating }) {
  const text = useText()
  const { print, ratings } = text
  const words = ratings.print
  const rows = linesOf(text, rating)
  return (
    <PagedRows
      columns={columnsOf(text)} rows={rows} rowKey={(row) => row.key} capacity={CAPACITY} rowHeight={ROW} small
      page={(table, page, pages) => (
        <Sheet key={page} className={lists.portrait} label={print.preview.sheetName(words.report, page, pages)}>
          <div className={lists.head}>
            <div className={lists.owner}>{company}<br />{print.room}</div>
            <div className={lists.title}>{words.report}</div>
            <div className={lists.period}><div>{rating.number}</div><FormDay day={rating.approvedOn ?? rating.asOf} /></div>
          </div>
          {page === 1 && <RatingHeadTable rating={rating} />}
          {table}
          {page === pages && <Signatures rating={rating} />}
          <Foot rating={rating} page={print.page(page, pages)} />
        </Sheet>
      )}
    />
  )
}

function columnsOf({ ratings: { card } }: Text): readonly FormColumn<Line>[] {
  return [
    { key: 'name', heading: card.indicator, width: 44, cell: (line) => (line.isGroup ? <strong>{line.name}</strong> : line.name) },
    { key: 'value', heading: card.value, width: 30, centred: true, cell: (line) => line.value },
    { key: 'source', heading: card.source, cell: (line) => line.source },
    { key: 'share', heading: card.band, width: 20, centred: true, cell: (line) => line.share },
    { key: 'points', heading: card.points, width: 26, end: true, cell: (line) => (line.isGroup ? <strong>{line.points}</strong> : line.points) },
  ]
}

/** The latest signature of each step in the round that counts. */
export function signed(rating: PrintedRating, what: 'submitted' | 'reviewed' | 'approved') {
  return rating.steps.findLast((step) => step.what === what && step.round === rating.round)
}

function Signatures({ rating }: { rating: PrintedRating }) {
  const { ratings: { print: words } } = useText()
  const steps = [['submitted', words.maker], ['reviewed', words.reviewer], ['approved', words.approver]] as const
  return (
    <div className={styles.signatures}>
      {steps.map(([what, label]) => {
        const step = signed(rating, what)
        return <div key={what}><span>{label}</span><strong>{step?.byName ?? ''}</strong><FormDay day={step?.on ?? null} /></div>
      })}
    </div>
  )
}

function Foot({ rating, page }: { rating: PrintedRating; page: string }) {
  const { ratings: { print: words } } = useText()
  return (
    <>
      <p className={styles.hash}>
        {rating.capsule ? <>{words.hash} {rating.capsule.hash}　{words.audit} #{rating.capsule.auditSeq}<br />{words.recompute}</> : words.notYet}
      </p>
      <div className={lists.foot}><StampLines inline /><div className={lists.pageNumber}>{page}</div></div>
    </>
  )
}

/** Opinions are set smaller before they would push the signatures off the sheet. */
const OPINION_WIDTH = 136
const OPINION_STEPS = [{ pt: 10.5, lines: 5 }, { pt: 9.5, lines: 7 }, { pt: 8.5, lines: 10 }, { pt: 7.5, lines: 14 }] as const

function ApprovalForm({ company, rating }: { company: string; rating: PrintedRating }) {
  const text = useText()
  const { print, ratings, common } = text
  const words = ratings.print
  const { lowered, idle } = gatesMet(rating, text)
  const marks = indicatorsOf(rating.scheme.body).flatMap((one) => (one.kind === 'mark' ? [common.told(one.name, one.options.find(({ code }) => code === rating.marks[one.code]?.option)?.name ?? words.missing)] : []))
  return (
    <Sheet label={print.preview.sheetName(words.form, 1, 1)} className={`${lists.portrait} ${styles.form}`}>
      <div className={styles.title}>{words.form}</div>
      <div className={styles.head}><span>{company}</span><span>{words.serial(rating.number)}</span></div>
      <RatingHeadTable rating={rating} isBrief />
      <table className={styles.table}>
        <tbody>
          <tr>{rating.scheme.body.groups.map((group) => <th key={group.code} scope="col">{group.name}</th>)}<th scope="col">{words.score}</th></tr>
          <tr>{rating.result.groups.map((group) => <td key={group.code} className={styles.centred}>{group.points / 100} / {group.weight / 100}</td>)}<td className={styles.centred}><strong>{rating.result.score === null ? '—' : (rating.result.score / 100).toFixed(1)}</strong></td></tr>
        </tbody>
      </table>
      <table className={styles.table}>
        <colgroup><col style={{ width: '28mm' }} /><col /></colgroup>
        <tbody>
          <tr><th scope="row">{words.gates}</th><td>
            {lowered.length > 0 ? lowered.map(({ name, effect }) => common.told(name, effect)).join('；') : idle.length > 0 ? (rating.result.grade === null ? '' : words.noneLowered) : words.hitOnly}
            {idle.length > 0 && <><br />{(rating.result.grade === null ? words.met : words.idle)(idle.map(({ name }) => name).join('；'))}</>}
          </td></tr>
          {marks.length > 0 && <tr><th scope="row">{words.marks}</th><td>{marks.join('；')}</td></tr>}
          <tr><th scope="row">{words.override}</th><td>{overrideTold(rating, text)}</td></tr>
        </tbody>
      </table>
      <div className={styles.opinions}>
        <Opinion title={words.opinionOf.maker} said={rating.remarks} step={signed(rating, 'submitted')} />
        <Opinion title={words.opinionOf.reviewer} said={signed(rating, 'reviewed') ? signed(rating, 'reviewed')!.reason ?? words.agreed : null} step={signed(rating, 'reviewed')} />
        <Opinion title={words.opinionOf.approver} said={signed(rating, 'approved') ? signed(rating, 'approved')!.reason ?? words.agreed : null} step={signed(rating, 'approved')} />
      </div>
      <p className={styles.hash}>{rating.capsule ? <>{words.hash} {rating.capsule.hash}　{words.audit} #{rating.capsule.auditSeq}</> : words.notYet}</p>
      <div className={lists.foot}><StampLines inline /></div>
    </Sheet>
  )
}

/** What one of the three says, and his name with the day: room to write by hand where nobody has signed yet. */
export function Opinion({ title, said, step }: { title: string; said: string | null; step: { readonly byName: string; readonly on: string } | undefined }) {
  const { ratings: { print: words } } = useText()
  const { pt } = fitText(said ?? '', OPINION_WIDTH, OPINION_STEPS)
  return (
    <section>
      <h3>{title}</h3>
      <div>
        <p style={{ fontSize: `${pt}pt` }}>{said}</p>
        <footer><span>{words.sign}</span><strong>{step?.byName ?? ''}</strong><FormDay day={step?.on ?? null} /></footer>
      </div>
    </section>
  )
}
