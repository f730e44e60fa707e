/** The last day of the month of a day. */
export function monthEnd(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return `${day.slice(0, 7)}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')}`
}

/** Statements are drawn up to the end of a month. */
export const isPeriodEnd = (day: string): boolean => monthEnd(day) === day

/**
 * A business year is the calendar year (会计法 第十一条); the year in which a firm was founded is shorter and ends the same day.
 * What ends with another month is interim (中期): from January on, and no year to compare or to measure.
 */
export const isAnnual = (periodEnd: string): boolean => periodEnd.endsWith('-12-31')

/** Of an interim set the months it covers, from January; null for a year. */
export const interimMonths = (periodEnd: string): number | null => (isAnnual(periodEnd) ? null : Number(periodEnd.slice(5, 7)))

const shifted = (periodEnd: string, years: number) => monthEnd(`${String(Number(periodEnd.slice(0, 4)) + years).padStart(4, '0')}${periodEnd.slice(4, 8)}01`)

/** The end of the same period a year before: what the flows of its second column cover. */
export const yearBeforeOf = (periodEnd: string): string => shifted(periodEnd, -1)

/** The day whose balances the second column of its balance sheet shows: the close of the year before. */
export const openingOf = (periodEnd: string): string => `${yearBeforeOf(periodEnd).slice(0, 4)}-12-31`

/** Its first day: flows count from January on, of an interim set as of a year. */
export const periodStart = (periodEnd: string): string => `${periodEnd.slice(0, 4)}-01-01`

/** Whole months between two days, rounded down; 0 where the later is not later. */
export function monthsBetween(from: string, until: string): number {
  if (until <= from) return 0
  const months = (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7))
  const isFull = Number(until.slice(8)) >= Number(from.slice(8)) || until === monthEnd(until)
  return isFull ? months : months - 1
}
