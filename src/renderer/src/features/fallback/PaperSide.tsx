import { Fragment } from 'react'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import type { PaperConflict, PaperRow } from './queries.ts'
import styles from './fallback.module.css'

type Fact = readonly [name: string, value: string, isSame?: boolean]

/** One side of a contradiction: what the paper says, the folder that it is about set off. */
export function PaperSide({ paper, title, dossierId }: { paper: PaperRow; title: string; dossierId: number | null }) {
  const { fallback: text } = useText()
  const facts = useFacts(paper, dossierId)
  return (
    <div className={styles.side}>
      <h2>{title}　{text.form[paper.form]}　{paper.blank}<span className={`${styles.chip} ${styles[paper.state]}`}>{text.paperState[paper.state]}</span></h2>
      <dl className={styles.facts}>
        {facts.map(([name, value, isSame], index) => <Fragment key={index}><dt>{name}</dt><dd className={isSame ? styles.same : undefined}>{value}</dd></Fragment>)}
      </dl>
    </div>
  )
}

function useFacts(paper: PaperRow, dossierId: number | null): Fact[] {
  const text = useText()
  const { fallback: { conflict, list, enter }, lookups, custody, incidents } = text
  const { slip, list: handed, note, dossiers } = paper
  const nameOf = (id: number) => dossiers.filter((one) => one.id === id).map(({ number, title }) => `${number} ${title}`).join('')
  const last: Fact = [list.entered, conflict.entry(paper.enteredByName, localMinute(paper.enteredAt))]
  if (slip) {
    return [
      [enter.applicant, `${slip.applicantName}　${lookups.manner[slip.manner]}　${slip.purpose}`], [conflict.signer, `${slip.signerName}　${localMinute(slip.signedAt)}`],
      [list.out, `${localMinute(slip.handedAt)}　${slip.handedByName}`],
      ...slip.folders.map((folder): Fact => [list.back, `${folder.returnedAt ? localMinute(folder.returnedAt) : list.stillOut}　${nameOf(folder.dossierId)}`, folder.dossierId === dossierId]),
      last,
    ]
  }
  if (handed) {
    const { from, to, departmentName, lines } = handed
    return [
      [conflict.way, custody.way(departmentName ?? custody.stage[from], custody.stage[to])], [conflict.sender, `${localMinute(handed.sentAt)}　${handed.senderName}`],
      [conflict.receiver, `${localMinute(handed.receivedAt)}　${handed.receiverName}`],
      ...lines.map((line): Fact => [custody.lineState[line.decision], `${nameOf(line.dossierId)}${line.reason ? `　${custody.reason[line.reason]}` : ''}`, line.dossierId === dossierId]),
      last,
    ]
  }
  if (!note) return [last]
  const [from, to] = [localMinute(note.happenedFrom), localMinute(note.happenedTo)]
  return [
    [conflict.kind, `${incidents.kind[note.kind]}　${note.what}`], [conflict.line, nameOf(note.dossierId), note.dossierId === dossierId],
    [conflict.happened, from === to ? from : incidents.card.between(from, to)], [conflict.found, `${localMinute(note.foundAt)}　${note.foundByName}`],
    ...(note.holderName === null ? [] : [[conflict.holder, note.holderName] as const]), last,
  ]
}

const MOMENTS = ['openedAt', 'goneAt', 'since', 'issuedAt'] as const
const NAMES = ['slip', 'transfer', 'incident', 'reference', 'answerable'] as const

/** The other side, where that is no paper: what the program holds against it. */
export function RecordSide({ conflict: { rule, facts } }: { conflict: PaperConflict }) {
  const { fallback: text, custody } = useText()
  const { facts: words, recorded, recordedHint } = text.conflict
  const { at, how, stage } = facts
  const isOfRecord = how !== undefined || stage !== undefined
  const rows: Fact[] = [
    ...NAMES.flatMap((key): Fact[] => (facts[key] === undefined ? [] : [[words[key], facts[key]]])),
    ...MOMENTS.flatMap((key): Fact[] => (facts[key] === undefined ? [] : [[words[key], localMinute(facts[key])]])),
    ...(stage === undefined ? [] : [[words.stage, custody.stage[stage as keyof typeof custody.stage] ?? stage] as const]),
    ...(how === undefined ? [] : [[words.how, custody.event[how as keyof typeof custody.event] ?? how] as const]),
    ...(isOfRecord && at !== undefined ? [[words.at, localMinute(at)] as const] : []),
  ]
  return (
    <div className={styles.side}>
      <h2>{recorded}</h2>
      {rows.length === 0 ? <p>{text.rule[rule](facts, localMinute)}</p> : (
        <dl className={styles.facts}>{rows.map(([name, value]) => <Fragment key={name}><dt>{name}</dt><dd>{value}</dd></Fragment>)}</dl>
      )}
      <p className={styles.quiet}>{recordedHint}</p>
    </div>
  )
}
