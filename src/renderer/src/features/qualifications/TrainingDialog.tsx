import { Group, Modal, MultiSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { statusQuery, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { changeStanding, directoryQuery } from './queries.ts'
import styles from './qualifications.module.css'

/** A training that was held, who took part, and the score of whoever was examined. */
export function TrainingDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { qualifications: { training: text } } = useText()
  return <Modal opened={opened} onClose={onClose} title={text.add} size={520}>{opened && <TrainingForm onClose={onClose} />}</Modal>
}

function TrainingForm({ onClose }: { onClose: () => void }) {
  const { qualifications } = useText()
  const { training: text } = qualifications
  const today = useQuery(statusQuery).data?.today
  const me = useSession()?.personId
  const people = (useQuery(directoryQuery).data ?? []).filter(({ id }) => id !== me)
  const [title, setTitle] = useState('')
  const [heldOn, setHeldOn] = useState<string | null>(today ?? null)
  const [hours, setHours] = useState<number | ''>('')
  const [trainer, setTrainer] = useState('')
  const [content, setContent] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [scores, setScores] = useState<Record<string, number | ''>>({})
  const isReady = title.trim() !== '' && heldOn !== null && chosen.length > 0
  const save = async () => {
    const scoreOf = (id: string) => (typeof scores[id] === 'number' ? scores[id] : null)
    await changeStanding('trainings.record', {
      title: title.trim(), heldOn: heldOn ?? '', hours: hours === '' ? null : hours, trainer: trainer.trim() || null, content: content.trim() || null,
      attendees: chosen.map((id) => ({ personId: Number(id), score: scoreOf(id) })),
    })
    notifications.show({ message: qualifications.recorded })
  }
  return (
    <SaveForm action={text.add} isReady={isReady} onClose={onClose} onSave={save}>
      <TextInput label={text.title} required maxLength={100} value={title} data-autofocus onChange={(event) => setTitle(event.currentTarget.value)} />
      <Group grow align="flex-start">
        <DayInput label={text.heldOn} required maxDate={today} value={heldOn} onChange={setHeldOn} />
        <NumberInput label={text.hours} min={1} max={1000} allowDecimal={false} allowNegative={false} clampBehavior="strict" value={hours} onChange={(value) => setHours(typeof value === 'number' ? value : '')} />
        <TextInput label={text.trainer} maxLength={60} value={trainer} onChange={(event) => setTrainer(event.currentTarget.value)} />
      </Group>
      <Textarea label={text.content} autosize minRows={1} maxRows={4} maxLength={1000} value={content} onChange={(event) => setContent(event.currentTarget.value)} />
      <MultiSelect
        label={text.attendees} required description={text.attendeesHint} placeholder={chosen.length === 0 ? text.choose : undefined} searchable hidePickedOptions
        data={people.map(({ id, name, departmentName }) => ({ value: String(id), label: departmentName ? `${name} · ${departmentName}` : name }))} value={chosen} onChange={setChosen}
      />
      {chosen.length > 0 && (
        <div className={styles.attendees}>
          {chosen.map((id) => {
            const name = people.find((person) => String(person.id) === id)?.name ?? id
            return [
              <span key={`${id}-name`}>{name}</span>,
              <NumberInput
                key={id} aria-label={`${name} ${qualifications.score}`} placeholder={qualifications.score} min={0} max={100} decimalScale={1} allowNegative={false} clampBehavior="strict"
                value={scores[id] ?? ''} onChange={(value) => setScores({ ...scores, [id]: typeof value === 'number' ? value : '' })}
              />,
            ]
          })}
        </div>
      )}
    </SaveForm>
  )
}
