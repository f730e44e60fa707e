import { Button, Group, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useText } from '../../../app/text.tsx'
import { Refusal } from '../../../ui/Refusal.tsx'

type Props = {
  children: ReactNode
  action: string
  isReady: boolean
  onClose: () => void
  /** Closes when it resolves; the refusal is shown when it rejects. */
  onSubmit: () => Promise<unknown>
}

/** The frame of a small form in a dialog: fields, refusal, cancel and one primary button. */
export function FormFrame({ children, action, isReady, onClose, onSubmit }: Props) {
  const { common } = useText()
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const submit = async () => {
    setRunning(true)
    setError(null)
    try {
      await onSubmit()
      onClose()
    } catch (refusal) {
      setError(refusal)
      setRunning(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !isRunning) void submit()
      }}
    >
      <Stack gap="md">
        {children}
        <Refusal error={error} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{action}</Button>
        </Group>
      </Stack>
    </form>
  )
}
