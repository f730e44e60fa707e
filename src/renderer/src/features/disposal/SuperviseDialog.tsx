import { Modal, PasswordInput, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useRoomCommand } from '../../app/command.ts'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import type { DisposalCase } from './queries.ts'
import styles from './disposal.module.css'

/** A supervisor signs at the archivist's desk, with his own password. */
export function SuperviseDialog({ one, onClose }: { one: DisposalCase; onClose: () => void }) {
  const { disposal: { supervise: words } } = useText()
  const command = useRoomCommand()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const isReady = login.trim() !== '' && password !== ''
  const save = async () => {
    try {
      const { present, needed } = await command('disposal.supervise', { id: one.id, onTheSpot: { login: login.trim(), password } })
      notifications.show({ message: words.done(present, needed) })
    } finally {
      // Whatever came of it, a password does not stay in the field.
      setPassword('')
    }
  }
  return (
    <Modal opened onClose={onClose} size={420} title={words.title}>
      <SaveForm action={words.confirm} isReady={isReady} onClose={onClose} onSave={save}>
        <p className={styles.note}>{words.hint}</p>
        <TextInput label={words.who} value={login} autoComplete="off" data-autofocus onChange={(event) => setLogin(event.currentTarget.value)} />
        <PasswordInput label={words.password} value={password} autoComplete="off" onChange={(event) => setPassword(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
