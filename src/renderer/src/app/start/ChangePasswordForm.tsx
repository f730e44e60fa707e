import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { Refusal } from '../../ui/Refusal.tsx'
import { call } from '../bridge.ts'
import { useText } from '../text.tsx'
import { isNewPasswordReady, NewPassword } from './NewPassword.tsx'
import { useAttempt } from './use-attempt.ts'

type Props = { login: string; onChanged: () => void; onCancel: () => void; cancelWord?: string; oldLabel?: string }

/** A person's own new password, after the present one. */
export function ChangePasswordForm({ login, onChanged, onCancel, cancelWord, oldLabel }: Props) {
  const { archive, common } = useText()
  const [oldPassword, setOldPassword] = useState('')
  const [pair, setPair] = useState({ next: '', repeat: '' })
  const attempt = useAttempt()
  const isReady = oldPassword !== '' && isNewPasswordReady(pair, login) && attempt.waiting === 0
  const submit = () =>
    attempt.run(async () => {
      await call('session.changePassword', { oldPassword, newPassword: pair.next })
      notifications.show({ message: archive.password.changed })
      onChanged()
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !attempt.isRunning) void submit()
      }}
    >
      <Stack gap="md">
        <PasswordInput
          label={oldLabel ?? archive.password.old} value={oldPassword} onChange={(event) => setOldPassword(event.currentTarget.value)}
          autoComplete="current-password" maxLength={200} autoFocus data-autofocus
        />
        <NewPassword login={login} value={pair} onChange={setPair} />
        <Refusal error={attempt.error} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onCancel}>{cancelWord ?? common.cancel}</Button>
          <Button type="submit" variant="filled" disabled={!isReady} loading={attempt.isRunning}>
            {attempt.waiting > 0 ? archive.signIn.wait(attempt.waiting) : archive.password.action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
