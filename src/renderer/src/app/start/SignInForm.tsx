import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Refusal } from '../../ui/Refusal.tsx'
import { call } from '../bridge.ts'
import { archiveStateQuery, type SessionPerson } from '../session.tsx'
import { sitDown } from '../sitting.ts'
import { useText } from '../text.tsx'
import { SamplePeople } from './SamplePeople.tsx'
import styles from './SignInForm.module.css'
import { useAttempt } from './use-attempt.ts'

type Props = {
  onSignedIn?: (person: SessionPerson) => void
  /** The sample people beside the form instead of below it. */
  isWide?: boolean
  /** Below the button. */
  children?: ReactNode
}

/** Login and password; in a sample archive also its people, one click each. */
export function SignInForm({ onSignedIn, isWide = false, children }: Props) {
  const { archive } = useText()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const attempt = useAttempt()
  const samplePeople = useQuery(archiveStateQuery).data?.samplePeople ?? []
  const signIn = (as: { login: string; password: string }) =>
    attempt.run(async () => {
      try {
        const person = await call('session.signIn', as)
        sitDown(person)
        onSignedIn?.(person)
      } catch (error) {
        setPassword('')
        throw error
      }
    })
  const isReady = login.trim() !== '' && password !== '' && attempt.waiting === 0
  return (
    <div className={isWide && samplePeople.length > 0 ? styles.beside : styles.below}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !attempt.isRunning) void signIn({ login: login.trim(), password })
        }}
      >
        <Stack gap="md">
          <TextInput
            label={archive.signIn.login} value={login} onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="username" spellCheck={false} maxLength={40} autoFocus data-autofocus
          />
          <PasswordInput
            label={archive.signIn.password} value={password} onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password" maxLength={200}
          />
          <Refusal error={attempt.error} />
          <Button type="submit" variant="filled" disabled={!isReady} loading={attempt.isRunning}>
            {attempt.waiting > 0 ? archive.signIn.wait(attempt.waiting) : archive.signIn.action}
          </Button>
          {children}
        </Stack>
      </form>
      {samplePeople.length > 0 && <SamplePeople people={samplePeople} isBusy={attempt.isRunning || attempt.waiting > 0} onChoose={(as) => void signIn(as)} />}
    </div>
  )
}
