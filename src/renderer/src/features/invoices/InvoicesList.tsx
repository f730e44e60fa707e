import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { INVOICE_DIRECTIONS, INVOICE_STATES } from '../../../../shared/contract/invoices.ts'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { type InvoiceFilter, type InvoiceRow, signedYuan } from './queries.ts'
import styles from './invoices.module.css'

const NOTHING: InvoiceFilter = { direction: null, state: null, from: null, until: null, counterpartyId: null, number: '' }

type Props = { partyId: number; asked: InvoiceFilter; isOpened: boolean; names: ReadonlyMap<number, string> }

/** Every invoice of a party, the newest first, narrowed by kind, state, days, number and other side. */
export function InvoicesList({ partyId, asked, isOpened, names }: Props) {
  const { invoices: { list, direction, state } } = useText()
  const [filter, setFilter] = useState(asked)
  const change = (part: Partial<InvoiceFilter>) => setFilter((was) => ({ ...was, ...part }))
  const [number] = useDebouncedValue(filter.number, 250)
  const query = { ...filter, number: number.replaceAll(/[^0-9A-Za-z-]/g, '') }
  const rows = usePagedRows<InvoiceRow>({ queryKey: ['invoices.list', partyId, query], fetchPage: (offset, limit) => call('invoices.list', { partyId, ...query, offset, limit }) })
  const columns = useColumns()
  const isFiltered = (Object.keys(NOTHING) as (keyof InvoiceFilter)[]).some((key) => filter[key] !== NOTHING[key])
  const known = filter.counterpartyId === null ? null : names.get(filter.counterpartyId) ?? rows.rowAt(0)?.counterpartyName ?? '…'
  return (
    <section className={styles.invoices} aria-label={list.title} data-opened={isOpened || undefined}>
      <div className={styles.filters}>
        <h2>{list.title}</h2>
        <FilterSelect label={list.anyDirection} width={120} data={INVOICE_DIRECTIONS.map((value) => ({ value, label: direction[value] }))} value={filter.direction} onChange={(value) => change({ direction: value })} />
        <FilterSelect label={list.anyState} width={140} data={INVOICE_STATES.map((value) => ({ value, label: state[value] }))} value={filter.state} onChange={(value) => change({ state: value })} />
        <DayInput aria-label={list.from} placeholder={list.from} w={136} value={filter.from} onChange={(from) => change({ from })} />
        <DayInput aria-label={list.until} placeholder={list.until} w={136} value={filter.until} onChange={(until) => change({ until })} />
        <TextInput aria-label={list.search} placeholder={list.search} w={132} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} maxLength={30} value={filter.number} onChange={(event) => change({ number: event.currentTarget.value })} />
        {known !== null && <Button size="xs" variant="light" className={styles.only} rightSection={<IconX size={14} aria-hidden />} title={known} onClick={() => change({ counterpartyId: null })}>{list.only(known)}</Button>}
        {isFiltered && <Button variant="subtle" size="compact-sm" onClick={() => setFilter(NOTHING)}>{list.clear}</Button>}
        <span className={styles.count}>{list.count(formatCount(rows.total))}</span>
      </div>
      <div className={styles.table}>
        {rows.error ? <ErrorState error={rows.error} retry={rows.refetch} />
          : rows.total === 0 && !rows.isPending ? <EmptyState title={list.none} />
          : <DataTable label={list.label} columns={columns} count={rows.total} rowAt={rows.rowAt} rowKey={(row) => row.id} onVisible={rows.onVisible} rowHeight={34} />}
      </div>
    </section>
  )
}

function useColumns(): readonly Column<InvoiceRow>[] {
  const { invoices: { list, direction, state } } = useText()
  const money = (fen: number, isVoid: boolean) => <span className={isVoid ? styles.void : fen < 0 ? styles.red : undefined}>{signedYuan(fen)}</span>
  return [
    { key: 'issuedOn', heading: list.issuedOn, width: 104, cell: (row) => row.issuedOn },
    { key: 'direction', heading: list.direction, width: 64, cell: (row) => direction[row.direction] },
    { key: 'number', heading: list.number, width: 176, cell: (row) => <span title={row.code === '' ? undefined : row.code}>{row.number}</span> },
    { key: 'counterparty', heading: list.counterparty, cell: (row) => (row.counterpartyName === '' ? <span className={styles.quiet}>{list.unnamed}</span> : <span title={row.counterpartyName}>{row.counterpartyName}</span>) },
    { key: 'amount', heading: list.amount, width: 136, align: 'end', cell: (row) => money(row.amountFen, row.isVoid) },
    { key: 'tax', heading: list.tax, width: 120, align: 'end', cell: (row) => money(row.taxFen, row.isVoid) },
    { key: 'total', heading: list.total, width: 136, align: 'end', cell: (row) => money(row.totalFen, row.isVoid) },
    {
      key: 'state', heading: list.state, width: 96,
      cell: (row) => (row.isVoid ? <span className={styles.quiet}>{state.void}</span>
        : row.totalFen !== row.amountFen + row.taxFen ? <span className={styles.red}>{list.uneven}</span>
        : row.amountFen < 0 ? <span className={styles.red}>{state.red}</span> : state.valid),
    },
  ]
}
