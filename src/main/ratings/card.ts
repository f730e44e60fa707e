import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Because } from '../../shared/contract/method.ts'
import { addMonths } from '../../shared/rules/dossiers/deadlines.ts'
import { limitBy } from '../../shared/rules/limits/propose.ts'
import type { BasisMove } from '../../shared/rules/ratings/basis.ts'
import { latestUntil, nextRatingOn, reachableByHand } from '../../shared/rules/ratings/override.ts'
import { approversAfter, type Person, whyNotApprove, whyNotChange, whyNotReturn, whyNotReview, whyNotWithdraw, APPROVERS, REVIEWERS } from '../../shared/rules/ratings/steps.ts'
import { yearlyTrend } from '../../shared/rules/ratings/trend.ts'
import { lift } from '../../shared/rules/ratings/lift.ts'
import { causesOf } from '../../shared/rules/schemes/causes.ts'
import type { Grade } from '../../shared/rules/schemes/grades.ts'
import { indicatorsOf } from '../../shared/rules/schemes/schema.ts'
import { peopleWithRoles } from '../lookups/people.ts'
import { visibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { movedSince } from './basis.ts'
import { capsuleOf, frozenMarks, type LoadedRating, requireRating } from './load.ts'
import { recordRating } from './write.ts'

type Card = Output<'ratings.get'>

/** One rating whole: one entry that it was read. What stands in it is as secret as the party's figures. */
export function getRating(context: Context, { id }: Parsed<'ratings.get'>): Card {
  const rating = requireRating(context, id)
  requireMayReadFigures(context, rating.partyId)
  recordRating(context, rating)
  return cardOf(context, rating)
}

/** What the screen shows of a rating that the caller has found to be this person's to read; `moved` where he has found that out too. */
export function cardOf(context: Context, rating: LoadedRating, moved: BasisMove | null = movedSince(context.trx, rating)): Card {
  const { today } = context
  const { capsule, schemeVersion, scheme, result, facts, industry } = rating
  const previous = previousOf(context, rating)
  const inUse = rating.grades.map(({ grade }) => grade)
  return {
    id: rating.id, number: rating.number, partyId: rating.partyId, partyName: rating.partyName, shortName: rating.shortName, creditCode: rating.creditCode, kind: rating.kind,
    asOf: rating.asOf, state: rating.state, score: result.score, coverage: result.coverage, grade: rating.grade, computedGrade: result.grade,
    overrideGrade: rating.overrideGrade, overrideUntil: rating.overrideUntil, schemeName: scheme.name, madeByName: rating.madeByName, madeAt: rating.madeAt,
    approvedOn: rating.approvedOn, reviewOn: rating.reviewOn, nextOn: nextRatingOn(rating), isCurrent: rating.isCurrent === 1, version: rating.version, round: rating.round, remarks: rating.remarks, industry,
    scheme: { versionId: schemeVersion.id, effectiveOn: schemeVersion.isShipped ? null : schemeVersion.effectiveOn, hash: schemeVersion.hash, body: scheme },
    regulation: { versionId: rating.regulationVersionId, id: rating.regulationId, title: rating.regulationTitle },
    grades: rating.grades, gatheredAt: rating.gatheredAt, moved, facts, marks: marksShown(context, rating), result, causes: causesShown(rating, inUse),
    trends: trendsOf(context, rating, previous),
    lift: lift(scheme, { facts, industry, grades: inUse, marks: pagesOf(rating) }, result),
    override: overrideOf(context, rating),
    overrideLimits: { grades: reachableByHand(scheme, inUse, result.grade), latestUntil: latestUntil(scheme, today) },
    previous: previous.map(({ partyId: _party, ...one }) => one),
    reviewBecause: rating.reviewOn === null ? null : nextRatingOn(rating) !== rating.reviewOn ? overrideEnds(rating)
      : reviewEnds(rating),
    steps: stepsOf(context, rating), signatures: { maker: rating.submittedAt !== null, reviewer: rating.reviewedBy !== null, approver: rating.approvedBy !== null },
    limit: (capsule ? capsule.body.limit : limitBy(scheme, facts, rating.overrideGrade ?? result.grade)) ?? null,
    capsule: capsule && { hash: capsule.hash, auditSeq: capsule.auditSeq },
    candidates: candidatesOf(context, rating), approvers: approversOf(context, rating), may: mayDo(context, rating),
  }
}

/** Of ratings approved before the months were counted from the day rated, `asOf` is null: theirs run from the approval. */
function reviewEnds({ number, asOf, approvedOn, reviewOn, scheme, grade, grades }: LoadedRating): Because {
  const months = scheme.review[grade ?? 'C']
  const isFromDay = asOf < approvedOn! && reviewOn === addMonths(asOf, months)
  return { rule: 'rating-review', values: { number, on: approvedOn, asOf: isFromDay ? asOf : null, months, grade: grades.find((one) => one.grade === grade)?.label ?? null } }
}

function overrideEnds({ grades, grade, overrideUntil, result }: LoadedRating): Because {
  const label = (one: Card['grade']) => grades.find((each) => each.grade === one)?.label ?? one
  return { rule: 'override-ends', values: { until: overrideUntil, grade: label(grade), computed: label(result.grade) } }
}

function causesShown({ scheme, result }: LoadedRating, inUse: readonly Grade[]): Card['causes'] {
  const { gates, coverage } = causesOf(scheme, result, inUse)
  return { gates: [...gates], coverage }
}

const pagesOf = (rating: LoadedRating) =>
  Object.fromEntries(Object.entries(frozenMarks(rating.marks)).map(([code, { option, evidence }]) => [code, { option, pages: evidence.length }]))

function marksShown({ trx, actor, today }: Context, { marks }: LoadedRating): Card['marks'] {
  const numberOf = (documentId: number) => trx.one(
    trx.sql.selectFrom('dossier').innerJoin('document', 'document.dossierId', 'dossier.id').select('dossier.number')
      .where('document.id', '=', documentId).where('dossier.voidedAt', 'is', null).where(visibleDossier(actor, today)),
  )?.number ?? null
  const isThere = (attachmentId: number | null) => attachmentId !== null && trx.prepare('SELECT 1 FROM attachment WHERE id = ? AND struckAt IS NULL').get(attachmentId) !== undefined
  return Object.fromEntries(marks.map(({ indicator, evidence, ...mark }) => [indicator, {
    ...mark, evidence: evidence.map(({ indicator: _indicator, ...page }) => ({ ...page, dossierNumber: numberOf(page.documentId), isThere: isThere(page.attachmentId) })),
  }]))
}

/** Ratings approved of a day before this one's, the oldest first. */
function previousOf({ trx }: Context, rating: LoadedRating) {
  const rows = trx
    .prepare(
      `SELECT id, partyId, number, asOf, approvedOn, kind, score, grade, computedGrade, coverage FROM rating INDEXED BY rating_party
       WHERE partyId = ? AND state = 'approved' AND id <> ? AND (asOf < ? OR (asOf = ? AND id < ?)) ORDER BY asOf DESC, id DESC LIMIT 12`,
    )
    .all(rating.partyId, rating.id, rating.asOf, rating.asOf, rating.id) as (Card['previous'][number] & { partyId: number })[]
  return rows.reverse()
}

/** By years where its facts are kept by year, else as the ratings before had it. */
function trendsOf({ trx }: Context, rating: LoadedRating, previous: readonly { id: number; asOf: string }[]): Card['trends'] {
  const before = previous.slice(-4).map(({ id, asOf }) => ({ asOf, results: new Map(capsuleOf(trx, id)?.body.result.indicators.map((one) => [one.code, one]) ?? []) }))
  return Object.fromEntries(indicatorsOf(rating.scheme).flatMap((indicator): [string, Card['trends'][string]][] => {
    const now = rating.result.indicators.find(({ code }) => code === indicator.code)!
    const valueOf = (one: typeof now | undefined) => (indicator.kind === 'formula' ? one?.value ?? null : one?.absent === null && one.share !== null ? one.share / 10_000 : null)
    const yearly = indicator.kind === 'formula' ? yearlyTrend(indicator, rating.facts) : []
    const rated = [...before.map(({ asOf, results }) => ({ on: asOf, value: valueOf(results.get(indicator.code)) })), { on: rating.asOf, value: valueOf(now) }]
      .flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]))
    const points = yearly.length >= 2 ? yearly : rated
    return points.length >= 2 ? [[indicator.code, points]] : []
  }))
}

