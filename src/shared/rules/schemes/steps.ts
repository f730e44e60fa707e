import type { Role } from '../../roles.ts'

export const SCHEME_STATES = ['draft', 'submitted', 'reviewed', 'approved', 'withdrawn'] as const
export type SchemeState = (typeof SCHEME_STATES)[number]

export const SCHEME_PREPARERS = ['creditAdministrator', 'officeDirector'] as const satisfies readonly Role[]
export const SCHEME_REVIEWERS = ['creditAdministrator', 'salesDirector', 'officeDirector'] as const satisfies readonly Role[]
export const SCHEME_APPROVERS = ['officeDirector', 'generalManager'] as const satisfies readonly Role[]

export type SchemeStep = 'save' | 'submit' | 'review' | 'approve' | 'withdraw'
export type SchemeCase = { state: SchemeState; preparedBy: number | null; reviewedBy: number | null; effectiveOn: string | null }
type Person = { personId: number; roles: readonly Role[] }

const WAITS: Readonly<Record<Exclude<SchemeStep, 'withdraw'>, readonly [SchemeState, readonly Role[]]>> = {
  save: ['draft', SCHEME_PREPARERS], submit: ['draft', SCHEME_PREPARERS], review: ['submitted', SCHEME_REVIEWERS], approve: ['reviewed', SCHEME_APPROVERS],
}

/**
 * Whether a person may take a step of a version, else why not. Prepared, reviewed and approved by three (S-common: who makes
 * does not check). Withdrawn before approval by whoever prepares, after it only before its day and by whoever approves.
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
  if (step === 'review' && version.preparedBy === person.personId) return 'same-person'
  if (step === 'approve' && (version.preparedBy === person.personId || version.reviewedBy === person.personId)) return 'same-person'
  return null
}
