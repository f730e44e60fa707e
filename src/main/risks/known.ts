import { setImmediate } from 'node:timers/promises'
import type { Facts } from '../../shared/rules/facts/fact.ts'
import { gatherFacts } from '../facts/gather.ts'
import type { JobControl } from '../jobs/job.ts'
import type { Preparation } from '../pipeline/context.ts'

/** Parties of which anything is kept that a rule could ask about (`unrated` has those with data and no rating), or that stand warned. */
export const KNOWN_PARTIES = 'SELECT id FROM party WHERE dossiers > 0 UNION SELECT partyId FROM unrated UNION SELECT partyId FROM rating UNION SELECT partyId FROM defaultRecord UNION SELECT partyId FROM warning'

/** Parties looked at between two breaths. */
const AT_ONCE = 50

/** One party's facts of today after another, without holding anything; it tells how far it is and stops when asked. */
export async function withFacts<Party extends { readonly id: number }>(context: Preparation & JobControl, parties: readonly Party[], see: (party: Party, facts: Facts) => void): Promise<void> {
  for (const [index, party] of parties.entries()) {
    if (index % AT_ONCE === 0) {
      context.throwIfCancelled()
      context.progress(index, parties.length, 'checking')
      await setImmediate()
    }
    see(party, gatherFacts(context.trx, party.id, context.today))
  }
}
