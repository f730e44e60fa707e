import { absent, type Facts, present, source } from '../../shared/rules/facts/fact.ts'
import { standingOn } from '../../shared/rules/ratings/override.ts'
import type { Trx } from '../storage/database.ts'

/** The score of the rating that stood on the day: shown beside the new one, never counted (a score that feeds on it predicts itself). */
export function ratingFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const rows = trx
    .prepare("SELECT id, asOf, approvedOn, score FROM rating INDEXED BY rating_party WHERE partyId = ? AND asOf <= ? AND state = 'approved'")
    .all(partyId, asOf) as { id: number; asOf: string; approvedOn: string; score: number | null }[]
  const standing = standingOn(rows, asOf)
  if (standing === null || standing.score === null) return { previousScore: absent('notApplicable') }
  return { previousScore: present(standing.score / 100, [source('rating', { id: standing.id, from: standing.asOf, until: standing.asOf })], standing.approvedOn) }
}
