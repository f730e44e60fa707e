import { monthEnd } from './months.ts'

/*
 * Up to which day a party's invoices are known. A month in which nothing was sold looks like one that nobody has imported,
 * so the files decide, not the invoices: a file reaches to the end of the month of its latest invoice, whosever that is, and
 * with it every party that it names (or, where it was said to hold everybody's, every party). Windows end on that day and
 * not on the day asked about, so that a year is compared with a year.
 */

/** Invoices come in by the month or the quarter (小规模纳税人按季申报): a flow that ends longer ago says nothing of today. */
export const FLOW_LAG_MONTHS = 3

/** The last day of the calendar month of a day. */
export const monthLast = (day: string): string => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).toISOString().slice(0, 10)

/** The day on which windows end as of a day, from the latest invoice of the files that cover the party. */
export function flowEnd(latest: string, asOf: string): string {
  const last = monthLast(latest)
  return last < asOf ? last : asOf
}

/** True where the flow ended so long before the day that it says nothing of it. */
export const isBehind = (end: string, asOf: string): boolean => end < monthEnd(asOf, FLOW_LAG_MONTHS)
