import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowsExchange, IconFileOff, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { TRANSFER_STATES } from '../../../../shared/contract/custody.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import type { TransferRow } from './queries.ts'
import { StateChip } from './StateChip.tsx'
import { wayOf } from './words.ts'
import styles from './custody.module.css'

type State = (typeof TRANSFER_STATES)[number]

/** Transfers, the newest first: those that wait for the reader, or all that he may see. */
export function TransferList({ waiting }: { waiting: boolean }) {
  const text = useText()
  const { custody } = text
  const words = custody.list
  const [, go] = useLocation()
  const [sought, setSought] = useState('')
  const [state, setState] = useState<State | null>(null)
  const [settled] = useDebouncedValue(sought.trim(), 150)
  const filter = { text: settled, state, waiting }
  const rows = usePagedRows<TransferRow>({
    queryKey: ['transfers.list', filter], fetchPage: (offset, limit) => call('transfers.list', { ...filter, offset, limit }),
  })
  const isFiltered = settled !== '' || state !== null
  const isEmpty = !rows.isPending && rows.error === null && rows.total === 0
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          aria-label={words.searchLabel} placeholder={words.search} value={sought} w={220} leftSection={<IconSearch size={16} aria-hidden />}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        {!waiting && (
          <FilterSelect
            label={words.anyState} width={128} value={state} onChange={setState} data={TRANSFER_STATES.map((value) => ({ value, label: custody.state[value] }))}
          />
        )}
        <span className={styles.total} role="status">{!rows.isPending && words.counted(formatCount(rows.total))}</span>
      </div>
      {rows.error && <div className={styles.card}><ErrorState error={rows.error} retry={rows.refetch} /></div>}
      {isEmpty && (
        <div className={styles.card}>
          {isFiltered
            ? <EmptyState icon={IconFileOff} title={custody.empty.found} hint={custody.empty.foundHint} />
            : (
              <EmptyState
                icon={IconArrowsExchange} title={waiting ? custody.empty.waiting : custody.empty.all} hint={waiting ? custody.empty.waitingHint : custody.empty.allHint}
              />
            )}
        </div>
      )}
      {rows.error === null && !isEmpty && (
        <DataTable
          label={waiting ? custody.tab.waiting : custody.tab.all} columns={columns(text)} count={rows.isPending ? 12 : rows.total} rowAt={rows.rowAt}
          rowKey={(row) => row.id} onVisible={rows.onVisible} onOpen={(row) => go(paths.transfer(row.id))}
        />
      )}
    </>
  )
}

function columns(text: Text): readonly Column<TransferRow>[] {
  const { custody } = text
  const words = custody.list
  return [
    { key: 'number', heading: words.number, width: 132, cell: (row) => <span className={styles.strong}>{row.number}</span> },
    { key: 'way', heading: words.way, cell: (row) => <span className={styles.cell} title={wayOf(text, row)}>{wayOf(text, row)}</span> },
    { key: 'sender', heading: words.sender, width: 104, cell: (row) => <span className={styles.cell}>{row.senderName}</span> },
    { key: 'on', heading: words.on, width: 104, cell: (row) => row.on },
    { key: 'folders', heading: words.folders, width: 88, align: 'end', cell: (row) => custody.folders(row.folders) },
    {
      key: 'progress', heading: words.progress, width: 132, align: 'end',
      cell: (row) => (
        <>
          {row.refused > 0 && <span className={styles.seal}>{words.refused(row.refused)}　</span>}
          {row.state === 'submitted' || row.state === 'closed' ? words.decided(row.decided, row.folders) : <span className={styles.faint}>—</span>}
        </>
      ),
    },
    { key: 'state', heading: words.state, width: 100, cell: (row) => <StateChip state={row.state} /> },
    { key: 'waits', heading: '', width: words.waits.length > 4 ? 84 : 64, cell: (row) => row.waits && <span className={styles.pri}>{words.waits}</span> },
  ]
}
