import { ActionIcon, Button, Group, Stack, Text as Words, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useText } from '../../app/text.tsx'
import type { StepProps } from './CompanyStep.tsx'
import { departmentFaults, type DraftDepartment } from './draft.ts'
import styles from './StartPage.module.css'

/** Departments, by whose codes dossiers are numbered. None is fine: they can be added later. */
export function DepartmentsStep({ draft, onChange, isShowingFaults }: StepProps) {
  const { archive, common } = useText()
  const { departments } = draft
  const set = (next: DraftDepartment[]) => onChange({ ...draft, departments: next })
  const change = (key: number, part: Partial<DraftDepartment>) => set(departments.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const add = () => {
    const [code, name] = archive.create.exampleDepartments[departments.length] ?? ['', '']
    const isFree = !departments.some((one) => one.code === code)
    set([...departments, { key: Math.max(0, ...departments.map((one) => one.key)) + 1, code: isFree ? code : '', name: isFree ? name : '' }])
  }
  return (
    <Stack gap="sm">
      <Words c="dimmed" fz="sm">{archive.create.departmentsHint}</Words>
      {departments.length > 0 && (
        <div className={`${styles.row} ${styles.departmentRow} ${styles.heads}`} aria-hidden>
          <span>{archive.create.code}</span><span>{archive.create.name}</span>
        </div>
      )}
      {departments.map((department) => {
        const faults = isShowingFaults ? departmentFaults(department, departments, archive, common.needed) : {}
        return (
          <div key={department.key} className={`${styles.row} ${styles.departmentRow}`}>
            <TextInput
              aria-label={archive.create.code} value={department.code} maxLength={8} error={faults.code} spellCheck={false}
              onChange={(event) => change(department.key, { code: event.currentTarget.value.trim().toUpperCase() })}
            />
            <TextInput
              aria-label={archive.create.name} value={department.name} maxLength={40} error={faults.name}
              onChange={(event) => change(department.key, { name: event.currentTarget.value })}
            />
            <ActionIcon size={32} aria-label={archive.create.removeDepartment(department.name || department.code)} onClick={() => set(departments.filter((one) => one.key !== department.key))}>
              <IconX size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </div>
        )
      })}
      <Group gap="md">
        <Button leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={add}>{archive.create.addDepartment}</Button>
        {departments.length === 0 && <Words c="dimmed" fz="sm">{archive.create.noDepartments}</Words>}
      </Group>
    </Stack>
  )
}
