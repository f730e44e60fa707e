import { Group, Input, Modal, NumberInput, SegmentedControl, Select, Text as Words, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { DEGREES, EVIDENCE_KINDS, type EvidenceKind } from '../../../../shared/rules/qualifications/standing.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { changeStanding, type Qualified } from './queries.ts'

/** What somebody has shown: a diploma, a proof of skill, a certificate, an examination. */
export function EvidenceDialog({ person, onClose }: { person: Qualified | null; onClose: () => void }) {
  const { qualifications: text } = useText()
  return (
    <Modal opened={person !== null} onClose={onClose} title={text.recordFor(person?.name ?? '')} size={480}>
      {person && <EvidenceForm person={person} onClose={onClose} />}
    </Modal>
  )
}

/** The first thing that lacks is what one has come to record. */
const firstLacking = ({ standing }: Qualified): EvidenceKind => standing?.lacks[0] ?? 'examination'

function EvidenceForm({ person, onClose }: { person: Qualified; onClose: () => void }) {
  const { qualifications: text } = useText()
  const today = useQuery(statusQuery).data?.today
  const label = useId()
  const [kind, setKind] = useState<EvidenceKind>(() => firstLacking(person))
  const [title, setTitle] = useState('')
  const [degree, setDegree] = useState<(typeof DEGREES)[number]>('college')
  const [issuedBy, setIssuedBy] = useState('')
  const [obtainedOn, setObtainedOn] = useState<string | null>(null)
  const [score, setScore] = useState<number | ''>('')
  const [remarks, setRemarks] = useState('')
  const isReady = title.trim() !== '' && obtainedOn !== null && (kind !== 'examination' || score !== '')
  const save = async () => {
    await changeStanding('qualifications.record', {
      personId: person.personId, kind, title: title.trim(), degree: kind === 'education' ? degree : null, issuedBy: issuedBy.trim() || null,
      obtainedOn: obtainedOn ?? '', score: kind === 'examination' ? Number(score) : null, remarks: remarks.trim() || null,
    })
    notifications.show({ message: text.recorded })
  }
  return (
    <SaveForm action={text.record} isReady={isReady} onClose={onClose} onSave={save}>
      <Words c="dimmed" fz="sm">{text.recordHint}</Words>
      <div>
        <Input.Label component="span" id={label}>{text.evidenceKind}</Input.Label>
        <SegmentedControl fullWidth aria-labelledby={label} value={kind} onChange={setKind} data={EVIDENCE_KINDS.map((value) => ({ value, label: text.kind[value] }))} />
      </div>
      <TextInput label={text.title} required maxLength={100} placeholder={text.titleHint[kind]} value={title} data-autofocus onChange={(event) => setTitle(event.currentTarget.value)} />
      <Group grow align="flex-start">
        <DayInput label={text.obtainedOn} required maxDate={today} value={obtainedOn} onChange={setObtainedOn} />
        {kind === 'education' && (
          <Select label={text.degreeLabel} allowDeselect={false} data={DEGREES.map((value) => ({ value, label: text.degree[value] }))} value={degree} onChange={(value) => value && setDegree(value)} />
        )}
        {kind === 'examination' && (
          <NumberInput label={text.score} required min={0} max={100} decimalScale={1} allowNegative={false} clampBehavior="strict" value={score} onChange={(value) => setScore(typeof value === 'number' ? value : '')} />
        )}
      </Group>
      <TextInput label={text.issuedBy} maxLength={100} value={issuedBy} onChange={(event) => setIssuedBy(event.currentTarget.value)} />
      <Textarea label={text.remarks} autosize minRows={1} maxRows={4} maxLength={300} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
    </SaveForm>
  )
}
