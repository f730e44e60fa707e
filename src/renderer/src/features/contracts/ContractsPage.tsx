import { Button, Skeleton, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconContract, IconFilePlus, IconPrinter, IconSearchOff } from '@tabler/icons-react'
import { keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { statusQuery, useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { useFilter } from '../../ui/filter.ts'
import { formatCount } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { ContractFilters } from './ContractFilters.tsx'
import { exportLedger } from './ledger-xlsx.ts'
import { useLedgerColumns } from './ledger-columns.tsx'
import { OpenContractDialog } from './OpenContractDialog.tsx'
import { type LedgerFilter, type LedgerRow, type LedgerSort, type LedgerSums, noConditions } from './queries.ts'
import { SumsLine } from './SumsLine.tsx'
import styles from './Contracts.module.css'

/** More lines than anybody leafs through on paper. */
const MOST_PRINTED = 3000

/** The contract ledger: every contract that the reader may see, with what those on the list come to together. */
export function ContractsPage() {
  const { contracts: { page: words }, common } = useText()
  const [, go] = useLocation()
  const may = useMay()
  const [isOpening, setOpening] = useState(false)
  const { filter, change, clear, isFiltered } = useFilter('contracts', noConditions, ['sort', 'descending', 'openedId'])
  const { openedId, ...conditions } = filter
  const [text] = useDebouncedValue(conditions.text, 150)
  const asked: LedgerFilter = { ...conditions, text }
  const client = useQueryClient()
  const sumsKey = ['contracts.sums', asked]
  const rows = usePagedRows({
    queryKey: ['contracts.ledger', asked],
    fetchPage: async (offset, limit) => {
      const page = await call('contracts.ledger', { ...asked, offset, limit })
      client.setQueryData(sumsKey, page.sums)
      return page
    },
  })
  // Every page of the ledger brings the sums of the whole along.
  const sums = useQuery<LedgerSums>({ queryKey: sumsKey, queryFn: skipToken, placeholderData: keepPreviousData })
  const columns = useLedgerColumns()
  const hasRows = !rows.isPending && rows.error === null && rows.total > 0
  const openButton = may('contracts.open') && <Button variant="filled" leftSection={<IconFilePlus size={18} stroke={1.5} aria-hidden />} onClick={() => setOpening(true)}>{words.open}</Button>

  return (
    <div className={styles.page}>
      <PageHead title={common.page.contracts} lead={rows.isPending || rows.error ? undefined : <span role="status">{words.count(formatCount(rows.total))}</span>}>
        <Export asked={asked} isDisabled={!hasRows} />
        <Tooltip label={words.tooMany(formatCount(MOST_PRINTED))} disabled={rows.total <= MOST_PRINTED}>
          <Button
            leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />} disabled={!hasRows || rows.total > MOST_PRINTED}
            onClick={() => go(`${paths.print('contractLedger')}/${encodeURIComponent(JSON.stringify(asked))}`)}
          >
            {words.print}
          </Button>
        </Tooltip>
        {openButton}
      </PageHead>
      <ContractFilters filter={filter} onChange={change} onClear={clear} isFiltered={isFiltered} />
      {rows.error ? <ErrorState error={rows.error} retry={rows.refetch} />
        : rows.isPending ? <Waiting />
        : hasRows ? (
          <div className={styles.withSums}>
            <DataTable<LedgerRow, LedgerSort>
              label={words.tableLabel} columns={columns} count={rows.total} rowAt={rows.rowAt} rowKey={(row) => row.id} onVisible={rows.onVisible}
              selectedKey={openedId} sorted={{ by: filter.sort, descending: filter.descending }}
              onSort={(sort) => change({ sort, descending: sort === filter.sort ? !filter.descending : false })}
              onOpen={(row) => {
                change({ openedId: row.id })
                go(paths.contract(row.id))
              }}
            />
            {sums.data && <SumsLine sums={sums.data} />}
          </div>
        )
        : isFiltered ? <EmptyState icon={IconSearchOff} title={words.noneFound} hint={words.noneFoundHint}><Button onClick={clear}>{words.clear}</Button></EmptyState>
        : <EmptyState icon={IconContract} title={words.empty} hint={words.emptyHint} />}
      {isOpening && <OpenContractDialog onClose={() => setOpening(false)} />}
    </div>
  )
}

function Export({ asked, isDisabled }: { asked: LedgerFilter; isDisabled: boolean }) {
  const text = useText()
  const today = useQuery(statusQuery).data?.today ?? ''
  return <ExportButton label={text.contracts.page.export} write={async () => text.contracts.page.exported(await exportLedger(asked, today, text))} isDisabled={isDisabled} />
}

const Waiting = () => (
  <div className={styles.waiting} aria-busy>
    {Array.from({ length: 12 }, (_, row) => <Skeleton key={row} height={10} />)}
  </div>
)
