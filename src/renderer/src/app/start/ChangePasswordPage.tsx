import { Stack, Text as Words } from '@mantine/core'
import type { SessionPerson } from '../session.tsx'
import { sitDown, standUp } from '../sitting.ts'
import { useText } from '../text.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { StartShell } from './StartShell.tsx'

/** After a sign-in with a temporary password: nothing else is possible until it is replaced. */
export function ChangePasswordPage({ person }: { person: SessionPerson }) {
  const { archive, common } = useText()
  return (
    <StartShell title={archive.password.forcedTitle}>
      <Stack gap="md">
        <Words c="dimmed">{archive.password.forcedHint}</Words>
        <ChangePasswordForm
          login={person.login} oldLabel={archive.password.temporary} cancelWord={common.signOut}
          onCancel={() => void standUp()} onChanged={() => sitDown({ ...person, mustChangePassword: false })}
        />
      </Stack>
    </StartShell>
  )
}
