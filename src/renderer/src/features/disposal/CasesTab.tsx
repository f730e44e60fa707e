import { IconGavel } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { DISPOSAL_STATES, type DisposalState } from '../../../../shared/rules/disposal/steps.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import type { CaseRow } from './queries.ts'
import styles from './disposal.module.css'

type State = DisposalState | 'running'

export function CasesTab() {
  const { disposal: text } = useText()
  const [, navigate] = useLocation()
  const [state, setState] = useState<State | null>(null)
  const cases = usePagedRows<CaseRow>({ queryKey: ['disposal.list', state], fetchPage: (offset, limit) => call('disposal.list', { state, offset, limit }) })
  const isEmpty = !cases.isPending && cases.error === null && cases.total === 0
  return (
    <>
      <div className={styles.filters}>
        <FilterSelect<State>
          label={text.list.anyState} width={128} value={state} onChange={setState}
          data={(['running', ...DISPOSAL_STATES] as const).map((value) => ({ value, label: value === 'running' ? text.list.running : text.state[value] }))}
        />
        <span role="status" className={styles.quiet}>{text.list.counted(formatCount(cases.total))}</span>
      </div>
      {cases.error && <div className={styles.card}><ErrorState error={cases.error} retry={cases.refetch} /></div>}
      {isEmpty && (
        <div className={styles.card}>
          {state === null ? <EmptyState icon={IconGavel} title={text.list.empty} hint={text.list.emptyHint} /> : <EmptyState icon={IconGavel} title={text.list.noMatch} />}
        </div>
      )}
      {cases.error === null && !isEmpty && (
        <DataTable
          label={text.tab.cases} columns={columns(text)} count={cases.isPending ? 6 : cases.total} rowAt={cases.rowAt} rowKey={(row) => row.id}
          onVisible={cases.onVisible} onOpen={(row) => navigate(paths.disposalCase(row.id))}
        />
      )}
    </>
  )
}

function columns(text: ReturnType<typeof useText>['disposal']): readonly Column<CaseRow>[] {
  const words = text.list
  return [
    { key: 'number', heading: words.number, width: 130, cell: (row) => <strong>{row.number}</strong> },
    { key: 'state', heading: words.state, width: 96, cell: (row) => <span className={`${styles.chip} ${styles[row.state]}`}>{text.state[row.state]}</span> },
    { key: 'folders', heading: words.folders, width: 80, align: 'end', cell: (row) => row.folders },
    { key: 'destroyed', heading: words.destroyed, width: 80, align: 'end', cell: (row) => row.destroyed || <span className={styles.quiet}>—</span> },
    { key: 'stopped', heading: words.stopped, width: 80, align: 'end', cell: (row) => (row.stopped ? <span className={styles.amber}>{row.stopped}</span> : <span className={styles.quiet}>—</span>) },
    { key: 'remarks', heading: text.open.remarks, cell: (row) => <span className={styles.quiet} title={row.remarks ?? ''}>{row.remarks}</span> },
    { key: 'openedBy', heading: words.openedBy, width: 96, cell: (row) => row.openedByName },
    { key: 'opened', heading: words.opened, width: 142, cell: (row) => localMinute(row.openedAt) },
    { key: 'closed', heading: words.closed, width: 142, cell: (row) => row.closedAt && localMinute(row.closedAt) },
  ]
}
