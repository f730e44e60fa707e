import { Group, Modal, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PROMISE_MANNERS, type PromiseManner } from '../../../../shared/rules/receivables/words.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { EvidenceFields, type Page } from '../surveys/index.ts'
import { changeReceivables, type Party } from './queries.ts'
import { YuanInput } from './YuanInput.tsx'

/** What the party promised to pay by when, who said so and how, with the page behind it. */
export function PromiseDialog({ party, onClose }: { party: Party; onClose: () => void }) {
  const { receivables: text } = useText()
  const today = useQuery(statusQuery).data?.today
  const [madeOn, setMadeOn] = useState<string | null>(today ?? null)
  const [dueOn, setDueOn] = useState<string | null>(null)
  const [amountFen, setAmountFen] = useState<number | null>(null)
  const [promisedBy, setPromisedBy] = useState('')
  const [how, setHow] = useState<PromiseManner>('phone')
  const [remarks, setRemarks] = useState('')
  const [page, setPage] = useState<Page | null>(null)
  const isReady = madeOn !== null && dueOn !== null && dueOn >= madeOn && amountFen !== null && amountFen > 0 && promisedBy.trim() !== ''
  const save = async () => {
    await changeReceivables('receivables.promise', { partyId: party.id, madeOn: madeOn ?? '', dueOn: dueOn ?? '', amountFen: amountFen ?? 0, promisedBy: promisedBy.trim(), how, evidence: page, remarks: remarks.trim() || null })
    notifications.show({ message: text.promised })
  }
  return (
    <Modal opened onClose={onClose} title={text.promiseTitle(party.name)} size={600}>
      <SaveForm action={text.promise} isReady={isReady} onClose={onClose} onSave={save}>
        <Group grow align="flex-start">
          <YuanInput label={text.amountYuan} required data-autofocus fen={amountFen} onChange={setAmountFen} />
          <DayInput label={text.promisedDue} required minDate={madeOn ?? undefined} value={dueOn} onChange={setDueOn} />
        </Group>
        <Group grow align="flex-start">
          <TextInput label={text.promisedBy} required maxLength={60} value={promisedBy} onChange={(event) => setPromisedBy(event.currentTarget.value)} />
          <Select label={text.how} allowDeselect={false} value={how} onChange={(value) => value && setHow(value)} data={PROMISE_MANNERS.map((value) => ({ value, label: text.manner[value] }))} />
          <DayInput label={text.madeOn} required maxDate={today} value={madeOn} onChange={setMadeOn} />
        </Group>
        <TextInput label={text.remarks} maxLength={500} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
        <EvidenceFields dossierId={party.dossiers.find((one) => one.kind === 'credit')?.id ?? null} page={page} onChange={setPage} />
      </SaveForm>
    </Modal>
  )
}
