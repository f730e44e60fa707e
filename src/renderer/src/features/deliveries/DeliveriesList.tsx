import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { DELIVERY_STATES } from '../../../../shared/contract/deliveries.ts'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import type { Supplier } from './DeliveriesTab.tsx'
import { DeliveryDialog } from './DeliveryDialog.tsx'
import { Outcome } from './Outcome.tsx'
import { type DeliveryFilter, type DeliveryRow, quantity } from './queries.ts'
import styles from './deliveries.module.css'

const NOTHING: DeliveryFilter = { state: null, from: null, until: null, text: '' }

/** Every delivery of a supplier by the day due, the latest first; a row opens it. */
export function DeliveriesList({ party, asked }: { party: Supplier; asked: DeliveryFilter['state'] }) {
  const { deliveries: { list, state } } = useText()
  const [filter, setFilter] = useState<DeliveryFilter>({ ...NOTHING, state: asked })
  const change = (part: Partial<DeliveryFilter>) => setFilter((was) => ({ ...was, ...part }))
  const [text] = useDebouncedValue(filter.text, 250)
  const query = { ...filter, text }
  const rows = usePagedRows<DeliveryRow>({ queryKey: ['deliveries.list', party.id, query], fetchPage: (offset, limit) => call('deliveries.list', { partyId: party.id, ...query, offset, limit }) })
  const [opened, setOpened] = useState<DeliveryRow | null>(null)
  const columns = useColumns()
  const isFiltered = (Object.keys(NOTHING) as (keyof DeliveryFilter)[]).some((key) => filter[key] !== NOTHING[key])
  return (
    <section className={styles.deliveries} aria-label={list.title}>
      <div className={styles.filters}>
        <h2>{list.title}</h2>
        <FilterSelect label={list.anyState} width={140} data={DELIVERY_STATES.map((value) => ({ value, label: state[value] }))} value={filter.state} onChange={(value) => change({ state: value })} />
        <DayInput aria-label={list.from} placeholder={list.from} w={136} value={filter.from} onChange={(from) => change({ from })} />
        <DayInput aria-label={list.until} placeholder={list.until} w={136} value={filter.until} onChange={(until) => change({ until })} />
        <TextInput aria-label={list.search} placeholder={list.search} w={200} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} maxLength={60} value={filter.text} onChange={(event) => change({ text: event.currentTarget.value })} />
        {isFiltered && <Button variant="subtle" size="compact-sm" onClick={() => setFilter(NOTHING)}>{list.clear}</Button>}
        <span className={styles.count}>{list.count(formatCount(rows.total))}</span>
      </div>
      <div className={styles.table}>
        {rows.error ? <ErrorState error={rows.error} retry={rows.refetch} />
          : rows.total === 0 && !rows.isPending ? <EmptyState title={list.none} />
          : <DataTable label={list.label} columns={columns} count={rows.total} rowAt={rows.rowAt} rowKey={(row) => row.id} onVisible={rows.onVisible} onOpen={setOpened} selectedKey={opened?.id ?? null} rowHeight={34} />}
      </div>
      {opened && <DeliveryDialog party={party} row={opened} onClose={() => setOpened(null)} />}
    </section>
  )
}

function useColumns(): readonly Column<DeliveryRow>[] {
  const { deliveries: text } = useText()
  const { list } = text
  const none = <span className={styles.quiet}>—</span>
  const amount = (row: DeliveryRow, thousandths: number | null, isBad = false) => (thousandths === null ? none : <span className={isBad ? styles.bad : undefined}>{quantity(thousandths)} {row.unit}</span>)
  return [
    { key: 'dueOn', heading: list.dueOn, width: 104, cell: (row) => row.dueOn },
    { key: 'order', heading: list.order, width: 152, cell: (row) => <span className={row.struck ? styles.struck : undefined} title={row.orderNumber}>{row.orderNumber}</span> },
    { key: 'goods', heading: list.goods, cell: (row) => (row.goods === null ? none : <span title={row.goods}>{row.goods}</span>) },
    { key: 'ordered', heading: list.ordered, width: 116, align: 'end', cell: (row) => amount(row, row.orderedQuantity) },
    { key: 'arrivedOn', heading: list.arrivedOn, width: 104, cell: (row) => row.arrivedOn ?? none },
    { key: 'arrived', heading: list.arrived, width: 116, align: 'end', cell: (row) => amount(row, row.arrivedQuantity) },
    { key: 'accepted', heading: list.accepted, width: 116, align: 'end', cell: (row) => amount(row, row.acceptedQuantity, row.acceptedQuantity !== null && row.acceptedQuantity < (row.arrivedQuantity ?? 0)) },
    { key: 'invoice', heading: list.invoice, width: 80, cell: (row) => (row.isInvoiceInOrder === null ? none : row.isInvoiceInOrder ? text.invoiceYes : <span className={styles.bad}>{text.invoiceNo}</span>) },
    { key: 'result', heading: list.result, width: 104, cell: (row) => <Outcome row={row} /> },
  ]
}
