import type { Generated } from 'kysely'
import type { LISTING_REASONS, ListingState, LISTS, MEASURES } from '../../../shared/rules/risks/listing.ts'
import type { RuleSetState } from '../../../shared/rules/risks/rule-set-steps.ts'
import type { Severity } from '../../../shared/rules/risks/warnings.ts'

export type ListingTable = {
  id: Generated<number>
  number: string
  partyId: number
  list: (typeof LISTS)[number]
  reason: (typeof LISTING_REASONS)[number]
  detail: string
  measure: (typeof MEASURES)[number]
  fromOn: string
  untilOn: string | null
  state: ListingState
  proposedBy: number
  proposedAt: string
  decidedBy: number | null
  decidedAt: string | null
  decision: string | null
  releaseReason: string | null
  releaseProposedBy: number | null
  releasedBy: number | null
  releasedAt: string | null
  version: Generated<number>
}

export type WarningTable = {
  id: Generated<number>
  partyId: number
  code: string
  severity: Severity
  /** Facts and what they were, as JSON. */
  values: string
  firstOn: string
  lastOn: string
  state: 'open' | 'handled' | 'over'
  handledBy: number | null
  handledAt: string | null
  handling: string | null
  /** The rule as it was when it last found the party, and its words where they are the company's. */
  when: string
  name: string | null
  advice: string | null
  /** Null: found by the program's rules. */
  ruleSetId: number | null
  /** The set that no longer asks it so. */
  endedById: Generated<number | null>
}

export type WarningRuleSetTable = {
  id: Generated<number>
  /** A list of `WarningRule`, as canonical JSON. */
  body: string
  hash: string
  state: RuleSetState
  /** What was in force when it was begun; null: the program's rules. */
  basedOnId: number | null
  savedBy: number
  savedAt: string
  reason: Generated<string | null>
  proposedBy: Generated<number | null>
  proposedAt: Generated<string | null>
  decidedBy: Generated<number | null>
  decidedAt: Generated<string | null>
  remarks: Generated<string | null>
  fromOn: Generated<string | null>
  withdrawnBy: Generated<number | null>
  withdrawnAt: Generated<string | null>
  version: Generated<number>
}

export type RisksTables = { listing: ListingTable; warning: WarningTable; warningRuleSet: WarningRuleSetTable }
