import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { GRADES, PARTY_KINDS } from '../../../../shared/contract/parties.ts'
import { useText } from '../../app/text.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { PROVINCES } from './provinces.ts'
import { departmentsQuery, type PartyConditions } from './queries.ts'
import styles from './PartiesPage.module.css'

type Props = { filter: PartyConditions; onChange: (part: Partial<PartyConditions>) => void; onClear: () => void; isFiltered: boolean }

/** What the list of parties can be narrowed by. */
export function PartyFilters({ filter, onChange, onClear, isFiltered }: Props) {
  const { parties: { list, kind: kinds }, common } = useText()
  const departments = useQuery(departmentsQuery)
  return (
    <div className={styles.filters} role="search" aria-label={list.filter}>
      <TextInput
        className={styles.text} aria-label={list.filter} placeholder={list.filter} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} maxLength={100}
        value={filter.text} onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <FilterSelect label={list.anyKind} width={132} value={filter.kind} onChange={(kind) => onChange({ kind })} data={PARTY_KINDS.map((value) => ({ value, label: kinds[value] }))} />
      <FilterSelect
        label={list.anyGrade} width={112} value={filter.grade} onChange={(grade) => onChange({ grade })}
        data={[...GRADES.map((value) => ({ value, label: common.gradeName(value) })), { value: 'none' as const, label: common.gradeName(null) }]}
      />
      <FilterSelect
        label={list.anyDepartment} width={128} searchable value={filter.departmentId === null ? null : String(filter.departmentId)}
        onChange={(id) => onChange({ departmentId: id === null ? null : Number(id) })}
        data={(departments.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <FilterSelect label={list.anyProvince} width={112} searchable value={filter.province} onChange={(province) => onChange({ province })} data={PROVINCES.map((name) => ({ value: name, label: name }))} />
      <FilterSelect
        label={list.anyDossier} width={112} value={filter.hasDossier === null ? null : filter.hasDossier ? 'yes' : 'no'}
        onChange={(value) => onChange({ hasDossier: value === null ? null : value === 'yes' })}
        data={[{ value: 'yes', label: list.withDossier }, { value: 'no', label: list.withoutDossier }]}
      />
      {isFiltered && <Button variant="subtle" px={8} onClick={onClear}>{list.clear}</Button>}
    </div>
  )
}
