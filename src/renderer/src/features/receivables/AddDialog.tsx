import { Group, Modal, NumberInput, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, daysBetween } from '../../../../shared/rules/lookups/days.ts'
import { FIRST_DAY, MOST_TERM_DAYS } from '../../../../shared/rules/receivables/bounds.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { type Account, changeReceivables, type Party } from './queries.ts'
import { YuanInput } from './YuanInput.tsx'

/** What the party owes: our document, when it is due, of which contract. A term in days works the due day out. */
export function AddDialog({ party, contracts, onClose }: { party: Party; contracts: Account['contracts']; onClose: () => void }) {
  const { receivables: text } = useText()
  const today = useQuery(statusQuery).data?.today
  const [number, setNumber] = useState('')
  const [amountFen, setAmountFen] = useState<number | null>(null)
  const [issuedOn, setIssuedOn] = useState<string | null>(today ?? null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [contractId, setContractId] = useState<string | null>(null)
  const [remarks, setRemarks] = useState('')
  const term = issuedOn !== null && dueOn !== null ? daysBetween(issuedOn, dueOn) : null
  const isReady = number.trim() !== '' && amountFen !== null && amountFen > 0 && issuedOn !== null && term !== null && term >= 0 && term <= MOST_TERM_DAYS
  const save = async () => {
    await changeReceivables('receivables.add', { partyId: party.id, contractId: contractId === null ? null : Number(contractId), number: number.trim(), issuedOn: issuedOn ?? '', dueOn: dueOn ?? '', amountFen: amountFen ?? 0, remarks: remarks.trim() || null })
    notifications.show({ message: text.added })
  }
  const issue = (day: string | null) => {
    // The term is what was agreed: it stays when the day of the document changes.
    if (day !== null && term !== null) setDueOn(addDays(day, term))
    setIssuedOn(day)
  }
  return (
    <Modal opened onClose={onClose} title={text.addTitle(party.name)} size={600}>
      <SaveForm action={text.add} isReady={isReady} onClose={onClose} onSave={save}>
        <Group grow align="flex-start">
          <TextInput label={text.number} required data-autofocus maxLength={60} value={number} onChange={(event) => setNumber(event.currentTarget.value)} />
          <YuanInput label={text.amountYuan} required fen={amountFen} onChange={setAmountFen} />
        </Group>
        <Group grow align="flex-start">
          <DayInput label={text.issuedOn} required minDate={FIRST_DAY} maxDate={today} value={issuedOn} onChange={issue} />
          <NumberInput label={text.term} title={text.termHint} min={0} max={MOST_TERM_DAYS} allowDecimal={false} hideControls value={term ?? ''} onChange={(value) => { if (typeof value === 'number' && issuedOn !== null) setDueOn(addDays(issuedOn, value)) }} />
          <DayInput label={text.dueOn} required minDate={issuedOn ?? undefined} maxDate={issuedOn === null ? undefined : addDays(issuedOn, MOST_TERM_DAYS)} value={dueOn} onChange={setDueOn} />
        </Group>
        <Select label={text.contract} placeholder={text.noContract} clearable searchable value={contractId} onChange={setContractId} data={contracts.map((one) => ({ value: String(one.id), label: `${one.number}　${one.subject}` }))} />
        <TextInput label={text.remarks} maxLength={500} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
