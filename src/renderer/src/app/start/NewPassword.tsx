import { PasswordInput } from '@mantine/core'
import { PASSWORD_LENGTH, passwordFault } from '../../../../shared/rules/people/password.ts'
import { useText } from '../text.tsx'

type Pair = { next: string; repeat: string }

/** Whether a new password, typed twice, can be sent. */
export const isNewPasswordReady = ({ next, repeat }: Pair, login: string): boolean => next === repeat && passwordFault(next, login) === null

/** A new password, twice, with what is still wrong with it said as it is typed. */
export function NewPassword({ login, value, onChange }: { login: string; value: Pair; onChange: (value: Pair) => void }) {
  const { archive } = useText()
  const fault = value.next === '' ? null : passwordFault(value.next, login)
  const differs = value.repeat !== '' && value.repeat !== value.next
  return (
    <>
      <PasswordInput
        label={archive.password.next} description={archive.password.rule(PASSWORD_LENGTH)} autoComplete="new-password" maxLength={200}
        value={value.next} error={fault && archive.password.fault[fault]} onChange={(event) => onChange({ ...value, next: event.currentTarget.value })}
      />
      <PasswordInput
        label={archive.password.repeat} autoComplete="new-password" maxLength={200}
        value={value.repeat} error={differs && archive.password.differs} onChange={(event) => onChange({ ...value, repeat: event.currentTarget.value })}
      />
    </>
  )
}
