import { Button, SegmentedControl } from '@mantine/core'
import { IconClipboardCheck, IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { STOCKTAKE_STATES } from '../../../../shared/contract/stocktakes.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { CoverageTable } from './CoverageTable.tsx'
import { OpenDialog } from './OpenDialog.tsx'
import type { StocktakeRow } from './queries.ts'
import styles from './stocktakes.module.css'

type State = (typeof STOCKTAKE_STATES)[number] | 'running'

/** Counts of the room: those there have been, and when each drawer was last in one. */
export function StocktakesPage() {
  const { stocktakes: text } = useText()
  const may = useMay()
  const [tab, setTab] = useState<'counts' | 'drawers'>('counts')
  const [isOpening, setOpening] = useState(false)
  const newButton = may('stocktakes.open') && (
    <Button variant="filled" leftSection={<IconListCheck size={18} aria-hidden />} onClick={() => setOpening(true)}>{text.action.open}</Button>
  )
  return (
    <div className={styles.page}>
      <PageHead
        title={text.title}
        beside={(
          <SegmentedControl
            aria-label={text.tab.label} value={tab} onChange={(value) => setTab(value)}
            data={(['counts', 'drawers'] as const).map((value) => ({ value, label: text.tab[value] }))}
          />
        )}
      >
        {newButton}
      </PageHead>
      {tab === 'counts' ? <StocktakeList>{newButton}</StocktakeList> : <CoverageTable />}
      {isOpening && <OpenDialog onClose={() => setOpening(false)} />}
    </div>
  )
}

function StocktakeList({ children }: { children: React.ReactNode }) {
  const { stocktakes: text } = useText()
  const [, navigate] = useLocation()
  const [state, setState] = useState<State | null>(null)
  const counts = usePagedRows<StocktakeRow>({
    queryKey: ['stocktakes.list', state], fetchPage: (offset, limit) => call('stocktakes.list', { state, offset, limit }),
  })
  const isEmpty = !counts.isPending && counts.error === null && counts.total === 0
  return (
    <>
      <div className={styles.filters}>
        <FilterSelect<State>
          label={text.list.anyState} width={140} value={state} onChange={setState}
          data={(['running', ...STOCKTAKE_STATES] as const).map((value) => ({ value, label: value === 'running' ? text.list.running : text.state[value] }))}
        />
        <span role="status" className={styles.quiet}>{text.list.counted(formatCount(counts.total))}</span>
      </div>
      {counts.error && <div className={styles.card}><ErrorState error={counts.error} retry={counts.refetch} /></div>}
      {isEmpty && (
        <div className={styles.card}>
          {state === null
            ? <EmptyState icon={IconClipboardCheck} title={text.list.empty} hint={text.list.emptyHint}>{children}</EmptyState>
            : <EmptyState icon={IconClipboardCheck} title={text.list.noMatch} />}
        </div>
      )}
      {counts.error === null && !isEmpty && (
        <DataTable
          label={text.tab.counts} columns={columns(text)} count={counts.isPending ? 6 : counts.total} rowAt={counts.rowAt} rowKey={(row) => row.id}
          onVisible={counts.onVisible} onOpen={(row) => navigate(paths.stocktake(row.id))}
        />
      )}
    </>
  )
}

function columns(text: ReturnType<typeof useText>['stocktakes']): readonly Column<StocktakeRow>[] {
  const words = text.list
  return [
    { key: 'number', heading: words.number, width: 118, cell: (row) => row.number },
    { key: 'scope', heading: words.scope, cell: (row) => <strong title={row.scope}>{row.scope}</strong> },
    { key: 'state', heading: words.state, width: 96, cell: (row) => <span className={`${styles.chip} ${styles[row.state]}`}>{text.state[row.state]}</span> },
    { key: 'drawers', heading: words.drawers, width: 56, align: 'end', cell: (row) => formatCount(row.drawers) },
    { key: 'expected', heading: words.expected, width: 68, align: 'end', cell: (row) => formatCount(row.expected) },
    { key: 'findings', heading: words.findings, width: 92, align: 'end', cell: (row) => <FindingCount row={row} /> },
    { key: 'first', heading: words.first, width: 84, cell: (row) => row.firstByName },
    { key: 'second', heading: words.second, width: 84, cell: (row) => row.secondByName },
    { key: 'opened', heading: words.opened, width: 142, cell: (row) => localMinute(row.openedAt) },
    { key: 'closed', heading: words.closed, width: 142, cell: (row) => row.closedAt && localMinute(row.closedAt) },
  ]
}

function FindingCount({ row }: { row: StocktakeRow }) {
  const { stocktakes: text } = useText()
  if (row.findings === null) return <span className={styles.quiet}>—</span>
  return row.unresolved ? <span className={styles.amber}>{row.findings}　{text.list.open(formatCount(row.unresolved))}</span> : <>{row.findings}</>
}
