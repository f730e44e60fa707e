import type { risks } from '../../shared/contract/risks.ts'
import type { Handlers } from '../pipeline/context.ts'
import { decideListing, decideRelease, listListings, prolongListing, proposeListing, proposeRelease } from './listings.ts'
import { risksOfParty } from './of-party.ts'
import { decideRuleSet, listRuleSets, proposeRuleSet, saveRuleSet, withdrawRuleSet } from './rule-sets.ts'
import { handleWarning, listWarnings } from './warnings.ts'

export const risksHandlers = {
  'risks.ofParty': risksOfParty,
  'warnings.list': listWarnings,
  'warnings.handle': handleWarning,
  'listings.list': listListings,
  'listings.propose': proposeListing,
  'listings.decide': decideListing,
  'listings.proposeRelease': proposeRelease,
  'listings.decideRelease': decideRelease,
  'listings.prolong': prolongListing,
  'warningRules.list': listRuleSets,
  'warningRules.save': saveRuleSet,
  'warningRules.propose': proposeRuleSet,
  'warningRules.decide': decideRuleSet,
  'warningRules.withdraw': withdrawRuleSet,
} satisfies Handlers<Exclude<keyof typeof risks, 'warnings.scan' | 'warningRules.preview'>>
