import { IconStack2 } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { RATING_STATES } from '../../../../shared/rules/ratings/steps.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { localMinute } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import type { BatchRow } from './queries.ts'
import styles from './rerating.module.css'

/** What was rated together, the newest first, and how far each has come. */
export function BatchList() {
  const { rerating: text, ratings } = useText()
  const [, go] = useLocation()
  const list = usePagedRows<BatchRow>({ queryKey: ['rerating.list'], fetchPage: (offset, limit) => call('rerating.list', { offset, limit }) })
  const columns: Column<BatchRow>[] = [
    { key: 'number', heading: text.batch, width: 124, cell: (row) => row.number },
    { key: 'kind', heading: text.kind, width: 90, cell: (row) => ratings.kind[row.kind] },
    { key: 'asOf', heading: text.asOf, width: 110, cell: (row) => row.asOf },
    { key: 'lines', heading: text.lines, width: 80, align: 'end', cell: (row) => row.lines },
    { key: 'states', heading: text.states, cell: (row) => RATING_STATES.filter((state) => row.states[state]).map((state) => `${ratings.state[state]} ${row.states[state]}`).join('　') + (row.refused > 0 ? `　${text.refusedTitle(row.refused)}` : '') },
    { key: 'by', heading: text.by, width: 100, cell: (row) => row.madeByName },
    { key: 'at', heading: text.at, width: 150, cell: (row) => localMinute(row.madeAt) },
  ]
  if (list.error) return <div className={styles.card}><ErrorState error={list.error} retry={list.refetch} /></div>
  if (!list.isPending && list.total === 0) return <div className={styles.card}><EmptyState icon={IconStack2} title={text.noBatches} hint={text.noBatchesHint} /></div>
  return <DataTable label={text.batchTable} columns={columns} count={list.isPending ? 6 : list.total} rowAt={list.rowAt} rowKey={({ id }) => id} onVisible={list.onVisible} onOpen={(row) => go(paths.ratingBatch(row.id))} />
}
