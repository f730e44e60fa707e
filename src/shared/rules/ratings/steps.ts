import type { Role } from '../../roles.ts'

/* A rating from draft to approval, and who may take which step: made, reviewed and approved by three different people. */

export const RATING_STATES = ['draft', 'submitted', 'reviewed', 'returned', 'approved', 'withdrawn'] as const
export type RatingState = (typeof RATING_STATES)[number]
export const RATING_STEPS = [
  'made', 'gathered', 'overrideProposed', 'overrideDropped', 'submitted', 'reviewed', 'returned', 'approved', 'withdrawn',
] as const
export type RatingStepName = (typeof RATING_STEPS)[number]
export const isOpen = (state: RatingState): boolean => state === 'draft' || state === 'returned'
export const isRunning = (state: RatingState): boolean => state !== 'approved' && state !== 'withdrawn'

export const MAKERS = ['creditAdministrator'] as const satisfies readonly Role[]
export const REVIEWERS = ['creditAdministrator', 'salesDirector', 'officeDirector'] as const satisfies readonly Role[]
/** The general manager too: an office has one director, who may have reviewed it himself. */
export const APPROVERS = ['officeDirector', 'generalManager'] as const satisfies readonly Role[]

export type Case = {
  readonly state: RatingState
  readonly madeBy: number
  readonly reviewedBy: number | null
  /** Whoever sells to a customer does not say how good it is. */
  readonly salespersonId: number | null
}
export type Person = { readonly personId: number; readonly roles: readonly Role[] }
export type Refusal = 'wrong-state' | 'forbidden' | 'same-person' | null

export const holds = (person: Person, roles: readonly Role[]) => person.roles.some((role) => roles.includes(role))

/** Marks, facts, remarks and an override are the maker's, while the case is with him. */
export function whyNotChange(one: Case, person: Person): Refusal {
  if (!isOpen(one.state)) return 'wrong-state'
  return one.madeBy === person.personId && holds(person, MAKERS) ? null : 'forbidden'
}

export function whyNotReview(one: Case, person: Person): Refusal {
  if (one.state !== 'submitted') return 'wrong-state'
  if (!holds(person, REVIEWERS)) return 'forbidden'
  return one.madeBy === person.personId || one.salespersonId === person.personId ? 'same-person' : null
}

export function whyNotApprove(one: Case, person: Person): Refusal {
  if (one.state !== 'reviewed') return 'wrong-state'
  if (!holds(person, APPROVERS)) return 'forbidden'
  return [one.madeBy, one.reviewedBy, one.salespersonId].includes(person.personId) ? 'same-person' : null
}

/** Of these people, who could approve a case once this one has reviewed it; without a reviewer: once somebody else has. */
export const approversAfter = <One extends Person>(one: Case, people: readonly One[], reviewer: number | null): One[] =>
  people.filter((person) => whyNotApprove({ ...one, state: 'reviewed', reviewedBy: reviewer }, person) === null)

/** Sent back by whoever could take the next step; by its reviewer too, who may be the only one that could approve. */
export function whyNotReturn(one: Case, person: Person): Refusal {
  if (one.state === 'reviewed' && one.reviewedBy === person.personId && holds(person, REVIEWERS)) return null
  return one.state === 'submitted' ? whyNotReview(one, person) : whyNotApprove(one, person)
}

/** Given up by the maker, or by an office director where the maker cannot. */
export function whyNotWithdraw(one: Case, person: Person): Refusal {
  if (!isRunning(one.state)) return 'wrong-state'
  return one.madeBy === person.personId || holds(person, ['officeDirector']) ? null : 'forbidden'
}
