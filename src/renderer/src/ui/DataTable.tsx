import { Table } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import styles from './DataTable.module.css'

export type Column<Row, Sort extends string = string> = {
  key: string
  heading: ReactNode
  /** A CSS width; columns without one share what is left. */
  width?: number | string
  align?: 'start' | 'end' | 'centre'
  cell: (row: Row) => ReactNode
  /** The name by which the list can be sorted by this column. */
  sort?: Sort
}

type Props<Row, Sort extends string> = {
  /** What the table is, for those who hear the page. */
  label: string
  columns: readonly Column<Row, Sort>[]
  count: number
  /** Undefined while the row is on the way; a quiet bar stands in its place. */
  rowAt: (index: number) => Row | undefined
  rowKey: (row: Row) => string | number
  onVisible?: (first: number, last: number) => void
  /** Click, or Enter on the row. */
  onOpen?: (row: Row) => void
  selectedKey?: string | number | null
  sorted?: { by: Sort; descending: boolean }
  onSort?: (by: Sort) => void
  rowHeight?: number
  /** Narrower than this the table scrolls sideways. */
  minWidth?: number
}

/**
 * Rows of any number with a head that stays: only those in sight are drawn. Arrow keys, Home, End and Page keys move from
 * row to row, Enter opens. Fills the height it is given.
 */
export function DataTable<Row, Sort extends string = string>(props: Props<Row, Sort>) {
  const { label, columns, count, rowAt, rowKey, onVisible, onOpen, selectedKey = null, sorted, onSort, rowHeight = 38, minWidth } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  // The row that the keys have come to. It may be drawn only after the scroll, and more keys may be pressed before it is.
  const reached = useRef({ index: 0, isWaiting: false })
  const virtual = useVirtualizer({
    count, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 12, scrollPaddingStart: 32,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => onVisible?.(first, last), [onVisible, first, last])

  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const focusable = Math.min(Math.max(active, first), last)

  const move = (to: number) => {
    const index = Math.min(Math.max(to, 0), count - 1)
    reached.current = { index, isWaiting: true }
    setActive(index)
    virtual.scrollToIndex(index, { align: 'auto' })
  }
  useEffect(() => {
    if (!reached.current.isWaiting) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${reached.current.index}"]`)
    if (!row) return
    reached.current.isWaiting = false
    row.focus({ preventScroll: true })
  })
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) return
    const { index } = reached.current
    const row = rowAt(index)
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 1)
    const targets: Record<string, number> = {
      ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + page, PageUp: index - page, Home: 0, End: count - 1,
    }
    const target = targets[event.key]
    if (target !== undefined) move(target)
    else if (event.key === 'Enter' && row !== undefined && onOpen) onOpen(row)
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.scroller} ref={scroller}>
      <Table className={styles.table} role="grid" aria-label={label} aria-rowcount={count + 1} layout="fixed" miw={minWidth}>
        <Table.Thead className={styles.head}>
          <Table.Tr aria-rowindex={1}>
            {columns.map((column) => (
              <Table.Th
                key={column.key} w={column.width} className={alignment(column.align)}
                aria-sort={sorted && column.sort === sorted.by ? (sorted.descending ? 'descending' : 'ascending') : undefined}
              >
                <Heading column={column} sorted={sorted} onSort={onSort} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Spacer height={before} columns={columns.length} />
          {items.map(({ index }) => {
            const row = rowAt(index)
            const key = row === undefined ? null : rowKey(row)
            const isSelected = key !== null && key === selectedKey
            return (
              <Table.Tr
                key={index} data-index={index} aria-rowindex={index + 2}
                aria-selected={onOpen ? isSelected : undefined} tabIndex={index === focusable ? 0 : -1}
                className={[styles.row, onOpen && styles.opens, isSelected && styles.selected].filter(Boolean).join(' ')}
                style={{ height: rowHeight }}
                onFocus={() => {
                  if (!reached.current.isWaiting) reached.current.index = index
                  setActive(index)
                }}
                onClick={() => row !== undefined && onOpen?.(row)}
                onKeyDown={onKeyDown}
              >
                {columns.map((column) => (
                  <Table.Td key={column.key} className={alignment(column.align)}>
                    {row === undefined ? <span className={styles.waiting} /> : column.cell(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            )
          })}
          <Spacer height={after} columns={columns.length} />
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Heading<Row, Sort extends string>({ column, sorted, onSort }: {
  column: Column<Row, Sort>; sorted?: { by: Sort; descending: boolean }; onSort?: (by: Sort) => void
}) {
  const { sort } = column
  if (sort === undefined || !onSort) return column.heading
  const isSorted = sorted?.by === sort
  const Arrow = sorted?.descending ? IconArrowDown : IconArrowUp
  return (
    <button type="button" className={isSorted ? `${styles.sort} ${styles.sorted}` : styles.sort} onClick={() => onSort(sort)}>
      {column.heading}
      {isSorted && <Arrow size={12} aria-hidden />}
    </button>
  )
}

// Stands for the rows that are not drawn, so that the scroll bar tells the truth.
const Spacer = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 && (
    <tr className={styles.spacer} aria-hidden role="presentation">
      <td colSpan={columns} style={{ height }} />
    </tr>
  )

const alignment = (align: 'start' | 'end' | 'centre' = 'start') => (align === 'start' ? undefined : styles[align])
