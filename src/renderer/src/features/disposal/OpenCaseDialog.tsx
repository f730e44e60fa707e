import { Button, Modal, MultiSelect, Stack, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRoomCommand } from '../../app/command.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { type Due, peopleQuery } from './queries.ts'
import styles from './disposal.module.css'

/** Proposes dossiers for appraisal by a group, whose first member leads it. */
export function OpenCaseDialog({ dossiers, onClose }: { dossiers: readonly Due[]; onClose: () => void }) {
  const { disposal: { open: words }, common } = useText()
  const command = useRoomCommand()
  const [, navigate] = useLocation()
  const people = useQuery(peopleQuery)
  const [group, setGroup] = useState<string[]>([])
  const [remarks, setRemarks] = useState('')
  const [refusal, setRefusal] = useState<unknown>(null)
  const [isRunning, setRunning] = useState(false)
  const submit = async () => {
    setRunning(true)
    setRefusal(null)
    try {
      const { id, number } = await command('disposal.open', { dossierIds: dossiers.map(({ dossierId }) => dossierId), group: group.map(Number), remarks: remarks.trim() || null })
      notifications.show({ message: words.opened(number) })
      navigate(paths.disposalCase(id))
    } catch (error) {
      setRefusal(error)
      setRunning(false)
    }
  }
  const nameOf = ({ name, roles, isApprover }: NonNullable<typeof people.data>[number]) =>
    `${name}　${roles.map((role) => common.role[role]).join('、')}${isApprover ? `（${words.approver}）` : ''}`
  return (
    <Modal opened onClose={onClose} size={480} title={words.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (group.length >= 2 && !isRunning) void submit()
        }}
      >
        <Stack gap="md">
          <p className={styles.note}>{words.folders(dossiers.length)}　{dossiers.slice(0, 3).map(({ number }) => number).join('、')}{dossiers.length > 3 && '…'}</p>
          <MultiSelect
            label={words.group} description={`${words.groupHint}。${words.warn}`} data-autofocus searchable hidePickedOptions value={group} onChange={setGroup} maxValues={9}
            data={(people.data ?? []).map((person) => ({ value: String(person.personId), label: nameOf(person) }))}
          />
          <Textarea label={words.remarks} value={remarks} maxLength={500} autosize minRows={2} onChange={(event) => setRemarks(event.currentTarget.value)} />
          <Refusal error={refusal} />
          <div className={styles.foot}>
            <Button onClick={onClose}>{common.cancel}</Button>
            <Button type="submit" variant="filled" loading={isRunning} disabled={group.length < 2}>{words.confirm}</Button>
          </div>
        </Stack>
      </form>
    </Modal>
  )
}
