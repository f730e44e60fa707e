import { Autocomplete, Button, Modal, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useRoomCommand } from '../../app/command.ts'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import type { DisposalCase } from './queries.ts'
import styles from './disposal.module.css'

/** The last word before the folders are gone. */
export function CarryOutDialog({ one, onClose }: { one: DisposalCase; onClose: () => void }) {
  const { disposal: { carryOut: words }, common } = useText()
  const command = useRoomCommand()
  const [manner, setManner] = useState(words.manners[0] ?? '')
  const [place, setPlace] = useState('')
  const [refusal, setRefusal] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const isReady = manner.trim() !== '' && place.trim() !== ''
  const count = one.lines.filter(({ decision, stoppedAt, destroyedAt }) => decision === 'destroy' && stoppedAt === null && destroyedAt === null).length
  const submit = async () => {
    setRunning(true)
    setRefusal(null)
    try {
      const { destroyed, stopped } = await command('disposal.carryOut', { id: one.id, manner, place })
      notifications.show({ message: words.done(destroyed, stopped) })
      onClose()
    } catch (error) {
      setRefusal(error)
      setRunning(false)
    }
  }
  return (
    <Modal opened onClose={onClose} size={440} title={`${words.title}　${one.number}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isRunning) void submit()
        }}
      >
        <Stack gap="md">
          <p className={styles.note}>{words.warn(count)}</p>
          <Autocomplete label={words.manner} value={manner} data={words.manners} maxLength={60} onChange={setManner} />
          <TextInput label={words.place} value={place} maxLength={100} data-autofocus onChange={(event) => setPlace(event.currentTarget.value)} />
          <Refusal error={refusal} />
          <div className={styles.foot}>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="outline" color="seal" loading={isRunning} disabled={!isReady}>{words.confirm}</Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
