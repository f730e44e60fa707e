import { absent, type Facts, present, source, yuan } from '../../shared/rules/facts/fact.ts'
import { positionOf } from '../receivables/position.ts'
import type { Trx } from '../storage/database.ts'

type Row = { id: number; number: string; amountFen: number; fromOn: string }

/**
 * Of the limit granted last by the day:
 * - `limitUse`: which share of it was used; there is none of a limit of nothing (`notApplicable`).
 * - `beyondLimit`: what was owed beyond it, yuan; of a limit of nothing all that was owed.
 */
export function limitFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const limit = trx.prepare("SELECT id, number, amountFen, fromOn FROM limitCase INDEXED BY limitCase_party WHERE partyId = ? AND state = 'approved' AND fromOn <= ? ORDER BY id DESC LIMIT 1").get(partyId, asOf) as Row | undefined
  if (!limit) return { limitUse: absent('notApplicable'), beyondLimit: absent('notApplicable') }
  const used = Math.max(0, positionOf(trx, partyId, asOf).balanceFen)
  const sources = [source('limits', { id: limit.id, line: limit.number, from: limit.fromOn, until: asOf })]
  return {
    limitUse: limit.amountFen > 0 ? present(used / limit.amountFen, sources, asOf) : absent('notApplicable', sources),
    beyondLimit: present(yuan(Math.max(0, used - limit.amountFen)), sources, asOf),
  }
}
