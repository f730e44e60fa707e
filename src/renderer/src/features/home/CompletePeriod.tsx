import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import type { Todo } from './todo-kinds.ts'

/** Marks a period's duty as done, with what is to be remembered of it. */
export function CompletePeriod({ line, opened, onClose }: { line: Todo; opened: boolean; onClose: () => void }) {
  const { duties } = useText()
  return (
    <Modal opened={opened} onClose={onClose} title={duties.complete.title} size={440}>
      <Form line={line} onClose={onClose} />
    </Modal>
  )
}

function Form({ line, onClose }: { line: Todo; onClose: () => void }) {
  const { duties, common, because } = useText()
  const words = duties.complete
  const queryClient = useQueryClient()
  const [remarks, setRemarks] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const [ruleId = '', period = ''] = line.subject.code?.split('/') ?? []
  const submit = async () => {
    setRunning(true)
    setError(null)
    try {
      await call('duties.complete', { ruleId, period, remarks: remarks.trim() || null })
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => /^(duties|regulations)\./.test(String(queryKey[0])) })
      notifications.show({ message: `${line.what}　${words.done}` })
      onClose()
    } catch (refusal) {
      setError(refusal)
      setRunning(false)
    }
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (!isRunning) void submit() }}>
      <Stack gap="md">
        <div>
          <strong>{line.what}</strong>
          <div>{because[line.because.rule](line.because.values)}</div>
        </div>
        <Textarea
          label={words.remarks} placeholder={words.remarksHint} autosize minRows={2} maxRows={6} maxLength={500} data-autofocus
          value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)}
        />
        <Refusal error={error} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant="filled" loading={isRunning}>{words.confirm}</Button>
        </Group>
      </Stack>
    </form>
  )
}
