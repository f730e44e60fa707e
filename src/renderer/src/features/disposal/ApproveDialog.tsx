import { Modal, PasswordInput, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useRoomCommand } from '../../app/command.ts'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import type { DisposalCase } from './queries.ts'

/** An approver agrees or sends it back, in his own session or at somebody else's desk. */
export function ApproveDialog({ one, onClose }: { one: DisposalCase; onClose: () => void }) {
  const { disposal: { approve: words } } = useText()
  const command = useRoomCommand()
  const [decision, setDecision] = useState<'agreed' | 'refused'>('agreed')
  const [where, setWhere] = useState<'own' | 'spot'>(one.may.approve ? 'own' : 'spot')
  const [reason, setReason] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const isReady = (decision === 'agreed' || reason.trim() !== '') && (where === 'own' || (login.trim() !== '' && password !== ''))
  const save = async () => {
    try {
      const onTheSpot = where === 'spot' ? { onTheSpot: { login: login.trim(), password } } : {}
      const { stopped } = await command('disposal.approve', { id: one.id, version: one.version, decision, reason: reason.trim() || null, ...onTheSpot })
      notifications.show({ message: [decision === 'agreed' ? words.done : words.sentBack, ...(stopped > 0 ? [words.stopped(stopped)] : [])].join('　') })
    } finally {
      // Whatever came of it, a password does not stay in the field.
      setPassword('')
    }
  }
  return (
    <Modal opened onClose={onClose} size={440} title={`${words.title}　${one.number}`}>
      <SaveForm action={decision === 'agreed' ? words.agree : words.refuse} isReady={isReady} onClose={onClose} onSave={save}>
        <SegmentedControl
          aria-label={words.title} fullWidth value={decision} onChange={setDecision} data-autofocus
          data={[{ value: 'agreed', label: words.agree }, { value: 'refused', label: words.refuse }]}
        />
        {one.may.approve && (
          <SegmentedControl aria-label={words.who} fullWidth value={where} onChange={setWhere} data={[{ value: 'own', label: words.own }, { value: 'spot', label: words.spot }]} />
        )}
        {where === 'spot' && (
          <>
            <TextInput label={words.who} value={login} autoComplete="off" onChange={(event) => setLogin(event.currentTarget.value)} />
            <PasswordInput label={words.password} value={password} autoComplete="off" onChange={(event) => setPassword(event.currentTarget.value)} />
          </>
        )}
        {decision === 'refused' && <Textarea label={words.reason} value={reason} maxLength={500} autosize minRows={2} onChange={(event) => setReason(event.currentTarget.value)} />}
      </SaveForm>
    </Modal>
  )
}
