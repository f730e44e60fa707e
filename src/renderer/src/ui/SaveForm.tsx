import { Button, Group, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Refusal } from './Refusal.tsx'

type Props = {
  /** The word on the button that saves; Enter in a field does the same. */
  action: string
  /** Whether what was filled in may be sent. */
  isReady: boolean
  /** What is done cannot simply be taken back. */
  isDangerous?: boolean
  onClose: () => void
  /** Closes when it resolves; stays open at `false` (the fields say what they want); shows the refusal, and keeps what was typed, when it rejects. */
  onSave: () => Promise<unknown>
  children: ReactNode
}

/** The fields of a dialog over its refusal and its two buttons. Saves once, however often the key is pressed. */
export function SaveForm({ action, isReady, isDangerous = false, onClose, onSave, children }: Props) {
  const { common } = useText()
  const [error, setError] = useState<unknown>(null)
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    setError(null)
    try {
      if ((await onSave()) !== false) return onClose()
    } catch (refusal) {
      setError(refusal)
    }
    setSaving(false)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !isSaving) void save()
      }}
    >
      <Stack gap="md">
        {children}
        <Refusal error={error} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant={isDangerous ? 'outline' : 'filled'} color={isDangerous ? 'seal' : undefined} disabled={!isReady} loading={isSaving}>{action}</Button>
        </Group>
      </Stack>
    </form>
  )
}
