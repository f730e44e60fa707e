import { Modal, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { forgetLists } from './queries.ts'

/** Which party; the draft opens at once with what is proposed. */
export function CreateDialog({ party, onClose }: { party?: { id: number; name: string }; onClose: () => void }) {
  const { limits: { create: words } } = useText()
  const [, go] = useLocation()
  const [text, setText] = useState('')
  const [partyId, setPartyId] = useState<string | null>(party ? String(party.id) : null)
  const { data: hits = [] } = useQuery({ queryKey: ['parties.search', text], queryFn: () => call('parties.search', { text }), enabled: party === undefined && text.trim() !== '', placeholderData: keepPreviousData })
  const parties = party ? [{ value: String(party.id), label: party.name }] : hits.filter((hit) => hit.kind === 'party').map((hit) => ({ value: String(hit.id), label: hit.title }))
  const save = async () => {
    const { id, number } = await call('limits.create', { partyId: Number(partyId) })
    await forgetLists()
    notifications.show({ message: words.made(number) })
    go(paths.limit(id))
  }
  return (
    <Modal opened onClose={onClose} size={460} title={words.title}>
      <SaveForm action={words.confirm} isReady={partyId !== null} onClose={onClose} onSave={save}>
        <Select
          label={words.party} description={party ? undefined : words.partyHint} required data={parties} value={partyId} onChange={setPartyId} disabled={party !== undefined} data-autofocus searchable
          searchValue={party ? undefined : text} onSearchChange={party ? undefined : setText} filter={({ options }) => options} nothingFoundMessage={words.none}
        />
      </SaveForm>
    </Modal>
  )
}
