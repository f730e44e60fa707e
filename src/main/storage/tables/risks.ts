import type { Generated } from 'kysely'
import type { LISTING_REASONS, ListingState, LISTS, MEASURES } from '../../../shared/rules/risks/listing.ts'
import type { Severity, WarningCode } from '../../../shared/rules/risks/warnings.ts'

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
  code: WarningCode
  severity: Severity
  /** Facts and what they were, as JSON. */
  values: string
  firstOn: string
  lastOn: string
  state: 'open' | 'handled' | 'over'
  handledBy: number | null
  handledAt: string | null
  handling: string | null
}

export type RisksTables = { listing: ListingTable; warning: WarningTable }
