import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type LimitCapsule, sumsOf } from '../../shared/rules/limits/capsule.ts'
import { isBarred, suspensionOf } from '../../shared/rules/limits/listed.ts'
import { isAboveCeiling, isReviewPast, needsReason, whyGeneralManager, whyNotChange, whyNotDecide, whyNotReturn, whyNotReview, whyNotWithdraw } from '../../shared/rules/limits/steps.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import type { Refusal } from '../../shared/rules/ratings/steps.ts'
import { prepareSigner, requireSigner, type Spot } from '../people/on-the-spot.ts'
import { type Actor, type Context, type Preparation, withPreparation } from '../pipeline/context.ts'
import { sha256, signedBy } from '../ratings/write.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import type { Trx } from '../storage/database.ts'
import { type Basis, basisOf } from './basis.ts'
import { cardOf } from './card.ts'
import { isPageThere } from './carried.ts'
import { requireUntil } from './create.ts'
import { barOn } from './listed.ts'
import { givenOf, type LoadedLimit, limitOf, requireLimit } from './load.ts'
import { matrixOf } from './matrix.ts'
import { addStep, recordLimit, textOf, updateLimit } from './write.ts'

type Changed = Output<'limits.approve'>
type Signing = { id: number; version: number; onTheSpot?: Spot }

const prepare = async (context: Preparation, { id, onTheSpot }: Signing): Promise<number | null> => {
  requireLimit(context, id)
  return prepareSigner(context, onTheSpot)
}

function refuse(refusal: Refusal, { state }: Pick<LoadedLimit, 'state'>): void {
  if (refusal !== null) throw new AppError(refusal, refusal === 'wrong-state' ? { state } : {})
}

/** The case and who signs it: he reads what he signs, with his own leave. */
function toSign(context: Context, { id, version }: Signing, signerId: number | null, whyNot: (one: LoadedLimit, person: Actor) => Refusal) {
  const limit = requireLimit(context, id, version)
  const signer = requireSigner(context, signerId)
  refuse(whyNot(limit, signer), limit)
  requireMayReadFigures({ ...context, actor: signer }, limit.partyId)
  return { limit, signer }
}

const answer = (context: Context, id: number): Changed => ({ limit: cardOf(context, limitOf(context.trx, id)!) })

/**
 * What it stands on is still so: the rating that stands, the text and the lists the party is on (`limit-basis`), every page
 * (`rating-evidence`), the last day (`limit-until`). Nothing is granted while the party is suspended (`limit-suspended`). Another sum or term
 * than proposed, a rating that is past its review by now, and more for a party that is restricted are said with a reason (`limit-reason`).
 */
function requireBasis(context: Context, limit: LoadedLimit): Basis {
  const { trx, today } = context
  const basis = basisOf(trx, limit.partyId, today)
  if (isBarred(basis.listed, limit.amountFen)) {
    const { number, fromOn } = suspensionOf(basis.listed)!
    throw new AppError('limit-suspended', { number, on: fromOn })
  }
  const sums = sumsOf(basis.scheme.limits, { facts: basis.facts, grade: basis.grade, guarantees: givenOf(limit.guarantees), untilOn: limit.untilOn })
  const isSame = (basis.rating?.id ?? null) === limit.ratingId && basis.scheme.id === limit.schemeVersionId && sums.proposedFen === limit.proposedFen && sums.proposedDays === limit.proposedDays
    && canonicalJson(basis.listed) === canonicalJson(limit.listed)
  if (!isSame) throw new AppError('limit-basis', { rating: basis.rating?.number ?? null })
  requirePages(trx, limit)
  requireUntil(limit.untilOn, today)
  const matrix = matrixOf(context, limit)
  if (needsReason(limit, matrix) && limit.reason === null) {
    throw new AppError('limit-reason', { reviewOn: isReviewPast(limit, today) ? limit.reviewOn : null, ceilingFen: isAboveCeiling(limit, matrix) ? matrix.ceilingFen : null })
  }
  return basis
}

function requirePages(trx: Trx, { guarantees }: LoadedLimit): void {
  for (const { attachmentId, title } of guarantees.filter(({ documentId }) => documentId !== null)) {
    if (!isPageThere(trx, attachmentId)) throw new AppError('rating-evidence', { why: 'gone', title })
  }
}

/** The maker hands it on. */
export function submitLimit(context: Context, { id, version }: Parsed<'limits.submit'>): Changed {
  const limit = requireLimit(context, id, version)
  refuse(whyNotChange(limit, context.actor), limit)
  requireMayReadFigures(context, limit.partyId)
  requireBasis(context, limit)
  const textHash = addStep(context, limit, { what: 'submitted', text: textOf(limit, 'submitted') })
  updateLimit(context, id, { state: 'submitted', submittedAt: context.now })
  recordLimit(context, limit, { amountFen: limit.amountFen, termDays: limit.termDays, proposedFen: limit.proposedFen, textHash })
  return answer(context, id)
}

