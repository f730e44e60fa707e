import { Button, Group, Stack, Text as Words, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Refusal } from '../../ui/Refusal.tsx'
import { call } from '../bridge.ts'
import { useText } from '../text.tsx'
import { isNewPasswordReady, NewPassword } from './NewPassword.tsx'
import { RecoveryCode } from './RecoveryCode.tsx'
import { useAttempt } from './use-attempt.ts'

/** The printed recovery code gives one person of the archive a new password; a fresh code is shown at once. */
export function RecoverForm({ onClose }: { onClose: () => void }) {
  const { archive, common } = useText()
  const [login, setLogin] = useState('')
  const [code, setCode] = useState('')
  const [pair, setPair] = useState({ next: '', repeat: '' })
  const [fresh, setFresh] = useState<string | null>(null)
  const attempt = useAttempt()
  if (fresh !== null) return <RecoveryCode code={fresh} lead={archive.recover.done} onDone={onClose} />
  const isReady = login.trim() !== '' && code.trim().length >= 10 && isNewPasswordReady(pair, login.trim()) && attempt.waiting === 0
  const submit = () =>
    attempt.run(async () => {
      const answer = await call('session.recover', { login: login.trim(), recoveryCode: code.trim(), newPassword: pair.next })
      setFresh(answer.recoveryCode)
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !attempt.isRunning) void submit()
      }}
    >
      <Stack gap="md">
        <Words c="dimmed">{archive.recover.hint}</Words>
        <TextInput
          label={archive.signIn.login} value={login} onChange={(event) => setLogin(event.currentTarget.value)}
          autoComplete="username" spellCheck={false} maxLength={40} autoFocus
        />
        <TextInput
          label={archive.recover.code} value={code} onChange={(event) => setCode(event.currentTarget.value)} spellCheck={false}
          autoComplete="off" maxLength={200} ff="monospace"
        />
        <NewPassword login={login.trim()} value={pair} onChange={setPair} />
        <Refusal error={attempt.error} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common.back}</Button>
          <Button type="submit" variant="filled" disabled={!isReady} loading={attempt.isRunning}>
            {attempt.waiting > 0 ? archive.signIn.wait(attempt.waiting) : archive.recover.action}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
