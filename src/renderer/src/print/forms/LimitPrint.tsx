import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import { ENDLESS } from '../../../../shared/rules/limits/guarantees.ts'
import { suspensionOf } from '../../../../shared/rules/limits/listed.ts'
import { chineseMoney } from '../../../../shared/text/chinese-money.ts'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useLanguage, useText } from '../../app/text.tsx'
import { roundWanFromFen, wanFromFen, yuanFromFen } from '../../ui/capital.ts'
import { bindingName, proposalLines } from '../../ui/ProposalTable.tsx'
import { FormDay } from '../parts/FormDay.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { Opinion } from './RatingPrint.tsx'
import own from './limit.module.css'
import lists from './lists.module.css'
import styles from './rating.module.css'

export type PrintedLimit = Output<'limits.get'>

/** 授信额度审批表, A4, one sheet: what is proposed and how, what is asked, its guarantees, and three places to sign. */
export function LimitFormPrint({ id }: { id: number }) {
  return <Printed id={id} form="limitForm">{(company, limit) => <ApprovalForm company={company} limit={limit} />}</Printed>
}

/** 授信通知函, A4: what was granted, said to the customer, with its slip to confirm it. Nothing of the grade or how it was found. */
export function LimitNoticePrint({ id }: { id: number }) {
  return <Printed id={id} form="limitNotice">{(company, limit) => <Notice company={company} limit={limit} />}</Printed>
}

type PrintedProps = { id: number; form: 'limitForm' | 'limitNotice'; children: (company: string, limit: PrintedLimit) => React.ReactNode }

function Printed({ id, form, children }: PrintedProps) {
  const company = useQuery(statusQuery)
  const limit = useQuery({ queryKey: ['print', 'limits.get', id], queryFn: () => call('limits.get', { id }), gcTime: 0, staleTime: Infinity })
  return (
    <PrintFrame form={form} subjectId={id} name={limit.data?.number ?? null} error={company.error ?? limit.error} onRetry={() => void Promise.all([company.refetch(), limit.refetch()])}>
      {company.data && limit.data && children(company.data.company, limit.data)}
    </PrintFrame>
  )
}

/** The latest signature of a step in the round that counts. */
const signed = (limit: PrintedLimit, what: 'submitted' | 'reviewed' | 'approved') => limit.steps.findLast((step) => step.what === what && step.round === limit.round)

/** So many stand on the form itself, so many on a sheet of their own. */
const ON_FORM = 2
const ON_ANNEX = 10

