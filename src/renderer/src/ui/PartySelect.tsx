import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../app/bridge.ts'

type Props = {
  label: string
  hint: string
  none: string
  /** Settled beforehand: shown, and not to be changed. */
  party?: { id: number; name: string }
  value: number | null
  onChange: (partyId: number | null) => void
}

/** A party found as one types: by name, pinyin, code or dossier number. */
export function PartySelect({ label, hint, none, party, value, onChange }: Props) {
  const [text, setText] = useState('')
  const { data: hits = [], isFetching } = useQuery({ queryKey: ['parties.search', text], queryFn: () => call('parties.search', { text }), enabled: party === undefined && text.trim() !== '', placeholderData: keepPreviousData })
  const parties = party ? [{ value: String(party.id), label: party.name }] : hits.filter((hit) => hit.kind === 'party').map((hit) => ({ value: String(hit.id), label: hit.title }))
  return (
    <Select
      label={label} description={party ? undefined : hint} required data={parties} value={value === null ? null : String(value)} onChange={(id) => onChange(id === null ? null : Number(id))}
      disabled={party !== undefined} data-autofocus searchable searchValue={party ? undefined : text} onSearchChange={party ? undefined : setText} filter={({ options }) => options}
      // Nothing was looked for yet: nothing is said to be missing.
      nothingFoundMessage={text.trim() === '' || isFetching ? undefined : none}
    />
  )
}
