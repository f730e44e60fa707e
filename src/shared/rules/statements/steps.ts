import type { Role } from '../../roles.ts'

/* Who enters a party's statements, and that another confirms them. */

export const KEEPERS = ['creditAdministrator'] as const satisfies readonly Role[]
export const CONFIRMERS = ['creditAdministrator', 'officeDirector'] as const satisfies readonly Role[]

/** `makers`: whoever entered, imported or kept it once more. */
export type Draft = { readonly state: string; readonly makers: readonly number[] }
type Person = { readonly personId: number; readonly roles: readonly Role[] }

/** Ratings stand on what is confirmed: whoever had a hand in the figures does not say that they are right. */
export function whyNotConfirm({ state, makers }: Draft, { personId, roles }: Person): 'wrong-state' | 'forbidden' | 'same-person' | null {
  if (state !== 'draft') return 'wrong-state'
  if (!CONFIRMERS.some((role) => roles.includes(role))) return 'forbidden'
  return makers.includes(personId) ? 'same-person' : null
}
