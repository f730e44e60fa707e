/** The last day of the month of a day. */
export function monthEnd(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return `${day.slice(0, 7)}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`
}

/** A business year ends with a month. */
export const isPeriodEnd = (day: string): boolean => monthEnd(day) === day

const shifted = (periodEnd: string, years: number) => monthEnd(`${String(Number(periodEnd.slice(0, 4)) + years).padStart(4, '0')}${periodEnd.slice(4, 8)}01`)

/** The end of the business year before: the last day of the same month. */
export const yearBeforeOf = (periodEnd: string): string => shifted(periodEnd, -1)

/** Its first day: the day after the year before ended. */
export function periodStart(periodEnd: string): string {
  const next = new Date(`${yearBeforeOf(periodEnd)}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** Whole months between two days, rounded down; 0 where the later is not later. */
export function monthsBetween(from: string, until: string): number {
  if (until <= from) return 0
  const months = (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7))
  const isFull = Number(until.slice(8)) >= Number(from.slice(8)) || until === monthEnd(until)
  return isFull ? months : months - 1
}
