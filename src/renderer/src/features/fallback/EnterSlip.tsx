import { ActionIcon, Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { CONDITIONS, MANNERS } from '../../../../shared/contract/lookups.ts'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { FolderField, MomentField, PaperFrame, type PaperForm, PersonField, useToday } from './fields.tsx'
import { readMoment } from './moment.ts'
import { changePaper } from './queries.ts'
import styles from './fallback.module.css'

type Line = { dossierId: number; number: string; pagesOut: number | string; returnedAt: string; pagesIn: number | string; conditionIn: (typeof CONDITIONS)[number] }
type Draft = {
  applicantId: string | null; partyName: string; purpose: string; manner: (typeof MANNERS)[number]; copyPages: number | string; untilOn: string | null
  signerId: string | null; signedAt: string; handedBy: string | null; handedAt: string; isBack: boolean; takenBackBy: string | null; remarks: string; lines: readonly Line[]
}
const EMPTY: Draft = {
  applicantId: null, partyName: '', purpose: '', manner: 'borrow', copyPages: '', untilOn: null, signerId: null, signedAt: '', handedBy: null, handedAt: '', isBack: true, takenBackBy: null,
  remarks: '', lines: [],
}

/** A slip; the people of the desk and the hours stay for the next one. */
export function EnterSlip({ number, onEntered }: PaperForm) {
  const { fallback: { enter: text } } = useText()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const set = (values: Partial<Draft>) => setDraft((before) => ({ ...before, ...values }))
  const today = useToday()
  const isMoment = (typed: string) => readMoment(typed, today) !== null
  const isReady = number !== '' && draft.applicantId !== null && draft.partyName.trim() !== '' && draft.purpose.trim() !== '' && draft.untilOn !== null && draft.signerId !== null &&
    isMoment(draft.signedAt) && draft.handedBy !== null && isMoment(draft.handedAt) && draft.lines.length > 0 && draft.lines.every((line) => line.pagesOut !== '' && (!draft.isBack || isMoment(line.returnedAt))) &&
    (!draft.isBack || draft.takenBackBy !== null)
  const entered = (conflicts: number) => {
    setDraft({ ...EMPTY, signerId: draft.signerId, handedBy: draft.handedBy, takenBackBy: draft.takenBackBy, signedAt: draft.signedAt, handedAt: draft.handedAt, untilOn: draft.untilOn })
    onEntered(conflicts)
  }
  return (
    <PaperFrame isReady={isReady} hint={text.paperTimes} onSend={() => changePaper('fallback.enter', inputOf(number, draft, today))} onEntered={entered}>
      <Fields draft={draft} set={set} />
      <Folders draft={draft} set={set} />
      <TextInput className={styles.whole} label={text.remarks} maxLength={200} value={draft.remarks} onChange={(event) => set({ remarks: event.currentTarget.value })} />
    </PaperFrame>
  )
}

function inputOf(number: string, draft: Draft, today: string) {
  const instant = (typed: string) => readMoment(typed, today)!
  const { partyName, purpose, manner, isBack } = draft
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
  return (
    <>
      <PersonField label={text.applicant} value={draft.applicantId} onChange={(applicantId) => set({ applicantId })} />
      <DayInput label={text.until} required value={draft.untilOn} onChange={(untilOn) => set({ untilOn })} />
      <TextInput className={styles.two} label={text.party} required maxLength={200} value={draft.partyName} onChange={(event) => set({ partyName: event.currentTarget.value })} />
      <TextInput className={styles.two} label={text.purpose} required maxLength={300} value={draft.purpose} onChange={(event) => set({ purpose: event.currentTarget.value })} />
      <Select label={text.manner} data={MANNERS.map((value) => ({ value, label: lookups.manner[value] }))} allowDeselect={false} value={draft.manner} onChange={(value) => value && set({ manner: value })} />
      <NumberInput label={text.copyPages} disabled={draft.manner !== 'copy'} min={1} max={10_000} value={draft.copyPages} onChange={(copyPages) => set({ copyPages })} />
      <PersonField label={text.signer} value={draft.signerId} onChange={(signerId) => set({ signerId })} />
      <MomentField label={text.signedAt} value={draft.signedAt} onChange={(signedAt) => set({ signedAt })} />
      <PersonField label={text.handedBy} role="archivist" value={draft.handedBy} onChange={(handedBy) => set({ handedBy })} />
      <MomentField label={text.handedAt} value={draft.handedAt} onChange={(handedAt) => set({ handedAt })} />
      <Checkbox label={text.isBack} checked={draft.isBack} pt={28} onChange={(event) => set({ isBack: event.currentTarget.checked })} />
      {draft.isBack ? <PersonField label={text.takenBackBy} role="archivist" value={draft.takenBackBy} onChange={(takenBackBy) => set({ takenBackBy })} /> : <span />}
    </>
  )
}

function Folders({ draft: { lines, isBack, handedAt }, set }: Part) {
  const { fallback: { enter: text }, lookups } = useText()
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
      <FolderField
        label={text.folder} width={320}
        onFound={({ dossierId, number }) => {
          if (lines.some((line) => line.dossierId === dossierId)) return false
          set({ lines: [...lines, { dossierId, number, pagesOut: '', returnedAt: handedAt, pagesIn: '', conditionIn: 'good' }] })
          return true
        }}
      />
    </div>
  )
}
