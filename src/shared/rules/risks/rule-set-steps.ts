import type { ErrorCode } from '../../errors.ts'
import type { Role } from '../../roles.ts'

/*
 * A set of rules is written as a draft, proposed with a reason and decided by somebody who had no hand in it. One is prepared
 * at a time; what was decided is never changed.
 */

export const RULE_SET_STATES = ['draft', 'proposed', 'agreed', 'refused', 'withdrawn'] as const
export type RuleSetState = (typeof RULE_SET_STATES)[number]
export type RuleSetStep = 'save' | 'propose' | 'decide' | 'withdraw'

export const RULE_MAKERS = ['creditAdministrator'] as const satisfies readonly Role[]
export const RULE_DECIDERS = ['officeDirector', 'generalManager'] as const satisfies readonly Role[]

const FROM: Readonly<Record<RuleSetStep, readonly RuleSetState[]>> = { save: ['draft'], propose: ['draft'], decide: ['proposed'], withdraw: ['draft', 'proposed'] }

/** `makers`: whoever wrote in it or proposed it. */
export type RuleSetCase = { readonly state: RuleSetState; readonly makers: readonly number[] }
type Hand = { readonly personId: number; readonly roles: readonly string[] }

/** What stands in the way of a step, or null. */
export function whyNotStep(step: RuleSetStep, { state, makers }: RuleSetCase, { personId, roles }: Hand): ErrorCode | null {
  if (!FROM[step].includes(state)) return 'wrong-state'
  const asks: readonly string[] = step === 'decide' ? RULE_DECIDERS : RULE_MAKERS
  if (!roles.some((role) => asks.includes(role))) return 'forbidden'
  return step === 'decide' && makers.includes(personId) ? 'same-person' : null
}
