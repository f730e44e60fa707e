import { ActionIcon, Button, Checkbox, Modal, NumberInput, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconScan, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { CONDITIONS, MANNERS } from '../../../../shared/contract/lookups.ts'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { readMoment } from './moment.ts'
import { changePaper, directoryQuery } from './queries.ts'
import styles from './fallback.module.css'

type Line = { dossierId: number; number: string; pagesOut: number | string; returnedAt: string; pagesIn: number | string; conditionIn: (typeof CONDITIONS)[number] }
type Draft = {
  number: string; applicantId: string | null; partyName: string; purpose: string; manner: (typeof MANNERS)[number]; copyPages: number | string; untilOn: string | null
  signerId: string | null; signedAt: string; handedBy: string | null; handedAt: string; isBack: boolean; takenBackBy: string | null; remarks: string; lines: readonly Line[]
}
const EMPTY: Draft = {
  number: '', applicantId: null, partyName: '', purpose: '', manner: 'borrow', copyPages: '', untilOn: null, signerId: null, signedAt: '', handedBy: null, handedAt: '', isBack: true, takenBackBy: null,
  remarks: '', lines: [],
}

/** One paper after another from the keyboard: Enter records it, keeps the people of the desk and begins the next. */
export function EnterDialog({ number, onClose }: { number: string; onClose: () => void }) {
  const { fallback: text } = useText()
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, number })
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const set = (values: Partial<Draft>) => setDraft((before) => ({ ...before, ...values }))
  const today = useQuery(statusQuery).data?.today ?? ''
  const isMoment = (typed: string) => readMoment(typed, today) !== null
  const isReady = draft.number.trim() !== '' && draft.applicantId !== null && draft.partyName.trim() !== '' && draft.purpose.trim() !== '' && draft.untilOn !== null && draft.signerId !== null &&
    isMoment(draft.signedAt) && draft.handedBy !== null && isMoment(draft.handedAt) && draft.lines.length > 0 && draft.lines.every((line) => line.pagesOut !== '' && (!draft.isBack || isMoment(line.returnedAt))) &&
    (!draft.isBack || draft.takenBackBy !== null)
  const enter = async () => {
    setRunning(true)
    setError(null)
    try {
      const { conflicts } = await changePaper('fallback.enter', inputOf(draft, today))
      const number = draft.number.trim()
      notifications.show(conflicts > 0 ? { message: text.enter.conflicted(number, conflicts), color: 'seal' } : { message: text.enter.done(number) })
      setDraft({ ...EMPTY, signerId: draft.signerId, handedBy: draft.handedBy, takenBackBy: draft.takenBackBy, signedAt: draft.signedAt, handedAt: draft.handedAt, untilOn: draft.untilOn })
      first.current?.focus()
    } catch (refusal) {
      setError(refusal)
    } finally {
      setRunning(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={text.enter.title} size={980}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isRunning) void enter()
        }}
      >
        <div className={styles.form}>
          <TextInput
            ref={first} label={text.enter.number} placeholder={text.enter.numberHint} required maxLength={40} spellCheck={false} value={draft.number} data-autofocus className={styles.two}
            leftSection={<IconScan size={16} stroke={1.5} aria-hidden />} onChange={(event) => set({ number: event.currentTarget.value })}
          />
          <Fields draft={draft} set={set} />
          <Folders draft={draft} set={set} />
          <TextInput className={styles.whole} label={text.enter.remarks} maxLength={200} value={draft.remarks} onChange={(event) => set({ remarks: event.currentTarget.value })} />
          <div className={styles.whole}><Refusal error={error} /></div>
          <div className={`${styles.whole} ${styles.foot}`}>
            <span>{text.enter.paperTimes}　{text.enter.keys}</span>
            <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{text.enter.confirm}</Button>
          </div>
        </div>
      </form>
    </Modal>
  )
}

function inputOf(draft: Draft, today: string) {
  const instant = (typed: string) => readMoment(typed, today)!
  const { number, partyName, purpose, manner, isBack } = draft
  return {
    number, partyName, purpose, manner, applicantId: Number(draft.applicantId), copyPages: manner === 'copy' && draft.copyPages !== '' ? Number(draft.copyPages) : null, untilOn: draft.untilOn!,
    signerId: Number(draft.signerId), signedAt: instant(draft.signedAt), handedBy: Number(draft.handedBy), handedAt: instant(draft.handedAt),
    takenBackBy: isBack ? Number(draft.takenBackBy) : null, remarks: draft.remarks,
    folders: draft.lines.map((line) => ({
      dossierId: line.dossierId, pagesOut: Number(line.pagesOut),
      ...(isBack && { returnedAt: instant(line.returnedAt), pagesIn: Number(line.pagesIn === '' ? line.pagesOut : line.pagesIn), conditionIn: line.conditionIn }),
    })),
  }
}

type Part = { draft: Draft; set: (values: Partial<Draft>) => void }

