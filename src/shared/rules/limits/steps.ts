import type { Role } from '../../roles.ts'
import { addMonths } from '../dossiers/deadlines.ts'
import { holds, MAKERS, REVIEWERS, type Person, type Refusal } from '../ratings/steps.ts'

/* A limit from draft to decision: made, reviewed and decided by three; who decides follows from the sum. And held back, later, by two. */

export const LIMIT_STATES = ['draft', 'submitted', 'reviewed', 'returned', 'approved', 'refused', 'withdrawn'] as const
export type LimitState = (typeof LIMIT_STATES)[number]
export const LIMIT_STEPS = [
  'made', 'submitted', 'reviewed', 'returned', 'approved', 'refused', 'withdrawn', 'superseded', 'freezeProposed', 'frozen', 'freezeDropped', 'releaseProposed', 'released', 'releaseDropped',
] as const
export type LimitStepName = (typeof LIMIT_STEPS)[number]
export const HOLDS = ['none', 'freezeProposed', 'frozen', 'releaseProposed'] as const
export type Hold = (typeof HOLDS)[number]

export const isOpen = (state: LimitState): boolean => state === 'draft' || state === 'returned'
export const isRunning = (state: LimitState): boolean => isOpen(state) || state === 'submitted' || state === 'reviewed'

export { MAKERS, REVIEWERS }
export const DECIDERS = ['officeDirector', 'generalManager'] as const satisfies readonly Role[]
/** Up to which sum an office director decides, fen, until the archive says otherwise. */
export const DIRECTOR_FEN = 50_000_000

export type LimitCase = {
  readonly state: LimitState
  readonly madeBy: number
  readonly reviewedBy: number | null
  /** Whoever sells to a customer does not say how much it may owe. */
  readonly salespersonId: number | null
  readonly amountFen: number
  readonly termDays: number
  readonly proposedFen: number
  readonly proposedDays: number
  /** The day by which the rating behind it is to be renewed. */
  readonly reviewOn: string | null
}
/** Up to which sum an office director decides, fen, and the day it is asked; of a party that is restricted the sum above which it is not his (`ceilingOf`). */
export type Matrix = { readonly directorFen: number; readonly today: string; readonly ceilingFen: number | null }

/** The rating behind it was due to be renewed before the day. */
export const isReviewPast = ({ reviewOn }: Pick<LimitCase, 'reviewOn'>, today: string): boolean => reviewOn !== null && reviewOn < today

/** More than a party on the list of bad customers has. */
export const isAboveCeiling = ({ amountFen }: Pick<LimitCase, 'amountFen'>, { ceilingFen }: Pick<Matrix, 'ceilingFen'>): boolean => ceilingFen !== null && amountFen > ceilingFen

export const GENERAL_MANAGER_REASONS = ['listed', 'review', 'proposal', 'sum'] as const
/** Why an office director's word is not enough: more for a party that is restricted, a rating past its review, more or longer than the proposal, or the sum. */
export function whyGeneralManager(one: Omit<LimitCase, 'state' | 'madeBy' | 'reviewedBy' | 'salespersonId'>, matrix: Matrix): (typeof GENERAL_MANAGER_REASONS)[number] | null {
  const { directorFen, today } = matrix
  const { amountFen, termDays, proposedFen, proposedDays } = one
  if (isAboveCeiling(one, matrix)) return 'listed'
  if (isReviewPast(one, today)) return 'review'
  if (amountFen > proposedFen || termDays > proposedDays) return 'proposal'
  return amountFen > directorFen ? 'sum' : null
}

