import { Badge, Button, Select, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBuildingStore, IconFileImport, IconPlus, IconReceipt2, IconSearchOff, IconTruckDelivery } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useLanguage, useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useFilter } from '../../ui/filter.ts'
import { formatCount } from '../../ui/format.ts'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { PartyFilters } from './PartyFilters.tsx'
import { noConditions, type PartyRowOf, type PartySort } from './queries.ts'
import styles from './PartiesPage.module.css'

const SORTS: readonly PartySort[] = ['name', 'code', 'updated', 'founded']

/** Customers and suppliers, however many: only the rows in sight are read. */
export function PartiesPage() {
  const { parties: { title, list } } = useText()
  const [, go] = useLocation()
  const { filter, change, clear, isFiltered } = useFilter('parties', noConditions, ['sort', 'descending', 'openedId'])
  const { openedId, ...conditions } = filter
  const [text] = useDebouncedValue(conditions.text, 150)
  const asked = { ...conditions, text }
  const rows = usePagedRows({ queryKey: ['parties.list', asked], fetchPage: (offset, limit) => call('parties.list', { ...asked, offset, limit }) })
  const columns = useColumns()
  const may = useMay()
  // The empty list offers them itself.
  const isBare = !rows.isPending && !rows.error && rows.total === 0 && !isFiltered
  const sortBy = (sort: PartySort) => change({ sort, descending: sort === filter.sort ? !filter.descending : sort === 'updated' })

  return (
    <div className={styles.page}>
      <PageHead title={title} lead={rows.isPending || rows.error ? undefined : list.count(formatCount(rows.total))}>
        {!isBare && <Entrances />}
      </PageHead>
      <div className={styles.conditions}>
        <PartyFilters filter={filter} onChange={change} onClear={clear} isFiltered={isFiltered} />
        <Select
          className={styles.sort} aria-label={list.sortBy} w={124} allowDeselect={false} value={filter.sort} onChange={(sort) => sort !== null && sort !== filter.sort && sortBy(sort)}
          data={SORTS.map((value) => ({ value, label: list.sorts[value] }))}
        />
      </div>
      {rows.error ? <ErrorState error={rows.error} retry={rows.refetch} />
        : rows.isPending ? <Waiting />
        : rows.total > 0 ? (
          <DataTable<PartyRowOf, PartySort>
            label={list.tableLabel} columns={columns} count={rows.total} rowAt={rows.rowAt} rowKey={(row) => row.id} onVisible={rows.onVisible}
            selectedKey={openedId} sorted={{ by: filter.sort, descending: filter.descending }} onSort={sortBy}
            onOpen={(row) => {
              change({ openedId: row.id })
              go(paths.party(row.id))
            }}
          />
        )
        : isFiltered ? <EmptyState icon={IconSearchOff} title={list.noneFound} hint={list.noneFoundHint}><Button onClick={clear}>{list.clear}</Button></EmptyState>
        : <EmptyState icon={IconBuildingStore} title={list.empty} hint={may('parties.add') ? list.emptyHint : list.emptyReadOnly}><Entrances /></EmptyState>}
    </div>
  )
}

const InvoiceImport = lazy(async () => ({ default: (await import('../invoices/index.ts')).ImportDialog }))

const DeliveryImport = lazy(async () => ({ default: (await import('../deliveries/index.ts')).ImportDialog }))

/** How parties come in, and the invoices and deliveries of many at once: from a table, or one by one; for those whose role allows it. */
function Entrances() {
  const { parties: { list }, invoices, deliveries } = useText()
  const may = useMay()
  const [takes, setTakes] = useState<'invoices' | 'deliveries' | null>(null)
  return (
    <>
      {may('parties.import') && <Button component={Link} to={paths.partiesImport} leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden />}>{list.import}</Button>}
      {may('invoices.import') && <Button leftSection={<IconReceipt2 size={18} stroke={1.5} aria-hidden />} onClick={() => setTakes('invoices')}>{invoices.imports.titleMany}</Button>}
      {may('deliveries.import') && <Button leftSection={<IconTruckDelivery size={18} stroke={1.5} aria-hidden />} onClick={() => setTakes('deliveries')}>{deliveries.imports.titleMany}</Button>}
      {may('parties.add') && <Button component={Link} to={`${paths.parties}/new`} variant="filled" leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />}>{list.add}</Button>}
      {takes === 'invoices' && <Suspense><InvoiceImport party={null} onClose={() => setTakes(null)} /></Suspense>}
      {takes === 'deliveries' && <Suspense><DeliveryImport party={null} onClose={() => setTakes(null)} /></Suspense>}
    </>
  )
}

function useColumns(): Column<PartyRowOf, PartySort>[] {
  const { parties: { list, kind, codeState } } = useText()
  // English words are longer than Chinese ones.
  const stretch = useLanguage().language === 'en' ? 1.3 : 1
  return [
    {
      key: 'name', heading: list.name, sort: 'name',
      cell: (row) => <span title={row.name}><span className={styles.name}>{row.name}</span>{row.shortName && <span className={styles.short}>{row.shortName}</span>}</span>,
    },
    {
      key: 'code', heading: list.code, width: 176, sort: 'code',
      cell: (row) => (row.creditCode === null ? <span className={styles.none}>{codeState.none}</span>
        : row.codeState === 'legacy' ? <>{row.creditCode}<Badge ml={6} color="gray" size="sm" title={codeState.legacy}>{list.legacy}</Badge></>
        : row.creditCode),
    },
    { key: 'grade', heading: list.grade, width: 60, cell: (row) => <GradeTag grade={row.grade} /> },
    { key: 'kind', heading: list.kind, width: 96 * stretch, cell: (row) => kind[row.kind] },
    { key: 'region', heading: list.region, width: 116, cell: (row) => [row.province, row.city].filter((part, index, all) => part && part !== all[index - 1]).join(' ') },
    { key: 'industry', heading: list.industry, width: 116, cell: (row) => row.industry },
    { key: 'department', heading: list.department, width: 84 * stretch, cell: (row) => row.departmentName },
    { key: 'salesperson', heading: list.salesperson, width: 72 * stretch, cell: (row) => row.salespersonName },
    { key: 'dossiers', heading: list.dossiers, width: 56 * stretch, align: 'end', cell: (row) => (row.dossiers > 0 ? list.dossierCount(row.dossiers) : <span className={styles.none}>—</span>) },
  ]
}

const Waiting = () => (
  <div className={styles.waiting} aria-busy>
    {Array.from({ length: 12 }, (_, row) => <Skeleton key={row} height={10} />)}
  </div>
)
