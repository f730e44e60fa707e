import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconGavel, IconHourglassEmpty, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { DOSSIER_KINDS } from '../../../../shared/contract/dossiers.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { Obstacles } from './Obstacles.tsx'
import { OpenCaseDialog } from './OpenCaseDialog.tsx'
import { departmentsQuery, type Due } from './queries.ts'
import styles from './disposal.module.css'

type Kind = (typeof DOSSIER_KINDS)[number]

/** Dossiers whose retention is over; those in whose way nothing stands can be chosen for an appraisal. */
export function DueTab() {
  const text = useText()
  const words = text.disposal.due
  const may = useMay()
  const [, navigate] = useLocation()
  const [department, setDepartment] = useState<string | null>(null)
  const [kind, setKind] = useState<Kind | null>(null)
  const [chosen, setChosen] = useState<ReadonlyMap<number, Due>>(new Map())
  const [isOpening, setOpening] = useState(false)
  const departments = useQuery(departmentsQuery)
  const filter = { departmentId: department === null ? null : Number(department), kind }
  const due = usePagedRows<Due>({ queryKey: ['disposal.due', filter], fetchPage: (offset, limit) => call('disposal.due', { ...filter, offset, limit }) })
  const isEmpty = !due.isPending && due.error === null && due.total === 0
  const isFiltered = department !== null || kind !== null
  const mayOpen = may('disposal.open')
  const toggle = (row: Due) => setChosen((before) => {
    const after = new Map(before)
    if (!after.delete(row.dossierId)) after.set(row.dossierId, row)
    return after
  })
  const clear = Array.from({ length: Math.min(due.total, 500) }, (_, index) => due.rowAt(index)).filter((row): row is Due => row !== undefined && row.obstacles.length === 0)
  return (
    <>
      <div className={styles.filters}>
        <FilterSelect<string> label={words.anyDepartment} width={140} value={department} onChange={setDepartment} data={(departments.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))} />
        <FilterSelect<Kind> label={words.anyKind} width={128} value={kind} onChange={setKind} data={DOSSIER_KINDS.map((value) => ({ value, label: text.common.dossierKind[value] }))} />
        <span role="status" className={styles.quiet}>{words.counted(formatCount(due.total))}{chosen.size > 0 && `　${words.chosen(chosen.size)}`}</span>
        <span className={styles.spread} />
        {mayOpen && !isEmpty && (
          <>
            <Button variant="subtle" onClick={() => setChosen(chosen.size > 0 ? new Map() : new Map(clear.map((row) => [row.dossierId, row])))}>{chosen.size > 0 ? words.none : words.all}</Button>
            <Button variant="filled" leftSection={<IconGavel size={18} aria-hidden />} disabled={chosen.size === 0} onClick={() => setOpening(true)}>{words.open}</Button>
          </>
        )}
      </div>
      {due.error && <div className={styles.card}><ErrorState error={due.error} retry={due.refetch} /></div>}
      {isEmpty && (
        <div className={styles.card}>
          {isFiltered ? <EmptyState icon={IconSearch} title={words.noMatch} /> : <EmptyState icon={IconHourglassEmpty} title={words.empty} hint={words.emptyHint} />}
        </div>
      )}
      {due.error === null && !isEmpty && (
        <DataTable
          label={text.disposal.tab.due} columns={columns(text, mayOpen ? { chosen, toggle } : null)} count={due.isPending ? 8 : due.total} rowAt={due.rowAt}
          rowKey={(row) => row.dossierId} onVisible={due.onVisible} onOpen={(row) => navigate(paths.dossier(row.dossierId))}
        />
      )}
      {isOpening && <OpenCaseDialog dossiers={[...chosen.values()]} onClose={() => setOpening(false)} />}
    </>
  )
}

type Choosing = { chosen: ReadonlyMap<number, Due>; toggle: (row: Due) => void }

function columns(text: ReturnType<typeof useText>, choosing: Choosing | null): readonly Column<Due>[] {
  const words = text.disposal.due
  const choose: Column<Due> = {
    key: 'choose', heading: <span className="visually-hidden">{words.choose('')}</span>, width: 40, cell: (row) => (
      <Checkbox
        aria-label={words.choose(row.number)} checked={choosing?.chosen.has(row.dossierId) ?? false} disabled={row.obstacles.length > 0}
        onChange={() => choosing?.toggle(row)} onClick={(event) => event.stopPropagation()}
      />
    ),
  }
  return [
    ...(choosing ? [choose] : []),
    { key: 'number', heading: words.number, width: 164, cell: (row) => row.number },
    { key: 'party', heading: words.party, cell: (row) => <strong title={row.partyName}>{row.partyName}</strong> },
    { key: 'department', heading: words.department, width: 96, cell: (row) => row.departmentName },
    { key: 'kind', heading: words.kind, width: 88, cell: (row) => text.common.dossierKind[row.kind] },
    { key: 'pages', heading: words.pages, width: 64, align: 'end', cell: (row) => row.pages },
    { key: 'ended', heading: words.ended, width: 104, cell: (row) => <span title={text.because[row.because.rule](row.because.values)}>{row.retentionEnds}</span> },
    { key: 'obstacles', heading: words.obstacles, width: '32%', cell: (row) => <Obstacles of={row.obstacles} /> },
  ]
}
