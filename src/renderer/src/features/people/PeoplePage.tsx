import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { InstantText } from '../../ui/DayText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Departments } from './Departments.tsx'
import styles from './PeoplePage.module.css'
import { PersonDialog } from './PersonDialog.tsx'
import { peopleQuery, type Person } from './queries.ts'

/** Who may use the archive, in which roles. The system administrator changes, the auditor reads. */
export function PeoplePage() {
  const { people: text, common } = useText()
  const may = useMay()
  const { data: people, error, refetch } = useQuery(peopleQuery)
  const [words, setWords] = useState('')
  const [withInactive, setWithInactive] = useState(false)
  const [opened, setOpened] = useState<Person | 'new' | null>(null)
  const shown = (people ?? []).filter((person) => (withInactive || person.isActive) && fits(person, words))
  const active = (people ?? []).filter((person) => person.isActive).length
  return (
    <>
      <PageHead title={common.page.people} lead={people && text.count(active, people.length)}>
        <TextInput
          aria-label={text.filter} placeholder={text.filter} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} w={200}
          value={words} onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Checkbox label={text.showInactive} checked={withInactive} onChange={(event) => setWithInactive(event.currentTarget.checked)} />
        {may('people.add') && (
          <Button variant="filled" leftSection={<IconUserPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setOpened('new')}>{text.add}</Button>
        )}
      </PageHead>
      <div className={styles.page}>
        <div className={styles.table}>
          {error ? <ErrorState error={error} retry={() => void refetch()} />
            : people === undefined ? <Skeleton flex={1} />
            : shown.length === 0 ? <EmptyState icon={IconUsers} title={text.none} />
            : <Table people={shown} onOpen={may('people.change') ? setOpened : undefined} />}
        </div>
        <div className={styles.side}><Departments mayChange={may('people.addDepartment')} /></div>
      </div>
      <PersonDialog opened={opened} onClose={() => setOpened(null)} />
    </>
  )
}

const fits = (person: Person, words: string) => {
  const wanted = words.trim().toLowerCase()
  return wanted === '' || person.name.toLowerCase().includes(wanted) || person.login.includes(wanted)
}

function Table({ people, onOpen }: { people: Person[]; onOpen?: (person: Person) => void }) {
  const { people: text, common } = useText()
  const columns: Column<Person>[] = [
    { key: 'name', heading: text.name, width: 92, cell: ({ name }) => <span className={styles.name}>{name}</span> },
    { key: 'login', heading: text.login, width: 112, cell: ({ login }) => <span className={styles.login}>{login}</span> },
    { key: 'roles', heading: text.roles, cell: ({ roles }) => <Roles words={roles.map((role) => common.role[role]).join(common.listSeparator)} /> },
    { key: 'department', heading: text.department, width: 104, cell: ({ departmentName }) => departmentName ?? <span className={styles.quiet}>{text.noDepartment}</span> },
    { key: 'state', heading: text.state, width: 116, cell: (person) => <State person={person} /> },
    {
      key: 'last', heading: text.lastSignedIn, width: 136,
      cell: ({ lastSignedInAt }) => (lastSignedInAt ? <InstantText instant={lastSignedInAt} /> : <span className={styles.quiet}>{text.never}</span>),
    },
  ]
  return <DataTable label={text.table} columns={columns} count={people.length} rowAt={(index) => people[index]} rowKey={({ id }) => id} onOpen={onOpen} />
}

const Roles = ({ words }: { words: string }) => <span title={words}>{words}</span>

function State({ person }: { person: Person }) {
  const { people: text } = useText()
  const [mark, word] = !person.isActive ? [styles.off, text.inactive] : person.mustChangePassword ? [styles.waiting, text.temporary] : ['', text.active]
  return <span className={styles.state}><span className={`${styles.dot} ${mark}`} aria-hidden />{word}</span>
}
