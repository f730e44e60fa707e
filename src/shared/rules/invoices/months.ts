/*
 * Windows of months that end on a day. The month numbered 0 ends on the day itself, month k ends k months earlier: on the
 * same day of its month, on the last one where the month is shorter, and always on the last where the day itself is the
 * last of its month. A month begins on the day after the one before it ends, so that months neither overlap nor leave a day.
 *
 * As of 2020-02-29: month 0 is 2020-02-01…29, month 12 is 2019-02-01…28. As of 2026-11-15: month 0 is 2026-10-16…11-15.
 */

/** The last day of month `back`, `YYYY-MM-DD`. */
export function monthEnd(asOf: string, back: number): string {
  const [year, month, date] = asOf.split('-').map(Number) as [number, number, number]
  const last = lastDay(year, month)
  const then = new Date(Date.UTC(year, month - 1 - back, 1))
  const lastThen = lastDay(then.getUTCFullYear(), then.getUTCMonth() + 1)
  then.setUTCDate(date === last ? lastThen : Math.min(date, lastThen))
  return then.toISOString().slice(0, 10)
}

/** The `months` months that end with month `back`: both days inclusive. */
export function monthsWindow(asOf: string, months: number, back = 0): { from: string; until: string } {
  return { from: dayAfter(monthEnd(asOf, back + months)), until: monthEnd(asOf, back) }
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function dayAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10)
}
