import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { CallError } from '../app/bridge.ts'
import { useErrorWords } from './error-words.ts'

/** Why an action was refused, beside the action. Draws nothing while there is no error. Where the name was picked from a list, only the password can be wrong. */
export function Refusal({ error, isNamePicked = false }: { error: unknown; isNamePicked?: boolean }) {
  const words = useErrorWords()
  if (error === null || error === undefined) return null
  const told = isNamePicked && error instanceof CallError && error.code === 'wrong-password' ? new CallError(error.code, { ...error.details, isNamePicked }) : error
  return (
    <Alert color="seal" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert" p="6px 10px">
      {words(told)}
    </Alert>
  )
}
