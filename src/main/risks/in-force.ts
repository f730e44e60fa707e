import type { Output } from '../../shared/contract/index.ts'
import { isInForce, type ListingState } from '../../shared/rules/risks/listing.ts'
import type { Listed } from '../../shared/rules/limits/listed.ts'
import { localDay } from '../pipeline/days.ts'
import type { Trx } from '../storage/database.ts'

export type ListingInForce = Listed & { readonly id: number; readonly untilOn: string | null }
type Row = ListingInForce & { state: ListingState; releasedAt: string | null }

/** The lists a party is on, on a day: at most one of each kind, that of bad customers first. */
export function listingsOn(trx: Trx, partyId: number, day: string): ListingInForce[] {
  const rows = trx.prepare(
    "SELECT id, number, list, measure, fromOn, untilOn, state, releasedAt FROM listing INDEXED BY listing_party WHERE partyId = ? AND state IN ('inForce', 'releaseProposed', 'released') ORDER BY list, id DESC",
  ).all(partyId) as Row[]
  return rows
    .filter(({ releasedAt, ...row }) => isInForce({ ...row, releasedOn: releasedAt === null ? null : localDay(new Date(releasedAt)) }, day))
    .map(({ state: _state, releasedAt: _at, ...row }) => row)
}

/** The same as lists of parties show them. */
export const listedShown = (listings: readonly ListingInForce[], today: string): Output<'limits.ofParty'>['listed'] =>
  listings.map(({ id: _id, ...one }) => ({ ...one, isTermOver: one.untilOn !== null && one.untilOn < today }))
