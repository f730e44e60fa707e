import { IconArchive } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { formatCount, localMinute } from '../../ui/format.ts'
import { coverageQuery, type Coverage } from './queries.ts'
import styles from './stocktakes.module.css'

/** Whole years between the day a drawer was counted and today. */
const yearsSince = (day: string, today: string): number => Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (today.slice(5) < day.slice(5) ? 1 : 0)

/** Every drawer with the day of its last finished count: a room is counted whole every two or three years (records 3.14). */
export function CoverageTable() {
  const { stocktakes: text, cabinet } = useText()
  const [, navigate] = useLocation()
  const coverage = useQuery(coverageQuery)
  const today = useQuery(statusQuery).data?.today ?? ''
  const rows = coverage.data ?? []
  if (coverage.error) return <div className={styles.card}><ErrorState error={coverage.error} retry={() => void coverage.refetch()} /></div>
  if (coverage.data?.length === 0) return <div className={styles.card}><EmptyState icon={IconArchive} title={text.coverage.empty} /></div>
  const words = text.coverage
  const never = rows.filter(({ countedAt }) => countedAt === null).length
  return (
    <>
      <div className={styles.filters}><span role="status" className={styles.quiet}>{words.total(formatCount(rows.length), formatCount(never))}</span></div>
      <DataTable<Coverage>
        label={text.tab.drawers} count={coverage.isPending ? 12 : rows.length} rowAt={(index) => rows[index]} rowKey={(row) => row.drawerId}
        onOpen={(row) => navigate(`${paths.cabinet}?room=${row.roomId}&drawer=${row.drawerId}`)}
        columns={[
          { key: 'room', heading: words.room, width: '18%', cell: (row) => row.roomName },
          { key: 'cabinet', heading: words.cabinet, cell: (row) => <><strong>{cabinet.cabinetName(row.cabinetCode)}</strong>　<span className={styles.quiet}>{row.cabinetLabel}</span></> },
          { key: 'drawer', heading: words.drawer, width: 90, cell: (row) => cabinet.drawerName(row.drawerNo) },
          { key: 'label', heading: words.label, width: '14%', cell: (row) => row.label },
          { key: 'folders', heading: words.folders, width: 84, align: 'end', cell: (row) => formatCount(row.folders) },
          { key: 'counted', heading: words.counted, width: 240, cell: (row) => <Counted row={row} today={today} /> },
          { key: 'running', heading: <span className="visually-hidden">{words.running}</span>, width: 170, cell: (row) => row.running && <span className={`${styles.chip} ${styles.first}`}>{words.running}　{row.running}</span> },
        ]}
      />
    </>
  )
}

function Counted({ row, today }: { row: Coverage; today: string }) {
  const { stocktakes: { coverage: words } } = useText()
  if (row.countedAt === null) return <span className={row.folders > 0 ? styles.amber : styles.quiet}>{words.never}</span>
  const day = localMinute(row.countedAt).slice(0, 10)
  const years = yearsSince(day, today)
  return <>{day}　<span className={years >= 2 ? styles.amber : styles.quiet}>{years < 1 ? words.thisYear : words.years(String(years))}</span></>
}
