import { type Fact, type Facts, present, source } from '../../shared/rules/facts/fact.ts'
import type { Trx } from '../storage/database.ts'
import { type ListingInForce, listingsOn } from './in-force.ts'

/** Whether the party stood on a list on the day: from the decision until its release. */
export function listingFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const rows = listingsOn(trx, partyId, asOf)
  const on = (list: ListingInForce['list']): Fact => {
    const own = rows.filter((row) => row.list === list)
    return present(own.length > 0 ? 1 : 0, own.map(({ id, number, fromOn }) => source('listings', { id, line: number, from: fromOn })), own[0]?.fromOn ?? null)
  }
  return { badListed: on('bad'), watchListed: on('watch') }
}
