import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useErrorWords } from './error-words.ts'

/** Why an action was refused, beside the action. Draws nothing while there is no error. */
export function Refusal({ error }: { error: unknown }) {
  const words = useErrorWords()
  if (error === null || error === undefined) return null
  return (
    <Alert color="seal" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert" p="6px 10px">
      {words(error)}
    </Alert>
  )
}
