import { Anchor, Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '../../ui/Refusal.tsx'
import { call } from '../bridge.ts'
import { archiveStateQuery } from '../session.tsx'
import { lookAgain } from '../sitting.ts'
import { useText } from '../text.tsx'
import styles from './FolderChoice.module.css'

/** Where the archive lies, and a way to another one: by the door's own dialog, or by its path where there is none. */
export function FolderChoice() {
  const { archive, common } = useText()
  const state = useQuery(archiveStateQuery).data
  const [isTyping, setTyping] = useState(false)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<unknown>(null)
  if (!state) return null
  const use = async (folder: string) => {
    setError(null)
    try {
      await call('archive.useFolder', { folder })
      await lookAgain()
      setTyping(false)
    } catch (refusal) {
      setError(refusal)
    }
  }
  const choose = async () => {
    if (!state.shell.canChooseFolder) {
      setTyped(state.folder)
      setTyping(true)
      return
    }
    const { folder } = await call('archive.chooseFolder', {})
    if (folder !== null) await use(folder)
  }
  return (
    <>
      <div className={styles.folder}>
        <span>{archive.start.folder}</span>
        <span className={styles.path} title={state.folder}>{state.folder}</span>
        <Anchor component="button" type="button" fz="sm" onClick={() => void choose()}>{archive.start.changeFolder}</Anchor>
      </div>
      {!isTyping && <Refusal error={error} />}
      <Modal opened={isTyping} onClose={() => setTyping(false)} title={archive.start.folder} size={520}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim() !== '') void use(typed.trim())
          }}
        >
          <Stack gap="md">
            <TextInput label={archive.start.folderPath} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} spellCheck={false} maxLength={1000} data-autofocus />
            <Refusal error={error} />
            <Group justify="flex-end" gap="sm">
              <Button onClick={() => setTyping(false)}>{common.cancel}</Button>
              <Button type="submit" variant="filled" disabled={typed.trim() === ''}>{archive.start.useFolder}</Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