export const reviewLimit = withPreparation<'limits.review', number | null>({
  prepare,
  run: (context, input, signerId) => {
    const { limit, signer } = toSign(context, input, signerId, whyNotReview)
    requireBasis(context, limit)
    const textHash = addStep(context, limit, { what: 'reviewed', reason: input.remarks, signer, text: textOf(limit, 'reviewed') })
    updateLimit(context, limit.id, { state: 'reviewed', reviewedBy: signer.personId, reviewedAt: context.now })
    recordLimit(context, limit, { ...signedBy(context, signer), remarks: input.remarks, textHash })
    return answer(context, limit.id)
  },
})

const mayDecide = (context: Context) => (one: LoadedLimit, person: Actor): Refusal => whyNotDecide(one, person, matrixOf(context, one))

/** A third person grants it. What it stands on is frozen and hashed; from today it is the party's, in the place of the one before. */
export const approveLimit = withPreparation<'limits.approve', number | null>({
  prepare,
  run: (context, input, signerId) => {
    const { trx, now, today } = context
    const { limit, signer } = toSign(context, input, signerId, mayDecide(context))
    const capsule = freeze(context, limit, requireBasis(context, limit))
    const body = canonicalJson(capsule)
    const hash = sha256(body)
    const textHash = addStep(context, limit, { what: 'approved', reason: input.remarks, signer, text: `${textOf(limit, 'approved')}\ncapsule ${hash}` })
    trx.run(trx.sql.insertInto('limitCapsule').values({ limitId: limit.id, body, hash, auditSeq: context.auditSeq }))
    const superseded = supersede(context, limit)
    updateLimit(context, limit.id, { state: 'approved', decidedBy: signer.personId, decidedAt: now, fromOn: today, closedAt: now, isCurrent: 1 })
    recordLimit(context, limit, {
      ...signedBy(context, signer), hash, amountFen: limit.amountFen, termDays: limit.termDays, proposedFen: limit.proposedFen, until: limit.untilOn,
      generalManager: whyGeneralManager(limit, matrixOf(context, limit)), ...(capsule.bar!.listed.length === 0 ? {} : { listed: capsule.bar!.listed.map((one) => one.number) }), superseded, textHash,
    })
    return answer(context, limit.id)
  },
})

/** The limit before ends with the new one's first day. */
function supersede(context: Context, limit: LoadedLimit): string | null {
  const before = context.trx.prepare('SELECT id, number, round FROM limitCase INDEXED BY limitCase_standing WHERE partyId = ? AND isCurrent = 1').get(limit.partyId) as Pick<LoadedLimit, 'id' | 'number' | 'round'> | undefined
  if (!before) return null
  addStep(context, before, { what: 'superseded', reason: limit.number })
  updateLimit(context, before.id, { isCurrent: 0, hold: 'none', holdReason: null, holdBy: null })
  return before.number
}

function freeze({ trx, today }: Context, limit: LoadedLimit, basis: Basis): LimitCapsule {
  const { number, partyId, amountFen, termDays, untilOn, reason } = limit
  return {
    format: 1, number, partyId, rating: basis.rating, scheme: { versionId: basis.scheme.id, hash: basis.scheme.hash }, grade: basis.grade,
    ...sumsOf(basis.scheme.limits, { facts: basis.facts, grade: basis.grade, guarantees: givenOf(limit.guarantees), untilOn }),
    amountFen, termDays, fromOn: today, untilOn, reason, bar: barOn(trx, limit, basis.scheme.limits, today),
  }
}

export const refuseLimit = withPreparation<'limits.refuse', number | null>({
  prepare,
  run: (context, input, signerId) => {
    const { limit, signer } = toSign(context, input, signerId, mayDecide(context))
    const textHash = addStep(context, limit, { what: 'refused', reason: input.reason, signer, text: textOf(limit, 'refused') })
    updateLimit(context, limit.id, { state: 'refused', decidedBy: signer.personId, decidedAt: context.now, closedAt: context.now })
    recordLimit(context, limit, { ...signedBy(context, signer), reason: input.reason, textHash })
    return answer(context, limit.id)
  },
})

/** Back to the maker with the reason; what was signed in this round counts no more. */
export const returnLimit = withPreparation<'limits.return', number | null>({
  prepare,
  run: (context, input, signerId) => {
    const { limit, signer } = toSign(context, input, signerId, whyNotReturn)
    const textHash = addStep(context, limit, { what: 'returned', reason: input.reason, signer, text: textOf(limit, 'returned') })
    updateLimit(context, limit.id, { state: 'returned', round: limit.round + 1, submittedAt: null, reviewedBy: null, reviewedAt: null })
    recordLimit(context, limit, { ...signedBy(context, signer), reason: input.reason, textHash })
    return answer(context, limit.id)
  },
})

/** Gives the case up before it is decided. Its number stays. */
export function withdrawLimit(context: Context, { id, version, reason }: Parsed<'limits.withdraw'>): Changed {
  const limit = requireLimit(context, id, version)
  refuse(whyNotWithdraw(limit, context.actor), limit)
  addStep(context, limit, { what: 'withdrawn', reason })
  updateLimit(context, id, { state: 'withdrawn', closedAt: context.now })
  recordLimit(context, limit, { reason })
  return answer(context, id)
}
