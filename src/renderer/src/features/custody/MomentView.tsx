import { Select } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CUSTODY_STAGES } from '../../../../shared/contract/custody.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FilterSelect } from '../../ui/FilterSelect.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { usePagedRows } from '../../ui/paged.ts'
import { MomentInput, type MomentOf, toInstant } from './MomentInput.tsx'
import type { Held } from './queries.ts'
import styles from './custody.module.css'

type Stage = (typeof CUSTODY_STAGES)[number]

/** The whole cabinet at a moment: who answered for each folder then, by person, place and department. */
export function MomentView() {
  const today = useQuery(statusQuery).data?.today
  return today === undefined ? null : <Moment today={today} />
}

function Moment({ today }: { today: string }) {
  const text = useText()
  const { custody } = text
  const words = custody.moment
  const [, go] = useLocation()
  const [moment, setMoment] = useState<MomentOf>({ day: today, time: '23:59' })
  const [stage, setStage] = useState<Stage | null>(null)
  const [holder, setHolder] = useState<string | null>(null)
  const [department, setDepartment] = useState<string | null>(null)
  const people = useQuery({ queryKey: ['people.directory'], queryFn: () => call('people.directory', {}) })
  const departments = useQuery({ queryKey: ['people.departments'], queryFn: () => call('people.departments', {}) })
  const at = toInstant(moment)
  const filter = { at, stage, holderId: holder === null ? null : Number(holder), departmentId: department === null ? null : Number(department) }
  const rows = usePagedRows<Held>({
    queryKey: ['custody.at', filter],
    fetchPage: async (offset, limit) => (at === null ? { total: 0, rows: [] } : call('custody.at', { ...filter, at, offset, limit })),
  })
  const isEmpty = !rows.isPending && rows.error === null && rows.total === 0
  return (
    <>
      <div className={styles.filters}>
        <MomentInput value={moment} onChange={setMoment} />
        <Select
          aria-label={words.holder} placeholder={words.anyHolder} clearable searchable w={150} value={holder} onChange={setHolder}
          data={(people.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <FilterSelect label={words.anyStage} width={150} value={stage} onChange={setStage} data={CUSTODY_STAGES.map((value) => ({ value, label: custody.stage[value] }))} />
        <Select
          aria-label={words.department} placeholder={words.anyDepartment} clearable w={150} value={department} onChange={setDepartment}
          data={(departments.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <span className={styles.total} role="status">{!rows.isPending && words.counted(formatCount(rows.total))}</span>
      </div>
      {rows.error && <div className={styles.card}><ErrorState error={rows.error} retry={rows.refetch} /></div>}
      {isEmpty && <div className={styles.card}><EmptyState icon={IconHistory} title={custody.empty.moment} hint={custody.empty.momentHint} /></div>}
      {rows.error === null && !isEmpty && (
        <DataTable
          label={words.table} columns={columns(text)} count={rows.isPending ? 12 : rows.total} rowAt={rows.rowAt} rowKey={(row) => row.dossierId}
          onVisible={rows.onVisible} onOpen={(row) => go(paths.dossier(row.dossierId))}
        />
      )}
    </>
  )
}

function columns({ custody }: Text): readonly Column<Held>[] {
  const words = custody.moment
  return [
    { key: 'number', heading: words.folder, width: 168, cell: (row) => <span className={styles.strong}>{row.number}</span> },
    { key: 'title', heading: words.party, cell: (row) => <span className={styles.cell} title={row.title}>{row.title}</span> },
    { key: 'department', heading: words.department, width: 140, cell: (row) => <span className={styles.cell}>{row.departmentName}</span> },
    { key: 'stage', heading: words.stage, width: 132, cell: (row) => custody.stage[row.stage] },
    { key: 'holder', heading: words.holder, width: 116, cell: (row) => <span className={`${styles.cell} ${styles.strong}`}>{row.holderName}</span> },
    { key: 'since', heading: words.since, width: 148, cell: (row) => localMinute(row.fromAt) },
    { key: 'how', heading: words.how, width: 96, cell: (row) => custody.event[row.how] },
  ]
}
