import { ActionIcon, Skeleton, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArchive, IconFolders, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Output } from '../../../../../shared/contract/index.ts'
import { paths } from '../../../app/paths.ts'
import { useText } from '../../../app/text.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { CompletenessBar } from '../../../ui/CompletenessBar.tsx'
import { formatCount } from '../../../ui/format.ts'
import { GradeTag } from '../../../ui/GradeTag.tsx'
import { StateMark } from '../../../ui/StateMark.tsx'
import { LIST_PAGE, listPageQuery } from '../queries.ts'
import styles from './ListView.module.css'

type Row = Output<'dossiers.list'>['rows'][number]
type Place = NonNullable<Row['place']>

const ROW = 38

/** Every folder the reader may know, in the order of the places. Reads the pages in sight, whatever the length. */
export function ListView({ onShow }: { onShow: (place: Place, dossierId: number) => void }) {
  const { cabinet: { list: text }, cabinet } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [wanted] = useDebouncedValue(typed.trim(), 200)
  const first = useQuery({ ...listPageQuery(wanted, 0), placeholderData: keepPreviousData })
  const total = first.data?.total ?? 0
  const virtual = useVirtualizer({ count: total, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12 })
  const rows = virtual.getVirtualItems()
  const pages = [...new Set(rows.map(({ index }) => Math.floor(index / LIST_PAGE)))]
  const read = useQueries({ queries: pages.map((page) => listPageQuery(wanted, page)) })
  const rowAt = (index: number): Row | undefined => read[pages.indexOf(Math.floor(index / LIST_PAGE))]?.data?.rows[index % LIST_PAGE]

  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <TextInput
          w={280} aria-label={text.find} placeholder={text.find} leftSection={<IconSearch size={15} aria-hidden />} value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            virtual.scrollToOffset(0)
          }}
        />
        <span className={styles.total} aria-live="polite">{first.data && text.total(formatCount(total))}</span>
      </div>
      {first.error ? <ErrorState error={first.error} retry={() => void first.refetch()} />
        : first.data && total === 0 ? <EmptyState icon={IconFolders} title={wanted ? text.noMatch : text.empty} hint={wanted ? undefined : text.emptyHint} />
        : (
          <div className={styles.table} role="table" aria-label={text.label} aria-rowcount={total + 1} aria-busy={first.isPending}>
            <div role="rowgroup" className={styles.headGroup}>
              <div role="row" aria-rowindex={1} className={`${styles.row} ${styles.head}`}>
                {[text.place, text.grade, text.name, text.number, text.state, text.level, text.department, text.year, text.completeness].map((name) => <span key={name} role="columnheader">{name}</span>)}
                <span role="columnheader"><span className="visually-hidden">{text.show}</span></span>
              </div>
            </div>
            <div className={styles.scroll} ref={scroller} role="rowgroup" tabIndex={0} aria-label={text.label}>
              {first.isPending ? Array.from({ length: 12 }, (_, index) => <Skeleton key={index} height={14} my={12} mx={12} width="92%" />) : (
                <div style={{ position: 'relative', height: virtual.getTotalSize() }} role="presentation">
                  {rows.map(({ index, start }) => <ListRow key={index} row={rowAt(index)} index={index} start={start} onShow={onShow} showWord={text.show} noPlace={cabinet.noPlace} />)}
                </div>
              )}
            </div>
          </div>
        )}
    </div>
  )
}

function ListRow({ row, index, start, onShow, showWord, noPlace }: {
  row: Row | undefined; index: number; start: number; onShow: (place: Place, dossierId: number) => void; showWord: string; noPlace: string
}) {
  const { cabinet, common } = useText()
  const place = row?.place
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
      {row ? (
        <>
          <span role="cell" className={styles.place}>{place ? <><span className={styles.room}>{place.roomName}</span>{cabinet.placeShort(place.cabinetCode, place.drawerNo, place.slot)}</> : noPlace}</span>
          <span role="cell"><GradeTag grade={row.grade} /></span>
          <span role="cell" className={styles.name}><Link to={paths.dossier(row.id)} title={row.partyName}>{row.partyName}</Link></span>
          <span role="cell">{row.number}</span>
          <span role="cell"><StateMark state={row.state} /></span>
          <span role="cell">{common.level[row.level]}</span>
          <span role="cell" className={styles.name}>{row.departmentName}</span>
          <span role="cell">{row.year}</span>
          <span role="cell"><CompletenessBar present={row.completeness.present} required={row.completeness.required} /></span>
          <span role="cell">
            {place && (
              <Tooltip label={showWord}>
                <ActionIcon size={28} aria-label={`${showWord}：${row.shortName ?? row.partyName}`} onClick={() => onShow(place, row.id)}><IconArchive size={16} aria-hidden /></ActionIcon>
              </Tooltip>
            )}
          </span>
        </>
      ) : <span role="cell" className={styles.waiting}><Skeleton height={12} width="90%" /></span>}
    </div>
  )
}
