import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import { type Capsule, recompute } from '../../shared/rules/ratings/capsule.ts'
import { hasRole } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import type { Trx } from '../storage/database.ts'
import { rowOf } from './load.ts'
import { hashOfScheme, loadSchemeVersion } from '../schemes/load.ts'
import { recordRating, sha256 } from './write.ts'

export type Recomputation = Pick<Output<'ratings.recompute'>, 'isSame' | 'differences' | 'hash' | 'schemeHash' | 'frozen' | 'computed'> & { capsule: Capsule }

/**
 * Computes a frozen rating again from its own inputs and the scheme's version. The same: the text hashes to its hash, the
 * scheme to the one it names, and the result of the inputs, written in its place, gives the same hash again.
 */
export function recomputeCapsule(trx: Trx, ratingId: number): Recomputation | null {
  const row = trx.prepare('SELECT body, hash FROM ratingCapsule WHERE ratingId = ?').get(ratingId) as { body: string; hash: string } | undefined
  if (!row) return null
  const capsule = JSON.parse(row.body) as Capsule
  const { scheme } = loadSchemeVersion(trx, capsule.scheme.versionId)
  const again = recompute(capsule, scheme)
  const hash = { frozen: row.hash, computed: sha256(canonicalJson({ ...capsule, result: again.result, grade: again.grade, limit: again.limit })) }
  const schemeHash = { frozen: capsule.scheme.hash, computed: hashOfScheme(scheme) }
  const differences = [
    ...(sha256(row.body) === row.hash ? [] : ['body']), ...(schemeHash.frozen === schemeHash.computed ? [] : ['scheme']), ...again.differences,
    ...(hash.frozen === hash.computed ? [] : ['hash']),
  ]
  const sums = (result: Capsule['result'], grade: Capsule['grade']) => ({ score: result.score, coverage: result.coverage, grade })
  return {
    capsule, isSame: differences.length === 0, differences, hash, schemeHash,
    frozen: sums(capsule.result, capsule.grade), computed: sums(again.result, again.grade),
  }
}

/** The same as a reading. An auditor, who sees no dossier, is told figures and hashes and no name. Refuses one that is not approved (`wrong-state`). */
export function recomputeRating(context: Context, { id }: Parsed<'ratings.recompute'>): Output<'ratings.recompute'> {
  const row = rowOf(context.trx, id)
  if (!row) throw new AppError('not-found', { ratingId: id })
  if (!hasRole(context.actor, ['auditor'])) requireMayReadFigures(context, row.partyId)
  const again = recomputeCapsule(context.trx, id)
  if (again === null) throw new AppError('wrong-state', { state: row.state })
  const { capsule, ...told } = again
  recordRating(context, row, { isSame: told.isSame, hash: told.hash.frozen })
  return { number: capsule.number, asOf: capsule.asOf, approvedOn: capsule.approvedOn, ...told }
}
