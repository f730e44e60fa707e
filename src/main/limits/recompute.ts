import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type LimitCapsule, recomputeLimit } from '../../shared/rules/limits/capsule.ts'
import type { Listed } from '../../shared/rules/limits/listed.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import { hasRole } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { capsuleOf } from '../ratings/load.ts'
import { sha256 } from '../ratings/write.ts'
import { loadSchemeVersion } from '../schemes/load.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import type { Trx } from '../storage/database.ts'
import { limitOf } from './load.ts'
import { recordLimit } from './write.ts'

export type LimitRecomputation = Pick<Output<'limits.recompute'>, 'isSame' | 'differences' | 'hash'> & { capsule: LimitCapsule }

/**
 * Computes a granted limit's proposal again: from the facts of the rating it names (whose hash it holds), the text it names
 * (likewise), the grade, the guarantees and the lists as frozen; each list is there as it says.
 */
export function recomputeLimitCapsule(trx: Trx, limitId: number): LimitRecomputation | null {
  const row = trx.prepare('SELECT body, hash FROM limitCapsule WHERE limitId = ?').get(limitId) as { body: string; hash: string } | undefined
  if (!row) return null
  const capsule = JSON.parse(row.body) as LimitCapsule
  const version = loadSchemeVersion(trx, capsule.scheme.versionId)
  const rating = capsule.rating === null ? null : capsuleOf(trx, capsule.rating.id)
  const { limits } = version.scheme
  const again = limits === undefined ? null : recomputeLimit(capsule, limits, rating?.body.facts ?? {})
  const hash = { frozen: row.hash, computed: sha256(canonicalJson({ ...capsule, ...again?.sums })) }
  const isListed = trx.prepare('SELECT 1 FROM listing WHERE number = ? AND partyId = ? AND list = ? AND measure = ? AND fromOn = ?')
  const isFrozenListing = ({ number, list, measure, fromOn }: Listed) => isListed.get(number, capsule.partyId, list, measure, fromOn) !== undefined
  const differences = [
    ...(sha256(row.body) === row.hash ? [] : ['body']), ...(version.hash === capsule.scheme.hash ? [] : ['scheme']), ...(rating?.hash === capsule.rating?.hash ? [] : ['rating']),
    ...((capsule.bar?.listed ?? []).every(isFrozenListing) ? [] : ['listed']),
    ...(again === null ? ['limits'] : again.differences), ...(hash.frozen === hash.computed ? [] : ['hash']),
  ]
  return { capsule, isSame: differences.length === 0, differences, hash }
}

/** The same as a reading; an auditor is told hashes and no name. Refuses one that was not granted (`wrong-state`). */
export function recomputeGranted(context: Context, { id }: Parsed<'limits.recompute'>): Output<'limits.recompute'> {
  const limit = limitOf(context.trx, id)
  if (!limit) throw new AppError('not-found', { limitId: id })
  if (!hasRole(context.actor, ['auditor'])) requireMayReadFigures(context, limit.partyId)
  const again = recomputeLimitCapsule(context.trx, id)
  if (again === null) throw new AppError('wrong-state', { state: limit.state })
  const { capsule, ...told } = again
  recordLimit(context, limit, { isSame: told.isSame, hash: told.hash.frozen })
  return { number: capsule.number, ...told }
}
