import { ActionIcon, NumberInput, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { REFUSAL_REASONS } from '../../../../shared/contract/custody.ts'
import { PAPER_DECISIONS } from '../../../../shared/contract/fallback.ts'
import { CONDITIONS } from '../../../../shared/contract/lookups.ts'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { FolderField, MomentField, PaperFrame, type PaperForm, PersonField, useToday } from './fields.tsx'
import { readDayOrMoment } from './moment.ts'
import { changePaper } from './queries.ts'
import styles from './fallback.module.css'

type Line = {
  dossierId: number; number: string; pages: number | string; decision: (typeof PAPER_DECISIONS)[number]; pagesIn: number | string
  condition: (typeof CONDITIONS)[number]; reason: (typeof REFUSAL_REASONS)[number]; remarks: string
}
type Draft = {
  way: (typeof WAYS)[number]['key']; departmentId: string | null; senderId: string | null; sentAt: string; receiverId: string | null; receivedAt: string; remarks: string; lines: readonly Line[]
}

/** Every way there can be; which of them a folder's regulation knows is asked when it is entered. */
const WAYS = [
  { key: 'department administrator', from: 'department', to: 'administrator' }, { key: 'administrator archiveRoom', from: 'administrator', to: 'archiveRoom' },
  { key: 'department office', from: 'department', to: 'office' }, { key: 'office archiveRoom', from: 'office', to: 'archiveRoom' },
  { key: 'department archiveRoom', from: 'department', to: 'archiveRoom' }, { key: 'administrator office', from: 'administrator', to: 'office' },
] as const
const wayOf = (key: Draft['way']) => WAYS.find((way) => way.key === key)!
const EMPTY: Draft = { way: 'department administrator', departmentId: null, senderId: null, sentAt: '', receiverId: null, receivedAt: '', remarks: '', lines: [] }

/** A line as at the desk: other page counts, and other reasons, need a remark. */
const isWhole = ({ pages, pagesIn, decision, reason, remarks }: Line) =>
  pages !== '' && (remarks.trim() !== '' || !(decision === 'refused' ? reason === 'other' : pagesIn !== '' && Number(pagesIn) !== Number(pages)))

/** A list of transfer, both sides' signatures and every line as it was decided; way, people and hours stay for the next one. */
export function EnterList({ number, onEntered }: PaperForm) {
  const { fallback: { enter, enterList: text } } = useText()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const set = (values: Partial<Draft>) => setDraft((before) => ({ ...before, ...values }))
  const today = useToday()
  const isMoment = (typed: string) => readDayOrMoment(typed, today) !== null
  const isReady = number !== '' && (wayOf(draft.way).from !== 'department' || draft.departmentId !== null) && draft.senderId !== null && isMoment(draft.sentAt) && draft.receiverId !== null &&
    isMoment(draft.receivedAt) && draft.lines.length > 0 && draft.lines.every(isWhole)
  const entered = (conflicts: number) => {
    setDraft({ ...draft, remarks: '', lines: [] })
    onEntered(conflicts)
  }
  return (
    <PaperFrame isReady={isReady} hint={`${enter.paperTimes}　${text.dayOnly}`} onSend={() => changePaper('fallback.enterList', inputOf(number, draft, today))} onEntered={entered}>
      <Fields draft={draft} set={set} />
      <Lines lines={draft.lines} set={(lines) => set({ lines })} />
      <TextInput className={styles.whole} label={enter.remarks} maxLength={300} value={draft.remarks} onChange={(event) => set({ remarks: event.currentTarget.value })} />
    </PaperFrame>
  )
}

function inputOf(number: string, draft: Draft, today: string) {
  const instant = (typed: string) => readDayOrMoment(typed, today)!
  const { from, to } = wayOf(draft.way)
  return {
    number, from, to, departmentId: from === 'department' ? Number(draft.departmentId) : null, senderId: Number(draft.senderId), sentAt: instant(draft.sentAt),
    receiverId: Number(draft.receiverId), receivedAt: instant(draft.receivedAt), remarks: draft.remarks,
    lines: draft.lines.map(({ dossierId, pages, decision, pagesIn, condition, reason, remarks }) => ({
      dossierId, pages: Number(pages), decision, pagesIn: pagesIn === '' ? null : Number(pagesIn), condition, reason: decision === 'refused' ? reason : null, remarks,
    })),
  }
}

function Fields({ draft, set }: { draft: Draft; set: (values: Partial<Draft>) => void }) {
  const { fallback: { enterList: text }, custody } = useText()
  const { data: departments = [] } = useQuery({ queryKey: ['people.departments'], queryFn: () => call('people.departments', {}) })
  return (
    <>
      <Select
        className={styles.two} label={text.way} required allowDeselect={false} value={draft.way} onChange={(way) => way && set({ way })}
        data={WAYS.map(({ key, from, to }) => ({ value: key, label: custody.way(custody.stage[from], custody.stage[to]) }))}
      />
      <Select
        className={styles.two} label={text.department} searchable allowDeselect={false} disabled={wayOf(draft.way).from !== 'department'} required={wayOf(draft.way).from === 'department'}
        data={departments.map(({ id, name }) => ({ value: String(id), label: name }))} value={wayOf(draft.way).from === 'department' ? draft.departmentId : null} onChange={(departmentId) => set({ departmentId })}
      />
      <PersonField label={text.sender} value={draft.senderId} onChange={(senderId) => set({ senderId })} />
      <MomentField label={text.sentAt} mayBeDay value={draft.sentAt} onChange={(sentAt) => set({ sentAt })} />
      <PersonField label={text.receiver} value={draft.receiverId} onChange={(receiverId) => set({ receiverId })} />
      <MomentField label={text.receivedAt} mayBeDay value={draft.receivedAt} onChange={(receivedAt) => set({ receivedAt })} />
    </>
  )
}

function Lines({ lines, set }: { lines: readonly Line[]; set: (lines: readonly Line[]) => void }) {
  const { fallback: { enter, enterList: text } } = useText()
  const change = (dossierId: number, values: Partial<Line>) => set(lines.map((line) => (line.dossierId === dossierId ? { ...line, ...values } : line)))
  return (
    <div className={`${styles.whole} ${styles.folders}`}>
      {lines.map((line) => <OneLine key={line.dossierId} line={line} change={(values) => change(line.dossierId, values)} remove={() => set(lines.filter((one) => one !== line))} />)}
      <div className={styles.adding}>
        <FolderField
          label={enter.folder} width={320}
          onFound={({ dossierId, number }) => {
            if (lines.some((line) => line.dossierId === dossierId)) return false
            set([...lines, { dossierId, number, pages: '', decision: 'accepted', pagesIn: '', condition: 'good', reason: 'pages-differ', remarks: '' }])
            return true
          }}
        />
        {lines.length > 0 && <span className={styles.quiet}>{text.lines(lines.length, lines.reduce((sum, { pages }) => sum + Number(pages), 0))}</span>}
      </div>
    </div>
  )
}

function OneLine({ line, change, remove }: { line: Line; change: (values: Partial<Line>) => void; remove: () => void }) {
  const { fallback: { enter, enterList: text }, custody, lookups } = useText()
  const isRefused = line.decision === 'refused'
  return (
    <div className={`${styles.folder} ${styles.listed}`} role="group" aria-label={line.number}>
      <span className={styles.folderNumber} title={line.number}>{line.number}</span>
      <NumberInput label={text.pages} required min={0} max={100_000} value={line.pages} onChange={(pages) => change({ pages })} hideControls />
      <Select label={text.decision} allowDeselect={false} data={PAPER_DECISIONS.map((value) => ({ value, label: text[value] }))} value={line.decision} onChange={(decision) => decision && change({ decision })} />
      <NumberInput label={text.pagesIn} min={0} max={100_000} placeholder={String(line.pages)} value={line.pagesIn} onChange={(pagesIn) => change({ pagesIn })} hideControls />
      {isRefused
        ? <Select label={text.reason} allowDeselect={false} data={REFUSAL_REASONS.map((value) => ({ value, label: custody.reason[value] }))} value={line.reason} onChange={(reason) => reason && change({ reason })} />
        : <Select label={enter.condition} allowDeselect={false} data={CONDITIONS.map((value) => ({ value, label: lookups.condition[value] }))} value={line.condition} onChange={(condition) => condition && change({ condition })} />}
      <TextInput label={text.remarks} maxLength={200} value={line.remarks} error={line.pages !== '' && !isWhole(line) && text.remarksNeeded} onChange={(event) => change({ remarks: event.currentTarget.value })} />
      <ActionIcon variant="subtle" size={32} aria-label={`${enter.remove} ${line.number}`} onClick={remove}><IconX size={16} aria-hidden /></ActionIcon>
    </div>
  )
}
