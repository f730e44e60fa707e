import { Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { changeAccess } from './queries.ts'

type Props = { opened: boolean; dossier: { id: number; number: string } | null; onClose: () => void }

/** Asks for leave to read one dossier, or all within one's duties. */
export function RequestDialog({ opened, dossier, onClose }: Props) {
  const { clearances: { authorisation: text } } = useText()
  return (
    <Modal opened={opened} onClose={onClose} title={text.requestTitle(dossier?.number ?? text.everything)} size={440}>
      {opened && <RequestForm dossierId={dossier?.id ?? null} onClose={onClose} />}
    </Modal>
  )
}

function RequestForm({ dossierId, onClose }: { dossierId: number | null; onClose: () => void }) {
  const { clearances: { authorisation: text } } = useText()
  const today = useQuery(statusQuery).data?.today
  const [purpose, setPurpose] = useState('')
  const [untilOn, setUntilOn] = useState<string | null>(null)
  const isReady = purpose.trim() !== '' && untilOn !== null
  const send = async () => {
    await changeAccess('authorisations.request', { dossierId, purpose: purpose.trim(), untilOn: untilOn ?? '' })
    notifications.show({ message: text.requested })
  }
  return (
    <SaveForm action={text.request} isReady={isReady} onClose={onClose} onSave={send}>
      <TextInput label={text.purpose} required maxLength={200} value={purpose} data-autofocus onChange={(event) => setPurpose(event.currentTarget.value)} />
      <DayInput label={text.untilOn} required minDate={today} value={untilOn} onChange={setUntilOn} />
    </SaveForm>
  )
}
