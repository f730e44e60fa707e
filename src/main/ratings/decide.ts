import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { addMonths } from '../../shared/rules/dossiers/deadlines.ts'
import { limitBy } from '../../shared/rules/limits/propose.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import type { Capsule } from '../../shared/rules/ratings/capsule.ts'
import { reviewFrom } from '../../shared/rules/ratings/override.ts'
import { type Refusal, whyNotApprove, whyNotChange, whyNotReturn, whyNotReview, whyNotWithdraw } from '../../shared/rules/ratings/steps.ts'
import { prepareSigner, requireSigner, type Spot } from '../people/on-the-spot.ts'
import { type Actor, type Context, type Preparation, withPreparation } from '../pipeline/context.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import type { Trx } from '../storage/database.ts'
import { requireBasis } from './basis.ts'
import { cardOf } from './card.ts'
import { frozenMarks, type LoadedRating, loadRating, requireRating, requireRow, rowOf } from './load.ts'
import { requireOverride } from './mark.ts'
import { keepStanding } from './standing.ts'
import { addStep, recordRating, sha256, signedBy, textOf, updateRating } from './write.ts'

type Changed = { rating: Output<'ratings.get'> }
type Signing = { id: number; version: number; onTheSpot?: Spot }

const prepare = async (context: Preparation, { id, onTheSpot }: Signing): Promise<number | null> => {
  requireRow(context, id)
  return prepareSigner(context, onTheSpot)
}

function refuse(refusal: Refusal, { state }: Pick<LoadedRating, 'state'>): void {
  if (refusal !== null) throw new AppError(refusal, refusal === 'wrong-state' ? { state } : {})
}

/** The case and who signs it: he reads what he signs, with his own leave. */
function toSign(context: Context, { id, version }: Signing, signerId: number | null, whyNot: (one: LoadedRating, person: Actor) => Refusal) {
  const rating = requireRating(context, id, version)
  const signer = requireSigner(context, signerId)
  refuse(whyNot(rating, signer), rating)
  requireMayReadFigures({ ...context, actor: signer }, rating.partyId)
  return { rating, signer }
}

/** What the card says now, of a case that has changed hands; `null` where its basis has just been found to be so. */
function answer(context: Context, id: number, moved?: null): Changed {
  return { rating: cardOf(context, loadRating(context.trx, rowOf(context.trx, id)!), moved) }
}

/** Every page behind a mark is still there: a scan struck out since, or destroyed, proves nothing (`rating-evidence`). */
function requireEvidence(trx: Trx, rating: LoadedRating): void {
  for (const { attachmentId, title } of rating.marks.flatMap(({ evidence }) => evidence)) {
    const found = attachmentId !== null && trx
      .prepare('SELECT 1 FROM attachment JOIN document ON document.id = attachment.documentId WHERE attachment.id = ? AND attachment.struckAt IS NULL AND document.struckAt IS NULL')
      .get(attachmentId)
    if (!found) throw new AppError('rating-evidence', { why: 'gone', title })
  }
}

/** The maker hands it on; what he saw is what he signs, and still so (`rating-basis`). An override still has to be within the limits of the grade computed now. */
export function submitRating(context: Context, { id, version }: Parsed<'ratings.submit'>): Changed {
  const rating = requireRating(context, id, version)
  refuse(whyNotChange(rating, context.actor), rating)
  requireMayReadFigures(context, rating.partyId)
  requireBasis(context.trx, rating)
  requireEvidence(context.trx, rating)
  if (rating.overrideGrade !== null) requireOverride(context, rating, { grade: rating.overrideGrade, until: rating.overrideUntil! })
  const textHash = addStep(context, rating, { what: 'submitted', text: textOf(rating, 'submitted') })
  updateRating(context, id, { state: 'submitted', submittedAt: context.now })
  recordRating(context, rating, { score: rating.result.score, coverage: rating.result.coverage, grade: rating.result.grade, override: rating.overrideGrade, textHash })
  return answer(context, id, null)
}

/** A second person has looked at it, while it stands on what is so (`rating-basis`; `same-person` for the maker and for whoever sells to the customer). */
export const reviewRating = withPreparation<'ratings.review', number | null>({
  prepare,
  run: (context, input, signerId) => {
    const { rating, signer } = toSign(context, input, signerId, whyNotReview)
    requireBasis(context.trx, rating)
    requireEvidence(context.trx, rating)
    const textHash = addStep(context, rating, { what: 'reviewed', reason: input.remarks, signer, text: textOf(rating, 'reviewed') })
    updateRating(context, rating.id, { state: 'reviewed', reviewedBy: signer.personId, reviewedAt: context.now })
    recordRating(context, rating, { ...signedBy(context, signer), remarks: input.remarks, textHash })
    return answer(context, rating.id, null)
  },
})

