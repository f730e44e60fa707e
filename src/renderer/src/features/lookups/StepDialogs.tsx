import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useOfferIncident } from '../../app/offer-incident.tsx'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { dayAfter } from './periods.ts'
import { slipQuery, useCommand } from './queries.ts'

type SlipProps = { slipId: number; onClose: () => void }
type FolderProps = SlipProps & { dossierId: number }

const useNumber = (slipId: number) => useQuery(slipQuery(slipId)).data?.number ?? ''
const useFolder = (slipId: number, dossierId: number) => useQuery(slipQuery(slipId)).data?.dossiers.find((dossier) => dossier.dossierId === dossierId)

/** A later day for one folder, with the reason that the regulation asks for. */
export function RenewDialog({ slipId, dossierId, onClose }: FolderProps) {
  const { lookups, common } = useText()
  const words = lookups.renew
  const command = useCommand()
  const folder = useFolder(slipId, dossierId)
  const today = useQuery(statusQuery).data?.today
  const loanDays = useQuery(slipQuery(slipId)).data?.loanDays
  const [chosen, setDueOn] = useState<string | null>(null)
  // Proposed is as long as a fresh loan would run from today.
  const dueOn = chosen ?? (today === undefined || loanDays === undefined ? null : dayAfter(today, loanDays))
  const [reason, setReason] = useState('')
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const isReady = dueOn !== null && reason.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (dueOn === null || !isReady || isRunning) return
    setRunning(true)
    setRefusal(null)
    try {
      await command('lookups.renew', { id: slipId, dossierId, dueOn, reason: reason.trim() })
      notifications.show({ message: `${folder?.number ?? ''} ${words.done}` })
      onClose()
    } catch (error) {
      setRefusal(error)
      setRunning(false)
    }
  }
  return (
    <Modal opened onClose={onClose} size={440} title={words.title(folder?.number ?? '')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <DateInput
            label={words.dueOn} required valueFormat="YYYY-MM-DD" value={dueOn} onChange={setDueOn}
            {...(folder?.loan && { description: words.was(folder.loan.dueOn) })} {...(today !== undefined && { minDate: today })}
          />
          <Textarea
            label={words.reason} required data-autofocus autosize minRows={2} maxLength={200} value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Refusal error={refusal} />
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{words.confirm}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** The borrower says that it is back and the room has not got it: it stays out. */
export function ClaimDialog({ slipId, dossierId, onClose }: FolderProps) {
  const { lookups } = useText()
  const words = lookups.claim
  const command = useCommand()
  const number = useFolder(slipId, dossierId)?.number ?? ''
  return (
    <ConfirmModal
      opened onClose={onClose} title={words.title(number)} action={words.confirm} reasonLabel={words.remarks} reasonMaxLength={300}
      onConfirm={async (remarks) => {
        await command('lookups.claimReturned', { id: slipId, dossierId, remarks })
        notifications.show({ message: `${number} ${words.done}` })
      }}
    >
      <Text size="sm" c="dimmed">{words.hint}</Text>
    </ConfirmModal>
  )
}

/** Looked for and not found: the folder counts as missing from now on. */
export function LostDialog({ slipId, dossierId, onClose }: FolderProps) {
  const { lookups } = useText()
  const words = lookups.lost
  const offerIncident = useOfferIncident()
  const command = useCommand()
  const number = useFolder(slipId, dossierId)?.number ?? ''
  return (
    <ConfirmModal
      opened onClose={onClose} title={words.title(number)} action={words.confirm} isDangerous reasonLabel={words.findings} reasonMaxLength={300}
      onConfirm={async (findings) => {
        await command('lookups.reportLost', { id: slipId, dossierId, findings })
        offerIncident(dossierId, number, slipId)
      }}
    >
      <Text size="sm" c="dimmed">{words.hint}</Text>
    </ConfirmModal>
  )
}

/** Takes a slip out of use before anything was handed out. */
export function CancelDialog({ slipId, onClose }: SlipProps) {
  const { lookups } = useText()
  const words = lookups.cancel
  const command = useCommand()
  const number = useNumber(slipId)
  return (
    <ConfirmModal
      opened onClose={onClose} title={words.title(number)} action={words.confirm} isDangerous reasonLabel={words.reason}
      onConfirm={async (reason) => {
        await command('lookups.cancel', { id: slipId, reason })
        notifications.show({ message: `${number} ${words.done}` })
      }}
    >
      <Text size="sm" c="dimmed">{words.hint}</Text>
    </ConfirmModal>
  )
}
