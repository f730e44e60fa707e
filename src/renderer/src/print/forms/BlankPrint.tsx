import { useQuery } from '@tanstack/react-query'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import type { Output } from '../../../../shared/contract/index.ts'
import { QrCode } from '../../ui/paper/Code.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import lists from './lists.module.css'
import { SlipFace } from './SlipFace.tsx'
import { planSlip } from './slip-plan.ts'
import slips from './slip.module.css'
import styles from './blank.module.css'

type Blank = Output<'fallback.blanks'>['rows'][number]

/** Numbered blanks, ready for the pen: a slip in its two halves, a transfer list or an incident note on an A4. */
export function BlankPrint({ from, to }: { from: number; to: number }) {
  const company = useQuery(statusQuery)
  const blanks = useQuery({ queryKey: ['print', 'fallback.blanks', from, to], queryFn: () => call('fallback.blanks', { fromId: from, toId: to, limit: 100 }), gcTime: 0 })
  const rows = blanks.data?.rows.toReversed()
  const name = rows && rows.length > 0 ? (rows.length === 1 ? rows[0]!.number : `${rows[0]!.number}—${rows.at(-1)!.number}`) : null
  return (
    <PrintFrame form="blankSlip" subjectId={null} name={name} error={company.error ?? blanks.error} onRetry={() => void Promise.all([company.refetch(), blanks.refetch()])}>
      {company.data && rows && rows.map((blank, index) => <BlankSheet key={blank.id} company={company.data.company} blank={blank} page={index + 1} pages={rows.length} />)}
    </PrintFrame>
  )
}

function BlankSheet({ company, blank, page, pages }: { company: string; blank: Blank; page: number; pages: number }) {
  const { print, fallback } = useText()
  const label = print.preview.sheetName(`${fallback.form[blank.form]} ${blank.number}`, page, pages)
  if (blank.form === 'slip') {
    const plan = planSlip({ partyName: '', purpose: '', dossiers: 1 })
    return (
      <Sheet label={label}>
        {([0, 1] as const).map((half) => (
          <div className={slips.half} key={half} data-half={half + 1}><SlipFace company={company} slip={null} plan={plan} half={half} blank={blank.number} /></div>
        ))}
        <div className={slips.cut} aria-hidden><span>{print.slip.cut}</span></div>
      </Sheet>
    )
  }
  return (
    <Sheet className={lists.portrait} label={label}>
      <div className={lists.head}>
        <div className={lists.owner}>{company}<br />{print.room}</div>
        <div className={lists.title}>{fallback.form[blank.form]}</div>
        <div className={styles.corner}><QrCode text={blank.number} className={lists.qr ?? ''} /><strong>{blank.number}</strong></div>
      </div>
      {blank.form === 'transfer' ? <TransferLines /> : <IncidentFields />}
      <div className={lists.foot}><StampLines inline /><div className={lists.pageNumber}>{fallback.print.note}</div></div>
    </Sheet>
  )
}

const TRANSFER_LINES = 20

function TransferLines() {
  const { fallback: { print: { fields } } } = useText()
  const columns: readonly (readonly [string, string])[] = [[fields.number, '10mm'], [fields.dossier, '42mm'], [fields.name, 'auto'], [fields.pages, '16mm'], [fields.verdict, '18mm'], [fields.remarks, '30mm']]
  return (
    <>
      <div className={styles.pairs}><span>{fields.from}：</span><span>{fields.to}：</span><span>{fields.date}：</span></div>
      <table className={styles.table}>
        <colgroup>{columns.map(([heading, width]) => <col key={heading} style={{ width }} />)}</colgroup>
        <thead><tr>{columns.map(([heading]) => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
        <tbody>{Array.from({ length: TRANSFER_LINES }, (_, index) => <tr key={index}><td className={styles.centred}>{index + 1}</td><td /><td /><td /><td /><td /></tr>)}</tbody>
      </table>
      <div className={styles.pairs}><Signed label={fields.sender} when={fields.signed} /><Signed label={fields.receiver} when={fields.signed} /></div>
    </>
  )
}

/** A name, and the day and hour at which it was put there: from then on the other side answers. */
const Signed = ({ label, when }: { label: string; when: string }) => <span className={styles.signed}><span>{label}：</span><span>{when}</span></span>

function IncidentFields() {
  const { fallback: { print: { fields } } } = useText()
  const rows: readonly (readonly [string, string])[] = [
    [fields.dossier, '12mm'], [fields.name, '12mm'], [fields.kind, '12mm'], [fields.happened, '12mm'], [fields.found, '12mm'], [fields.finder, '12mm'], [fields.holder, '12mm'], [fields.what, '60mm'], [fields.measures, '42mm'], [fields.witness, '16mm'],
  ]
  return (
    <table className={`${styles.table} ${styles.fields}`}>
      <colgroup><col style={{ width: '34mm' }} /><col /></colgroup>
      <tbody>{rows.map(([label, height]) => <tr key={label} style={{ height }}><th scope="row">{label}</th><td /></tr>)}</tbody>
    </table>
  )
}
