import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { changeSchemes, type VersionShown } from './queries.ts'

type Step = 'submit' | 'review' | 'approve' | 'withdraw'
type Props = { shown: VersionShown; canSubmit: boolean }

/** What this person may do with a version now. */
export function Steps({ shown, canSubmit }: Props) {
  const { schemes } = useText()
  const [step, setStep] = useState<Step | null>(null)
  const steps = (['withdraw', 'submit', 'review', 'approve'] as const).filter((one) => shown.may[one])
  const close = () => setStep(null)
  return (
    <Group gap={8}>
      {steps.map((one) => (
        <Button key={one} variant={one === 'withdraw' ? 'subtle' : 'filled'} disabled={one === 'submit' && !canSubmit} onClick={() => setStep(one)}>{one === 'withdraw' ? schemes.edit.withdraw : schemes.edit[one]}</Button>
      ))}
      {step === 'submit' && <SubmitDialog shown={shown} onClose={close} />}
      {(step === 'review' || step === 'approve') && <DecideDialog shown={shown} step={step} onClose={close} />}
      <ConfirmModal
        opened={step === 'withdraw'} onClose={close} title={schemes.edit.withdraw} action={schemes.edit.withdraw} isDangerous reasonLabel={schemes.edit.reason} reasonMaxLength={300}
        onConfirm={(reason) => changeSchemes('schemes.withdraw', { id: shown.id, version: shown.version, reason })}
      />
    </Group>
  )
}

function SubmitDialog({ shown, onClose }: { shown: VersionShown; onClose: () => void }) {
  const { schemes } = useText()
  const [note, setNote] = useState(shown.note ?? '')
  return (
    <Modal opened onClose={onClose} title={`${schemes.edit.submit} · ${shown.name} ${schemes.version(shown.no)}`} size={480}>
      <SaveForm action={schemes.edit.submit} isReady={note.trim() !== ''} onClose={onClose} onSave={() => changeSchemes('schemes.submit', { id: shown.id, version: shown.version, note })}>
        <Textarea label={schemes.edit.submitNote} required autosize minRows={2} maxRows={6} maxLength={300} data-autofocus value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}

function DecideDialog({ shown, step, onClose }: { shown: VersionShown; step: 'review' | 'approve'; onClose: () => void }) {
  const { schemes } = useText()
  const words = schemes.edit
  const today = useQuery(statusQuery).data?.today ?? null
  const [agrees, setAgrees] = useState(true)
  const [effectiveOn, setEffectiveOn] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const day = effectiveOn ?? today
  const save = async () => {
    const common = { id: shown.id, version: shown.version, agrees, reason }
    if (step === 'review') await changeSchemes('schemes.review', common)
    else await changeSchemes('schemes.approve', { ...common, effectiveOn: agrees ? day : null })
    notifications.show({ message: `${shown.name} ${schemes.version(shown.no)} · ${agrees ? words[step] : words.sendBack}` })
  }
  return (
    <Modal opened onClose={onClose} title={`${words[step]} · ${shown.name} ${schemes.version(shown.no)}`} size={480}>
      <SaveForm action={agrees ? words[step] : words.sendBack} isReady={agrees ? step === 'review' || day !== null : reason.trim() !== ''} onClose={onClose} onSave={save}>
        <Radio.Group aria-label={words[step]} value={agrees ? 'yes' : 'no'} onChange={(value) => setAgrees(value === 'yes')}>
          <Stack gap={8}><Radio value="yes" label={words.agree} /><Radio value="no" label={words.sendBack} /></Stack>
        </Radio.Group>
        {step === 'approve' && agrees && <DayInput label={words.effectiveOn} required minDate={today ?? undefined} value={day} onChange={setEffectiveOn} />}
        <Textarea label={words.reason} required={!agrees} autosize minRows={2} maxRows={5} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
