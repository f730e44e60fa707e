import { Button, Skeleton } from '@mantine/core'
import { IconPlus, IconSchool } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { trainingsQuery, type Training } from './queries.ts'
import styles from './qualifications.module.css'
import { TrainingDialog } from './TrainingDialog.tsx'

/** Trainings held, and how those who took part did. */
export function TrainingsTab() {
  const { qualifications: { training: text } } = useText()
  const may = useMay()
  const { data, error, refetch } = useQuery(trainingsQuery)
  const [chosen, setChosen] = useState<number | null>(null)
  const [adding, setAdding] = useState(false)
  const add = may('trainings.record') && (
    <Button variant="filled" leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setAdding(true)}>{text.add}</Button>
  )
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.page} aria-busy><Skeleton height="100%" /><Skeleton height={240} radius={8} /></div>
  const training = data.find(({ id }) => id === chosen) ?? data[0]
  return (
    <>
      {training === undefined ? <EmptyState icon={IconSchool} title={text.none} hint={text.noneHint}>{add}</EmptyState> : (
        <div className={styles.page}>
          <div className={styles.wide}>
            <div className={styles.head}>{add}</div>
            <div className={styles.table}><Trainings trainings={data} chosen={training.id} onChoose={(one) => setChosen(one.id)} /></div>
          </div>
          <div className={styles.side}><Attendees training={training} /></div>
        </div>
      )}
      <TrainingDialog opened={adding} onClose={() => setAdding(false)} />
    </>
  )
}

function Trainings({ trainings, chosen, onChoose }: { trainings: readonly Training[]; chosen: number; onChoose: (training: Training) => void }) {
  const { qualifications: { training: text } } = useText()
  const columns: Column<Training>[] = [
    { key: 'on', heading: text.heldOn, width: 110, cell: ({ heldOn }) => heldOn },
    { key: 'title', heading: text.title, cell: ({ title }) => <span className={styles.name} title={title}>{title}</span> },
    { key: 'trainer', heading: text.trainer, width: 120, cell: ({ trainer }) => trainer ?? '' },
    { key: 'hours', heading: text.hours, width: 70, align: 'end', cell: ({ hours }) => hours ?? '' },
    { key: 'people', heading: text.attendees, width: 90, align: 'end', cell: ({ attendees }) => text.count(attendees.length) },
  ]
  return <DataTable label={text.table} columns={columns} count={trainings.length} rowAt={(index) => trainings[index]} rowKey={({ id }) => id} selectedKey={chosen} onOpen={onChoose} />
}

function Attendees({ training }: { training: Training }) {
  const { qualifications } = useText()
  const { training: text } = qualifications
  const examined = training.attendees.filter(({ score }) => score !== null)
  return (
    <Panel title={training.title} aside={examined.length > 0 && text.passed(examined.filter(({ hasPassed }) => hasPassed).length)}>
      {training.content !== null && <p className={styles.asked}>{training.content}</p>}
      <ul className={styles.pieces}>
        {training.attendees.map(({ personId, name, score, hasPassed }) => (
          <li key={personId} className={styles.piece}>
            <span className={styles.title}>{name}</span>
            <span className={styles.quiet}>{score === null ? text.noScore : qualifications.points(score)}</span>
            <span className={hasPassed ? styles.good : styles.over}>{score !== null && !hasPassed ? text.failed : ''}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
