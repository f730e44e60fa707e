import { addMonths } from '../dossiers/deadlines.ts'
import { addDays } from '../lookups/days.ts'

/** Months after a rating within which a default counts against it. */
export const OUTCOME_MONTHS = 12
/** Below so many defaults an AUC, a KS or an IV says nothing that could be relied on (half-width 0.15 at ten). */
export const FEWEST_DEFAULTS = 10
/** And below so many that did not default there is nothing to tell them from. */
export const FEWEST_GOODS = 10

/**
 * What became of a rating by a day. `bad`: a default within the months after it; `good`: none, and they are over; `open`: they
 * are not over, whatever has happened so far (to count the bad alone would make the book look worse); `before`: it was in
 * default already when it was rated. The day of the rating itself is not after it; the last day counts.
 */
export function outcomeOf(asOf: string, defaults: readonly { readonly on: string; readonly settledOn: string | null }[], today: string): 'bad' | 'good' | 'open' | 'before' {
  if (defaults.some(({ on, settledOn }) => on <= asOf && (settledOn === null || settledOn > asOf))) return 'before'
  const until = addMonths(asOf, OUTCOME_MONTHS)
  if (until >= today) return 'open'
  return defaults.some(({ on }) => on > asOf && on <= until) ? 'bad' : 'good'
}

/**
 * Days after its own day within which a rating has to be approved to count as foresight. A default counts from 90 days late on:
 * within them nothing that fell due after the rating's day can have become one, so whoever approved could not have known it.
 */
export const FORESIGHT_DAYS = 90

/** 事后评定: approved so long after its own day that what came of it may have been known. */
export const isHindsight = (asOf: string, approvedOn: string): boolean => approvedOn > addDays(asOf, FORESIGHT_DAYS)
