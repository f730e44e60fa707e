import { Button, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCoins, IconFileImport, IconPrinter, IconSearch, IconSearchOff } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { AGEING_ONLY } from '../../../../shared/contract/receivables.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { statusQuery, useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { DayInput } from '../../ui/DayInput.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { useFilter } from '../../ui/filter.ts'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { PastImports } from '../../ui/importing/PastImports.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { exportAgeing } from './ageing-xlsx.ts'
import { useAgeingColumns } from './ageing-columns.tsx'
import { AgeingTotal } from './AgeingTotal.tsx'
import { ImportDialog } from './ImportDialog.tsx'
import { type AgeingFilter, type AgeingRow, type AgeingSort, departmentsQuery, noConditions, receivablesChanged } from './queries.ts'
import styles from './receivables.module.css'

/** 应收账龄: every customer that owes or has paid ahead, as of a day, with what all of them come to. */
export function AgeingPage() {
  const { receivables: { page: text, imports }, common } = useText()
  const [, go] = useLocation()
  const may = useMay()
  const [isImporting, setImporting] = useState(false)
  const { filter, change, clear, isFiltered } = useFilter('receivables', noConditions, ['sort', 'descending', 'openedId'])
  // A line of the first page asks for some: the page has the condition from then on, the address no more.
  const address = useSearch()
  const wanted = AGEING_ONLY.find((one) => one === new URLSearchParams(address).get('only'))
  useEffect(() => {
    if (wanted === undefined) return
    change({ ...noConditions, only: wanted })
    go(paths.receivables, { replace: true })
  }, [wanted, change, go])
  const { openedId, ...conditions } = filter
  const [word] = useDebouncedValue(conditions.text, 150)
  const asked: AgeingFilter = { ...conditions, text: word }
  const client = useQueryClient()
  const headKey = ['receivables.ageing', 'head', asked]
  const rows = usePagedRows({
    queryKey: ['receivables.ageing', asked],
    fetchPage: async (offset, limit) => {
      const page = await call('receivables.ageing', { ...asked, offset, limit })
      client.setQueryData(headKey, { sums: page.sums, withheld: page.withheld })
      return page
    },
  })
  // Every page of the list brings the sums of the whole along.
  const head = useQuery<Pick<Output<'receivables.ageing'>, 'sums' | 'withheld'>>({ queryKey: headKey, queryFn: skipToken, placeholderData: keepPreviousData })
  const { columns, minWidth } = useAgeingColumns(head.data?.sums, filter.sort ?? 'overdue')
  const hasRows = !rows.isPending && rows.error === null && rows.total > 0
  return (
    <div className={styles.page}>
      <PageHead title={common.page.receivables} lead={rows.isPending || rows.error ? undefined : <span role="status">{text.count(formatCount(rows.total))}　{text.inYuan}</span>}>
        <Export asked={asked} isDisabled={!hasRows} />
        <Button leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />} disabled={!hasRows} onClick={() => go(`${paths.print('ageing')}/${encodeURIComponent(JSON.stringify(asked))}`)}>{common.print}</Button>
        <PastImports ledgers={['receivables', 'receipts']} partyId={null} changed={receivablesChanged} />
        {may('receivables.import') && <Button leftSection={<IconFileImport size={18} stroke={1.5} aria-hidden />} onClick={() => setImporting(true)}>{imports.import}</Button>}
      </PageHead>
      <Filters filter={filter} onChange={change} onClear={clear} isFiltered={isFiltered} />
      {rows.error ? <ErrorState error={rows.error} retry={rows.refetch} />
        : rows.isPending ? <Waiting />
        : hasRows ? (
          <div className={styles.book}>
            <DataTable<AgeingRow, AgeingSort>
              label={text.table} columns={columns} minWidth={minWidth} count={rows.total} rowAt={rows.rowAt} rowKey={(row) => row.partyId} onVisible={rows.onVisible}
              selectedKey={openedId} sorted={{ by: filter.sort, descending: filter.descending }}
              onSort={(sort) => change({ sort, descending: sort === filter.sort ? !filter.descending : sort !== 'party' })}
              onOpen={(row) => {
                change({ openedId: row.partyId })
                go(paths.partyTab(row.partyId, 'receivables'))
              }}
            />
            {head.data && <AgeingTotal {...head.data} />}
          </div>
        )
        : isFiltered ? <EmptyState icon={IconSearchOff} title={text.noMatch} hint={text.noMatchHint}><Button onClick={clear}>{text.clear}</Button></EmptyState>
        : <EmptyState icon={IconCoins} title={text.none} hint={text.noneHint} />}
      {isImporting && <ImportDialog party={null} onClose={() => setImporting(false)} />}
    </div>
  )
}

function Filters({ filter, onChange, onClear, isFiltered }: { filter: AgeingFilter; onChange: (part: Partial<AgeingFilter>) => void; onClear: () => void; isFiltered: boolean }) {
  const { receivables: { page: text, only, asOf } } = useText()
  const today = useQuery(statusQuery).data?.today
  const departments = useQuery(departmentsQuery)
  return (
    <div className={styles.filters} role="search" aria-label={text.search}>
      <TextInput className={styles.text} aria-label={text.search} placeholder={text.search} maxLength={100} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} value={filter.text} onChange={(event) => onChange({ text: event.currentTarget.value })} />
      <label className={styles.asOf}>{asOf}<DayInput w={150} aria-label={asOf} placeholder={today} maxDate={today} value={filter.asOf} onChange={(day) => onChange({ asOf: day })} /></label>
      <FilterSelect label={text.department} width={150} searchable value={filter.departmentId === null ? null : String(filter.departmentId)} onChange={(id) => onChange({ departmentId: id === null ? null : Number(id) })} data={(departments.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))} />
      <FilterSelect label={text.onlyLabel} width={160} value={filter.only ?? null} onChange={(value) => onChange({ only: value })} data={AGEING_ONLY.map((value) => ({ value, label: only[value] }))} />
      {isFiltered && <Button variant="subtle" px={8} onClick={onClear}>{text.clear}</Button>}
    </div>
  )
}

function Export({ asked, isDisabled }: { asked: AgeingFilter; isDisabled: boolean }) {
  const text = useText()
  return <ExportButton label={text.receivables.page.export} write={async () => text.receivables.page.exported(await exportAgeing(asked, text))} isDisabled={isDisabled} />
}

const Waiting = () => <div className={styles.waiting} aria-busy>{Array.from({ length: 12 }, (_, row) => <Skeleton key={row} height={10} />)}</div>