function Fields({ draft, set }: Part) {
  const { fallback: { enter: text }, lookups } = useText()
  const { data: people = [] } = useQuery(directoryQuery)
  const choices = (role?: 'archivist') => people.filter(({ roles }) => role === undefined || roles.includes(role)).map(({ id, name, departmentName }) => ({ value: String(id), label: departmentName ? `${name}　${departmentName}` : name }))
  const person = (label: string, key: 'applicantId' | 'signerId' | 'handedBy' | 'takenBackBy', role?: 'archivist') => (
    <Select label={label} required searchable data={choices(role)} value={draft[key]} onChange={(value) => set({ [key]: value })} />
  )
  const moment = (label: string, key: 'signedAt' | 'handedAt') => (
    <MomentField label={label} value={draft[key]} onChange={(typed) => set({ [key]: typed })} />
  )
  return (
    <>
      {person(text.applicant, 'applicantId')}
      <DayInput label={text.until} required value={draft.untilOn} onChange={(untilOn) => set({ untilOn })} />
      <TextInput className={styles.two} label={text.party} required maxLength={200} value={draft.partyName} onChange={(event) => set({ partyName: event.currentTarget.value })} />
      <TextInput className={styles.two} label={text.purpose} required maxLength={300} value={draft.purpose} onChange={(event) => set({ purpose: event.currentTarget.value })} />
      <Select label={text.manner} data={MANNERS.map((value) => ({ value, label: lookups.manner[value] }))} allowDeselect={false} value={draft.manner} onChange={(value) => value && set({ manner: value })} />
      <NumberInput label={text.copyPages} disabled={draft.manner !== 'copy'} min={1} max={10_000} value={draft.copyPages} onChange={(copyPages) => set({ copyPages })} />
      {person(text.signer, 'signerId')}
      {moment(text.signedAt, 'signedAt')}
      {person(text.handedBy, 'handedBy', 'archivist')}
      {moment(text.handedAt, 'handedAt')}
      <Checkbox label={text.isBack} checked={draft.isBack} pt={28} onChange={(event) => set({ isBack: event.currentTarget.checked })} />
      {draft.isBack ? person(text.takenBackBy, 'takenBackBy', 'archivist') : <span />}
    </>
  )
}

/** A day and an hour, typed as they stand on the paper. */
function MomentField({ label, value, onChange }: { label: string; value: string; onChange: (typed: string) => void }) {
  const { fallback: { enter: text } } = useText()
  const today = useQuery(statusQuery).data?.today ?? ''
  const [isLeft, setLeft] = useState(false)
  const isBad = isLeft && value.trim() !== '' && readMoment(value, today) === null
  return (
    <TextInput
      label={label} required maxLength={20} spellCheck={false} placeholder={`${today} 09:40`} value={value} error={isBad && text.badMoment}
      onChange={(event) => onChange(event.currentTarget.value)} onBlur={() => setLeft(true)}
    />
  )
}

function Folders({ draft: { lines, isBack, handedAt }, set }: Part) {
  const { fallback: { enter: text }, lookups } = useText()
  const [code, setCode] = useState('')
  const [missed, setMissed] = useState<string | null>(null)
  const add = async () => {
    const wanted = code.trim()
    if (wanted === '') return
    try {
      const { dossierId } = await call('lookups.find', { code: wanted.slice(0, 60) })
      if (dossierId === null || lines.some((line) => line.dossierId === dossierId)) return setMissed(wanted)
      set({ lines: [...lines, { dossierId, number: wanted.toUpperCase(), pagesOut: '', returnedAt: handedAt, pagesIn: '', conditionIn: 'good' }] })
      setMissed(null)
      setCode('')
    } catch {
      setMissed(wanted)
    }
  }
  const change = (dossierId: number, values: Partial<Line>) => set({ lines: lines.map((line) => (line.dossierId === dossierId ? { ...line, ...values } : line)) })
  return (
    <div className={`${styles.whole} ${styles.folders}`}>
      {lines.map((line) => (
        <div className={styles.folder} key={line.dossierId}>
          <span className={styles.folderNumber}>{line.number}</span>
          <NumberInput label={text.pagesOut} required min={0} value={line.pagesOut} onChange={(pagesOut) => change(line.dossierId, { pagesOut })} hideControls />
          {isBack ? (
            <>
              <MomentField label={text.returnedAt} value={line.returnedAt} onChange={(returnedAt) => change(line.dossierId, { returnedAt })} />
              <NumberInput label={text.pagesIn} min={0} placeholder={String(line.pagesOut)} value={line.pagesIn} onChange={(pagesIn) => change(line.dossierId, { pagesIn })} hideControls />
              <Select label={text.condition} data={CONDITIONS.map((value) => ({ value, label: lookups.condition[value] }))} allowDeselect={false} value={line.conditionIn} onChange={(value) => value && change(line.dossierId, { conditionIn: value })} />
            </>
          ) : <><span /><span /><span /></>}
          <ActionIcon variant="subtle" size={32} aria-label={`${text.remove} ${line.number}`} onClick={() => set({ lines: lines.filter((one) => one.dossierId !== line.dossierId) })}><IconX size={16} aria-hidden /></ActionIcon>
        </div>
      ))}
      <TextInput
        label={text.folder} placeholder={text.folderHint} w={320} maxLength={60} spellCheck={false} value={code} error={missed === null ? undefined : text.notFound(missed)} leftSection={<IconScan size={16} stroke={1.5} aria-hidden />}
        onChange={(event) => setCode(event.currentTarget.value)} onBlur={() => void add()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || code.trim() === '') return
          event.preventDefault()
          void add()
        }}
      />
    </div>
  )
}
