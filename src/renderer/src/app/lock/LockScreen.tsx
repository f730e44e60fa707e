import { Anchor, Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useLocation } from 'wouter'
import { initials } from '../../ui/format.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { call } from '../bridge.ts'
import { paths } from '../paths.ts'
import type { SessionPerson } from '../session.tsx'
import { sitDown } from '../sitting.ts'
import { RecoverForm } from '../start/RecoverForm.tsx'
import { SignInForm } from '../start/SignInForm.tsx'
import { StartShell } from '../start/StartShell.tsx'
import { useAttempt } from '../start/use-attempt.ts'
import { useText } from '../text.tsx'
import styles from './LockScreen.module.css'

/**
 * Covers everything until the same person unlocks or another one signs in. The page behind is not drawn (base.css), but
 * it is kept: whoever unlocks finds the place and the half-filled form again.
 */
export function LockScreen({ person }: { person: SessionPerson }) {
  const { archive } = useText()
  const [isOther, setOther] = useState(false)
  const [isRecovering, setRecovering] = useState(false)
  const [location, go] = useLocation()
  // Where one was typing, before the field of the password takes the focus.
  const [wasAt] = useState(() => document.activeElement)
  useEffect(() => {
    const title = document.title
    document.body.dataset['locked'] = ''
    return () => {
      delete document.body.dataset['locked']
      document.title = title
      if (wasAt instanceof HTMLElement && wasAt.isConnected) wasAt.focus({ preventScroll: true })
    }
  }, [wasAt])
  const onSignedIn = (next: SessionPerson) => {
    // Another person begins at the workbench, not on what the one before was reading.
    if (next.personId !== person.personId && location !== paths.home) go(paths.home, { replace: true })
  }
  return createPortal(
    <div className={styles.screen} data-lock-screen role="dialog" aria-modal aria-label={archive.lock.title}>
      {isRecovering ? (
        <StartShell title={archive.recover.title} width={480}><RecoverForm onClose={() => setRecovering(false)} /></StartShell>
      ) : (
        <StartShell title={archive.lock.title} width={isOther ? 480 : 380}>
          {isOther ? <SignInForm onSignedIn={onSignedIn} /> : <Unlock person={person} />}
          <Group justify="space-between" mt="md">
            <Anchor component="button" type="button" fz="sm" onClick={() => setRecovering(true)}>{archive.signIn.forgotten}</Anchor>
            <Anchor component="button" type="button" fz="sm" onClick={() => setOther(!isOther)}>{isOther ? archive.lock.back : archive.lock.other}</Anchor>
          </Group>
        </StartShell>
      )}
    </div>,
    document.body,
  )
}

function Unlock({ person }: { person: SessionPerson }) {
  const { archive, common } = useText()
  const [password, setPassword] = useState('')
  const attempt = useAttempt()
  const isReady = password !== '' && attempt.waiting === 0
  const unlock = () =>
    attempt.run(async () => {
      try {
        sitDown(await call('session.unlock', { password }))
      } catch (error) {
        setPassword('')
        throw error
      }
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !attempt.isRunning) void unlock()
      }}
    >
      <div className={styles.person}>
        <span className={styles.badge} aria-hidden>{initials(person.name)}</span>
        <span>
          <span className={styles.name}>{person.name}</span>
          <span className={styles.roles}>{person.roles.map((role) => common.role[role]).join(common.listSeparator)}</span>
        </span>
      </div>
      <Stack gap="md">
        <PasswordInput
          label={archive.signIn.password} value={password} onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password" maxLength={200} autoFocus
        />
        <Refusal error={attempt.error} isNamePicked />
        <Button type="submit" variant="filled" disabled={!isReady} loading={attempt.isRunning}>
          {attempt.waiting > 0 ? archive.signIn.wait(attempt.waiting) : archive.lock.unlock}
        </Button>
      </Stack>
    </form>
  )
}
