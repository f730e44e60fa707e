import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconGauge, IconSearch, IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { PARTY_KINDS } from '../../../../shared/contract/parties.ts'
import { MOST_AT_ONCE } from '../../../../shared/contract/rerating.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { useFilter } from '../../ui/filter.ts'
import { formatCount } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { departmentsQuery, type UnratedRow } from './queries.ts'
import styles from './rerating.module.css'
import { RunDialog, type ToRate } from './RunDialog.tsx'

type Kind = ToRate['kind']
const NONE = { text: '', kind: null as Kind | null, departmentId: null as number | 'none' | null }
/** Whom one chose, and whether that is all that the list held. */
type Chosen = { readonly parties: ReadonlyMap<number, Kind>; readonly all: string | null }
const NOBODY: Chosen = { parties: new Map(), all: null }

/** Parties with data or a dossier that were never rated: chosen here, all of the list at once if one likes, and rated together. */
export function UnratedList() {
  const { rerating: text, parties: { kind: kinds } } = useText()
  const [, go] = useLocation()
  const may = useMay()
  const { filter, change } = useFilter('rerating.unrated', NONE, [])
  const [sought] = useDebouncedValue(filter.text.trim(), 150)
  const departments = useQuery(departmentsQuery)
  const asked = { ...filter, text: sought }
  const list = usePagedRows<UnratedRow>({ queryKey: ['rerating.unrated', asked], fetchPage: (offset, limit) => call('rerating.unrated', { ...asked, offset, limit }) })
  const [chosen, setChosen] = useState(NOBODY)
  const [isRunning, setRunning] = useState(false)
  const words = text.unrated
  const { size } = chosen.parties
  const key = JSON.stringify(asked)
  const toggle = ({ partyId, kind }: UnratedRow) => setChosen(({ parties }) => {
    const next = new Map(parties)
    if (!next.delete(partyId)) next.set(partyId, kind)
    return { parties: next, all: null }
  })
  const chooseAll = async (isWanted: boolean) => {
    if (!isWanted) return setChosen(NOBODY)
    const { total, parties } = await call('rerating.unratedIds', asked)
    setChosen({ parties: new Map(parties.map(({ partyId, kind }) => [partyId, kind])), all: key })
    if (parties.length < total) notifications.show({ message: words.cut(formatCount(parties.length), formatCount(total), parties.length === MOST_AT_ONCE) })
  }
  const columns = useColumns(may('rerating.run') ? {
    heading: <Checkbox aria-label={words.chooseAll} checked={size > 0 && chosen.all === key} indeterminate={size > 0 && chosen.all !== key} onChange={(event) => void chooseAll(event.currentTarget.checked)} />,
    isChosen: ({ partyId }) => chosen.parties.has(partyId), toggle,
  } : null)
  const isEmpty = !list.isPending && list.error === null && list.total === 0
  const isFiltered = sought !== '' || filter.kind !== null || filter.departmentId !== null
  return (
    <>
      <div className={styles.filters}>
        <TextInput aria-label={words.search} placeholder={words.search} w={220} maxLength={100} value={filter.text} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} onChange={(event) => change({ text: event.currentTarget.value })} />
        <FilterSelect<Kind> label={words.anyKind} width={132} value={filter.kind} onChange={(kind) => change({ kind })} data={PARTY_KINDS.map((value) => ({ value, label: kinds[value] }))} />
        <FilterSelect
          label={words.anyDepartment} width={148} searchable value={filter.departmentId === null ? null : String(filter.departmentId)} onChange={(id) => change({ departmentId: id === null || id === 'none' ? id : Number(id) })}
          data={[...(departments.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })), { value: 'none', label: words.noDepartment }]}
        />
        <span role="status" className={styles.quiet}>{text.count(formatCount(list.total))}{size > 0 && `　${words.chosen(formatCount(size))}`}</span>
        {size > 0 && <Button variant="subtle" size="xs" px={8} onClick={() => setChosen(NOBODY)}>{words.clear}</Button>}
        {may('rerating.run') && (
          <Button
            className={styles.push} variant="filled" disabled={size === 0 || size > MOST_AT_ONCE} title={size > MOST_AT_ONCE ? words.tooMany : undefined}
            leftSection={<IconStack2 size={18} stroke={1.5} aria-hidden />} onClick={() => setRunning(true)}
          >{words.run(size)}</Button>
        )}
      </div>
      {list.error && <div className={styles.card}><ErrorState error={list.error} retry={list.refetch} /></div>}
      {isEmpty && <div className={styles.card}>{isFiltered ? <EmptyState icon={IconSearch} title={text.noMatch} /> : <EmptyState icon={IconGauge} title={words.empty} hint={words.emptyHint} />}</div>}
      {list.error === null && !isEmpty && (
        <DataTable label={words.table} columns={columns} count={list.isPending ? 8 : list.total} rowAt={list.rowAt} rowKey={({ partyId }) => partyId} onVisible={list.onVisible} onOpen={(row) => go(row.running ? paths.rating(row.running.id) : paths.party(row.partyId))} />
      )}
      {isRunning && <RunDialog isFirst parties={[...chosen.parties].map(([partyId, kind]) => ({ partyId, kind }))} onClose={() => setRunning(false)} onDone={(id) => { setChosen(NOBODY); go(paths.ratingBatch(id)) }} />}
    </>
  )
}

