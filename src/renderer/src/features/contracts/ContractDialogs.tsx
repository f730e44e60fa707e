import { Input, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { CONTRACT_EVENTS, type ContractEventKind, objectionTo } from '../../../../shared/rules/contracts/events.ts'
import { call } from '../../app/bridge.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { fenFromWan } from '../../ui/capital.ts'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { fieldsOf, type Missing, valuesOf } from './contract-values.ts'
import { ContractFields } from './ContractFields.tsx'
import { type ContractDossier, type ContractEventLine, contractsChanged, directoryQuery } from './queries.ts'
import styles from './Contracts.module.css'

export type OpenDialog = { what: 'record' } | { what: 'change' } | { what: 'strike'; event: ContractEventLine }

/** What can be done to a contract from its card. */
export function ContractDialogs({ dossier, open, onClose }: { dossier: ContractDossier; open: OpenDialog | null; onClose: () => void }) {
  const { contracts: { dialog, card, event: words, saved }, common } = useText()
  const client = useQueryClient()
  if (open === null) return null
  const { id, contract: { version } } = dossier
  const done = async (message: string) => {
    await contractsChanged(client, id)
    notifications.show({ message })
  }
  if (open.what === 'strike') {
    return (
      <ConfirmModal
        opened onClose={onClose} title={dialog.strike(words[open.event.what])} action={card.strike} isDangerous reasonLabel={common.reason}
        onConfirm={async (reason) => {
          await call('contracts.strikeEvent', { id, version, eventId: open.event.id, reason })
          await contractsChanged(client, id)
        }}
      >
        {dialog.strikeHint}
      </ConfirmModal>
    )
  }
  return (
    <Modal opened onClose={onClose} title={dialog[open.what]} size={open.what === 'record' ? 480 : 720}>
      {open.what === 'record' ? <RecordForm dossier={dossier} onClose={onClose} done={done} /> : <ChangeForm dossier={dossier} onClose={onClose} done={() => done(saved)} />}
    </Modal>
  )
}

function RecordForm({ dossier: { id, contract }, onClose, done }: { dossier: ContractDossier; onClose: () => void; done: (message: string) => Promise<void> }) {
  const { contracts: { dialog, event: words, field, refused, recorded }, common } = useText()
  const whatLabel = useId()
  const today = useQuery(statusQuery).data?.today ?? ''
  const standing = contract.events.filter(({ struck }) => struck === null)
  // What the order of events would refuse today it refuses on any day: it is not offered.
  const allowed = CONTRACT_EVENTS.filter((kind) => objectionTo(standing, { what: kind, on: today }, today) === null)
  const [chosen, setWhat] = useState<ContractEventKind | null>(null)
  const what = chosen ?? allowed.find((kind) => kind !== 'changed') ?? 'changed'
  const [on, setOn] = useState<string | null>(null)
  const [amount, setAmount] = useState('')
  const [remarks, setRemarks] = useState('')
  const [isTried, setTried] = useState(false)
  const fen = fenFromWan(amount)
  const day = on ?? today
  const objection = day === '' ? null : objectionTo(standing, { what, on: day }, today)
  const save = async () => {
    setTried(true)
    if ('refused' in fen || day === '' || objection !== null) return false
    await call('contracts.recordEvent', { id, version: contract.version, what, on: day, amountFen: what === 'changed' ? fen.fen : null, remarks: remarks.trim() || null })
    return await done(recorded(words[what]))
  }
  return (
    <SaveForm action={dialog.recordAction} isReady onClose={onClose} onSave={save}>
      <div>
        <Input.Label component="span" id={whatLabel}>{dialog.what}</Input.Label>
        <SegmentedControl
          fullWidth aria-labelledby={whatLabel} value={what} onChange={(value) => setWhat(value)}
          data={CONTRACT_EVENTS.map((value) => ({ value, label: words[value], disabled: !allowed.includes(value) }))}
        />
      </div>
      <DayInput label={dialog.on} required maxDate={today || undefined} value={day || null} onChange={setOn} error={objection === null ? undefined : refused(objection)} />
      {what === 'changed' && (
        <TextInput
          label={field.changedAmount} description={dialog.amountHint} inputMode="decimal" value={amount} error={isTried && 'refused' in fen && field.badAmount}
          rightSection={field.wan} rightSectionWidth={field.wan.length * 13 + 12} rightSectionProps={{ className: styles.unit }} onChange={(event) => setAmount(event.currentTarget.value)}
        />
      )}
      <Textarea label={dialog.remarks} placeholder={common.optional} data-autofocus autosize minRows={1} maxRows={4} maxLength={500} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
    </SaveForm>
  )
}

function ChangeForm({ dossier: { id, contract }, onClose, done }: { dossier: ContractDossier; onClose: () => void; done: () => Promise<void> }) {
  const { contracts: { dialog } } = useText()
  const directory = useQuery(directoryQuery)
  const [values, setValues] = useState(() => valuesOf(contract))
  const [missing, setMissing] = useState<ReadonlySet<Missing>>(new Set())
  // Whoever handles it now is of the department whose people may.
  const departmentId = directory.data?.find(({ id: personId }) => personId === contract.handlerId)?.departmentId ?? null
  const save = async () => {
    const answer = fieldsOf(values)
    setMissing('missing' in answer ? answer.missing : new Set())
    if (!('fields' in answer)) return false
    await call('contracts.change', { id, version: contract.version, ...answer.fields })
    return await done()
  }
  return (
    <SaveForm action={dialog.save} isReady onClose={onClose} onSave={save}>
      <ContractFields values={values} change={(part) => setValues((was) => ({ ...was, ...part }))} departmentId={departmentId} missing={missing} isFirst />
    </SaveForm>
  )
}
