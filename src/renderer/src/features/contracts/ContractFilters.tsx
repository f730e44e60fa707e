import { Button, Popover, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DIRECTIONS } from '../../../../shared/contract/contract-facts.ts'
import { CONTRACT_STATES } from '../../../../shared/rules/contracts/events.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { fenFromWan, wanFromFen } from '../../ui/capital.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { departmentsQuery, directoryQuery, type LedgerConditions } from './queries.ts'
import styles from './Contracts.module.css'

type Props = { filter: LedgerConditions; onChange: (part: Partial<LedgerConditions>) => void; onClear: () => void; isFiltered: boolean }

const YEARS_BACK = 15
const idText = (id: number | null) => (id === null ? null : String(id))
const idOf = (text: string | null) => (text === null ? null : Number(text))

/** What the ledger can be narrowed by. */
export function ContractFilters({ filter, onChange, onClear, isFiltered }: Props) {
  const { contracts: { filter: words, page, direction, state } } = useText()
  const departments = useQuery(departmentsQuery)
  const directory = useQuery(directoryQuery)
  const today = useQuery(statusQuery).data?.today
  const years = today === undefined ? [] : Array.from({ length: YEARS_BACK }, (_, back) => String(Number(today.slice(0, 4)) - back))
  const handlers = (directory.data ?? []).filter(({ id, roles }) => id === filter.handlerId || roles.some((role) => ['salesperson', 'departmentClerk', 'creditAdministrator'].includes(role)))
  return (
    <div className={styles.filters} role="search" aria-label={words.text}>
      <TextInput
        className={styles.text} aria-label={words.text} placeholder={words.text} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} maxLength={100}
        value={filter.text} onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <FilterSelect
        label={words.department} width={116} searchable value={idText(filter.departmentId)} onChange={(id) => onChange({ departmentId: idOf(id) })}
        data={(departments.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <FilterSelect label={words.year} width={104} searchable value={idText(filter.year)} onChange={(year) => onChange({ year: idOf(year) })} data={years.map((year) => ({ value: year, label: year }))} />
      <FilterSelect label={words.direction} width={104} value={filter.direction} onChange={(value) => onChange({ direction: value })} data={DIRECTIONS.map((value) => ({ value, label: direction[value] }))} />
      <FilterSelect label={words.state} width={104} value={filter.state} onChange={(value) => onChange({ state: value })} data={CONTRACT_STATES.map((value) => ({ value, label: state[value] }))} />
      <FilterSelect
        label={words.handler} width={124} searchable value={idText(filter.handlerId)} onChange={(id) => onChange({ handlerId: idOf(id) })}
        data={handlers.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <AmountsAndDays filter={filter} onChange={onChange} />
      {filter.partyId !== null && (
        <Button variant="light" rightSection={<IconX size={14} aria-hidden />} onClick={() => onChange({ partyId: null })}>{words.party}</Button>
      )}
      {isFiltered && <Button variant="subtle" px={8} onClick={onClear}>{page.clear}</Button>}
    </div>
  )
}

function AmountsAndDays({ filter, onChange }: Pick<Props, 'filter' | 'onChange'>) {
  const { contracts: { filter: words } } = useText()
  const count = [filter.amountFrom, filter.amountTo, filter.signedFrom, filter.signedTo].filter((value) => value !== null).length
  return (
    <Popover position="bottom-start" trapFocus portalProps={{ target: '#main' }}>
      <Popover.Target>
        <Button variant={count > 0 ? 'light' : 'default'} leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.5} aria-hidden />}>{count > 0 ? `${words.more} ${count}` : words.more}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.more}>
          <Amount label={words.amountFrom} fen={filter.amountFrom} onChange={(amountFrom) => onChange({ amountFrom })} isFirst />
          <Amount label={words.amountTo} fen={filter.amountTo} onChange={(amountTo) => onChange({ amountTo })} />
          <DayInput label={words.signedFrom} value={filter.signedFrom} onChange={(signedFrom) => onChange({ signedFrom })} popoverProps={{ withinPortal: false }} />
          <DayInput label={words.signedTo} value={filter.signedTo} onChange={(signedTo) => onChange({ signedTo })} popoverProps={{ withinPortal: false }} />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The largest amount the contract takes, in fen. */
const MOST_FEN = 10_000_000_000_000

function Amount({ label, fen, onChange, isFirst = false }: { label: string; fen: number | null; onChange: (fen: number | null) => void; isFirst?: boolean }) {
  const { contracts: { filter: words } } = useText()
  const [typed, setTyped] = useState(fen === null ? '' : wanFromFen(fen))
  const answer = fenFromWan(typed)
  const isBad = 'refused' in answer || (answer.fen ?? 0) > MOST_FEN
  return (
    <TextInput
      label={label} inputMode="decimal" value={typed} error={isBad && words.badAmount} {...(isFirst && { 'data-autofocus': true })}
      rightSection={words.wan} rightSectionWidth={words.wan.length * 13 + 12} rightSectionProps={{ className: styles.unit }}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        const amount = fenFromWan(text)
        if (!('refused' in amount) && (amount.fen ?? 0) <= MOST_FEN) onChange(amount.fen)
      }}
    />
  )
}
