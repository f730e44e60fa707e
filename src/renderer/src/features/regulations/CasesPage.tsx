import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowLeft, IconFileOff, IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import type { Text } from '../../../../shared/text/index.ts'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { keptQuery, type Case, type CaseState, type KeptClause } from './queries.ts'
import { caseAddress } from './case-address.ts'
import styles from './cases.module.css'

const STATES = ['overdue', 'dueSoon', 'inOrder'] as const

/** The cases behind a number of the clauses' page: `?clause=3.1&state=overdue`, and by one mechanism of the clause if asked. */
export function CasesPage() {
  const { regulations } = useText()
  const words = regulations.cases
  const query = new URLSearchParams(useSearch())
  const id = query.get('clause') ?? ''
  const asked = STATES.find((state) => state === query.get('state'))
  const kept = useQuery(keptQuery)
  const clause = kept.data?.clauses.find((one) => one.id === id)
  const back = <Button component={Link} href={paths.regulations} leftSection={<IconArrowLeft size={18} aria-hidden />}>{words.back}</Button>
  return (
    <div className={styles.page}>
      <PageHead title={words.title(id)} lead={clause?.summary}>{back}</PageHead>
      {kept.error && !kept.data && <div className={styles.card}><ErrorState error={kept.error} retry={() => void kept.refetch()} /></div>}
      {kept.data && !clause && <div className={styles.card}><EmptyState icon={IconScale} title={words.gone} hint={words.goneHint} /></div>}
      {clause && <Cases clause={clause} state={asked ?? 'overdue'} mechanism={clause.gauges.find(({ mechanism }) => mechanism === query.get('by'))?.mechanism ?? null} />}
    </div>
  )
}

function Cases({ clause, state, mechanism }: { clause: KeptClause; state: CaseState; mechanism: Case['mechanism'] | null }) {
  const text = useText()
  const { regulations } = text
  const words = regulations.cases
  const [, navigate] = useLocation()
  const counted = clause.gauges.flatMap((gauge) => (gauge.counts === null ? [] : [{ mechanism: gauge.mechanism, counts: gauge.counts }]))
  const counts = counted.find((gauge) => gauge.mechanism === mechanism)?.counts ?? clause.counts
  const input = { clause: clause.id, state, mechanism }
  const rows = usePagedRows<Case>({
    queryKey: ['regulations.cases', input], fetchPage: (offset, limit) => call('regulations.cases', { ...input, offset, limit }),
  })
  const isEmpty = !rows.isPending && rows.error === null && rows.total === 0
  const stateWord = (name: CaseState) => (mechanism !== null && regulations.states[mechanism]?.[name]) || regulations.state[name]
  const go = (to: { state?: CaseState; mechanism?: Case['mechanism'] | null }) =>
    navigate(paths.regulationCases(clause.id, to.state ?? state, to.mechanism === undefined ? mechanism : to.mechanism), { replace: true })
  return (
    <>
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={words.stateLabel} value={state} onChange={(value) => go({ state: value })}
          data={STATES.map((value) => ({ value, label: `${stateWord(value)} ${formatCount(counts[value])}` }))}
        />
        {counted.length > 1 && (
          <FilterSelect
            label={words.all} width={150} value={mechanism} onChange={(value) => go({ mechanism: value })}
            data={counted.map((gauge) => ({ value: gauge.mechanism, label: regulations.mechanism[gauge.mechanism] ?? gauge.mechanism }))}
          />
        )}
        <span role="status" className={styles.total}>{words.counted(formatCount(rows.total))}</span>
      </div>
      {rows.error && <div className={styles.card}><ErrorState error={rows.error} retry={rows.refetch} /></div>}
      {isEmpty && <div className={styles.card}><EmptyState icon={IconFileOff} title={words.none} hint={words.noneHint} /></div>}
      {rows.error === null && !isEmpty && (
        <DataTable
          label={words.title(clause.id)} columns={columns(text)} count={rows.isPending ? 12 : rows.total} rowAt={rows.rowAt}
          rowKey={(row) => `${row.mechanism}-${row.kind}-${row.id}-${row.label}`} onVisible={rows.onVisible}
          onOpen={(row) => {
            const to = caseAddress(row)
            if (to !== null) navigate(to)
          }}
        />
      )}
    </>
  )
}

/** Warnings and defaults are told by a code that each language has its word for. */
function caseTitle({ risks, defaults }: Text, { kind, title }: Case): string {
  if (kind === 'warning') return risks.warning[title as keyof typeof risks.warning] ?? title
  return kind === 'default' ? defaults.kind[title as keyof typeof defaults.kind] ?? title : title
}

function columns(text: Text): readonly Column<Case>[] {
  const { regulations } = text
  const words = regulations.cases
  return [
    { key: 'label', heading: words.label, width: 190, cell: (row) => <CaseLink row={row} /> },
    { key: 'what', heading: words.what, cell: (row) => <span title={caseTitle(text, row)}>{caseTitle(text, row)}</span> },
    { key: 'kind', heading: words.kind, width: 96, cell: (row) => words.kinds[row.kind] },
    { key: 'mechanism', heading: words.mechanism, width: 130, cell: (row) => regulations.mechanism[row.mechanism] ?? row.mechanism },
    { key: 'due', heading: words.due, width: 184, cell: (row) => <Due row={row} /> },
  ]
}

function CaseLink({ row }: { row: Case }) {
  const to = caseAddress(row)
  return to === null ? row.label : <Link to={to} className={styles.link} tabIndex={-1}>{row.label}</Link>
}

function Due({ row }: { row: Case }) {
  const { regulations } = useText()
  const words = regulations.cases
  if (row.dueOn === null || row.dueIn === null) return null
  const far = row.dueIn < 0 ? words.over(-row.dueIn) : row.dueIn === 0 ? words.today : words.in(row.dueIn)
  return <span><span className={styles.day}>{row.dueOn}</span><span className={row.dueIn < 0 ? styles.over : row.dueIn <= 30 ? styles.near : styles.far}>{far}</span></span>
}
