import { Button, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertTriangle, IconFingerprint, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { INCIDENT_KINDS } from '../../../../shared/contract/incidents.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { readAsked, type Asked } from './asked.ts'
import { OpenIncidentDialog } from './OpenIncidentDialog.tsx'
import type { IncidentRow, Kind } from './queries.ts'
import { TraceDialog } from './TraceDialog.tsx'
import styles from './incidents.module.css'

/** What went missing, was damaged or leaked: each with whoever answered for it, to be looked into and closed. */
export function IncidentsPage() {
  const { incidents: text } = useText()
  const may = useMay()
  const [, navigate] = useLocation()
  const asked = readAsked(useSearch())
  const [isTracing, setTracing] = useState(false)
  const [opening, setOpening] = useState<Asked | null>(null)
  const shown = opening ?? asked
  const close = () => {
    setOpening(null)
    if (asked) navigate(paths.incidents, { replace: true })
  }
  const newButton = may('incidents.open') && (
    <Button variant="filled" leftSection={<IconAlertTriangle size={18} aria-hidden />} onClick={() => setOpening({})}>{text.action.open}</Button>
  )
  return (
    <div className={styles.page}>
      <PageHead title={text.title}>
        <Button leftSection={<IconFingerprint size={18} aria-hidden />} onClick={() => setTracing(true)}>{text.action.trace}</Button>
        {newButton}
      </PageHead>
      <IncidentList>{newButton}</IncidentList>
      {isTracing && (
        <TraceDialog
          onClose={() => setTracing(false)}
          onOpen={may('incidents.open') ? (leak) => {
            setTracing(false)
            setOpening(leak)
          } : null}
        />
      )}
      {shown && may('incidents.open') && <OpenIncidentDialog asked={shown} onClose={close} />}
    </div>
  )
}

function IncidentList({ children }: { children: React.ReactNode }) {
  const { incidents: text } = useText()
  const words = text.list
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [sought] = useDebouncedValue(typed.trim(), 150)
  const [kind, setKind] = useState<Kind | null>(null)
  const [state, setState] = useState<'open' | 'closed' | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const filter = { text: sought, kind, state, from, to }
  const isFiltered = sought !== '' || kind !== null || state !== null || from !== null || to !== null
  const incidents = usePagedRows<IncidentRow>({
    queryKey: ['incidents.list', filter], fetchPage: (offset, limit) => call('incidents.list', { ...filter, offset, limit }),
  })
  const isEmpty = !incidents.isPending && incidents.error === null && incidents.total === 0
  return (
    <>
      <div className={styles.filters}>
        <TextInput
          aria-label={words.searchLabel} placeholder={words.search} value={typed} leftSection={<IconSearch size={16} aria-hidden />} w={260}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <FilterSelect<Kind> label={words.anyKind} width={120} value={kind} onChange={setKind} data={INCIDENT_KINDS.map((value) => ({ value, label: text.kind[value] }))} />
        <FilterSelect<'open' | 'closed'> label={words.anyState} width={120} value={state} onChange={setState} data={(['open', 'closed'] as const).map((value) => ({ value, label: text.state[value] }))} />
        <DateInput aria-label={words.from} placeholder={words.from} clearable w={132} valueFormat="YYYY-MM-DD" value={from} onChange={setFrom} />
        <DateInput aria-label={words.to} placeholder={words.to} clearable w={132} valueFormat="YYYY-MM-DD" value={to} onChange={setTo} />
        <span role="status" className={styles.quiet}>{words.counted(formatCount(incidents.total))}</span>
      </div>
      {incidents.error && <div className={styles.card}><ErrorState error={incidents.error} retry={incidents.refetch} /></div>}
      {isEmpty && (
        <div className={styles.card}>
          {isFiltered ? <EmptyState icon={IconSearch} title={words.noMatch} /> : <EmptyState icon={IconAlertTriangle} title={words.empty} hint={words.emptyHint}>{children}</EmptyState>}
        </div>
      )}
      {incidents.error === null && !isEmpty && (
        <DataTable
          label={text.title} columns={columns(text)} count={incidents.isPending ? 8 : incidents.total} rowAt={incidents.rowAt} rowKey={(row) => row.id}
          onVisible={incidents.onVisible} onOpen={(row) => navigate(paths.incident(row.id))}
        />
      )}
    </>
  )
}

function columns(text: ReturnType<typeof useText>['incidents']): readonly Column<IncidentRow>[] {
  const words = text.list
  return [
    { key: 'number', heading: words.number, width: 118, cell: (row) => row.number },
    { key: 'kind', heading: words.kind, width: 84, cell: (row) => <span className={`${styles.chip} ${styles[row.kind]}`}>{text.kind[row.kind]}</span> },
    { key: 'dossier', heading: words.dossier, width: 168, cell: (row) => row.dossierNumber },
    { key: 'title', heading: words.title, cell: (row) => <strong title={row.title}>{row.title}</strong> },
    { key: 'answerable', heading: words.answerable, width: '16%', cell: (row) => <span title={row.answerable}>{row.answerable}</span> },
    { key: 'found', heading: words.found, width: 104, cell: (row) => row.foundOn },
    { key: 'openedBy', heading: words.openedBy, width: 96, cell: (row) => row.openedByName },
    { key: 'state', heading: words.state, width: 84, cell: (row) => <span className={row.state === 'open' ? styles.amber : styles.quiet}>{text.state[row.state]}</span> },
  ]
}
