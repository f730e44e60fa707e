import { type Fact, type Facts, present, source } from '../../shared/rules/facts/fact.ts'
import type { Trx } from '../storage/database.ts'

type Row = { id: number; list: 'watch' | 'bad'; number: string; fromOn: string }

/** Whether the party stood on a list on the day: from the decision until its release. */
export function listingFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const rows = trx.prepare(
    `SELECT id, list, number, fromOn FROM listing
     WHERE partyId = ? AND state IN ('inForce', 'releaseProposed', 'released') AND fromOn <= ? AND (releasedAt IS NULL OR substr(releasedAt, 1, 10) > ?) ORDER BY id DESC`,
  ).all(partyId, asOf, asOf) as Row[]
  const on = (list: Row['list']): Fact => {
    const own = rows.filter((row) => row.list === list)
    return present(own.length > 0 ? 1 : 0, own.map(({ id, number, fromOn }) => source('listings', { id, line: number, from: fromOn })), own[0]?.fromOn ?? null)
  }
  return { badListed: on('bad'), watchListed: on('watch') }
}
