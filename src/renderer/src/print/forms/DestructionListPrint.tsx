import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import { localDay } from '../parts/days.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { PagedRows, type FormColumn } from '../parts/PagedRows.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import lists from './lists.module.css'
import styles from './destruction-list.module.css'

type Disposal = Output<'disposal.get'>
type Line = Disposal['lines'][number]
type Signature = NonNullable<Disposal['headSignature']>

const CAPACITY = 236
const ROW = 9

/** 销毁清册: a cover with everybody's signature, and every folder that is destroyed, is to be, or was stopped. */
export function DestructionListPrint({ id }: { id: number }) {
  const company = useQuery(statusQuery)
  const disposal = useQuery({ queryKey: ['print', 'disposal.get', id], queryFn: () => call('disposal.get', { id }), gcTime: 0 })
  return (
    <PrintFrame
      form="destructionList" subjectId={id} name={disposal.data?.number ?? null} error={company.error ?? disposal.error}
      onRetry={() => void Promise.all([company.refetch(), disposal.refetch()])}
    >
      {company.data && disposal.data && <Sheets company={company.data.company} disposal={disposal.data} />}
    </PrintFrame>
  )
}

/** What the list is about: all lines while opinions are gathered, then those that the group would destroy. */
const listed = ({ lines }: Disposal): Line[] => lines.filter(({ decision }) => decision === null || decision === 'destroy')

function Sheets({ company, disposal }: { company: string; disposal: Disposal }) {
  const text = useText()
  const { print } = text
  const rows = listed(disposal)
  const going = rows.filter(({ stoppedAt }) => stoppedAt === null)
  const pages = going.reduce((sum, line) => sum + line.pages, 0)
  return (
    <>
      <Cover company={company} disposal={disposal} folders={going.length} pages={pages} />
      <PagedRows
        columns={columnsOf(text, disposal)} rows={rows} rowKey={(line) => line.dossierId} capacity={CAPACITY} rowHeight={ROW}
        total={(
          <tr className={lists.total} style={{ height: `${ROW}mm` }}>
            <td colSpan={6}>{print.destructionList.total(going.length)}</td><td className={lists.centred}>{pages}</td><td />
          </tr>
        )}
        page={(table, page, count) => (
          <Sheet key={page} className={lists.portrait} label={print.preview.sheetName(print.preview.destructionList, page + 1, count + 1)}>
            <div className={styles.listHead}><span>{company}</span><strong>{print.destructionList.title}</strong><span>{disposal.number}</span></div>
            {table}
            <div className={lists.foot}><StampLines inline /><div className={lists.pageNumber}>{print.page(page, count)}</div></div>
          </Sheet>
        )}
      />
    </>
  )
}

function Cover({ company, disposal, folders, pages }: { company: string; disposal: Disposal; folders: number; pages: number }) {
  const { print, common, disposal: text } = useText()
  const words = print.destructionList
  const documents = listed(disposal).filter(({ stoppedAt }) => stoppedAt === null).reduce((sum, line) => sum + line.documents, 0)
  const head = disposal.group.find(({ isHead }) => isHead)
  const members = disposal.group.filter(({ isHead }) => !isHead).map(({ name }) => name).join('、')
  const supervisors = Array.from({ length: Math.max(disposal.supervisorsNeeded, disposal.supervisors.length) }, (_, index) => disposal.supervisors[index] ?? null)
  return (
    <Sheet label={print.preview.sheetName(print.preview.destructionList, 1, 2)} className={styles.cover}>
      <div className={styles.title}>{words.title}</div>
      <table>
        <colgroup><col style={{ width: '34mm' }} /><col /><col style={{ width: '58mm' }} /></colgroup>
        <tbody>
          <tr><th scope="row">{words.fonds}</th><td colSpan={2}>{company}</td></tr>
          <tr><th scope="row">{words.number}</th><td colSpan={2}>{disposal.number}　{text.state[disposal.state]}</td></tr>
          <tr><th scope="row">{words.amount}</th><td colSpan={2}>{words.amounts(folders, documents, pages)}</td></tr>
          <tr><th scope="row">{words.basis}</th><td colSpan={2}>{disposal.regulation.id}　{disposal.regulation.clause}</td></tr>
          <tr><th scope="row">{words.members}</th><td colSpan={2}>{members}</td></tr>
          <Signing title={words.head} name={head?.name ?? ''} signature={disposal.headSignature} />
          {disposal.approvals.map(({ role, signature }) => <Signing key={role} title={words.approver} name={common.role[role]} signature={signature} />)}
          {supervisors.map((signature, index) => <Signing key={index} title={words.supervisor(index + 1)} name="" signature={signature} />)}
          <tr><th scope="row">{words.destroyed}</th><td>{[disposal.manner, disposal.place].filter(Boolean).join('　')}</td><td className={styles.day}><FormDay day={disposal.carriedOutByName === null || disposal.closedAt === null ? null : localDay(disposal.closedAt)} /></td></tr>
          <tr><th scope="row">{words.carrier}</th><td colSpan={2}>{disposal.carriedOutByName}</td></tr>
        </tbody>
      </table>
      <p className={styles.keep}>{words.keep}</p>
      <div className={lists.foot}><StampLines inline /></div>
    </Sheet>
  )
}

/** A signature given in the program says so with its digest, and leaves the line for the one on paper. */
function Signing({ title, name, signature }: { title: string; name: string; signature: Signature | null }) {
  const { print: { destructionList: words } } = useText()
  const shown = signature?.name ?? ''
  return (
    <tr className={styles.signing}>
      <th scope="row">{title}<small>{name !== shown && name}</small></th>
      <td>{shown}{signature && <small>{words.inProgram(localMinute(signature.at), signature.textHash.slice(0, 12))}</small>}</td>
      <td><FormDay day={signature ? localDay(signature.at) : null} /></td>
    </tr>
  )
}

function columnsOf(text: ReturnType<typeof useText>, disposal: Disposal): readonly FormColumn<Line>[] {
  const { print, disposal: words } = text
  const { columns, years } = print.destructionList
  const year = Number((disposal.closedAt ?? new Date().toISOString()).slice(0, 4))
  const kept = (line: Line) => (line.retentionFrom === null ? '' : years(String(Math.max(0, year - Number(line.retentionFrom.slice(0, 4))))))
  return [
    { key: 'sequence', heading: columns.sequence, width: 10, centred: true, cell: (_, index) => index + 1 },
    { key: 'title', heading: columns.title, cell: (line) => [line.partyName, line.title].filter(Boolean).join('　') },
    { key: 'year', heading: columns.year, width: 12, centred: true, cell: (line) => line.year },
    { key: 'number', heading: columns.number, width: 36, cell: (line) => line.number },
    { key: 'due', heading: columns.due, width: 15, centred: true, cell: (line) => (line.retentionYears === null ? words.case.permanent : years(String(line.retentionYears))) },
    { key: 'kept', heading: columns.kept, width: 15, centred: true, cell: kept },
    { key: 'pages', heading: columns.pages, width: 12, centred: true, cell: (line) => line.pages },
    {
      key: 'remarks', heading: columns.remarks, width: 34,
      cell: (line) => (line.stoppedBy ? `${words.case.stopped}：${words.told(line.stoppedBy)}` : line.destroyedAt ? print.destructionList.gone(localDay(line.destroyedAt)) : ''),
    },
  ]
}
