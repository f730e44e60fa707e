import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import { localDay } from '../parts/days.ts'
import { FormDay } from '../parts/FormDay.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import lists from './lists.module.css'
import styles from './stocktake.module.css'

type Incident = Output<'incidents.get'>

/** 事故登记表, A4: what happened, who answered for it at that time, what was found out and done, and the signatures. */
export function IncidentPrint({ id }: { id: number }) {
  const company = useQuery(statusQuery)
  const incident = useQuery({ queryKey: ['print', 'incidents.get', id], queryFn: () => call('incidents.get', { id }), gcTime: 0 })
  const paper = useQuery({ queryKey: ['print', 'fallback.ofCase', id], queryFn: () => call('fallback.ofCase', { form: 'incident', id }), gcTime: 0 })
  return (
    <PrintFrame form="incident" subjectId={id} name={incident.data?.number ?? null} error={company.error ?? incident.error ?? paper.error} onRetry={() => void Promise.all([company.refetch(), incident.refetch(), paper.refetch()])}>
      {company.data && incident.data && paper.data !== undefined && <Form company={company.data.company} incident={incident.data} paper={paper.data} />}
    </PrintFrame>
  )
}

function Form({ company, incident, paper }: { company: string; incident: Incident; paper: Output<'fallback.ofCase'> }) {
  const { print, incidents: text, fallback: { origin, slip: { fromPaper } } } = useText()
  const words = print.incident
  const { card, stage, how } = text
  const [from, to] = [localMinute(incident.happenedFrom), localMinute(incident.happenedTo)]
  // One sheet, however much was written: smaller letters, and cells no taller than their words.
  const letters = [incident.what, paper?.note?.measures, incident.findings, incident.consequences, incident.measures, incident.closing].join('').length + incident.people.length * 40
  const linked = [paper && fromPaper(paper.blank), incident.documentTitle, incident.slip?.number, incident.stocktake?.number, incident.readingSeq !== null && `#${incident.readingSeq}`].filter(Boolean).join('　')
  return (
    <Sheet label={print.preview.sheetName(print.preview.incident, 1, 1)} className={`${styles.incident} ${letters > 1000 ? styles.dense : letters > 420 ? styles.close : ''}`}>
      <div className={styles.incidentTitle}>{words.title}</div>
      <div className={styles.incidentHead}><span>{company}</span><span>{incident.number}</span></div>
      <table>
        <colgroup><col style={{ width: '26mm' }} /><col /><col style={{ width: '26mm' }} /><col /></colgroup>
        <tbody>
          <tr><th scope="row">{words.number}</th><td>{incident.dossierNumber}</td><th scope="row">{words.kind}</th><td>{text.kind[incident.kind]}</td></tr>
          <tr><th scope="row">{words.dossier}</th><td colSpan={3}>{incident.title}</td></tr>
          <tr><th scope="row">{card.happened}</th><td colSpan={3}>{from === to ? from : card.between(from, to)}</td></tr>
          <tr><th scope="row">{card.found}</th><td>{card.foundBy(incident.foundOn, incident.foundByName)}</td><th scope="row">{card.opened}</th><td>{card.foundBy(localMinute(incident.openedAt), incident.openedByName)}</td></tr>
          {linked !== '' && <tr><th scope="row">{words.linked}</th><td colSpan={3}>{linked}</td></tr>}
          <tr className={styles.tall}><th scope="row">{card.what}</th><td colSpan={3}>{incident.what}</td></tr>
          {/* As the note written on the spot had it; who answered for the folder then is the ledger's to say, below. */}
          {paper?.note?.measures && <tr><th scope="row">{origin.measures}</th><td colSpan={3}>{paper.note.measures}</td></tr>}
          {(paper?.note?.witness || paper?.note?.holderName) && <tr><th scope="row">{origin.witness}</th><td>{paper.note.witness}</td><th scope="row">{origin.holder}</th><td>{paper.note.holderName}</td></tr>}
          <tr>
            <th scope="row">{card.people}</th>
            <td colSpan={3}>
              <ul className={styles.who}>
                {incident.people.map((one) => (
                  <li key={`${one.personId} ${one.fromAt} ${one.how}`}>
                    {one.name}　{stage[one.stage] ?? one.stage}　{how[one.how] ?? one.how}{one.slipNumber && `　${one.slipNumber}`}　{card.span(localMinute(one.fromAt), one.untilAt ? localMinute(one.untilAt) : card.until)}
                  </li>
                ))}
                {incident.people.length === 0 && <li>{text.open.nobody}</li>}
              </ul>
            </td>
          </tr>
          <tr className={styles.tall}><th scope="row">{card.findings}</th><td colSpan={3}>{incident.findings}</td></tr>
          <tr className={styles.tall}><th scope="row">{card.consequences}</th><td colSpan={3}>{incident.consequences}</td></tr>
          <tr className={styles.tall}><th scope="row">{card.measures}</th><td colSpan={3}>{incident.measures}</td></tr>
          <tr className={styles.signed}>
            <th scope="row">{card.closing}</th>
            <td colSpan={3}>{incident.closing}<br />{words.director} {incident.closedByName ?? '　　　　　　'}　<FormDay day={incident.closedAt ? localDay(incident.closedAt) : null} /></td>
          </tr>
        </tbody>
      </table>
      <div className={lists.foot}><StampLines inline /></div>
    </Sheet>
  )
}
