import { Group, Modal, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FIRST_DAY } from '../../../../shared/rules/receivables/bounds.ts'
import { RECEIPT_MEANS, type ReceiptMeans } from '../../../../shared/rules/receivables/words.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { yuanFromFen } from '../../ui/capital.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { AllocationFields, type Chosen, linesOf } from './AllocationFields.tsx'
import { changeReceivables, type Party, proposalQuery, type ReceiptOf } from './queries.ts'
import { YuanInput } from './YuanInput.tsx'

/** Money that came in, and what it pays: as the program proposes it until the person says otherwise. */
export function ReceiveDialog({ party, onClose }: { party: Party; onClose: () => void }) {
  const { receivables: text } = useText()
  const today = useQuery(statusQuery).data?.today
  const [receivedOn, setReceivedOn] = useState<string | null>(today ?? null)
  const [amountFen, setAmountFen] = useState<number | null>(null)
  const [means, setMeans] = useState<ReceiptMeans>('transfer')
  const [reference, setReference] = useState('')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [asked] = useDebouncedValue(amountFen, 200)
  const proposal = useQuery({ ...proposalQuery(party.id, asked ?? 1, null), placeholderData: keepPreviousData })
  const lines = linesOf(proposal.data, chosen)
  const allocated = lines.reduce((sum, line) => sum + line.amountFen, 0)
  const isReady = receivedOn !== null && amountFen !== null && amountFen > 0 && amountFen === asked && !proposal.isPlaceholderData && proposal.data !== undefined && allocated <= amountFen
  const save = async () => {
    await changeReceivables('receivables.receive', { partyId: party.id, receivedOn: receivedOn ?? '', amountFen: amountFen ?? 0, means, reference: reference.trim() || null, allocations: lines })
    notifications.show({ message: text.received })
  }
  return (
    <Modal opened onClose={onClose} title={text.receiveTitle(party.name)} size={680}>
      <SaveForm action={text.receive} isReady={isReady} onClose={onClose} onSave={save}>
        <Group grow align="flex-start">
          <YuanInput label={text.amountYuan} required data-autofocus fen={amountFen} onChange={(fen) => { setAmountFen(fen); setChosen(null) }} />
          <DayInput label={text.receivedOn} required minDate={FIRST_DAY} maxDate={today} value={receivedOn} onChange={setReceivedOn} />
        </Group>
        <Group grow align="flex-start">
          <Select label={text.meansLabel} allowDeselect={false} value={means} onChange={(value) => value && setMeans(value)} data={RECEIPT_MEANS.map((value) => ({ value, label: text.means[value] }))} />
          <TextInput label={text.reference} maxLength={60} value={reference} onChange={(event) => setReference(event.currentTarget.value)} />
        </Group>
        {amountFen !== null && amountFen > 0 && <AllocationFields proposal={proposal.data} amountFen={amountFen} chosen={chosen} onChange={setChosen} />}
      </SaveForm>
    </Modal>
  )
}

/** Pays other receivables with a receipt than it does now. */
export function ReallocateDialog({ party, receipt, onClose }: { party: Party; receipt: ReceiptOf; onClose: () => void }) {
  const { receivables: text } = useText()
  const proposal = useQuery(proposalQuery(party.id, receipt.amountFen, receipt.id))
  const [chosen, setChosen] = useState<Chosen>(() => Object.fromEntries(receipt.pays.map((one) => [one.receivableId, one.amountFen])))
  const lines = linesOf(proposal.data, chosen)
  const allocated = lines.reduce((sum, line) => sum + line.amountFen, 0)
  const save = async () => {
    await changeReceivables('receivables.allocate', { receiptId: receipt.id, seen: receipt.pays.map((one) => ({ receivableId: one.receivableId, amountFen: one.amountFen })), allocations: lines })
    notifications.show({ message: text.reallocated })
  }
  return (
    <Modal opened onClose={onClose} title={text.reallocateTitle(receipt.receivedOn, yuanFromFen(receipt.amountFen))} size={680}>
      <SaveForm action={text.reallocate} isReady={proposal.data !== undefined && allocated <= receipt.amountFen} onClose={onClose} onSave={save}>
        <AllocationFields proposal={proposal.data} amountFen={receipt.amountFen} chosen={chosen} onChange={setChosen} />
      </SaveForm>
    </Modal>
  )
}
