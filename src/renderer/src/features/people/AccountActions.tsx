import { Button, Divider, Group, Stack, Text as Words } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DayText } from '../../ui/DayText.tsx'
import { localMinute } from '../../ui/format.ts'
import { generatePassword } from '../../ui/generate-password.ts'
import { changePeople, type Person } from './queries.ts'
import { TemporaryPassword } from './TemporaryPassword.tsx'

type Asking = 'disable' | 'enable' | 'reset'

/** What concerns a person's account alone: a new password, disabling with a reason, enabling again. */
export function AccountActions({ person, onClose }: { person: Person; onClose: () => void }) {
  const { people: text } = useText()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [handed, setHanded] = useState<string | null>(null)
  if (handed !== null) return <TemporaryPassword name={person.name} password={handed} onDone={onClose} />

  const give = async (method: 'people.enable' | 'people.resetPassword') => {
    const temporaryPassword = generatePassword()
    await changePeople(method, { id: person.id, temporaryPassword })
    setHanded(temporaryPassword)
  }
  const close = () => setAsking(null)
  return (
    <Stack gap="sm">
      <Divider label={text.actions} labelPosition="left" />
      <Group justify="space-between">
        <Words fz="sm" c="dimmed">{text.createdAt} <DayText day={localMinute(person.createdAt).slice(0, 10)} /></Words>
        <Group gap="sm">
          {person.isActive ? (
            <>
              <Button onClick={() => setAsking('reset')}>{text.reset}</Button>
              <Button variant="outline" color="seal" onClick={() => setAsking('disable')}>{text.disable}</Button>
            </>
          ) : <Button onClick={() => setAsking('enable')}>{text.enable}</Button>}
        </Group>
      </Group>
      <ConfirmModal opened={asking === 'reset'} onClose={close} title={text.resetTitle(person.name)} action={text.reset} onConfirm={() => give('people.resetPassword')}>
        <Words>{text.resetHint}</Words>
      </ConfirmModal>
      <ConfirmModal opened={asking === 'enable'} onClose={close} title={text.enableTitle(person.name)} action={text.enable} onConfirm={() => give('people.enable')}>
        <Words>{text.enableHint}</Words>
      </ConfirmModal>
      <ConfirmModal
        opened={asking === 'disable'} onClose={close} title={text.disableTitle(person.name)} action={text.disable} isDangerous reasonLabel={text.disableReason}
        onConfirm={async (reason) => {
          await changePeople('people.disable', { id: person.id, reason })
          onClose()
        }}
      >
        <Words>{text.disableHint}</Words>
      </ConfirmModal>
    </Stack>
  )
}
