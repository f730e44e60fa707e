import type { Counts } from './queries.ts'

export const casesOf = ({ inOrder, dueSoon, overdue }: Counts): number => inOrder + dueSoon + overdue

/** How much is not overdue, as `99.0%`; rounded down, so that a hundred per cent means nothing is. Null without any case. */
export function shareKept(counts: Counts): string | null {
  const all = casesOf(counts)
  if (all === 0) return null
  const tenths = Math.floor(((all - counts.overdue) * 1000) / all)
  return tenths === 1000 ? '100%' : `${(tenths / 10).toFixed(1)}%`
}