export const deciderRoles = (one: LimitCase, matrix: Matrix): readonly Role[] => (whyGeneralManager(one, matrix) === null ? DECIDERS : ['generalManager'])
/** A departure from the proposal in either direction says why. */
export const departs = ({ amountFen, termDays, proposedFen, proposedDays }: Pick<LimitCase, 'amountFen' | 'termDays' | 'proposedFen' | 'proposedDays'>): boolean => amountFen !== proposedFen || termDays !== proposedDays
/** So does a limit on a rating that is past its review, and more for a party that is restricted. */
export const needsReason = (one: Pick<LimitCase, 'amountFen' | 'termDays' | 'proposedFen' | 'proposedDays' | 'reviewOn'>, matrix: Matrix): boolean =>
  departs(one) || isReviewPast(one, matrix.today) || isAboveCeiling(one, matrix)

/** The last day a limit approved on a day may run to: within a year (S22 授信 reviewed yearly). */
export const latestUntil = (today: string): string => addMonths(today, 12)

/** Sum, term and guarantees are the maker's, while the case is with him. */
export function whyNotChange(one: LimitCase, person: Person): Refusal {
  if (!isOpen(one.state)) return 'wrong-state'
  return one.madeBy === person.personId && holds(person, MAKERS) ? null : 'forbidden'
}

export function whyNotReview(one: LimitCase, person: Person): Refusal {
  if (one.state !== 'submitted') return 'wrong-state'
  if (!holds(person, REVIEWERS)) return 'forbidden'
  return one.madeBy === person.personId || one.salespersonId === person.personId ? 'same-person' : null
}

/** Approves or refuses. */
export function whyNotDecide(one: LimitCase, person: Person, matrix: Matrix): Refusal {
  return one.state === 'reviewed' && !holds(person, deciderRoles(one, matrix)) ? 'forbidden' : whyNotThird(one, person)
}

function whyNotThird(one: LimitCase, person: Person): Refusal {
  if (one.state !== 'reviewed') return 'wrong-state'
  if (!holds(person, DECIDERS)) return 'forbidden'
  return [one.madeBy, one.reviewedBy, one.salespersonId].includes(person.personId) ? 'same-person' : null
}

/** Sent back by whoever could take the next step, whatever the sum; by its reviewer too. */
export function whyNotReturn(one: LimitCase, person: Person): Refusal {
  if (one.state === 'reviewed' && one.reviewedBy === person.personId && holds(person, REVIEWERS)) return null
  return one.state === 'submitted' ? whyNotReview(one, person) : whyNotThird(one, person)
}

export function whyNotWithdraw(one: LimitCase, person: Person): Refusal {
  if (!isRunning(one.state)) return 'wrong-state'
  return one.madeBy === person.personId || holds(person, ['officeDirector']) ? null : 'forbidden'
}

export type HoldStep = 'freeze' | 'release' | 'decide'
export type Held = { readonly state: LimitState; readonly isCurrent: boolean; readonly hold: Hold; readonly holdBy: number | null }
const FROM: Readonly<Record<HoldStep, readonly Hold[]>> = { freeze: ['none'], release: ['frozen'], decide: ['freezeProposed', 'releaseProposed'] }

/** Of the limit that stands: frozen and released on the word of two. */
export function whyNotHold(step: HoldStep, limit: Held, person: Person): Refusal {
  if (!limit.isCurrent || !FROM[step].includes(limit.hold)) return 'wrong-state'
  if (step !== 'decide') return holds(person, [...MAKERS, ...DECIDERS]) ? null : 'forbidden'
  if (!holds(person, DECIDERS)) return 'forbidden'
  return limit.holdBy === person.personId ? 'same-person' : null
}

export const VALIDITIES = ['valid', 'frozen', 'suspended', 'expired'] as const
export type Validity = (typeof VALIDITIES)[number]
/** Whether credit may be given on a limit that stands, on a day; while a release is only proposed it stays frozen. Suspended: the party is, by a list. */
export function validityOn({ hold, untilOn, isSuspended }: { hold: Hold; untilOn: string; isSuspended: boolean }, day: string): Validity {
  if (untilOn < day) return 'expired'
  if (isSuspended) return 'suspended'
  return hold === 'frozen' || hold === 'releaseProposed' ? 'frozen' : 'valid'
}
