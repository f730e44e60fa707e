import type { ErrorCode } from '../../errors.ts'

/*
 * A party on a list: under watch, or a bad customer with what is restricted (S15 不良客户名单, S09, S14). Proposed by one and
 * decided by another; the same for its release and for a new term. A term that is over is a thing to do and lifts nothing.
 */

export const LISTS = ['watch', 'bad'] as const
export const MEASURES = ['observe', 'restrict', 'suspend'] as const
export const LISTING_REASONS = ['overdue', 'brokenPromise', 'default', 'lawsuit', 'dishonest', 'fraud', 'deterioration', 'warning', 'other'] as const
export const LISTING_STATES = ['proposed', 'inForce', 'refused', 'releaseProposed', 'released'] as const
export type ListingState = (typeof LISTING_STATES)[number]
export type ListingStep = 'decide' | 'proposeRelease' | 'decideRelease' | 'prolong'

const FROM: Readonly<Record<ListingStep, ListingState>> = { decide: 'proposed', proposeRelease: 'inForce', decideRelease: 'releaseProposed', prolong: 'inForce' }
const DECIDES: Readonly<Record<ListingStep, boolean>> = { decide: true, proposeRelease: false, decideRelease: true, prolong: true }

export type Listing = { readonly state: ListingState; readonly proposedBy: number; readonly releaseProposedBy: number | null }
export type Hand = { readonly personId: number; readonly roles: readonly string[] }

/** What stands in the way of a step, or null: the state, the role, or that the same person proposed it. */
export function whyNotStep(step: ListingStep, listing: Listing, hand: Hand): ErrorCode | null {
  if (listing.state !== FROM[step]) return 'wrong-state'
  const isDecider = hand.roles.includes('officeDirector') || hand.roles.includes('generalManager')
  if (DECIDES[step] ? !isDecider : !isDecider && !hand.roles.includes('creditAdministrator')) return 'forbidden'
  const proposer = step === 'decideRelease' ? listing.releaseProposedBy : listing.proposedBy
  return DECIDES[step] && proposer === hand.personId ? 'same-person' : null
}

/** Whether a listing holds on a day: from the decision until the day it is released. */
export const isInForce = ({ state, fromOn, releasedOn }: { readonly state: ListingState; readonly fromOn: string; readonly releasedOn: string | null }, day: string): boolean =>
  (state === 'inForce' || state === 'releaseProposed' || state === 'released') && fromOn <= day && (releasedOn === null || releasedOn > day)

/** A watched party is observed; a bad customer is restricted or suspended. */
export const fits = (list: (typeof LISTS)[number], measure: (typeof MEASURES)[number]): boolean => (list === 'watch') === (measure === 'observe')
