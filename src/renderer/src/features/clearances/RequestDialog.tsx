import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
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
  const { clearances: { authorisation: text }, common } = useText()
  const today = useQuery(statusQuery).data?.today
  const [purpose, setPurpose] = useState('')
  const [untilOn, setUntilOn] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const isReady = purpose.trim() !== '' && untilOn !== null
  const send = async () => {
    setError(null)
    try {
      await changeAccess('authorisations.request', { dossierId, purpose: purpose.trim(), untilOn: untilOn ?? '' })
      notifications.show({ message: text.requested })
      onClose()
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void send()
      }}
    >
      <Stack gap="md">
        <TextInput label={text.purpose} required maxLength={200} value={purpose} data-autofocus onChange={(event) => setPurpose(event.currentTarget.value)} />
        <DayInput label={text.untilOn} required minDate={today} value={untilOn} onChange={setUntilOn} />
        <Refusal error={error} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant="filled" disabled={!isReady}>{text.request}</Button>
        </Group>
      </Stack>
    </form>
  )
}
