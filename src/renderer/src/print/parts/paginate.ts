export type FormPage = {
  /** Indices of the rows on this page: first included, last excluded. */
  readonly from: number
  readonly until: number
  /** Empty ruled rows that fill the rest of the page. */
  readonly empty: number
}

/**
 * Breaks rows of measured height over pages of fixed height, whole rows only, and says how many empty ruled rows fill each.
 * `lastReserve` is kept free on the last page (a row of totals). A row higher than a page stands on a page of its own.
 * There is always at least one page. All in one unit, millimetres.
 */
export function paginate(heights: readonly number[], capacity: number, emptyHeight: number, lastReserve = 0): readonly FormPage[] {
  // Rounding of screen pixels must not push a row over the edge.
  const tolerance = 0.2
  const pages: FormPage[] = []
  const close = (from: number, until: number, used: number, reserve: number) =>
    pages.push({ from, until, empty: Math.max(0, Math.floor((capacity - used - reserve + tolerance) / emptyHeight)) })
  let from = 0
  let used = 0
  heights.forEach((height, index) => {
    if (index > from && used + height > capacity + tolerance) {
      close(from, index, used, 0)
      from = index
      used = 0
    }
    used += height
  })
  if (used + lastReserve > capacity + tolerance && heights.length - from > 0) {
    // The totals do not fit under the last row: they go onto a page of their own.
    close(from, heights.length, used, 0)
    from = heights.length
    used = 0
  }
  close(from, heights.length, used, lastReserve)
  return pages
}
