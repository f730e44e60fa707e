import { Button, Checkbox, Group, Modal, Skeleton, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import styles from './PeoplePage.module.css'
import { changePeople, departmentsQuery, type Department } from './queries.ts'

/** Departments: dossiers are numbered by their codes, so a code stays as it was given. */
export function Departments({ mayChange }: { mayChange: boolean }) {
  const { people: text, common } = useText()
  const { data: departments, error, refetch } = useQuery(departmentsQuery)
  const [opened, setOpened] = useState<Department | 'new' | null>(null)
  return (
    <Panel title={text.departments} aside={text.departmentsHint}>
      {error ? <ErrorState error={error} retry={() => void refetch()} />
        : departments === undefined ? <Skeleton height={120} />
        : departments.length === 0 ? <EmptyState title={text.noDepartments} hint={text.noDepartmentsHint} />
        : (
          <ul className={styles.list}>
            {departments.map((department) => (
              <li key={department.id} className={styles.department}>
                <span className={styles.code}>{department.code}</span>
                <span className={department.isActive ? undefined : styles.quiet}>{department.name}{department.isActive ? '' : ` · ${text.inactive}`}</span>
                <span className={styles.quiet}>{text.departmentPeople(department.people)}</span>
                {mayChange && (
                  <Button size="xs" variant="subtle" aria-label={text.changeDepartment(department.code)} onClick={() => setOpened(department)}>
                    {common.change}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      {mayChange && <Button mt="md" fullWidth onClick={() => setOpened('new')}>{text.addDepartment}</Button>}
      <Modal
        opened={opened !== null} onClose={() => setOpened(null)} size={380}
        title={opened === 'new' || opened === null ? text.addDepartment : text.changeDepartment(opened.code)}
      >
        {opened !== null && <DepartmentForm department={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
      </Modal>
    </Panel>
  )
}

function DepartmentForm({ department, onClose }: { department: Department | null; onClose: () => void }) {
  const { people: text, common } = useText()
  const [code, setCode] = useState(department?.code ?? '')
  const [name, setName] = useState(department?.name ?? '')
  const [isActive, setActive] = useState(department?.isActive ?? true)
  const [error, setError] = useState<unknown>(null)
  const isCodeGood = /^[A-Z0-9]{1,8}$/.test(code)
  const isReady = isCodeGood && name.trim() !== ''
  const save = async () => {
    try {
      if (department) await changePeople('people.changeDepartment', { id: department.id, name: name.trim(), isActive })
      else await changePeople('people.addDepartment', { code, name: name.trim() })
      onClose()
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void save()
      }}
    >
      <Stack gap="md">
        {!department && (
          <TextInput
            label={text.departmentCode} description={text.codeBad} value={code} maxLength={8} data-autofocus spellCheck={false}
            error={code !== '' && !isCodeGood && text.codeBad} onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
          />
        )}
        <TextInput label={text.departmentName} value={name} maxLength={40} data-autofocus={department ? true : undefined} onChange={(event) => setName(event.currentTarget.value)} />
        {department && <Checkbox label={text.departmentActive} checked={isActive} onChange={(event) => setActive(event.currentTarget.checked)} />}
        <Refusal error={error} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" variant="filled" disabled={!isReady}>{common.save}</Button>
        </Group>
      </Stack>
    </form>
  )
}
