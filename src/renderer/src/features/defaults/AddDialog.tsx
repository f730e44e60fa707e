import { Group, Modal, NumberInput, Select, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DEFAULT_KINDS, type DefaultKind } from '../../../../shared/rules/defaults/kinds.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { EvidenceFields, type Page } from '../surveys/index.ts'
import { changeDefaults } from './queries.ts'

type Party = { id: number; name: string; dossiers: readonly { id: number; kind: 'credit' | 'contract' }[] }

/** A default or a complaint as it happened, with the page behind it. */
export function AddDialog({ party, onClose }: { party: Party; onClose: () => void }) {
  const { defaults: text } = useText()
  const today = useQuery(statusQuery).data?.today
  const [kind, setKind] = useState<DefaultKind | null>(null)
  const [on, setOn] = useState<string | null>(null)
  const [settledOn, setSettledOn] = useState<string | null>(null)
  const [amount, setAmount] = useState<number | null>(null)
  const [description, setDescription] = useState('')
  const [page, setPage] = useState<Page | null>(null)
  const save = async () => {
    await changeDefaults('defaults.add', {
      partyId: party.id, kind: kind ?? 'late30', on: on ?? '', amountFen: amount === null ? null : Math.round(amount * 100), description: description.trim() || null, evidence: page, settledOn,
    })
    notifications.show({ message: text.added })
  }
  return (
    <Modal opened onClose={onClose} title={text.addTitle(party.name)} size={560}>
      <SaveForm action={text.add} isReady={kind !== null && on !== null} onClose={onClose} onSave={save}>
        <Group grow align="flex-start">
          <Select label={text.what} required data-autofocus data={DEFAULT_KINDS.map((value) => ({ value, label: text.kind[value] }))} value={kind} onChange={setKind} maxDropdownHeight={300} />
          <NumberInput label={text.amount} min={0} max={90_000_000_000} decimalScale={2} thousandSeparator hideControls value={amount ?? ''} onChange={(value) => setAmount(typeof value === 'number' ? value : null)} />
        </Group>
        <Group grow align="flex-start">
          <DayInput label={text.on} required maxDate={today} value={on} onChange={setOn} />
          <DayInput label={text.settledOn} minDate={on ?? undefined} maxDate={today} value={settledOn} onChange={setSettledOn} />
        </Group>
        <Textarea label={text.description} autosize minRows={2} maxRows={6} maxLength={1000} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
        <EvidenceFields dossierId={party.dossiers.find((one) => one.kind === 'credit')?.id ?? null} page={page} onChange={setPage} />
      </SaveForm>
    </Modal>
  )
}
