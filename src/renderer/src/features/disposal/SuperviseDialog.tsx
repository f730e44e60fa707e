import { Button, Modal, PasswordInput, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useRoomCommand } from '../../app/command.ts'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import type { DisposalCase } from './queries.ts'
import styles from './disposal.module.css'

/** A supervisor signs at the archivist's desk, with his own password. */
export function SuperviseDialog({ one, onClose }: { one: DisposalCase; onClose: () => void }) {
  const { disposal: { supervise: words }, common } = useText()
  const command = useRoomCommand()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const isReady = login.trim() !== '' && password !== ''
  const submit = async () => {
    setRunning(true)
    setRefusal(null)
    try {
      const { present, needed } = await command('disposal.supervise', { id: one.id, onTheSpot: { login: login.trim(), password } })
      notifications.show({ message: words.done(present, needed) })
      onClose()
    } catch (error) {
      setRefusal(error)
      setPassword('')
      setRunning(false)
    }
  }
  return (
    <Modal opened onClose={onClose} size={420} title={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isRunning) void submit()
        }}
      >
        <Stack gap="md">
          <p className={styles.note}>{words.hint}</p>
          <TextInput label={words.who} value={login} autoComplete="off" data-autofocus onChange={(event) => setLogin(event.currentTarget.value)} />
          <PasswordInput label={words.password} value={password} autoComplete="off" onChange={(event) => setPassword(event.currentTarget.value)} />
          <Refusal error={refusal} />
          <div className={styles.foot}>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="filled" loading={isRunning} disabled={!isReady}>{words.confirm}</Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
