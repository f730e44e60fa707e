import { Modal, MultiSelect, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRoomCommand } from '../../app/command.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
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
  const save = async () => {
    const { id, number } = await command('disposal.open', { dossierIds: dossiers.map(({ dossierId }) => dossierId), group: group.map(Number), remarks: remarks.trim() || null })
    notifications.show({ message: words.opened(number) })
    navigate(paths.disposalCase(id))
  }
  const nameOf = ({ name, roles, isApprover }: NonNullable<typeof people.data>[number]) =>
    `${name}　${roles.map((role) => common.role[role]).join('、')}${isApprover ? `（${words.approver}）` : ''}`
  return (
    <Modal opened onClose={onClose} size={480} title={words.title}>
      <SaveForm action={words.confirm} isReady={group.length >= 2} onClose={onClose} onSave={save}>
        <p className={styles.note}>{words.folders(dossiers.length)}　{dossiers.slice(0, 3).map(({ number }) => number).join('、')}{dossiers.length > 3 && '…'}</p>
        <MultiSelect
          label={words.group} description={`${words.groupHint}。${words.warn}`} data-autofocus searchable hidePickedOptions value={group} onChange={setGroup} maxValues={9}
          data={(people.data ?? []).map((person) => ({ value: String(person.personId), label: nameOf(person) }))}
        />
        <Textarea label={words.remarks} value={remarks} maxLength={500} autosize minRows={2} onChange={(event) => setRemarks(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}
