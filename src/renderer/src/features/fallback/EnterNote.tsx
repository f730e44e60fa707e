import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { INCIDENT_KINDS } from '../../../../shared/contract/incidents.ts'
import { useText } from '../../app/text.tsx'
import { answerableQuery, People } from '../incidents/index.ts'
import { type FoundFolder, FolderField, MomentField, PaperFrame, type PaperForm, PersonField, useToday } from './fields.tsx'
import { readDayOrMoment } from './moment.ts'
import { changePaper } from './queries.ts'
import styles from './fallback.module.css'

type Draft = {
  kind: (typeof INCIDENT_KINDS)[number]; folder: FoundFolder | null; isSpan: boolean; happenedFrom: string; happenedTo: string; foundAt: string; foundBy: string | null
  holderId: string | null; what: string; measures: string; witness: string
}
const EMPTY: Draft = { kind: 'missing', folder: null, isSpan: false, happenedFrom: '', happenedTo: '', foundAt: '', foundBy: null, holderId: null, what: '', measures: '', witness: '' }

/** A note of an incident; while one writes, who answered for the folder then by the ledger. */
export function EnterNote({ number, onEntered }: PaperForm) {
  const { fallback: { enter, enterList } } = useText()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [turn, setTurn] = useState(0)
  const set = (values: Partial<Draft>) => setDraft((before) => ({ ...before, ...values }))
  const today = useToday()
  const instant = (typed: string) => readDayOrMoment(typed, today)
  const [happenedFrom, foundAt] = [instant(draft.happenedFrom), instant(draft.foundAt)]
  const happenedTo = draft.isSpan ? instant(draft.happenedTo) : happenedFrom
  const time = draft.folder && happenedFrom && happenedTo && happenedFrom <= happenedTo ? { dossierId: draft.folder.dossierId, happenedFrom, happenedTo } : null
  const isReady = number !== '' && time !== null && foundAt !== null && draft.foundBy !== null && draft.what.trim() !== ''
  const send = () => changePaper('fallback.enterNote', {
    number, kind: draft.kind, ...time!, foundAt: foundAt!, foundBy: Number(draft.foundBy), what: draft.what.trim(), holderId: draft.holderId === null ? null : Number(draft.holderId),
    measures: draft.measures, witness: draft.witness,
  })
  const entered = (conflicts: number) => {
    setDraft(EMPTY)
    setTurn(turn + 1)
    onEntered(conflicts)
  }
  return (
    <PaperFrame isReady={isReady} hint={`${enter.paperTimes}　${enterList.dayOnly}`} onSend={send} onEntered={entered}>
      <Fields key={turn} draft={draft} set={set} />
      <Answering time={time} />
    </PaperFrame>
  )
}

function Fields({ draft, set }: { draft: Draft; set: (values: Partial<Draft>) => void }) {
  const { fallback: { enterNote: text }, incidents } = useText()
  const line = (label: string, key: 'measures' | 'witness', max: number) => (
    <TextInput label={label} maxLength={max} value={draft[key]} onChange={(event) => set({ [key]: event.currentTarget.value })} />
  )
  return (
    <>
      <Select label={text.kind} required allowDeselect={false} data={INCIDENT_KINDS.map((value) => ({ value, label: incidents.kind[value] }))} value={draft.kind} onChange={(kind) => kind && set({ kind })} />
      <FolderField label={text.folder} onEdited={() => set({ folder: null })} onFound={(folder) => { set({ folder }); return true }} />
      <MomentField label={text.foundAt} mayBeDay value={draft.foundAt} onChange={(foundAt) => set({ foundAt })} />
      <PersonField label={text.foundBy} value={draft.foundBy} onChange={(foundBy) => set({ foundBy })} />
      <MomentField label={draft.isSpan ? text.happenedFrom : text.happened} mayBeDay value={draft.happenedFrom} onChange={(happenedFrom) => set({ happenedFrom })} />
      {draft.isSpan && <MomentField label={text.happenedTo} mayBeDay value={draft.happenedTo} onChange={(happenedTo) => set({ happenedTo })} />}
      <Checkbox label={text.isSpan} checked={draft.isSpan} pt={28} onChange={(event) => set({ isSpan: event.currentTarget.checked })} />
      {!draft.isSpan && <span />}
      <PersonField label={text.holder} isOptional placeholder={text.holderHint} value={draft.holderId} onChange={(holderId) => set({ holderId })} />
      <Textarea className={styles.whole} label={text.what} required autosize minRows={2} maxRows={4} maxLength={300} value={draft.what} onChange={(event) => set({ what: event.currentTarget.value.replaceAll('\n', ' ') })} />
      <div className={styles.two}>{line(text.measures, 'measures', 300)}</div>
      <div className={styles.two}>{line(text.witness, 'witness', 60)}</div>
    </>
  )
}

function Answering({ time }: { time: { dossierId: number; happenedFrom: string; happenedTo: string } | null }) {
  const { fallback: { enterNote: text } } = useText()
  const people = useQuery({ ...answerableQuery(time ?? { dossierId: 0, happenedFrom: '', happenedTo: '' }), enabled: time !== null, placeholderData: keepPreviousData })
  return (
    <section className={`${styles.whole} ${styles.folders}`} aria-label={text.people}>
      <span><strong>{text.people}</strong>　<span className={styles.quiet}>{text.peopleHint}</span></span>
      {time !== null && people.data && (people.data.length === 0 ? <span className={styles.quiet}>{text.nobody}</span> : <People people={people.data} />)}
    </section>
  )
}
