import { keepPreviousData, useQuery, useQueries, type QueryKey } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

type PageOf<Row> = { total: number; rows: Row[] }

type Options<Row> = {
  /** Key of the list with its filters and order; each window adds its offset. */
  queryKey: QueryKey
  fetchPage: (offset: number, limit: number) => Promise<PageOf<Row>>
  pageSize?: number
}

export type PagedRows<Row> = {
  total: number
  /** The row at an index, or undefined while its window is on the way. */
  rowAt: (index: number) => Row | undefined
  /** Tells which rows are in sight; their windows are fetched. */
  onVisible: (first: number, last: number) => void
  isPending: boolean
  error: Error | null
  refetch: () => void
}

/** A long sorted list read in windows: only those in sight are asked for, so its length costs nothing. */
export function usePagedRows<Row>({ queryKey, fetchPage, pageSize = 100 }: Options<Row>): PagedRows<Row> {
  const [visible, setVisible] = useState({ first: 0, last: 0 })
  const page = (index: number) => ({
    queryKey: [...queryKey, { offset: index * pageSize }],
    queryFn: () => fetchPage(index * pageSize, pageSize),
    // Coming back to a list reads it again: what was done on other pages moves its rows.
    staleTime: 0,
  })
  const head = useQuery({ ...page(0), placeholderData: keepPreviousData })
  const total = head.data?.total ?? 0
  const lastPage = Math.max(0, Math.ceil(total / pageSize) - 1)
  const from = Math.min(visible.first, lastPage)
  const to = Math.min(visible.last, lastPage)
  const windows = useQueries({ queries: Array.from({ length: to - from + 1 }, (_, step) => page(from + step)) })

  const rowAt = (index: number): Row | undefined => {
    const number = Math.floor(index / pageSize)
    const rows = windows[number - from]?.data?.rows ?? (number === 0 ? head.data?.rows : undefined)
    return rows?.[index - number * pageSize]
  }
  const onVisible = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) }
    setVisible((was) => (was.first === next.first && was.last === next.last ? was : next))
  }, [pageSize])
  const error = head.error ?? windows.find((window) => window.error)?.error ?? null
  const refetch = () => {
    void head.refetch()
    for (const window of windows) if (window.error) void window.refetch()
  }
  return { total, rowAt, onVisible, isPending: head.isPending, error, refetch }
}

/** The most that one call answers. */
const WINDOW = 500

/** Every row of a list, window by window. */
export async function wholeList<Row>(fetchPage: (offset: number, limit: number) => Promise<{ total: number; rows: readonly Row[] }>): Promise<readonly Row[]> {
  const rows: Row[] = []
  let total = 0
  do {
    const page = await fetchPage(rows.length, WINDOW)
    total = page.total
    // A row that vanished meanwhile must not keep us asking for ever.
    if (page.rows.length === 0) break
    rows.push(...page.rows)
  } while (rows.length < total)
  return rows
}
