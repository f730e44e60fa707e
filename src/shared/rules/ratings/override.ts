import { addMonths } from '../dossiers/deadlines.ts'
import { earlier } from '../lookups/days.ts'
import type { Grade } from '../schemes/grades.ts'
import type { Scheme } from '../schemes/schema.ts'

/* A person may move the computed grade within the scheme's limits, for a time; then the computed one returns. */

export type Override = { readonly grade: Grade; readonly until: string; readonly reason: string }
export type OverrideFault = 'not-rated' | 'unknown-grade' | 'same-grade' | 'too-far' | 'too-long' | 'past' | null

/** The grades that an override may propose beside the computed one, best first. */
export function reachableByHand({ override }: Pick<Scheme, 'override'>, grades: readonly Grade[], computed: Grade | null): Grade[] {
  const at = computed === null ? -1 : grades.indexOf(computed)
  if (at < 0) return []
  return grades.filter((_grade, index) => index !== at && index >= at - override.up && index <= at + override.down)
}

/** The last day an override proposed on `today` may run to. */
export const latestUntil = ({ override }: Pick<Scheme, 'override'>, today: string): string => addMonths(today, override.months)

/** What is wrong with an override. `today`: the day it is proposed or approved. */
export function whyNotOverride(scheme: Pick<Scheme, 'override'>, grades: readonly Grade[], computed: Grade | null, wanted: Pick<Override, 'grade' | 'until'>, today: string): OverrideFault {
  if (computed === null) return 'not-rated'
  if (!grades.includes(wanted.grade)) return 'unknown-grade'
  if (wanted.grade === computed) return 'same-grade'
  if (!reachableByHand(scheme, grades, computed).includes(wanted.grade)) return 'too-far'
  if (wanted.until < today) return 'past'
  return wanted.until > latestUntil(scheme, today) ? 'too-long' : null
}

export type Decided = {
  readonly id: number
  readonly asOf: string
  readonly approvedOn: string
  readonly computedGrade: Grade | null
  readonly grade: Grade | null
  readonly overrideUntil: string | null
}

/** Of a party's approved ratings the one that stands on a day: approved by then, of the latest day rated; null before the first. */
export function standingOn<Rating extends Pick<Decided, 'id' | 'asOf' | 'approvedOn'>>(ratings: readonly Rating[], day: string): Rating | null {
  return ratings.filter((one) => one.approvedOn <= day).reduce<Rating | null>((best, one) =>
    (best === null || one.asOf > best.asOf || (one.asOf === best.asOf && one.id > best.id) ? one : best), null)
}

/** The grade that counts on a day: the override while it runs (its last day included), the computed one after it. */
export function gradeOn(rating: Pick<Decided, 'computedGrade' | 'grade' | 'overrideUntil'>, day: string): Grade | null {
  return rating.overrideUntil !== null && rating.overrideUntil < day ? rating.computedGrade : rating.grade
}

/** From which day the months until the next rating are counted: what a rating says is as old as its own day, however late it was approved. */
export const reviewFrom = ({ asOf, approvedOn }: Pick<Decided, 'asOf' | 'approvedOn'>): string => earlier(asOf, approvedOn)

/** The day a rating is made anew: its calendar's, or the last one of an override that ends before it. */
export const nextRatingOn = ({ reviewOn, overrideUntil }: { readonly reviewOn: string | null; readonly overrideUntil: string | null }): string | null =>
  reviewOn !== null && overrideUntil !== null && overrideUntil < reviewOn ? overrideUntil : reviewOn

/** A party's grade as of a day; null where it was not rated by then. */
export function effectiveGrade(ratings: readonly Decided[], day: string): Grade | null {
  const standing = standingOn(ratings, day)
  return standing === null ? null : gradeOn(standing, day)
}
