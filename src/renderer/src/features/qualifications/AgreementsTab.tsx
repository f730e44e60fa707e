import { Button, Group, Modal, Skeleton, Text as Words, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileText, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { statusQuery, useMay, useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { agreementsQuery, changeStanding, type Bound } from './queries.ts'
import styles from './qualifications.module.css'

/** Who has signed that he keeps what he reads to himself: printed, signed on paper, then recorded. */
export function AgreementsTab() {
  const { qualifications: { agreement: text } } = useText()
  const { data, error, refetch } = useQuery(agreementsQuery)
  const [signing, setSigning] = useState<Bound | null>(null)
  const [ending, setEnding] = useState<Bound | null>(null)
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <div className={styles.wide} aria-busy><Skeleton height="100%" /></div>
  return (
    <div className={styles.wide}>
      <p className={styles.asked}>{data.asked ? text.asked(data.asked.clause) : text.askedNothing}</p>
      {data.people.length === 0
        ? <EmptyState icon={IconFileText} title={text.none} />
        : <div className={styles.table}><People people={data.people} onSign={setSigning} onEnd={setEnding} /></div>}
      <Modal opened={signing !== null} onClose={() => setSigning(null)} title={text.addFor(signing?.name ?? '')} size={440}>
        {signing && <SignForm person={signing} onClose={() => setSigning(null)} />}
      </Modal>
      <ConfirmModal
        opened={ending !== null} onClose={() => setEnding(null)} title={text.endTitle(ending?.name ?? '')} action={text.end} isDangerous reasonLabel={text.end}
        onConfirm={(reason) => changeStanding('agreements.end', { id: ending?.agreement?.id ?? 0, reason })}
      >
        {text.endHint}
      </ConfirmModal>
    </div>
  )
}

function People({ people, onSign, onEnd }: { people: readonly Bound[]; onSign: (person: Bound) => void; onEnd: (person: Bound) => void }) {
  const { qualifications: { agreement: text, ...words }, people: { department }, common } = useText()
  const may = useMay()
  const me = useSession()?.personId
  const columns: Column<Bound>[] = [
    { key: 'name', heading: words.person, width: 140, cell: ({ name }) => <span className={styles.name} title={name}>{name}</span> },
    { key: 'department', heading: department, width: 140, cell: ({ departmentName }) => <span className={styles.quiet}>{departmentName}</span> },
    { key: 'state', heading: words.standing, width: 110, cell: (person) => <State person={person} /> },
    { key: 'number', heading: text.number, width: 140, cell: ({ agreement }) => agreement?.number ?? '' },
    { key: 'signed', heading: text.signedOn, width: 120, cell: ({ agreement }) => agreement?.signedOn ?? '' },
    { key: 'until', heading: text.until, cell: ({ agreement }) => agreement && (agreement.validUntil ?? text.unlimited) },
    {
      key: 'action', heading: <span className="visually-hidden">{common.more}</span>, width: 300, align: 'end',
      cell: (person) => (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button size="xs" variant="subtle" component={Link} href={paths.print('agreement', person.personId)} leftSection={<IconPrinter size={14} stroke={1.5} aria-hidden />} aria-label={`${text.print} ${person.name}`}>{text.print}</Button>
          {may('agreements.record') && person.personId !== me && !person.isBound && <Button size="xs" aria-label={`${text.add} ${person.name}`} onClick={() => onSign(person)}>{text.add}</Button>}
          {may('agreements.end') && person.personId !== me && person.isBound && <Button size="xs" variant="subtle" aria-label={text.endTitle(person.name)} onClick={() => onEnd(person)}>{text.end}</Button>}
        </Group>
      ),
    },
  ]
  return <DataTable label={text.table} columns={columns} count={people.length} rowAt={(index) => people[index]} rowKey={({ personId }) => personId} />
}

function State({ person: { isBound, agreement } }: { person: Bound }) {
  const { qualifications: { agreement: text } } = useText()
  if (isBound) return <span className={styles.good}>{text.bound}</span>
  return <span className={styles.near}>{agreement === null ? text.unbound : agreement.endedAt === null ? text.expired : text.ended}</span>
}

function SignForm({ person, onClose }: { person: Bound; onClose: () => void }) {
  const { qualifications: { agreement: text, ...words } } = useText()
  const today = useQuery(statusQuery).data?.today
  const [signedOn, setSignedOn] = useState<string | null>(today ?? null)
  const [remarks, setRemarks] = useState('')
  const save = async () => {
    const { number } = await changeStanding('agreements.record', { personId: person.personId, signedOn: signedOn ?? '', remarks: remarks.trim() || null })
    notifications.show({ message: `${words.recorded}　${number}` })
  }
  return (
    <SaveForm action={text.add} isReady={signedOn !== null} onClose={onClose} onSave={save}>
      <Words c="dimmed" fz="sm">{text.paperHint}</Words>
      <DayInput label={text.signedOn} required maxDate={today} value={signedOn} onChange={setSignedOn} />
      <Textarea label={words.remarks} autosize minRows={1} maxRows={4} maxLength={300} value={remarks} data-autofocus onChange={(event) => setRemarks(event.currentTarget.value)} />
    </SaveForm>
  )
}
