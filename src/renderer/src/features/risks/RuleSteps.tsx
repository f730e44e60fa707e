import { Button, Modal, SegmentedControl, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { changeRisks, type RuleSetShown } from './queries.ts'
import styles from './risks.module.css'

type Step = 'propose' | 'decide' | 'withdraw'

/** What this person may do with a set now. */
export function RuleSteps({ set, isSame }: { set: RuleSetShown; /** Asks the same as what is in force. */ isSame: boolean }) {
  const { risks: { rules: words } } = useText()
  const [step, setStep] = useState<Step | null>(null)
  const steps = (['withdraw', 'propose', 'decide'] as const).filter((one) => set.may[one])
  const close = () => setStep(null)
  return (
    <>
      {steps.map((one) => <Button key={one} variant={one === 'withdraw' ? 'subtle' : 'filled'} disabled={one === 'propose' && isSame} onClick={() => setStep(one)}>{words[one]}</Button>)}
      {step === 'propose' && <ProposeDialog set={set} onClose={close} />}
      {step === 'decide' && <DecideDialog set={set} onClose={close} />}
      <ConfirmModal opened={step === 'withdraw'} onClose={close} title={words.withdraw} action={words.withdraw} isDangerous onConfirm={() => changeRisks('warningRules.withdraw', { id: set.id, version: set.version })}>
        <p className={styles.what}>{words.withdrawSure}</p>
      </ConfirmModal>
    </>
  )
}

type Dialog = { set: RuleSetShown; onClose: () => void }

function ProposeDialog({ set, onClose }: Dialog) {
  const { risks: { rules: words } } = useText()
  const [reason, setReason] = useState('')
  const save = async () => {
    await changeRisks('warningRules.propose', { id: set.id, version: set.version, reason })
    notifications.show({ message: words.proposed })
  }
  return (
    <Modal opened onClose={onClose} title={words.proposeTitle(set.id)} size={480}>
      <SaveForm action={words.propose} isReady={reason.trim() !== ''} onClose={onClose} onSave={save}>
        <Textarea label={words.reason} required autosize minRows={2} maxRows={6} maxLength={300} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))} />
      </SaveForm>
    </Modal>
  )
}

function DecideDialog({ set, onClose }: Dialog) {
  const { risks: { rules: words } } = useText()
  const [decision, setDecision] = useState<'agreed' | 'refused'>('agreed')
  const [remarks, setRemarks] = useState('')
  const save = async () => {
    const { ended } = await changeRisks('warningRules.decide', { id: set.id, version: set.version, decision, remarks })
    notifications.show({ message: words.decided(ended) })
  }
  return (
    <Modal opened onClose={onClose} title={words.decideTitle(set.id)} size={480}>
      <SaveForm action={decision === 'agreed' ? words.agree : words.refuse} isReady onClose={onClose} onSave={save}>
        <p className={styles.what}>{words.proposedBy(set.proposedByName ?? '', set.reason ?? '')}</p>
        <SegmentedControl fullWidth aria-label={words.decide} value={decision} onChange={(value) => setDecision(value)} data={[{ value: 'agreed', label: words.agree }, { value: 'refused', label: words.refuse }]} />
        {decision === 'agreed' && <p className={styles.quiet}>{words.fromToday}</p>}
        <Textarea label={words.remarks} autosize minRows={2} maxRows={5} maxLength={300} data-autofocus value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