type Choosing = { heading: Column<UnratedRow>['heading']; isChosen: (row: UnratedRow) => boolean; toggle: (row: UnratedRow) => void }

function useColumns(choosing: Choosing | null): Column<UnratedRow>[] {
  const { rerating: text, ratings, parties: { kind: kinds } } = useText()
  const words = text.unrated
  const month = (day: string) => day.slice(0, 7)
  /** What there is, in short and with its days. */
  const told = ({ statements, invoices, receivables, deliveries, surveys, dossiers }: UnratedRow) => [
    ...(statements ? [{ short: `${words.statements} ${words.years(statements.from.slice(0, 4), statements.until.slice(0, 4))}`, long: words.span(words.statements, words.forms(formatCount(statements.count)), statements.from, statements.until) }] : []),
    ...(invoices ? [{ short: `${words.invoices} ${words.years(month(invoices.from), month(invoices.until))}`, long: words.span(words.invoices, words.sheets(formatCount(invoices.count)), invoices.from, invoices.until) }] : []),
    ...(['receivables', 'deliveries', 'surveys'] as const).flatMap((what) => {
      const span = { receivables, deliveries, surveys }[what]
      const count = span && (what === 'surveys' ? words.forms : words.items)(formatCount(span.count))
      return span ? [{ short: `${words[what]} ${count}`, long: words.span(words[what], count!, span.from, span.until) }] : []
    }),
    ...(dossiers > 0 ? [{ short: words.volumes(formatCount(dossiers)), long: words.volumes(formatCount(dossiers)) }] : []),
  ]
  return [
    ...(choosing === null ? [] : [{
      key: 'choose', width: 40, heading: choosing.heading,
      cell: (row: UnratedRow) => <span onClick={(event) => event.stopPropagation()} role="presentation"><Checkbox aria-label={text.choose(row.partyName)} disabled={row.running !== null} checked={choosing.isChosen(row)} onChange={() => choosing.toggle(row)} /></span>,
    }]),
    { key: 'party', heading: text.party, width: '30%', cell: (row) => <strong title={row.partyName}>{row.partyName}</strong> },
    { key: 'kind', heading: words.kind, width: 108, cell: (row) => kinds[row.kind] },
    { key: 'department', heading: words.department, width: 112, cell: (row) => row.departmentName ?? <span className={styles.quiet}>—</span> },
    { key: 'data', heading: words.data, cell: (row) => <span title={told(row).map(({ long }) => long).join('\n')}>{told(row).map(({ short }) => short).join('　')}</span> },
    { key: 'since', heading: <span title={words.sinceHint}>{words.since}</span>, width: 108, cell: (row) => row.since },
    { key: 'running', heading: text.running, width: 172, cell: (row) => row.running && <span className={styles.quiet}>{row.running.number} {ratings.state[row.running.state]}</span> },
  ]
}
