import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { FOLDER_STATES } from '../../../../shared/contract/dossiers.ts'
import { GRADES } from '../../../../shared/contract/parties.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { departmentsQuery, type DossierConditions } from './queries.ts'
import styles from './DossiersPage.module.css'

type Props = { filter: DossierConditions; onChange: (part: Partial<DossierConditions>) => void; onClear: () => void; isFiltered: boolean }

const YEARS_BACK = 15

/** What the list of dossiers can be narrowed by. */
export function DossierFilters({ filter, onChange, onClear, isFiltered }: Props) {
  const { dossiers: { list }, common } = useText()
  const departments = useQuery(departmentsQuery)
  const today = useQuery(statusQuery).data?.today
  const years = today === undefined ? [] : Array.from({ length: YEARS_BACK }, (_, back) => String(Number(today.slice(0, 4)) - back))
  const whether = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no')
  const truth = (value: string | null) => (value === null ? null : value === 'yes')
  return (
    <div className={styles.filters} role="search" aria-label={list.filter}>
      <TextInput
        className={styles.text} aria-label={list.filter} placeholder={list.filter} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} maxLength={100}
        value={filter.text} onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <FilterSelect label={list.anyState} width={104} value={filter.state} onChange={(state) => onChange({ state })} data={FOLDER_STATES.map((value) => ({ value, label: common.folderState[value] }))} />
      <FilterSelect
        label={list.anyGrade} width={104} value={filter.grade} onChange={(grade) => onChange({ grade })}
        data={[...GRADES.map((value) => ({ value, label: common.gradeName(value) })), { value: 'none' as const, label: common.gradeName(null) }]}
      />
      <FilterSelect
        label={list.anyDepartment} width={116} searchable value={filter.departmentId === null ? null : String(filter.departmentId)}
        onChange={(id) => onChange({ departmentId: id === null ? null : Number(id) })}
        data={(departments.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <FilterSelect label={list.anyYear} width={104} searchable value={filter.year === null ? null : String(filter.year)} onChange={(year) => onChange({ year: year === null ? null : Number(year) })} data={years.map((year) => ({ value: year, label: year }))} />
      <FilterSelect label={list.anyCompleteness} width={104} value={whether(filter.isComplete)} onChange={(value) => onChange({ isComplete: truth(value) })} data={[{ value: 'yes', label: list.complete }, { value: 'no', label: list.incomplete }]} />
      <FilterSelect label={list.anyConfirmed} width={120} value={whether(filter.isConfirmed)} onChange={(value) => onChange({ isConfirmed: truth(value) })} data={[{ value: 'yes', label: list.isConfirmed }, { value: 'no', label: list.notConfirmed }]} />
      {isFiltered && <Button variant="subtle" px={8} onClick={onClear}>{list.clear}</Button>}
    </div>
  )
}
