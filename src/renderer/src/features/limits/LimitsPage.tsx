import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCreditCard, IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { LIMIT_FILTERS, LIMIT_GROUPS } from '../../../../shared/contract/limits.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { statusQuery, useMay } from '../../app/session.tsx'
import { useLanguage, useText } from '../../app/text.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { formatCount } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { CreateDialog } from './CreateDialog.tsx'
import { caseColumns, ledgerColumns } from './columns.tsx'
import { exportLimits } from './ledger-xlsx.ts'
import styles from './limits.module.css'
import { MatrixDialog } from './MatrixDialog.tsx'
import { countsQuery, type LimitRow } from './queries.ts'
import { owed } from './words.ts'

type Filter = (typeof LIMIT_FILTERS)[number]

/** 额度台账: the limit that stands of every party with what is used of it; and the cases that wait, run, or ever were. */
export function LimitsPage() {
  const text = useText()
  const words = text.limits
  const isEnglish = useLanguage().language === 'en'
  const may = useMay()
  const [, go] = useLocation()
  const query = new URLSearchParams(useSearch())
  const { data: counts } = useQuery(countsQuery)
  const group = LIMIT_GROUPS.find((one) => one === query.get('group')) ?? 'current'
  const filter = group === 'current' ? LIMIT_FILTERS.find((one) => one === query.get('filter')) ?? null : null
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 200)
  const [dialog, setDialog] = useState<'create' | 'matrix' | null>(null)
  const rows = usePagedRows<LimitRow>({ queryKey: ['limits.list', group, filter, search], fetchPage: (offset, limit) => call('limits.list', { group, filter, text: search, offset, limit }) })
  const isEmpty = !rows.isPending && rows.error === null && rows.total === 0
  const isFiltered = search !== '' || filter !== null
  const show = (next: string, only: Filter | null = null) => go(`${paths.limits}?group=${next}${only === null ? '' : `&filter=${only}`}`, { replace: true })
  return (
    <div className={styles.page}>
      <PageHead
        title={words.title}
        beside={<SegmentedControl aria-label={words.group.label} value={group} onChange={(value) => show(value)} data={LIMIT_GROUPS.map((value) => ({ value, label: counts && counts[value] > 0 ? `${words.group[value]} ${formatCount(counts[value])}` : words.group[value] }))} />}
      >
        {may('limits.setMatrix') && <Button variant="subtle" onClick={() => setDialog('matrix')}>{words.matrix.action}</Button>}
        {group === 'current' && <Export filter={filter} search={search} isDisabled={rows.total === 0} />}
        {may('limits.create') && <Button variant="filled" leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />} onClick={() => setDialog('create')}>{words.create.action}</Button>}
      </PageHead>
      <div className={styles.filters}>
        <TextInput w={220} aria-label={words.list.search} placeholder={words.list.search} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        {group === 'current' && (
          <div className={styles.chips} role="group" aria-label={words.filter.label}>
            {LIMIT_FILTERS.map((one) => (
              <button key={one} type="button" aria-pressed={filter === one} data-alert={(one === 'over' || one === 'expired') && (counts?.filters[one] ?? 0) > 0} onClick={() => show('current', filter === one ? null : one)}>
                {words.filter[one]} <strong>{formatCount(counts?.filters[one] ?? 0)}</strong>
              </button>
            ))}
          </div>
        )}
        <span role="status" className={styles.quiet}>{group === 'current' ? words.list.counted(formatCount(rows.total)) : words.list.cases(formatCount(rows.total))}</span>
        {group === 'current' && counts && counts.current > 0 && <span className={`${styles.quiet} ${styles.push}`}>{words.list.sums(owed(counts.grantedFen), owed(counts.usedFen))}</span>}
      </div>
      {rows.error && <div className={styles.empty}><ErrorState error={rows.error} retry={rows.refetch} /></div>}
      {isEmpty && <div className={styles.empty}>{isFiltered ? <EmptyState icon={IconCreditCard} title={words.list.noMatch} /> : <EmptyState icon={IconCreditCard} title={words.list.empty[group]} hint={words.list.emptyHint} />}</div>}
      {rows.error === null && !isEmpty && (
        <DataTable label={words.title} columns={group === 'current' ? ledgerColumns(text, isEnglish) : caseColumns(text, isEnglish)} count={rows.isPending ? 6 : rows.total} rowAt={rows.rowAt} rowKey={(row) => row.id} onVisible={rows.onVisible} onOpen={(row) => go(paths.limit(row.id))} />
      )}
      {dialog === 'create' && <CreateDialog onClose={() => setDialog(null)} />}
      {dialog === 'matrix' && <MatrixDialog onClose={() => setDialog(null)} />}
    </div>
  )
}

function Export({ filter, search, isDisabled }: { filter: Filter | null; search: string; isDisabled: boolean }) {
  const text = useText()
  const today = useQuery(statusQuery).data?.today ?? ''
  return <ExportButton label={text.limits.list.export} write={async () => text.limits.list.exported(await exportLimits({ filter, text: search }, today, text))} isDisabled={isDisabled} />
}