/**
 * A third person decides. Everything it stands on, as the ledgers still have it (`rating-basis`), is frozen and hashed; the grade becomes the party's, and the day of the next
 * rating follows from the scheme. An override that was proposed is agreed to or left out, expressly (`bad-input` where neither is said).
 */
export const approveRating = withPreparation<'ratings.approve', number | null>({
  prepare,
  run: (context, input, signerId) => {
    const { rating, signer } = toSign(context, input, signerId, whyNotApprove)
    requireBasis(context.trx, rating)
    requireEvidence(context.trx, rating)
    const isProposed = rating.overrideGrade !== null
    if (isProposed && input.override === undefined) throw new AppError('bad-input', { path: 'override' })
    const isAgreed = isProposed && input.override === true
    if (isAgreed) requireOverride(context, rating, { grade: rating.overrideGrade!, until: rating.overrideUntil! })
    if (isProposed && !isAgreed) addStep(context, rating, { what: 'overrideDropped', signer })
    const decided: LoadedRating = isAgreed ? rating : { ...rating, overrideGrade: null, overrideUntil: null, overrideReason: null }
    return approve(context, decided, signer, { remarks: input.remarks, override: isProposed ? { overrideAgreed: isAgreed } : {} })
  },
})

function approve(context: Context, rating: LoadedRating, signer: Actor, { remarks, override }: { remarks: string | null; override: { overrideAgreed?: boolean } }): Changed {
  const { trx, now, today } = context
  const capsule = freeze(rating, today)
  const body = canonicalJson(capsule)
  const hash = sha256(body)
  const textHash = addStep(context, rating, { what: 'approved', reason: remarks, signer, text: `${textOf(rating, 'approved')}\ncapsule ${hash}` })
  trx.run(trx.sql.insertInto('ratingCapsule').values({ ratingId: rating.id, body, hash, auditSeq: context.auditSeq }))
  trx.prepare('DELETE FROM ratingInput WHERE ratingId = ?').run(rating.id)
  const { overrideGrade, overrideUntil, overrideReason } = rating
  updateRating(context, rating.id, {
    state: 'approved', approvedBy: signer.personId, approvedAt: now, approvedOn: today, closedAt: now, grade: capsule.grade, overrideGrade, overrideUntil, overrideReason,
    overrideAgreedBy: overrideGrade === null ? null : signer.personId, reviewOn: addMonths(reviewFrom({ asOf: rating.asOf, approvedOn: today }), rating.scheme.review[capsule.grade ?? 'C']),
  })
  const party = keepStanding(context, rating.partyId)
  recordRating(context, rating, {
    ...signedBy(context, signer), hash, score: capsule.result.score, coverage: capsule.result.coverage, computed: capsule.result.grade, grade: capsule.grade,
    ...override, party, textHash,
  })
  return answer(context, rating.id)
}

function freeze(rating: LoadedRating, today: string): Capsule {
  const { number, partyId, kind, asOf, industry, gatheredAt, facts, remarks, result, overrideGrade } = rating
  const grade = overrideGrade ?? result.grade
  return {
    format: 1, number, partyId, kind, asOf, approvedOn: today, scheme: { versionId: rating.schemeVersionId, hash: rating.schemeVersion.hash },
    regulation: { versionId: rating.regulationVersionId, id: rating.regulationId }, grades: rating.grades.map(({ grade, label }) => ({ grade, label })),
    industry, gatheredAt, facts, marks: frozenMarks(rating.marks), remarks, result,
    override: overrideGrade === null ? null : { grade: overrideGrade, until: rating.overrideUntil!, reason: rating.overrideReason! },
    grade, limit: limitBy(rating.scheme, facts, grade),
  }
}

/** Back to the maker with the reason; what was signed in this round counts no more. */
export const returnRating = withPreparation<'ratings.return', number | null>({
  prepare,
  run: (context, input, signerId) => {
    const { rating, signer } = toSign(context, input, signerId, whyNotReturn)
    const textHash = addStep(context, rating, { what: 'returned', reason: input.reason, signer, text: textOf(rating, 'returned') })
    updateRating(context, rating.id, { state: 'returned', round: rating.round + 1, submittedAt: null, reviewedBy: null, reviewedAt: null })
    recordRating(context, rating, { ...signedBy(context, signer), reason: input.reason, textHash })
    return answer(context, rating.id)
  },
})

/** Gives the case up before it is decided. Its number stays. */
export function withdrawRating(context: Context, { id, version, reason }: Parsed<'ratings.withdraw'>): Changed {
  const rating = requireRating(context, id, version)
  refuse(whyNotWithdraw(rating, context.actor), rating)
  addStep(context, rating, { what: 'withdrawn', reason })
  updateRating(context, id, { state: 'withdrawn', closedAt: context.now })
  recordRating(context, rating, { reason })
  return answer(context, id)
}
