import { Modal, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
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
  const { duties, because } = useText()
  const words = duties.complete
  const queryClient = useQueryClient()
  const [remarks, setRemarks] = useState('')
  const [ruleId = '', period = ''] = line.subject.code?.split('/') ?? []
  const save = async () => {
    await call('duties.complete', { ruleId, period, remarks: remarks.trim() || null })
    await queryClient.invalidateQueries({ predicate: ({ queryKey }) => /^(duties|regulations)\./.test(String(queryKey[0])) })
    notifications.show({ message: `${line.what}　${words.done}` })
  }
  return (
    <SaveForm action={words.confirm} isReady onClose={onClose} onSave={save}>
      <div>
        <strong>{line.what}</strong>
        <div>{because[line.because.rule](line.because.values)}</div>
      </div>
      <Textarea
        label={words.remarks} placeholder={words.remarksHint} autosize minRows={2} maxRows={6} maxLength={500} data-autofocus
        value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)}
      />
    </SaveForm>
  )
}
