import { AppError } from '../../shared/errors.ts'
import { type BasisMove, marksKept, movedBasis } from '../../shared/rules/ratings/basis.ts'
import type { Facts } from '../../shared/rules/facts/fact.ts'
import { isRunning } from '../../shared/rules/ratings/steps.ts'
import { gatherFacts } from '../facts/gather.ts'
import { loadSchemeVersion, type SchemeVersion, versionInForce } from '../schemes/load.ts'
import type { Trx } from '../storage/database.ts'
import { frozenMarks, type LoadedRating } from './load.ts'

/** What a rating of this party as of its day would stand on if it were made now. */
export type Basis = { readonly facts: Facts; readonly industry: string | null; readonly schemeVersion: SchemeVersion }

export function basisOf(trx: Trx, { partyId, asOf, kind, schemeVersion }: Pick<LoadedRating, 'partyId' | 'asOf' | 'kind' | 'schemeVersion'>): Basis {
  const { industry } = trx.prepare('SELECT industry FROM party WHERE id = ?').get(partyId) as { industry: string | null }
  return { facts: gatherFacts(trx, partyId, asOf), industry, schemeVersion: textOn(trx, schemeVersion, { kind, asOf }) }
}

/** A scheme retired since, or whose text in force no longer rates the kind, goes on to the end of the case. */
function textOn(trx: Trx, own: SchemeVersion, { kind, asOf }: Pick<LoadedRating, 'kind' | 'asOf'>): SchemeVersion {
  const id = versionInForce(trx, own.schemeId, asOf)
  if (id === null || id === own.id) return own
  const other = loadSchemeVersion(trx, id)
  return other.scheme.kinds.includes(kind) ? other : own
}

/** What the ledgers say otherwise by now, for the very day rated; null where nothing, and of a case that is over: it is frozen. */
export function movedSince(trx: Trx, rating: LoadedRating): BasisMove | null {
  if (!isRunning(rating.state)) return null
  const { facts, industry, schemeVersion } = basisOf(trx, rating)
  const { grades } = rating
  const marks = frozenMarks(rating.marks)
  return movedBasis(
    { scheme: rating.scheme, version: rating.schemeVersion.no, facts: rating.facts, industry: rating.industry, marks, grades },
    { scheme: schemeVersion.scheme, version: schemeVersion.no, facts, industry, marks: marksKept(schemeVersion.scheme, marks), grades },
  )
}

/** Refuses a step on facts that are no longer so (`rating-basis`, with their names). */
export function requireBasis(trx: Trx, rating: LoadedRating): void {
  const moved = movedSince(trx, rating)
  if (moved === null) return
  const { facts, before, after } = moved
  throw new AppError('rating-basis', {
    facts: facts.map(({ name }) => name).join(' '), industry: moved.industry !== null, scheme: moved.scheme !== null, fromScore: before.score, toScore: after.score, fromGrade: before.grade, toGrade: after.grade,
  })
}
