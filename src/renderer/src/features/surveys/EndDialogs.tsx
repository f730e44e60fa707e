import { Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { changeSurveys, type SurveyOf } from './queries.ts'

type Props = { survey: SurveyOf; onClose: () => void }

/** A notice that is over, and since when. */
export function ClearDialog({ survey, onClose }: Props) {
  const { surveys: text } = useText()
  const today = useQuery(statusQuery).data?.today
  const [clearedOn, setClearedOn] = useState<string | null>(today ?? null)
  const what = survey.form.kind === 'notice' ? text.notice[survey.form.what] : ''
  return (
    <Modal opened onClose={onClose} title={text.clearTitle(what)}>
      <SaveForm action={text.clear} isReady={clearedOn !== null} onClose={onClose} onSave={() => changeSurveys('surveys.clear', { id: survey.id, clearedOn: clearedOn ?? '' })}>
        <DayInput label={text.clearedOn} required minDate={survey.on} maxDate={today} value={clearedOn} onChange={setClearedOn} />
      </SaveForm>
    </Modal>
  )
}

/** A wrong entry: it stays with its reason and counts no more. */
export function WithdrawDialog({ survey, onClose }: Props) {
  const { surveys: text } = useText()
  const [reason, setReason] = useState('')
  return (
    <Modal opened onClose={onClose} title={text.withdrawTitle}>
      <SaveForm action={text.withdraw} isReady={reason.trim() !== ''} onClose={onClose} onSave={() => changeSurveys('surveys.withdraw', { id: survey.id, reason })}>
        <TextInput label={text.reason} description={text.withdrawHint} required data-autofocus maxLength={200} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
