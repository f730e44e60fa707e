import type { Role } from '../../roles.ts'

export const SCHEME_STATES = ['draft', 'submitted', 'reviewed', 'approved', 'withdrawn'] as const
export type SchemeState = (typeof SCHEME_STATES)[number]

export const SCHEME_PREPARERS = ['creditAdministrator', 'officeDirector'] as const satisfies readonly Role[]
export const SCHEME_REVIEWERS = ['creditAdministrator', 'salesDirector', 'officeDirector'] as const satisfies readonly Role[]
export const SCHEME_APPROVERS = ['officeDirector', 'generalManager'] as const satisfies readonly Role[]

export type SchemeStep = 'save' | 'submit' | 'review' | 'approve' | 'withdraw'
/** `makers`: whoever wrote, kept or submitted it, in whatever round; the last to keep it is `preparedBy`. */
export type SchemeCase = { state: SchemeState; preparedBy: number | null; makers: readonly number[]; reviewedBy: number | null; effectiveOn: string | null }
type Person = { personId: number; roles: readonly Role[] }

const WAITS: Readonly<Record<Exclude<SchemeStep, 'withdraw'>, readonly [SchemeState, readonly Role[]]>> = {
  save: ['draft', SCHEME_PREPARERS], submit: ['draft', SCHEME_PREPARERS], review: ['submitted', SCHEME_REVIEWERS], approve: ['reviewed', SCHEME_APPROVERS],
}

/**
 * Whether a person may take a step of a version, else why not. Prepared, reviewed and approved by three (S-common: who makes
 * does not check; a colleague who keeps the draft once more does not make its author another person). Withdrawn before approval by whoever prepares, after it only before its day and by whoever approves.
 */
export function whyNotStep(step: SchemeStep, version: SchemeCase, person: Person, today: string): 'wrong-state' | 'forbidden' | 'same-person' | null {
  const has = (roles: readonly Role[]) => roles.some((role) => person.roles.includes(role))
  if (step === 'withdraw') {
    if (version.state === 'withdrawn' || (version.state === 'approved' && version.effectiveOn! <= today)) return 'wrong-state'
    return has(version.state === 'approved' ? SCHEME_APPROVERS : SCHEME_PREPARERS) ? null : 'forbidden'
  }
  const [state, roles] = WAITS[step]
  if (version.state !== state) return 'wrong-state'
  if (!has(roles)) return 'forbidden'
  const isMaker = version.preparedBy === person.personId || version.makers.includes(person.personId)
  if (step === 'review' && isMaker) return 'same-person'
  if (step === 'approve' && (isMaker || version.reviewedBy === person.personId)) return 'same-person'
  return null
}
