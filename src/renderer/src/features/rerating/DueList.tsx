import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCalendarCheck, IconSearch, IconStack2 } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { RERATE_REASONS, type RerateReason } from '../../../../shared/rules/rerating/due.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { GradeTag } from '../../ui/GradeTag.tsx'
import type { DueRow } from './queries.ts'
import styles from './rerating.module.css'
import { RunDialog } from './RunDialog.tsx'
import { useWhyDue } from './words.ts'

/** The most that one page of the list answers; more are narrowed by their reason. */
const MOST = 500

/** Parties to be rated again, chosen here and rated together. */
export function DueList() {
  const { rerating: text, ratings, common } = useText()
  const why = useWhyDue()
  const [, go] = useLocation()
  const may = useMay()
  const [typed, setTyped] = useState('')
  const [sought] = useDebouncedValue(typed.trim(), 150)
  const [reason, setReason] = useState<RerateReason | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [isRunning, setRunning] = useState(false)
  const filter = { reason, text: sought, offset: 0, limit: MOST }
  const { data, error, refetch, isPending } = useQuery({ queryKey: ['rerating.due', filter], queryFn: () => call('rerating.due', filter), placeholderData: keepPreviousData, staleTime: 0 })
  const rows = data?.rows ?? []
  const free = rows.filter(({ running }) => running === null)
  const picked = free.filter(({ partyId }) => chosen.has(partyId))
  const toggle = (partyId: number) => setChosen((was) => {
    const next = new Set(was)
    if (!next.delete(partyId)) next.add(partyId)
    return next
  })
  const columns: Column<DueRow>[] = [
    ...(may('rerating.run') ? [{
      key: 'choose', width: 40,
      heading: <Checkbox aria-label={text.chooseAll} checked={picked.length > 0 && picked.length === free.length} indeterminate={picked.length > 0 && picked.length < free.length} onChange={(event) => setChosen(new Set(event.currentTarget.checked ? free.map(({ partyId }) => partyId) : []))} />,
      cell: (row: DueRow) => <span onClick={(event) => event.stopPropagation()} role="presentation"><Checkbox aria-label={text.choose(row.partyName)} disabled={row.running !== null} checked={chosen.has(row.partyId)} onChange={() => toggle(row.partyId)} /></span>,
    }] : []),
    { key: 'party', heading: text.party, width: '26%', cell: (row) => <strong title={row.partyName}>{row.partyName}</strong> },
    { key: 'grade', heading: text.grade, width: 84, cell: (row) => <GradeTag grade={row.grade} /> },
    { key: 'score', heading: text.score, width: 72, align: 'end', cell: (row) => (row.score === null ? '' : (row.score / 100).toFixed(1)) },
    { key: 'why', heading: text.why, cell: (row) => <span title={row.reasons.map((one) => `${one.on} ${why(one)}`).join('\n')}>{common.list(row.reasons.map(why))}</span> },
    { key: 'due', heading: text.dueOn, width: 168, cell: (row) => <span className={row.dueIn < 0 ? styles.over : undefined}>{row.dueOn} <small>{text.dueIn(row.dueIn)}</small></span> },
    { key: 'running', heading: text.running, width: 150, cell: (row) => row.running && <span className={styles.quiet}>{row.running.number} {ratings.state[row.running.state]}</span> },
  ]
  const isEmpty = !isPending && !error && rows.length === 0
  return (
    <>
      <div className={styles.filters}>
        <TextInput aria-label={text.search} placeholder={text.search} w={220} value={typed} leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />} onChange={(event) => setTyped(event.currentTarget.value)} />
        <FilterSelect<RerateReason> label={text.allReasons} width={200} value={reason} onChange={setReason} data={RERATE_REASONS.map((value) => ({ value, label: `${text.reason[value]}${data?.counts[value] ? ` · ${data.counts[value]}` : ''}` }))} />
        <span role="status" className={styles.quiet}>{text.count(formatCount(data?.total ?? 0))}</span>
        {may('rerating.run') && <Button className={styles.push} variant="filled" disabled={picked.length === 0} leftSection={<IconStack2 size={18} stroke={1.5} aria-hidden />} onClick={() => setRunning(true)}>{text.run(picked.length)}</Button>}
      </div>
      {error && <div className={styles.card}><ErrorState error={error} retry={() => void refetch()} /></div>}
      {isEmpty && <div className={styles.card}>{reason !== null || sought !== '' ? <EmptyState icon={IconSearch} title={text.noMatch} /> : <EmptyState icon={IconCalendarCheck} title={text.noneDue} hint={text.noneDueHint} />}</div>}
      {!error && !isEmpty && (
        <DataTable label={text.table} columns={columns} count={isPending ? 8 : rows.length} rowAt={(index) => rows[index]} rowKey={({ partyId }) => partyId} onOpen={(row) => go(paths.rating(row.running?.id ?? row.ratingId))} />
      )}
      {isRunning && <RunDialog parties={picked} onClose={() => setRunning(false)} onDone={(id) => { setChosen(new Set()); go(paths.ratingBatch(id)) }} />}
    </>
  )
}
