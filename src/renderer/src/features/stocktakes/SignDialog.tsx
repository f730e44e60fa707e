import { Button, Modal, PasswordInput, Select, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useRoomCommand } from '../../app/command.ts'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import type { Stocktake } from './queries.ts'
import styles from './stocktakes.module.css'

/** The other counter signs at this desk with his own password. */
export function SignDialog({ stocktake, onClose }: { stocktake: Stocktake; onClose: () => void }) {
  const { stocktakes: { sign: words }, common } = useText()
  const command = useRoomCommand()
  const me = useSession()?.login
  const people = stocktake.signers.filter(({ login }) => login !== me)
  const [chosen, setLogin] = useState<string | null>(null)
  const login = chosen ?? people[0]?.login ?? null
  const [password, setPassword] = useState('')
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const submit = async () => {
    if (login === null) return
    setRunning(true)
    setRefusal(null)
    try {
      const { isClosed } = await command('stocktakes.sign', { id: stocktake.id, onTheSpot: { login, password } })
      notifications.show({ message: isClosed ? words.closed : words.done })
      onClose()
    } catch (error) {
      setRefusal(error)
      setRunning(false)
    }
  }
  return (
    <Modal opened onClose={onClose} size={400} title={words.spotTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (password !== '' && !isRunning) void submit()
        }}
      >
        <Stack gap="md">
          <Select label={words.who} value={login} allowDeselect={false} data={people.map((person) => ({ value: person.login, label: person.name }))} onChange={setLogin} />
          <PasswordInput label={words.password} value={password} data-autofocus autoComplete="off" onChange={(event) => setPassword(event.currentTarget.value)} />
          <Refusal error={refusal} isNamePicked />
          <div className={styles.foot}>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="filled" loading={isRunning} disabled={password === '' || login === null}>{words.title}</Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
