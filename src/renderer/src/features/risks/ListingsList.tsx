import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconListDetails, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useLanguage, useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { LimitBeside } from './LimitBeside.tsx'
import { ListingActions } from './ListingDialogs.tsx'
import type { ListingRow } from './queries.ts'
import styles from './risks.module.css'

type State = 'current' | 'past'

/** Who is on a list, why, with what measure and until when; who waits to be decided stands first. */
export function ListingsList({ list }: { list: 'watch' | 'bad' }) {
  const { risks: text } = useText()
  // English words are longer than Chinese ones.
  const isWide = useLanguage().language === 'en'
  const [, go] = useLocation()
  const [state, setState] = useState<State | null>('current')
  const [typed, setTyped] = useState('')
  const [sought] = useDebouncedValue(typed.trim(), 150)
  const rows = usePagedRows<ListingRow>({ queryKey: ['listings.list', list, state, sought], fetchPage: (offset, limit) => call('listings.list', { list, state, text: sought, offset, limit }) })
  const isEmpty = !rows.isPending && rows.error === null && rows.total === 0
  const columns: Column<ListingRow>[] = [
    { key: 'number', heading: text.number, width: 124, cell: (row) => row.number },
    { key: 'party', heading: text.party, width: isWide ? '16%' : '18%', cell: (row) => <strong title={row.partyName}>{row.partyName}</strong> },
    { key: 'reason', heading: text.reasonLabel, width: 90, cell: (row) => text.reason[row.reason] },
    { key: 'detail', heading: text.detail, cell: (row) => <span title={row.detail}>{row.detail}</span> },
    { key: 'measure', heading: text.measureAndLimit, width: isWide ? 192 : 156, cell: (row) => <span className={styles.measure}><span className={row.measure === 'suspend' ? styles.over : undefined}>{text.measure[row.measure]}</span>{row.limit && <LimitBeside limit={row.limit} />}</span> },
    { key: 'term', heading: text.term, width: 104, cell: (row) => (row.untilOn === null ? <span className={styles.quiet}>{text.unlimited}</span> : <span className={row.isTermOver ? styles.over : undefined} title={row.isTermOver ? text.termOver : undefined}>{row.untilOn}</span>) },
    { key: 'state', heading: text.stateLabel, width: isWide ? 112 : 84, cell: (row) => text.state[row.state] },
    { key: 'do', heading: '', width: 176, align: 'end', cell: (row) => <ListingActions listing={row} /> },
  ]
  return (
    <>
      <div className={styles.filters}>
        <TextInput aria-label={text.search} placeholder={text.search} w={240} value={typed} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} onChange={(event) => setTyped(event.currentTarget.value)} />
        <FilterSelect<State> label={text.stateLabel} width={120} value={state} onChange={setState} data={(['current', 'past'] as const).map((value) => ({ value, label: text[value] }))} />
        <span role="status" className={styles.quiet}>{formatCount(rows.total)}</span>
      </div>
      {rows.error && <div className={styles.card}><ErrorState error={rows.error} retry={rows.refetch} /></div>}
      {isEmpty && <div className={styles.card}><EmptyState icon={IconListDetails} title={text.noListings} hint={text.noListingsHint} /></div>}
      {rows.error === null && !isEmpty && (
        <DataTable label={text.listingTable} columns={columns} count={rows.isPending ? 6 : rows.total} rowAt={rows.rowAt} rowKey={({ id }) => id} onVisible={rows.onVisible} rowHeight={44} onOpen={(row) => go(paths.partyTab(row.partyId, 'risks'))} />
      )}
    </>
  )
}
