import { Autocomplete, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useRoomCommand } from '../../app/command.ts'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import type { DisposalCase } from './queries.ts'
import styles from './disposal.module.css'

/** The last word before the folders are gone. */
export function CarryOutDialog({ one, onClose }: { one: DisposalCase; onClose: () => void }) {
  const { disposal: { carryOut: words } } = useText()
  const command = useRoomCommand()
  const [manner, setManner] = useState(words.manners[0] ?? '')
  const [place, setPlace] = useState('')
  const isReady = manner.trim() !== '' && place.trim() !== ''
  const count = one.lines.filter(({ decision, stoppedAt, destroyedAt }) => decision === 'destroy' && stoppedAt === null && destroyedAt === null).length
  const save = async () => {
    const { destroyed, stopped } = await command('disposal.carryOut', { id: one.id, manner, place })
    notifications.show({ message: words.done(destroyed, stopped) })
  }
  return (
    <Modal opened onClose={onClose} size={440} title={`${words.title}　${one.number}`}>
      <SaveForm action={words.confirm} isReady={isReady} isDangerous onClose={onClose} onSave={save}>
        <p className={styles.note}>{words.warn(count)}</p>
        <Autocomplete label={words.manner} value={manner} data={words.manners} maxLength={60} onChange={setManner} />
        <TextInput label={words.place} value={place} maxLength={100} data-autofocus onChange={(event) => setPlace(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
