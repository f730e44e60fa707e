import { Button, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFolders, IconSearchOff } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useLanguage, useText } from '../../app/text.tsx'
import { CompletenessBar } from '../../ui/CompletenessBar.tsx'
import { DataTable, type Column } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { useFilter } from '../../ui/filter.ts'
import { formatCount } from '../../ui/format.ts'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePagedRows } from '../../ui/paged.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { DossierFilters } from './DossierFilters.tsx'
import { noConditions, type DossierRowOf, type DossierSort } from './queries.ts'
import styles from './DossiersPage.module.css'

/** Every credit dossier that the reader may see, with its grade, state, place and completeness. */
export function DossiersPage() {
  const { dossiers: { list }, common } = useText()
  const [, go] = useLocation()
  const { filter, change, clear, isFiltered } = useFilter('dossiers', noConditions, ['sort', 'descending', 'openedId'])
  const { openedId, ...conditions } = filter
  const [text] = useDebouncedValue(conditions.text, 150)
  const asked = { ...conditions, text }
  const rows = usePagedRows({ queryKey: ['dossiers.list', asked], fetchPage: (offset, limit) => call('dossiers.list', { ...asked, offset, limit }) })
  const columns = useColumns()

  return (
    <div className={styles.page}>
      <PageHead title={common.page.dossiers} lead={rows.isPending || rows.error ? undefined : list.count(formatCount(rows.total))} />
      <DossierFilters filter={filter} onChange={change} onClear={clear} isFiltered={isFiltered} />
      {rows.error ? <ErrorState error={rows.error} retry={rows.refetch} />
        : rows.isPending ? <Waiting />
        : rows.total > 0 ? (
          <DataTable<DossierRowOf, DossierSort>
            label={list.tableLabel} columns={columns} count={rows.total} rowAt={rows.rowAt} rowKey={(row) => row.id} onVisible={rows.onVisible}
            selectedKey={openedId} sorted={{ by: filter.sort, descending: filter.descending }}
            onSort={(sort) => change({ sort, descending: sort === filter.sort ? !filter.descending : false })}
            onOpen={(row) => {
              change({ openedId: row.id })
              go(paths.dossier(row.id))
            }}
          />
        )
        : isFiltered ? <EmptyState icon={IconSearchOff} title={list.noneFound} hint={list.noneFoundHint}><Button onClick={clear}>{list.clear}</Button></EmptyState>
        : <EmptyState icon={IconFolders} title={list.empty} hint={list.emptyHint}><Button variant="filled" component={Link} to={paths.parties}>{list.toParties}</Button></EmptyState>}
    </div>
  )
}

function useColumns(): Column<DossierRowOf, DossierSort>[] {
  const { dossiers: { list, place: placeWords, noPlace }, common } = useText()
  // English words are longer than Chinese ones.
  const stretch = useLanguage().language === 'en' ? 1.4 : 1
  return [
    { key: 'number', heading: list.number, width: 152, sort: 'number', cell: (row) => row.number },
    { key: 'name', heading: list.name, sort: 'name', cell: (row) => <span className={styles.name} title={row.partyName}>{row.partyName}</span> },
    { key: 'grade', heading: list.grade, width: 60, cell: (row) => <GradeTag grade={row.grade} /> },
    { key: 'department', heading: list.department, width: 88 * stretch, cell: (row) => row.departmentName },
    { key: 'year', heading: list.year, width: 58, sort: 'opened', cell: (row) => row.year },
    { key: 'level', heading: list.level, width: 58 * stretch, cell: (row) => common.level[row.level] },
    { key: 'state', heading: list.state, width: 92 * stretch, cell: (row) => <StateMark state={row.state} /> },
    { key: 'place', heading: list.place, width: 86, sort: 'place', cell: (row) => (row.place ? placeWords(row.place.cabinetCode, row.place.drawerNo, row.place.slot) : <span className={styles.none}>{noPlace}</span>) },
    { key: 'completeness', heading: list.completeness, width: 136, sort: 'completeness', cell: (row) => <CompletenessBar {...row.completeness} /> },
    { key: 'confirmed', heading: list.confirmed, width: 72 * stretch, cell: (row) => (row.isConfirmed ? list.isConfirmed : <span className={styles.unconfirmed}>{list.notConfirmed}</span>) },
  ]
}

const Waiting = () => (
  <div className={styles.waiting} aria-busy>
    {Array.from({ length: 12 }, (_, row) => <Skeleton key={row} height={10} />)}
  </div>
)
