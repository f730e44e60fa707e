import { absent, type Facts, present, source } from '../../shared/rules/facts/fact.ts'
import { positionOf } from '../receivables/position.ts'
import type { Trx } from '../storage/database.ts'

type Row = { id: number; number: string; amountFen: number; fromOn: string }

/** How much of its limit a party had used on the day, of the limit granted last by then; used of a limit of nothing counts as twice over. */
export function limitFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const limit = trx.prepare("SELECT id, number, amountFen, fromOn FROM limitCase INDEXED BY limitCase_party WHERE partyId = ? AND state = 'approved' AND fromOn <= ? ORDER BY id DESC LIMIT 1").get(partyId, asOf) as Row | undefined
  if (!limit) return { limitUse: absent('notApplicable') }
  const used = Math.max(0, positionOf(trx, partyId, asOf).balanceFen)
  return { limitUse: present(limit.amountFen > 0 ? used / limit.amountFen : used > 0 ? 2 : 0, [source('limits', { id: limit.id, line: limit.number, from: limit.fromOn, until: asOf })], asOf) }
}
