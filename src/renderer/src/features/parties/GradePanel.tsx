import { Button, Group, Input, Modal, SegmentedControl, Stack, Text as Words, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { GRADES } from '../../../../shared/contract/parties.ts'
import { call } from '../../app/bridge.ts'
import { statusQuery, useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { partiesChanged, type PartyOf } from './queries.ts'
import styles from './PartyPage.module.css'

/** The grade that stands on paper and on what grounds; the credit administrator records it. */
export function GradePanel({ party }: { party: PartyOf }) {
  const { parties: { grade: words }, common } = useText()
  const may = useMay()
  const wording = useWording(party.grade)
  const [isOpen, setOpen] = useState(false)
  return (
    <Panel title={words.title} aside={may('parties.setGrade') && <Button size="xs" onClick={() => setOpen(true)}>{party.grade === null ? words.set : words.change}</Button>}>
      <div className={styles.grade}>
        <GradeTag grade={party.grade} className={styles.bigTag} />
        <div>
          <strong>{[common.gradeName(party.grade), wording?.label].filter(Boolean).join(' ')}</strong>
          {wording?.measures && <p>{wording.measures}</p>}
          <p>{party.gradeReason ?? words.noReason}</p>
        </div>
      </div>
      {isOpen && <GradeDialog party={party} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

/** What the regulation in force calls such a grade, and what it does for or against such a customer. */
function useWording(grade: (typeof GRADES)[number] | 'none' | null) {
  const { common } = useText()
  const wording = useQuery(statusQuery).data?.regulation.grades.find((candidate) => candidate.grade === grade)
  // A wording that only repeats the letter (A 级) stands for it.
  return wording && wording.label === common.gradeName(wording.grade) ? { ...wording, label: '' } : wording
}

function GradeDialog({ party, onClose }: { party: PartyOf; onClose: () => void }) {
  const { parties: { grade: words, party: partyWords }, common } = useText()
  const client = useQueryClient()
  const label = useId()
  const [grade, setGrade] = useState<(typeof GRADES)[number] | 'none'>(party.grade ?? 'none')
  const wording = useWording(grade)
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const submit = async () => {
    setTried(true)
    if (reason.trim() === '') return
    setSaving(true)
    setError(null)
    try {
      await call('parties.setGrade', { id: party.id, grade: grade === 'none' ? null : grade, reason })
      await partiesChanged(client)
      notifications.show({ message: words.saved })
      onClose()
    } catch (refusal) {
      setError(refusal)
      setSaving(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={words.title} size={480}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSaving) void submit()
        }}
      >
        <Stack gap="md">
          <Words fz="md" c="dimmed">{words.hint}</Words>
          <div>
            <Input.Label component="span" id={label}>{words.title}</Input.Label>
            <SegmentedControl
              fullWidth aria-labelledby={label} value={grade} onChange={setGrade}
              data={[...GRADES.map((value) => ({ value, label: value as string })), { value: 'none' as const, label: words.none }]}
            />
            {wording && <Words fz="sm" c="dimmed" mt={6}>{[wording.label, wording.measures].filter(Boolean).join(' · ')}</Words>}
          </div>
          <TextInput
            label={words.reason} placeholder={words.reasonHint} required maxLength={200} data-autofocus value={reason} error={isTried && reason.trim() === '' && common.needed}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Refusal error={error} />
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{partyWords.cancel}</Button>
            <Button type="submit" variant="filled" loading={isSaving}>{words.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
