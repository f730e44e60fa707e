import { Modal, PasswordInput, SegmentedControl, Select, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { Caution } from '../../ui/Caution.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { changeRating, type Rating } from './queries.ts'
import styles from './ratings.module.css'
import { gradeLabel, score, share } from './words.ts'

type Step = 'review' | 'approve' | 'return'

/** A second or third person signs, in his own session or at this desk with login and password; or sends it back. */
export function SignDialog({ rating, step, onClose }: { rating: Rating; step: Step; onClose: () => void }) {
  const { ratings: { dialog, act, side } } = useText()
  const isOwn = rating.may[step]
  const [where, setWhere] = useState<'own' | 'spot'>(isOwn ? 'own' : 'spot')
  const [login, setLogin] = useState<string | null>(rating.candidates[0]?.login ?? null)
  const [password, setPassword] = useState('')
  const [words, setWords] = useState('')
  const [override, setOverride] = useState<'agree' | 'refuse' | null>(null)
  const asksOverride = step === 'approve' && rating.override !== null
  const title = { review: dialog.reviewTitle, approve: dialog.approveTitle, return: dialog.returnTitle }[step](rating.number)
  const isReady = (where === 'own' || (login !== null && password !== '')) && (step !== 'return' || words.trim() !== '') && (!asksOverride || override !== null)
  const save = async () => {
    const base = { id: rating.id, version: rating.version, ...(where === 'spot' ? { onTheSpot: { login: login!, password } } : {}) }
    try {
      if (step === 'return') await changeRating('ratings.return', { ...base, reason: words })
      else if (step === 'review') await changeRating('ratings.review', { ...base, remarks: words.trim() || null })
      else await changeRating('ratings.approve', { ...base, remarks: words.trim() || null, ...(asksOverride ? { override: override === 'agree' } : {}) })
      notifications.show({ message: { review: act.reviewed, approve: act.approved, return: act.returned }[step] })
    } finally {
      // Whatever came of it, a password does not stay in the field.
      setPassword('')
    }
  }
  return (
    <Modal opened onClose={onClose} size={460} title={title}>
      <SaveForm action={act[step]} isReady={isReady} isDangerous={step === 'return'} onClose={onClose} onSave={save}>
        <p className={styles.told}>{rating.partyName}<br />{dialog.result(score(rating.result.score), gradeLabel(rating, rating.result.grade, side.unrated), share(rating.result.coverage))}</p>
        {isOwn && rating.candidates.length > 0 && (
          <SegmentedControl aria-label={dialog.who} fullWidth value={where} onChange={(value) => setWhere(value)} data={[{ value: 'own', label: dialog.own }, { value: 'spot', label: dialog.spot }]} />
        )}
        {where === 'spot' && (
          <>
            <Select label={dialog.who} data={rating.candidates.map((one) => ({ value: one.login, label: one.name }))} value={login} onChange={setLogin} allowDeselect={false} />
            <PasswordInput label={dialog.password} value={password} autoComplete="off" onChange={(event) => setPassword(event.currentTarget.value)} />
          </>
        )}
        {step === 'review' && <Stuck rating={rating} login={where === 'spot' ? login : null} />}
        {asksOverride && (
          <>
            <p className={styles.told}>{dialog.override.asked(gradeLabel(rating, rating.override!.grade, ''), rating.override!.until, rating.override!.reason)}</p>
            <SegmentedControl aria-label={dialog.override.decide} fullWidth value={override ?? ''} onChange={(value) => setOverride(value as 'agree' | 'refuse')} data={[{ value: 'agree', label: dialog.override.agree }, { value: 'refuse', label: dialog.override.refuse }]} />
          </>
        )}
        <Textarea
          label={step === 'return' ? dialog.reason : dialog.remarks} required={step === 'return'} autosize minRows={2} maxRows={5} maxLength={300} data-autofocus value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </SaveForm>
    </Modal>
  )
}

/** A review by the only person who could approve would leave the case where it is. */
function Stuck({ rating, login }: { rating: Rating; login: string | null }) {
  const { ratings: { dialog: words } } = useText()
  const me = useSession()
  const signer = login ?? me?.login
  if (rating.approvers.some((one) => one.login !== signer)) return null
  const [only] = rating.approvers
  return <Caution>{only ? words.stuck(only.name) : words.noApprover}</Caution>
}

export function WithdrawDialog({ rating, onClose }: { rating: Rating; onClose: () => void }) {
  const { ratings: { dialog, act } } = useText()
  const [reason, setReason] = useState('')
  const save = async () => {
    await changeRating('ratings.withdraw', { id: rating.id, version: rating.version, reason })
    notifications.show({ message: act.withdrawn })
  }
  return (
    <Modal opened onClose={onClose} size={420} title={dialog.withdrawTitle(rating.number)}>
      <SaveForm action={act.withdraw} isReady={reason.trim() !== ''} isDangerous onClose={onClose} onSave={save}>
        <Textarea label={dialog.withdrawReason} required autosize minRows={2} maxLength={300} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}

/** The maker proposes another grade than the computed one, for a time; or takes it back. */
export function OverrideDialog({ rating, onClose }: { rating: Rating; onClose: () => void }) {
  const { ratings: { dialog, act } } = useText()
  const { override: limits } = rating.scheme.body
  const [grade, setGrade] = useState<string | null>(rating.override?.grade ?? null)
  const [until, setUntil] = useState<string | null>(rating.override?.until ?? rating.overrideLimits.latestUntil)
  const [reason, setReason] = useState(rating.override?.reason ?? '')
  const base = { id: rating.id, version: rating.version }
  const send = async (override: { grade: Rating['overrideLimits']['grades'][number]; until: string; reason: string } | null) => {
    await changeRating('ratings.override', { ...base, override })
    notifications.show({ message: act.saved })
  }
  const isEmpty = rating.overrideLimits.grades.length === 0
  return (
    <Modal opened onClose={onClose} size={440} title={dialog.override.title}>
      <SaveForm
        action={rating.override && grade === null ? dialog.override.drop : dialog.override.propose} isReady={rating.override !== null && grade === null ? true : grade !== null && until !== null && reason.trim() !== ''}
        onClose={onClose} onSave={() => send(grade === null ? null : { grade: grade as Rating['overrideLimits']['grades'][number], until: until!, reason })}
      >
        <p className={styles.told}>{isEmpty ? dialog.override.none : dialog.override.hint(limits.up, limits.down, limits.months)}</p>
        <Select
          label={dialog.override.grade} data={rating.overrideLimits.grades.map((value) => ({ value, label: gradeLabel(rating, value, '') }))} value={grade} onChange={setGrade} clearable={rating.override !== null} disabled={isEmpty} data-autofocus
        />
        <DayInput label={dialog.override.until} maxDate={rating.overrideLimits.latestUntil} value={until} onChange={setUntil} />
        <Textarea label={dialog.override.reason} required autosize minRows={2} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}

export function NoteDialog({ rating, onClose }: { rating: Rating; onClose: () => void }) {
  const { ratings: { dialog, act } } = useText()
  const [words, setWords] = useState(rating.remarks ?? '')
  const save = async () => {
    await changeRating('ratings.remark', { id: rating.id, version: rating.version, remarks: words.trim() || null })
    notifications.show({ message: act.saved })
  }
  return (
    <Modal opened onClose={onClose} size={480} title={dialog.note.title}>
      <SaveForm action={dialog.note.save} isReady onClose={onClose} onSave={save}>
        <Textarea aria-label={dialog.note.title} autosize minRows={4} maxRows={10} maxLength={1000} data-autofocus value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
