import type { Because } from '../../contract/method.ts'
import { addDays } from '../lookups/days.ts'
import type { PeriodicDuty } from '../regulations/deadline.ts'

/** A stretch of the calendar for which something is to be done once. */
export type Period = {
  /** `2026`, `2026-H1`, `2026-Q3`, `2026-07`. */
  readonly period: string
  readonly startsOn: string
  readonly endsOn: string
  /** Last day in time: `dueDay` of the month `dueMonths` after the one that follows the period. */
  readonly dueOn: string
}

/** Months of a period, and the first month of each in a year (1 to 12). */
const SHAPES: Readonly<Record<PeriodicDuty['every'], { months: number; first: readonly number[]; name: (year: number, month: number) => string }>> = {
  'year': { months: 12, first: [1], name: (year) => String(year) },
  'first-half': { months: 6, first: [1], name: (year) => `${year}-H1` },
  'half-year': { months: 6, first: [1, 7], name: (year, month) => `${year}-H${month === 1 ? 1 : 2}` },
  'quarter': { months: 3, first: [1, 4, 7, 10], name: (year, month) => `${year}-Q${(month + 2) / 3}` },
  'month': { months: 1, first: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], name: (year, month) => `${year}-${two(month)}` },
}

const two = (value: number) => String(value).padStart(2, '0')
/** A day of a month counted from January of a year; months beyond December run into the years that follow. */
const dayOf = (year: number, month: number, day: number) => `${year + Math.floor((month - 1) / 12)}-${two(((month - 1) % 12) + 1)}-${two(day)}`

/**
 * The periods of a duty that end on or after `since` (the day from which the rule has been in force: a period that was over
 * by then is not asked for) and have begun by `today`, in their order.
 */
export function periodsOf({ every, dueMonths, dueDay }: PeriodicDuty, since: string, today: string): Period[] {
  const { months, first, name } = SHAPES[every]
  const years = Array.from({ length: Number(today.slice(0, 4)) - Number(since.slice(0, 4)) + 1 }, (_, index) => Number(since.slice(0, 4)) + index)
  return years
    .flatMap((year) => first.map((month): Period => ({
      period: name(year, month), startsOn: dayOf(year, month, 1), endsOn: addDays(dayOf(year, month + months, 1), -1),
      dueOn: dayOf(year, month + months + dueMonths, dueDay),
    })))
    .filter(({ startsOn, endsOn }) => endsOn >= since && startsOn <= today)
}

/** How a period's last day came about. */
export const becausePeriod = ({ period, dueOn }: Period): Because => ({ rule: 'due-after-period', values: { period, due: dueOn } })