function ApprovalForm({ company, limit }: { company: string; limit: PrintedLimit }) {
  const { limits: { print: words }, print } = useText()
  const { guarantees: all } = limit
  const annexes = all.length <= ON_FORM ? [] : Array.from({ length: Math.ceil(all.length / ON_ANNEX) }, (_, at) => all.slice(at * ON_ANNEX, (at + 1) * ON_ANNEX))
  return (
    <>
    <Sheet label={print.preview.sheetName(words.form, 1, 1 + annexes.length)} className={`${lists.portrait} ${styles.form}`}>
      <div className={styles.title}>{words.form}</div>
      <div className={styles.head}><span>{company}</span><span>{words.serial(limit.number)}</span></div>
      <AskedTable limit={limit} />
      <CandidatesTable limit={limit} />
      {annexes.length === 0 ? <GuaranteesTable guarantees={limit.guarantees} /> : <GuaranteesSum limit={limit} />}
      <Opinions limit={limit} />
      <p className={styles.hash}>{limit.capsule ? <>{words.hash} {limit.capsule.hash}　{words.audit} #{limit.capsule.auditSeq}</> : words.notYet}</p>
      <div className={lists.foot}><StampLines inline /></div>
    </Sheet>
    {annexes.map((guarantees, at) => (
      <Sheet key={at} label={print.preview.sheetName(words.form, at + 2, 1 + annexes.length)} className={`${lists.portrait} ${styles.form}`}>
        <div className={styles.title}>{words.annex}</div>
        <div className={styles.head}><span>{limit.partyName}</span><span>{words.serial(limit.number)}</span></div>
        <GuaranteesTable guarantees={guarantees} />
        <div className={lists.foot}><StampLines inline /></div>
      </Sheet>
    ))}
    </>
  )
}

/** A sum and a term break between them alone. */
const NO_BREAK = '\u00a0'

/** The lists the case stands on, and those that came upon it since. */
const listsOn = ({ listed, listedBehind, isCurrent, state }: PrintedLimit): PrintedLimit['listedBehind'] =>
  isCurrent || state !== 'approved' ? [...listedBehind, ...listed.filter(({ number }) => !listedBehind.some((one) => one.number === number))] : listedBehind

function AskedTable({ limit }: { limit: PrintedLimit }) {
  const { limits, limits: { print: words }, risks } = useText()
  const { language } = useLanguage()
  const lists = listsOn(limit)
  const money = useMoney()
  const sum = (fen: number, days: number) => `${money(fen)}　${words.term} ${limits.days(days)}`.replaceAll(' ', NO_BREAK)
  return (
    <table className={styles.table}>
      <colgroup><col style={{ width: '28mm' }} /><col /><col style={{ width: '26mm' }} /><col style={{ width: '54mm' }} /></colgroup>
      <tbody>
        <tr><th scope="row">{words.party}</th><td>{limit.partyName}</td><th scope="row">{words.code}</th><td>{limit.creditCode}</td></tr>
        <tr><th scope="row">{words.grade}</th><td>{limit.gradeLabel ?? limits.proposal.unrated}</td><th scope="row">{words.rating}</th><td>{limit.rating ? `${limit.rating.number}　${limit.rating.asOf}${limit.rating.isReviewPast ? `　${limits.ask.reviewOn} ${limit.rating.reviewOn}，${limits.ask.past}` : ''}` : words.none}</td></tr>
        <tr><th scope="row">{words.previous}</th><td>{limit.previous ? sum(limit.previous.amountFen, limit.previous.termDays) : words.none}</td><th scope="row">{words.used}</th><td>{limit.owed.balanceFen === 0 ? words.none : `${money(limit.owed.balanceFen, roundWanFromFen)}${limit.owed.overdueFen > 0 ? `　${limits.exposure.overdue} ${money(limit.owed.overdueFen, roundWanFromFen)}` : ''}`}</td></tr>
        <tr><th scope="row">{words.proposed}</th><td>{sum(limit.proposedFen, limit.proposedDays)}</td><th scope="row">{words.scheme}</th><td>{limits.ask.basisScheme(limit.scheme.name, limit.scheme.no)}</td></tr>
        <tr><th scope="row">{words.asked}</th><td><strong className={styles.grade}>{sum(limit.amountFen, limit.termDays)}</strong></td><th scope="row">{words.until}</th><td className={own.period}>{limit.fromOn === null ? limits.ask.fromApproval(limit.untilOn) : limits.ask.fromTo(limit.fromOn, limit.untilOn)}</td></tr>
        {language === 'zh-CN' && <tr><th scope="row">{words.capital}</th><td colSpan={3}>{chineseMoney(limit.amountFen)}</td></tr>}
        {lists.length > 0 && <tr><th scope="row">{words.lists}</th><td colSpan={3}>{lists.map((one) => <div key={one.number}>{words.listed(risks.list[one.list], risks.measure[one.measure], one.number, one.fromOn)}</div>)}</td></tr>}
        <tr><th scope="row">{words.level}</th><td colSpan={3}>{limit.generalManager === 'sum' ? limits.approver.sum(wanFromFen(limit.directorFen)) : limit.generalManager !== null ? limits.approver[limit.generalManager] : limits.approver.director}</td></tr>
      </tbody>
    </table>
  )
}

function CandidatesTable({ limit }: { limit: PrintedLimit }) {
  const text = useText()
  const { limits, limits: { print: words, proposal } } = text
  return (
    <table className={`${styles.table} ${own.lines}`}>
      <thead><tr><th scope="col">{words.candidates}</th><th scope="col" className={own.figure}>{limits.wan}</th><th scope="col" className={own.mark} /></tr></thead>
      <tbody>
        {proposalLines(text, limit.scheme.limits, limit.proposal).map((line) => <tr key={line.key}><td>{line.name}</td><td className={own.figure}>{line.value}</td><td className={own.mark}>{line.isBinding ? proposal.binds : ''}</td></tr>)}
        {limit.addedFen > 0 && <tr><td>{limits.ask.added}</td><td className={own.figure}>{wanFromFen(limit.addedFen)}</td><td className={own.mark} /></tr>}
        <tr><td><strong>{words.proposed}</strong>　{proposal.because(bindingName(text, limit.scheme.limits, limit.proposal.binding))}</td><td className={own.figure}><strong>{wanFromFen(limit.proposedFen)}</strong></td><td className={own.mark} /></tr>
      </tbody>
    </table>
  )
}

/** Where they are too many for the form: how many, what they come to, and that a sheet follows. */
function GuaranteesSum({ limit: { guarantees, addedFen } }: { limit: PrintedLimit }) {
  const { limits: { print: words } } = useText()
  const money = useMoney()
  return <table className={styles.table}><tbody><tr><th scope="row">{words.guarantees}</th><td>{words.annexed(guarantees.length, money(addedFen))}</td></tr></tbody></table>
}

/** A sum as each language writes it: as it was granted, or what is owed to two places. */
function useMoney(): (fen: number, inWan?: (fen: number) => string) => string {
  const { limits: { print: { money } } } = useText()
  return (fen, inWan = wanFromFen) => money(inWan(fen), yuanFromFen(fen).replace(/\.00$/, ''))
}

function GuaranteesTable({ guarantees }: Pick<PrintedLimit, 'guarantees'>) {
  const { limits: { print: words, guarantee, wan }, schemes: { credit } } = useText()
  if (guarantees.length === 0) return null
  return (
    <table className={`${styles.table} ${own.lines} ${own.guarantees}`}>
      <colgroup><col style={{ width: '23mm' }} /><col style={{ width: '22mm' }} /><col /><col style={{ width: '22mm' }} /><col style={{ width: '38mm' }} /><col style={{ width: '22mm' }} /></colgroup>
      <thead><tr><th scope="col">{words.guarantees}</th><th scope="col" className={own.figure}>{wan}</th><th scope="col">{guarantee.giver}</th><th scope="col">{guarantee.until}</th><th scope="col">{guarantee.page}</th><th scope="col" className={own.figure}>{guarantee.counted}</th></tr></thead>
      <tbody>
        {guarantees.map((one, at) => (
          <tr key={at}><td>{credit.guarantee[one.kind]}</td><td className={own.figure}>{wanFromFen(one.amountFen)}</td><td>{one.giver ?? ''}</td><td className={own.day}>{one.until ?? (ENDLESS.includes(one.kind) ? guarantee.noUntil : '')}</td><td>{one.page ? guarantee.pageOf(one.page.title, one.page.page) : ''}</td><td className={own.figure}>{one.why === null ? wanFromFen(one.countedFen) : guarantee.whyNot[one.why]}</td></tr>
        ))}
      </tbody>
    </table>
  )
}

function Opinions({ limit }: { limit: PrintedLimit }) {
  const { limits: { print: words }, ratings } = useText()
  const saidBy = (what: 'reviewed' | 'approved') => {
    const step = signed(limit, what)
    return step ? step.reason ?? ratings.print.agreed : null
  }
  return (
    <div className={`${styles.opinions} ${own.opinions}`}>
      <Opinion title={words.maker} said={[limit.reason, limit.remarks].filter(Boolean).join('\n') || null} step={signed(limit, 'submitted')} />
      <Opinion title={words.reviewer} said={saidBy('reviewed')} step={signed(limit, 'reviewed')} />
      <Opinion title={words.approver} said={saidBy('approved')} step={signed(limit, 'approved')} />
    </div>
  )
}

function Notice({ company, limit }: { company: string; limit: PrintedLimit }) {
  const { limits: { print: words }, print, common } = useText()
  const { language } = useLanguage()
  const money = useMoney()
  const stopped = limit.isCurrent ? suspensionOf(limit.listed) : null
  const day = (iso: string | null) => (iso === null ? '　　' : common.longDay(...(iso.split('-').map(Number) as [number, number, number])))
  return (
    <Sheet label={print.preview.sheetName(words.notice, 1, 1)} className={`${lists.portrait} ${own.letter}`}>
      <div className={own.letterhead}>{company}</div>
      <div className={styles.title}>{words.notice}</div>
      <div className={own.serial}>{words.serial(limit.number)}</div>
      <p className={own.to}>{words.to(limit.partyName)}</p>
      <p className={own.text}>{words.opening(day(limit.fromOn), day(limit.untilOn))}</p>
      <table className={styles.table}>
        <tbody>
          <tr><th scope="row">{words.limit}</th><td><strong className={styles.grade}>{money(limit.amountFen)}</strong>{language === 'zh-CN' && `　（${chineseMoney(limit.amountFen)}）`}</td></tr>
          <tr><th scope="row">{words.days}</th><td>{limit.termDays === 0 ? words.prepaid : words.daysFrom(limit.termDays)}</td></tr>
        </tbody>
      </table>
      {stopped && <p className={own.text}>{words.stopped(day(stopped.fromOn))}</p>}
      <ol className={own.rules}>{words.rules.map((rule) => <li key={rule}>{rule}</li>)}</ol>
      <p className={own.text}>{words.closing}</p>
      <p className={own.text}>{words.regards}</p>
      <div className={own.seal}><span>{company}</span><span>{words.company}</span><FormDay day={limit.fromOn} /></div>
      <div className={own.receipt}>
        <div className={own.receiptTitle}>{words.receipt}</div>
        <p className={own.to}>{words.to(company)}</p>
        <p className={own.text}>{words.receiptText(limit.number)}</p>
        <div className={own.seal}><span>{limit.partyName}</span><span>{words.company}</span><FormDay day={null} /></div>
      </div>
      <div className={lists.foot}><StampLines inline /></div>
    </Sheet>
  )
}
