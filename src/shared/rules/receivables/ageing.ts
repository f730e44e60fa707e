import { daysBetween } from '../lookups/days.ts'
import type { OpenItem } from './position.ts'

/** 未到期 | 1–30 | 31–60 | 61–90 | 91–180 | 181–365 | over 365 days past due. */
export const BUCKETS = ['notDue', 'd30', 'd60', 'd90', 'd180', 'd365', 'older'] as const
export type Bucket = (typeof BUCKETS)[number]

/** The last day past due that belongs to each bucket: a boundary day lies in the lower one. */
const UNTIL: readonly number[] = [0, 30, 60, 90, 180, 365]

/** The bucket of so many days past due; what falls due on the day or later is not due. */
export function bucketOf(daysPastDue: number): Bucket {
  const at = UNTIL.findIndex((last) => daysPastDue <= last)
  return BUCKETS[at < 0 ? UNTIL.length : at]!
}

/** Open amounts by bucket, fen; together they are what is open. */
export function ageing(items: readonly OpenItem[], day: string): Record<Bucket, number> {
  const sums = Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) as Record<Bucket, number>
  for (const { dueOn, openFen } of items) sums[bucketOf(daysBetween(dueOn, day))] += openFen
  return sums
}