function overrideOf({ trx, today }: Context, rating: LoadedRating): Card['override'] {
  const { overrideGrade: grade, overrideUntil: until, overrideReason: reason, overrideAgreedBy } = rating
  if (grade === null || until === null || reason === null) return null
  const by = overrideAgreedBy === null ? undefined : (trx.prepare('SELECT name FROM person WHERE id = ?').get(overrideAgreedBy) as { name: string })
  return { grade, until, reason, isAgreed: by !== undefined, agreedByName: by?.name ?? null, hasEnded: rating.state === 'approved' && until < today }
}

function stepsOf({ trx }: Context, { id }: LoadedRating): Card['steps'] {
  const rows = trx
    .prepare(
      `SELECT what, person.name AS byName, at, "on", round, reason, onTheSpot, session.name AS sessionOfName, textHash
       FROM ratingStep JOIN person ON person.id = ratingStep.by JOIN person AS session ON session.id = ratingStep.sessionOf WHERE ratingId = ? ORDER BY ratingStep.id`,
    )
    .all(id) as (Omit<Card['steps'][number], 'onTheSpot'> & { onTheSpot: 0 | 1 })[]
  return rows.map((row) => ({ ...row, onTheSpot: row.onTheSpot === 1 }))
}

/** Active people who could take the next step. */
function candidatesOf({ trx }: Context, rating: LoadedRating): Card['candidates'] {
  const roles = rating.state === 'submitted' ? REVIEWERS : rating.state === 'reviewed' ? APPROVERS : []
  const whyNot = rating.state === 'submitted' ? whyNotReview : whyNotApprove
  return roles.length === 0 ? [] : peopleWithRoles(trx, roles).filter((person) => whyNot(rating, person) === null).map(({ login, name }) => ({ login, name }))
}

function approversOf({ trx }: Context, rating: LoadedRating): Card['approvers'] {
  return rating.state === 'submitted' ? approversAfter(rating, peopleWithRoles(trx, APPROVERS), null).map(({ login, name }) => ({ login, name })) : []
}

/** Asked of the very rules that would refuse it. */
function mayDo({ actor }: Context, rating: LoadedRating): Card['may'] {
  const person: Person = actor
  const may = whyNotChange(rating, person) === null
  return {
    change: may, submit: may, review: whyNotReview(rating, person) === null, approve: whyNotApprove(rating, person) === null, return: whyNotReturn(rating, person) === null,
    withdraw: whyNotWithdraw(rating, person) === null && (rating.state === 'draft' || rating.state === 'returned' || rating.state === 'submitted' || rating.state === 'reviewed')
      && person.roles.some((role) => role === 'creditAdministrator' || role === 'officeDirector'),
  }
}
