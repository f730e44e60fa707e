import { Modal, PasswordInput, SegmentedControl, Select, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { Told } from './Basis.tsx'
import styles from './limits.module.css'
import { changeLimit, type Limit } from './queries.ts'
import { granted } from './words.ts'

export type SignStep = 'review' | 'approve' | 'return' | 'refuse'
const DONE = { review: 'reviewed', approve: 'approved', return: 'returned', refuse: 'refused' } as const

/** A second or third person signs, in his own session or at this desk; or sends it back, or refuses. */
export function SignDialog({ limit, step, onClose }: { limit: Limit; step: SignStep; onClose: () => void }) {
  const { limits: { dialog, act } } = useText()
  const isOwn = limit.may[step]
  const [where, setWhere] = useState<'own' | 'spot'>(isOwn ? 'own' : 'spot')
  const [login, setLogin] = useState<string | null>(limit.candidates[0]?.login ?? null)
  const [password, setPassword] = useState('')
  const [words, setWords] = useState('')
  const asksReason = step === 'return' || step === 'refuse'
  const isReady = (where === 'own' || (login !== null && password !== '')) && (!asksReason || words.trim() !== '')
  const save = async () => {
    const base = { id: limit.id, version: limit.version, ...(where === 'spot' ? { onTheSpot: { login: login!, password } } : {}) }
    try {
      if (step === 'return' || step === 'refuse') await changeLimit(`limits.${step}`, { ...base, reason: words })
      else await changeLimit(`limits.${step}`, { ...base, remarks: words.trim() || null })
      notifications.show({ message: act[DONE[step]] })
    } finally {
      // Whatever came of it, a password does not stay in the field.
      setPassword('')
    }
  }
  return (
    <Modal opened onClose={onClose} size={460} title={dialog.title(act[step], limit.number)}>
      <SaveForm action={act[step]} isReady={isReady} isDangerous={asksReason} onClose={onClose} onSave={save}>
        <p className={styles.told}>{limit.partyName}<br />{dialog.told(granted(limit.amountFen), limit.termDays, limit.untilOn)}</p>
        {!asksReason && <Told limit={limit} />}
        {isOwn && limit.candidates.length > 0 && (
          <SegmentedControl aria-label={dialog.who} fullWidth value={where} onChange={(value) => setWhere(value)} data={[{ value: 'own', label: dialog.own }, { value: 'spot', label: dialog.spot }]} />
        )}
        {where === 'spot' && (
          <>
            <Select label={dialog.who} data={limit.candidates.map((one) => ({ value: one.login, label: one.name }))} value={login} onChange={setLogin} allowDeselect={false} />
            <PasswordInput label={dialog.password} value={password} autoComplete="off" onChange={(event) => setPassword(event.currentTarget.value)} />
          </>
        )}
        <Textarea label={asksReason ? dialog.reason : dialog.remarks} required={asksReason} autosize minRows={2} maxRows={5} maxLength={300} data-autofocus value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}

export function WithdrawDialog({ limit, onClose }: { limit: Limit; onClose: () => void }) {
  const { limits: { dialog, act } } = useText()
  const [reason, setReason] = useState('')
  const save = async () => {
    await changeLimit('limits.withdraw', { id: limit.id, version: limit.version, reason })
    notifications.show({ message: act.withdrawn })
  }
  return <ReasonDialog title={dialog.title(act.withdraw, limit.number)} action={act.withdraw} reason={reason} onReason={setReason} onSave={save} onClose={onClose} />
}

export function HoldDialog({ limit, hold, onClose }: { limit: Limit; hold: 'freeze' | 'release'; onClose: () => void }) {
  const { limits: { dialog, act } } = useText()
  const [reason, setReason] = useState('')
  const save = async () => {
    await changeLimit('limits.proposeHold', { id: limit.id, version: limit.version, hold, reason })
    notifications.show({ message: act.held })
  }
  return <ReasonDialog title={dialog.title(dialog.holdTitle[hold], limit.number)} hint={dialog.holdHint} action={act[hold]} reason={reason} onReason={setReason} onSave={save} onClose={onClose} />
}

type ReasonProps = { title: string; hint?: string; action: string; reason: string; onReason: (reason: string) => void; onSave: () => Promise<void>; onClose: () => void }
function ReasonDialog({ title, hint, action, reason, onReason, onSave, onClose }: ReasonProps) {
  const { limits: { dialog } } = useText()
  return (
    <Modal opened onClose={onClose} size={420} title={title}>
      <SaveForm action={action} isReady={reason.trim() !== ''} isDangerous onClose={onClose} onSave={onSave}>
        {hint !== undefined && <p className={styles.told}>{hint}</p>}
        <Textarea label={dialog.reason} required autosize minRows={2} maxLength={300} data-autofocus value={reason} onChange={(event) => onReason(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}

/** The other of two says whether the limit is frozen, or released. */
export function DecideHoldDialog({ limit, onClose }: { limit: Limit; onClose: () => void }) {
  const { limits: { dialog, act } } = useText()
  const [answer, setAnswer] = useState<'agree' | 'drop'>('agree')
  const [remarks, setRemarks] = useState('')
  const save = async () => {
    await changeLimit('limits.decideHold', { id: limit.id, version: limit.version, agrees: answer === 'agree', remarks: remarks.trim() || null })
    notifications.show({ message: act.decided })
  }
  const title = limit.hold === 'releaseProposed' ? dialog.decideTitle.releaseProposed : dialog.decideTitle.freezeProposed
  return (
    <Modal opened onClose={onClose} size={440} title={dialog.title(title, limit.number)}>
      <SaveForm action={dialog[answer]} isReady onClose={onClose} onSave={save}>
        <p className={styles.told}>{dialog.decideHint(limit.holdByName ?? '', limit.holdReason ?? '')}</p>
        <SegmentedControl aria-label={title} fullWidth value={answer} onChange={(value) => setAnswer(value)} data={[{ value: 'agree', label: dialog.agree }, { value: 'drop', label: dialog.drop }]} />
        <Textarea label={dialog.remarks} autosize minRows={2} maxLength={300} data-autofocus value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
