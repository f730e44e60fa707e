import { addDays } from '../lookups/days.ts'

/*
 * When a party is rated again: by the calendar of its grade, and when something happens that its rating could not know.
 * What a customer owes and promised tells too.
 */

export const RERATE_REASONS = [
  'review', 'override', 'default', 'dishonest', 'lawsuit', 'controlChanged', 'statements', 'certificate', 'listed', 'overLimit', 'overdue', 'promiseBroken', 'scheme', 'grading',
] as const
export type RerateReason = (typeof RERATE_REASONS)[number]

/** Days from an event to the rating that answers it. */
const DAYS: Readonly<Record<Exclude<RerateReason, 'review' | 'override'>, number>> = {
  default: 5, dishonest: 5, lawsuit: 10, controlChanged: 15, listed: 5, overLimit: 5, statements: 30, certificate: 10, overdue: 5, promiseBroken: 10, scheme: 90, grading: 90,
}

/** The day by which the rating is due for a reason that came up on a day; the calendar's and an override's own day as it is. */
export const dueFor = (reason: RerateReason, on: string): string => (reason === 'review' || reason === 'override' ? on : addDays(on, DAYS[reason]))

/** Days ahead that the calendar tells of. */
export const AHEAD_DAYS = 30
