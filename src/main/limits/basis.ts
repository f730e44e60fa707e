import { AppError } from '../../shared/errors.ts'
import type { Facts } from '../../shared/rules/facts/fact.ts'
import type { Listed } from '../../shared/rules/limits/listed.ts'
import { gradeOn, standingOn } from '../../shared/rules/ratings/override.ts'
import type { Grade } from '../../shared/rules/schemes/grades.ts'
import type { Limits } from '../../shared/rules/schemes/schema.ts'
import { capsuleOf } from '../ratings/load.ts'
import { decidedOf } from '../ratings/standing.ts'
import { loadSchemeVersion, schemesInForce, type SchemeVersion } from '../schemes/load.ts'
import type { Trx } from '../storage/database.ts'
import { listedOn } from './listed.ts'

export type Basis = {
  readonly rating: { readonly id: number; readonly number: string; readonly hash: string } | null
  readonly scheme: SchemeVersion & { readonly limits: Limits }
  readonly grade: Grade | null
  readonly facts: Facts
  readonly listed: readonly Listed[]
}

const withLimits = (version: SchemeVersion): Basis['scheme'] | null => (version.scheme.limits === undefined ? null : { ...version, limits: version.scheme.limits })

/**
 * What a limit of a party is proposed from on a day: the rating that stands, its facts as frozen, its grade as it counts on the
 * day, and the text it was rated under; where that says nothing of limits, or the party was never rated, the first text in
 * force that does; and the lists it is on. `limit-no-scheme` where none does.
 */
export function basisOf(trx: Trx, partyId: number, today: string): Basis {
  const basis = findBasis(trx, partyId, today)
  if (basis === null) throw new AppError('limit-no-scheme')
  return basis
}

/** The same, or null where no text proposes limits. */
export function findBasis(trx: Trx, partyId: number, today: string): Basis | null {
  const standing = standingOn(decidedOf(trx, partyId), today)
  const capsule = standing === null ? null : capsuleOf(trx, standing.id)
  const own = capsule === null ? null : withLimits(loadSchemeVersion(trx, capsule.body.scheme.versionId))
  const scheme = own ?? schemesInForce(trx, { for: 'customer', kind: 'aftersale', on: today }).map(withLimits).find((one) => one !== null)
  if (!scheme) return null
  const listed = listedOn(trx, partyId, today)
  if (standing === null || capsule === null) return { rating: null, scheme, grade: null, facts: {}, listed }
  return { rating: { id: standing.id, number: standing.number, hash: capsule.hash }, scheme, grade: gradeOn(standing, today), facts: capsule.body.facts, listed }
}
