import type { KeyboardEvent } from 'react'

/** Arrow keys, Home and End go from row to row of a table's body; Enter opens the row's first button. */
export function useRowKeys(): (event: KeyboardEvent<HTMLTableSectionElement>) => void {
  return (event) => {
    const row = event.target as HTMLElement
    if (row.tagName !== 'TR') return
    const rows = [...event.currentTarget.rows]
    const index = rows.indexOf(row as HTMLTableRowElement)
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      const next = rows[Math.max(0, Math.min(rows.length - 1, to))]!
      next.tabIndex = 0
      if (next !== row) row.tabIndex = -1
      next.focus()
    } else if (event.key === 'Enter') row.querySelector<HTMLElement>('button, a')?.click()
  }
}
