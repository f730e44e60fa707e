import { Button, Pill, SegmentedControl, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useDebouncedCallback } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { contract, type MethodName } from '../../../../shared/contract/index.ts'
import { useText } from '../../app/text.tsx'
import styles from './AuditPage.module.css'
import { directoryQuery, NO_FILTER, type AuditFilter } from './queries.ts'

/** Methods that leave an entry; the others never show in the log. */
const LOGGED = (Object.keys(contract) as MethodName[]).filter((name) => {
  const { kind } = contract[name]
  return kind === 'command' || kind === 'reading' || 'isAudited' in contract[name]
})

type Props = { filter: AuditFilter; /** How the chosen subject is called. */ subjectLabel: string | null; onChange: (filter: AuditFilter) => void }

/** Time, person, method, outcome, words; and the subject, when one was chosen from an entry. */
export function Filters({ filter, subjectLabel, onChange }: Props) {
  const { audit, common } = useText()
  const people = useQuery(directoryQuery).data ?? []
  const [typed, setTyped] = useState(filter.text)
  const [applied, setApplied] = useState(filter.text)
  if (applied !== filter.text) {
    // Cleared from outside, not by typing here: the box follows. A space just typed at the end stays.
    setApplied(filter.text)
    if (typed.trim() !== filter.text) setTyped(filter.text)
  }
  const search = useDebouncedCallback((text: string) => onChange({ ...filter, text: text.trim() }), 200)
  const isFiltered = Object.entries(NO_FILTER).some(([key, value]) => filter[key as keyof AuditFilter] !== value)
  const { subjectKind } = filter
  return (
    <div className={styles.filters} role="search" aria-label={audit.filter.label}>
      <TextInput
        aria-label={audit.filter.text} placeholder={audit.filter.text} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} maxLength={100}
        value={typed} onChange={(event) => { setTyped(event.currentTarget.value); search(event.currentTarget.value) }}
      />
      <DateInput
        aria-label={audit.filter.from} placeholder={audit.filter.from} valueFormat="YYYY-MM-DD" clearable value={filter.from}
        maxDate={filter.to ?? undefined} onChange={(from) => onChange({ ...filter, from })}
      />
      <DateInput
        aria-label={audit.filter.to} placeholder={audit.filter.to} valueFormat="YYYY-MM-DD" clearable value={filter.to}
        minDate={filter.from ?? undefined} onChange={(to) => onChange({ ...filter, to })}
      />
      <Select
        aria-label={audit.actor} placeholder={audit.filter.anyone} searchable clearable
        data={people.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={filter.actorId === null ? null : String(filter.actorId)}
        onChange={(value) => onChange({ ...filter, actorId: value === null ? null : Number(value) })}
      />
      <Select
        aria-label={audit.methodHead} placeholder={audit.filter.anyMethod} searchable clearable
        data={LOGGED.map((name) => ({ value: name, label: audit.method[name] }))}
        value={filter.method} onChange={(method) => onChange({ ...filter, method })}
      />
      <SegmentedControl
        aria-label={audit.outcomeHead} value={filter.outcome ?? ''} onChange={(value) => onChange({ ...filter, outcome: value || null })}
        data={[{ value: '', label: audit.filter.anyOutcome }, { value: 'done', label: audit.outcome.done }, { value: 'refused', label: audit.outcome.refused }]}
      />
      <Button variant="subtle" disabled={!isFiltered} onClick={() => { search.cancel(); setTyped(''); onChange(NO_FILTER) }}>{audit.filter.clear}</Button>
      {subjectKind !== null && (
        <Pill className={styles.subject} withRemoveButton removeButtonProps={{ 'aria-label': common.clear }} onRemove={() => onChange({ ...filter, subjectKind: null, subjectId: null })}>
          {audit.filter.subject(`${audit.subjectKind[subjectKind] ?? subjectKind} ${subjectLabel ?? filter.subjectId ?? ''}`)}
        </Pill>
      )}
    </div>
  )
}
