import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { paginate, type FormPage } from './paginate.ts'
import styles from './paged.module.css'

export type FormColumn<Row> = {
  key: string
  heading: ReactNode
  /** Millimetres; one column may leave it out and take the rest. */
  width?: number
  centred?: boolean
  /** Figures, right. */
  end?: boolean
  cell: (row: Row, index: number) => ReactNode
}

type Props<Row> = {
  columns: readonly FormColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  /** Height for rows on one page, and of an empty ruled row, in millimetres. */
  capacity: number
  rowHeight: number
  /** A row at the foot of every page: what this page comes to. Takes the height of an empty row, like the next. */
  pageFoot?: (from: number, until: number) => ReactNode
  /** A row under the last one: totals. */
  total?: ReactNode
  small?: boolean
  /** Draws one sheet around the table of a page. */
  page: (table: ReactNode, number: number, pages: number) => ReactNode
}

/**
 * A ruled list over as many sheets as it needs: rows keep their whole text and are measured as they will print, the head row
 * stands on every sheet, and the rest of each sheet is filled with empty ruled rows.
 */
export function PagedRows<Row>(props: Props<Row>) {
  const { columns, rows, rowKey, rowHeight, pageFoot, total, small = false, page } = props
  const capacity = props.capacity - (pageFoot ? rowHeight : 0)
  const measured = useRef<HTMLTableSectionElement>(null)
  const [pages, setPages] = useState<readonly FormPage[] | null>(null)
  const hasTotal = total !== undefined
  useLayoutEffect(() => {
    const body = measured.current
    if (!body) return
    const millimetre = 96 / 25.4
    const heights = [...body.rows].map((row) => row.getBoundingClientRect().height / millimetre)
    setPages(paginate(heights, capacity, rowHeight, hasTotal ? rowHeight : 0))
  }, [rows, capacity, rowHeight, hasTotal])

  const classes = small ? `${styles.table} ${styles.small}` : styles.table
  const line = (row: Row, index: number) => (
    <tr key={rowKey(row)} style={{ height: `${rowHeight}mm` }}>
      {columns.map((column) => <td key={column.key} className={column.centred ? styles.centred : column.end ? styles.end : undefined}>{column.cell(row, index)}</td>)}
    </tr>
  )
  const widths = (
    <colgroup>{columns.map((column) => <col key={column.key} style={column.width === undefined ? undefined : { width: `${column.width}mm` }} />)}</colgroup>
  )
  if (pages === null) {
    return page(<table className={classes}>{widths}<tbody ref={measured}>{rows.map(line)}</tbody></table>, 1, 1)
  }
  return pages.map(({ from, until, empty }, index) => {
    const isLast = index === pages.length - 1
    return page(
      <table className={classes}>
        {widths}
        <thead><tr>{columns.map((column) => <th key={column.key} scope="col">{column.heading}</th>)}</tr></thead>
        <tbody>
          {rows.slice(from, until).map((row, offset) => line(row, from + offset))}
          {Array.from({ length: empty }, (_, blank) => (
            <tr key={`empty-${blank}`} style={{ height: `${rowHeight}mm` }} aria-hidden>{columns.map((column) => <td key={column.key} />)}</tr>
          ))}
          {pageFoot?.(from, until)}
          {isLast && total}
        </tbody>
      </table>,
      index + 1,
      pages.length,
    )
  })
}
