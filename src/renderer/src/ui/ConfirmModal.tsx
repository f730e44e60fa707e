import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import { Refusal } from './Refusal.tsx'

type Props = {
  opened: boolean
  onClose: () => void
  title: string
  /** What happens, in a sentence. */
  children?: ReactNode
  /** The word on the button that does it. */
  action: string
  isDangerous?: boolean
  /** Asks for a reason, which then must not be empty. */
  reasonLabel?: string
  reasonMaxLength?: number
  /** Closes when it resolves; shows the refusal when it rejects. Receives the trimmed reason, or ''. */
  onConfirm: (reason: string) => Promise<unknown>
}

/** Asks once more before something that cannot simply be taken back, with a reason where the contract wants one. */
export function ConfirmModal({ opened, onClose, title, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={440}>
      <Confirmation onClose={onClose} {...rest} />
    </Modal>
  )
}

// Inside the modal, so that closing forgets the reason and the refusal.
function Confirmation({ onClose, children, action, isDangerous = false, reasonLabel, reasonMaxLength = 200, onConfirm }: Omit<Props, 'opened' | 'title'>) {
  const { common } = useText()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const isReady = reasonLabel === undefined || reason.trim() !== ''
  const submit = async () => {
    setRunning(true)
    setError(null)
    try {
      await onConfirm(reason.trim())
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
        {reasonLabel !== undefined && (
          <Textarea
            label={reasonLabel} required autosize minRows={2} maxRows={6} maxLength={reasonMaxLength} data-autofocus
            value={reason} onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              // One line is what the contract takes: Enter confirms, as it does in every other field.
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
                event.preventDefault()
                event.currentTarget.form?.requestSubmit()
              }
            }}
          />
        )}
        <Refusal error={error} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" loading={isRunning} disabled={!isReady} variant={isDangerous ? 'outline' : 'filled'} color={isDangerous ? 'seal' : undefined}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
