import type { Facts } from '../../shared/rules/facts/fact.ts'
import { defaultFacts } from '../defaults/facts.ts'
import { deliveryFacts } from '../deliveries/facts.ts'
import { invoiceFacts } from '../invoices/facts.ts'
import { contractsFacts } from '../contracts/rating-facts.ts'
import { limitFacts } from '../limits/facts.ts'
import { partyFacts } from '../parties/facts.ts'
import { receivableFacts } from '../receivables/facts.ts'
import { listingFacts } from '../risks/facts.ts'
import { ratingFacts } from '../ratings/facts.ts'
import { statementFacts } from '../statements/facts.ts'
import { surveyFacts } from '../surveys/facts.ts'
import type { Trx } from '../storage/database.ts'

/**
 * What a capability knows of a party as of a day: only from what happened on or before `asOf` (inclusive). A fact that it
 * cannot give is absent with its reason, never left out of what it is asked for.
 */
export type FactProvider = (trx: Trx, partyId: number, asOf: string) => Facts

/** One line a capability; its provider is `main/<capability>/facts.ts`. */
const PROVIDERS: readonly FactProvider[] = [partyFacts, statementFacts, surveyFacts, listingFacts, invoiceFacts, receivableFacts, defaultFacts, deliveryFacts, contractsFacts, limitFacts, ratingFacts]

/** Every fact of a party as of a day, by the names of `rules/facts/catalogue.ts`. What nobody gives counts as `notKept`. */
export function gatherFacts(trx: Trx, partyId: number, asOf: string): Facts {
  return Object.assign({}, ...PROVIDERS.map((provider) => provider(trx, partyId, asOf))) as Facts
}
