import { Modal, NumberInput, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { HOLD_KINDS, type HoldKind } from '../../../../shared/rules/disposal/obstacles.ts'
import { call } from '../../app/bridge.ts'
import { useRoomCommand } from '../../app/command.ts'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'

/** By a dossier's number, else by a party's whole name. */
async function subjectOf(typed: string): Promise<{ dossierId: number } | { partyId: number } | null> {
  const { dossierId } = await call('lookups.find', { code: typed })
  if (dossierId !== null) return { dossierId }
  const { rows } = await call('parties.list', { text: typed, limit: 20 })
  const named = rows.find(({ name, shortName }) => name === typed || shortName === typed) ?? (rows.length === 1 ? rows[0] : undefined)
  return named ? { partyId: named.id } : null
}

export function PlaceHoldDialog({ onClose }: { onClose: () => void }) {
  const { disposal: text } = useText()
  const words = text.holds
  const command = useRoomCommand()
  const [kind, setKind] = useState<HoldKind>('debt')
  const [on, setOn] = useState('')
  const [amount, setAmount] = useState<number | string>('')
  const [untilOn, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [unknown, setUnknown] = useState<string | null>(null)
  const isReady = on.trim() !== '' && reason.trim() !== ''
  const place = async () => {
    setUnknown(null)
    const subject = await subjectOf(on.trim())
    if (subject === null) {
      setUnknown(words.noSubject(on.trim()))
      return false
    }
    await command('holds.place', { kind, ...subject, amountFen: typeof amount === 'number' && amount > 0 ? Math.round(amount * 100) : null, untilOn, reason })
    notifications.show({ message: words.placedDone })
    return true
  }
  return (
    <Modal opened onClose={onClose} size={460} title={words.dialog}>
      <SaveForm action={words.place} isReady={isReady} onClose={onClose} onSave={place}>
        <Select label={words.kind} value={kind} allowDeselect={false} data={HOLD_KINDS.map((value) => ({ value, label: text.hold[value] }))} onChange={(value) => value && setKind(value)} />
        <TextInput label={words.on} placeholder={words.onHint} value={on} error={unknown} data-autofocus maxLength={100} onChange={(event) => setOn(event.currentTarget.value)} />
        <NumberInput label={words.amount} value={amount} onChange={setAmount} min={0} decimalScale={2} thousandSeparator="," hideControls />
        <DayInput label={words.until} description={words.untilHint} value={untilOn} onChange={setUntil} />
        <TextInput label={words.reason} value={reason} maxLength={200} onChange={(event) => setReason(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
