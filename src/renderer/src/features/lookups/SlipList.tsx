import { Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileOff, IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode, type Ref } from 'react'
import { SLIP_STATES } from '../../../../shared/contract/lookups.ts'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { DueText } from './DueText.tsx'
import type { SlipRow } from './queries.ts'
import styles from './desk.module.css'

const STATES = [...SLIP_STATES, 'overdue'] as const
type State = (typeof STATES)[number]

type Props = {
  /** One's own slips only. */
  mine: boolean
  today: string
  selectedId: number | null
  onSelect: (id: number) => void
  searchRef: Ref<HTMLInputElement>
  /** What to do when there is nothing yet. */
  children: ReactNode
}

/** Slips of every state, the newest first, found by words, state and the day they were filled in. */
export function SlipList({ mine, today, selectedId, onSelect, searchRef, children }: Props) {
  const { lookups } = useText()
  const words = lookups.list
  const [text, setText] = useState('')
  const [state, setState] = useState<State | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [sought] = useDebouncedValue(text.trim(), 150)
  const filter = { text: sought, state, mine, from, to }
  const isFiltered = sought !== '' || state !== null || from !== null || to !== null
  const slips = usePagedRows<SlipRow>({
    queryKey: ['lookups.list', filter], fetchPage: (offset, limit) => call('lookups.list', { ...filter, offset, limit }),
  })
  const isEmpty = !slips.isPending && slips.error === null && slips.total === 0
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          ref={searchRef} aria-label={words.searchLabel} placeholder={words.search} value={text} leftSection={<IconSearch size={16} aria-hidden />}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          aria-label={words.stateLabel} placeholder={words.anyState} clearable w={118} value={state} onChange={(value) => setState(value)}
          data={STATES.map((value) => ({ value, label: lookups.state[value] }))}
        />
        <DateInput aria-label={words.from} placeholder={words.from} clearable w={124} valueFormat="YYYY-MM-DD" value={from} onChange={setFrom} />
        <DateInput aria-label={words.to} placeholder={words.to} clearable w={124} valueFormat="YYYY-MM-DD" value={to} onChange={setTo} />
        <span className={styles.total} role="status">{words.counted(formatCount(slips.total))}</span>
      </div>
      {slips.error && <div className={styles.card}><ErrorState error={slips.error} retry={slips.refetch} /></div>}
      {isEmpty && (
        <div className={styles.card}>
          {isFiltered
            ? <EmptyState icon={IconFileOff} title={lookups.empty.all} hint={lookups.empty.allHint} />
            : <EmptyState icon={IconFileOff} title={mine ? lookups.empty.mine : lookups.empty.desk} hint={mine ? lookups.empty.mineHint : lookups.empty.deskHint}>{children}</EmptyState>}
        </div>
      )}
      {slips.error === null && !isEmpty && (
        <DataTable
          label={mine ? lookups.tab.mine : lookups.tab.all} columns={columns(lookups, today)} count={slips.isPending ? 12 : slips.total} rowAt={slips.rowAt}
          rowKey={(row) => row.id} onVisible={slips.onVisible} onOpen={(row) => onSelect(row.id)} selectedKey={selectedId}
        />
      )}
    </>
  )
}

function columns(lookups: ReturnType<typeof useText>['lookups'], today: string): readonly Column<SlipRow>[] {
  const words = lookups.list
  return [
    { key: 'number', heading: words.number, width: 116, cell: (row) => row.number },
    { key: 'party', heading: words.party, cell: (row) => <span className={`${styles.cell} ${styles.strong}`} title={row.partyName}>{row.shortName ?? row.partyName}</span> },
    { key: 'applicant', heading: words.applicant, width: 86, cell: (row) => <span className={styles.cell} title={`${row.applicantName}　${row.unit}`}>{row.applicantName}</span> },
    { key: 'manner', heading: words.manner, width: 54, cell: (row) => lookups.manner[row.manner] },
    { key: 'filled', heading: words.filled, width: 96, cell: (row) => row.filledOn },
    { key: 'due', heading: words.due, width: 88, cell: (row) => <DueText row={row} today={today} /> },
    { key: 'state', heading: words.state, width: 74, cell: (row) => lookups.state[row.state] },
  ]
}
