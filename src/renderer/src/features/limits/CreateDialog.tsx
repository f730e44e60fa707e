import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { PartySelect } from '../../ui/PartySelect.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { forgetLists } from './queries.ts'

/** Which party; the draft opens at once with what is proposed. */
export function CreateDialog({ party, onClose }: { party?: { id: number; name: string }; onClose: () => void }) {
  const { limits: { create: words } } = useText()
  const [, go] = useLocation()
  const [partyId, setPartyId] = useState<number | null>(party?.id ?? null)
  const save = async () => {
    const { id, number } = await call('limits.create', { partyId: partyId! })
    await forgetLists()
    notifications.show({ message: words.made(number) })
    go(paths.limit(id))
  }
  return (
    <Modal opened onClose={onClose} size={460} title={words.title}>
      <SaveForm action={words.confirm} isReady={partyId !== null} onClose={onClose} onSave={save}>
        <PartySelect label={words.party} hint={words.partyHint} none={words.none} party={party} value={partyId} onChange={setPartyId} />
      </SaveForm>
    </Modal>
  )
}
