import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../../app/bridge.ts'
import { paths } from '../../../app/paths.ts'
import { statusQuery } from '../../../app/session.tsx'
import { useText } from '../../../app/text.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { Refusal } from '../../../ui/Refusal.tsx'
import type { Regulation } from '../queries.ts'

/** From which day on, and why. */
export function AdoptDialog({ opened, onClose, body, onAdopted }: { opened: boolean; onClose: () => void; body: Regulation; onAdopted: () => void }) {
  const { regulations } = useText()
  const today = useQuery(statusQuery).data?.today
  return (
    <Modal opened={opened} onClose={onClose} title={regulations.adopt.title} size={460}>
      {today !== undefined && <AdoptForm today={today} body={body} onClose={onClose} onAdopted={onAdopted} />}
    </Modal>
  )
}

function AdoptForm({ today, body, onClose, onAdopted }: { today: string; body: Regulation; onClose: () => void; onAdopted: () => void }) {
  const { regulations, common } = useText()
  const words = regulations.adopt
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [effectiveOn, setEffectiveOn] = useState<string | null>(today)
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const isReady = effectiveOn !== null && effectiveOn >= today && note.trim() !== ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isReady || isRunning) return
    setRunning(true)
    setError(null)
    try {
      await call('regulations.adopt', { body, effectiveOn, note: note.trim() })
      await client.invalidateQueries({ predicate: ({ queryKey }) => /^(regulations|archive|lookups)\b/u.test(String(queryKey[0])) })
      notifications.show({ message: words.done(effectiveOn) })
      onAdopted()
      navigate(paths.regulationVersions)
    } catch (refusal) {
      setError(refusal)
      setRunning(false)
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <DayInput label={words.effectiveOn} required minDate={today} value={effectiveOn} onChange={setEffectiveOn} data-autofocus />
        <div>{effectiveOn !== null && effectiveOn > today ? words.future(effectiveOn) : words.today}</div>
        <Textarea label={words.note} description={words.noteHint} required autosize minRows={2} maxRows={5} maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value.replaceAll('\n', ' '))} />
        <Refusal error={error} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{words.action}</Button>
        </Group>
      </Stack>
    </form>
  )
}
