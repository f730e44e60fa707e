import type { Output, Parsed } from '../../shared/contract/index.ts'
import { sumsOf } from '../../shared/rules/limits/capsule.ts'
import { isBarred } from '../../shared/rules/limits/listed.ts'
import {
  deciderRoles, isReviewPast, isRunning, latestUntil, type Matrix, REVIEWERS, whyGeneralManager, whyNotChange, whyNotDecide, whyNotHold, whyNotReturn, whyNotReview, whyNotWithdraw,
} from '../../shared/rules/limits/steps.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import { effectiveGrade } from '../../shared/rules/ratings/override.ts'
import { peopleWithRoles } from '../lookups/people.ts'
import type { Context } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import { positionOf } from '../receivables/position.ts'
import { decidedOf } from '../ratings/standing.ts'
import { runningOf } from '../rerating/due.ts'
import { loadSchemeVersion } from '../schemes/load.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { basisOf } from './basis.ts'
import { lostSince } from './carried.ts'
import { type ListingInForce, listedShown, listingsOn } from '../risks/in-force.ts'
import { exposureOf } from './exposure.ts'
import { guaranteesShown, toldOfPages } from './guarantee-pages.ts'
import { limitBefore, toldOfLists } from './listed.ts'
import { givenOf, type LoadedLimit, requireLimit } from './load.ts'
import { matrixOf } from './matrix.ts'
import { recordLimit } from './write.ts'

type Card = Output<'limits.get'>

/** One case whole: one entry that it was read. As secret as the party's figures. */
export function getLimit(context: Context, { id }: Parsed<'limits.get'>): Card {
  const limit = requireLimit(context, id)
  requireMayReadFigures(context, limit.partyId)
  recordLimit(context, limit)
  return cardOf(context, limit)
}

/** What the screen shows of a limit that the caller has found to be this person's to read. */
export function cardOf(context: Context, limit: LoadedLimit): Card {
  const { trx, today, regulation } = context
  const version = loadSchemeVersion(trx, limit.schemeVersionId)
  const limits = version.scheme.limits!
  const { addedFen } = limit.capsule?.body ?? sumsOf(limits, { facts: {}, grade: null, guarantees: givenOf(limit.guarantees), untilOn: limit.untilOn })
  const grade = limit.capsule ? limit.capsule.body.grade : limit.proposal.grade
  const day = dayOf(limit, today)
  const matrix = matrixOf({ trx, today: day }, limit)
  const listed = listingsOn(trx, limit.partyId, today)
  const guarantees = guaranteesShown(context, limit, limits)
  const { balanceFen, overdueFen } = positionOf(trx, limit.partyId, today)
  return {
    id: limit.id, number: limit.number, partyId: limit.partyId, partyName: limit.partyName, creditCode: limit.creditCode, grade, gradeToday: effectiveGrade(decidedOf(trx, limit.partyId), today), gradeLabel: grade === null ? null : regulation.grades.find((one) => one.grade === grade)?.label ?? grade,
    state: limit.state, hold: limit.hold, isCurrent: limit.isCurrent === 1, amountFen: limit.amountFen, termDays: limit.termDays, proposedFen: limit.proposedFen, proposedDays: limit.proposedDays,
    fromOn: limit.fromOn, untilOn: limit.untilOn, madeByName: limit.madeByName, madeAt: limit.madeAt, exposure: limit.isCurrent === 1 ? exposureOf(trx, limit, listed, today) : null, listed: listedShown(listed, today),
    version: limit.version, round: limit.round, reason: limit.reason, remarks: limit.remarks, rating: ratingOf(context, limit), rerating: reratingOf(context, limit), isBasisCurrent: isBasisCurrent(context, limit), owed: { balanceFen: Math.max(0, balanceFen), overdueFen },
    scheme: { versionId: version.id, name: version.scheme.name, no: version.no, limits }, proposal: limit.proposal, addedFen, guarantees, lost: lostSince(trx, limit, today),
    generalManager: whyGeneralManager(limit, matrix), directorFen: matrix.directorFen, latestUntil: latestUntil(limit.fromOn ?? today),
    listedBehind: [...limit.listed], ceilingFen: matrix.ceilingFen, told: toldOf(limit, listed, matrix, guarantees),
    holdReason: limit.holdReason, holdByName: limit.holdBy === null ? null : nameOf(context, limit.holdBy), previous: limitBefore(trx, limit.partyId, limit.id), steps: stepsOf(context, limit),
    capsule: limit.capsule && { hash: limit.capsule.hash, auditSeq: limit.capsule.auditSeq }, candidates: candidatesOf(context, limit, matrix), may: mayDo(context, limit, matrix, isBarred(listed, limit.amountFen)),
  }
}

const nameOf = ({ trx }: Context, id: number): string => (trx.prepare('SELECT name FROM person WHERE id = ?').get(id) as { name: string }).name

/** The day by which a case is judged: today, or the day it was closed. */
const dayOf = ({ closedAt }: LoadedLimit, today: string): string => (closedAt === null ? today : localDay(new Date(closedAt)))

function ratingOf({ trx, today }: Context, limit: LoadedLimit): Card['rating'] {
  if (limit.ratingId === null) return null
  const row = trx.prepare('SELECT id, number, asOf, score, reviewOn FROM rating WHERE id = ?').get(limit.ratingId) as Omit<NonNullable<Card['rating']>, 'isReviewPast'>
  return { ...row, isReviewPast: isReviewPast(row, dayOf(limit, today)) }
}

/** While a case is open: that the party is being rated anew. */
const reratingOf = ({ trx }: Context, { state, partyId }: LoadedLimit): Card['rerating'] => (isRunning(state) ? runningOf(trx, partyId) : null)

function isBasisCurrent({ trx, today }: Context, limit: LoadedLimit): boolean {
  if (limit.state === 'approved' || limit.state === 'refused' || limit.state === 'withdrawn') return true
  const basis = basisOf(trx, limit.partyId, today)
  return (basis.rating?.id ?? null) === limit.ratingId && basis.scheme.id === limit.schemeVersionId && basis.grade === limit.proposal.grade
    && canonicalJson(basis.listed) === canonicalJson(limit.listed)
}

/** What whoever makes, reviews, decides or uses it has to know: the lists the party is on today, and pages that look like no guarantee. */
function toldOf(limit: LoadedLimit, listed: readonly ListingInForce[], { ceilingFen }: Matrix, guarantees: Card['guarantees']): Card['told'] {
  if (!isRunning(limit.state) && limit.isCurrent === 0) return []
  return [...toldOfLists(listed, isRunning(limit.state) ? ceilingFen : null), ...toldOfPages(guarantees)]
}

function stepsOf({ trx }: Context, { id }: LoadedLimit): Card['steps'] {
  const rows = trx
    .prepare(
      `SELECT what, person.name AS byName, at, "on", round, reason, onTheSpot, session.name AS sessionOfName, textHash
       FROM limitStep JOIN person ON person.id = limitStep.by JOIN person AS session ON session.id = limitStep.sessionOf WHERE limitId = ? ORDER BY limitStep.id`,
    )
    .all(id) as (Omit<Card['steps'][number], 'onTheSpot'> & { onTheSpot: 0 | 1 })[]
  return rows.map((row) => ({ ...row, onTheSpot: row.onTheSpot === 1 }))
}

/** Active people who could take the next step. */
function candidatesOf({ trx }: Context, limit: LoadedLimit, matrix: Matrix): Card['candidates'] {
  if (limit.state !== 'submitted' && limit.state !== 'reviewed') return []
  const [roles, whyNot] = limit.state === 'submitted' ? [REVIEWERS, whyNotReview] as const : [deciderRoles(limit, matrix), whyNotDecide] as const
  return peopleWithRoles(trx, roles).filter((person) => whyNot(limit, person, matrix) === null).map(({ login, name }) => ({ login, name }))
}

/** Asked of the very rules that would refuse it; while the party is suspended the case goes no way but back. */
function mayDo({ actor }: Context, limit: LoadedLimit, matrix: Matrix, isSuspended: boolean): Card['may'] {
  const held = { ...limit, isCurrent: limit.isCurrent === 1 }
  const may = whyNotChange(limit, actor) === null
  const mayDecide = whyNotDecide(limit, actor, matrix) === null
  return {
    change: may, submit: may && !isSuspended, review: !isSuspended && whyNotReview(limit, actor) === null, approve: !isSuspended && mayDecide, refuse: mayDecide, return: whyNotReturn(limit, actor) === null,
    withdraw: whyNotWithdraw(limit, actor) === null && actor.roles.some((role) => role === 'creditAdministrator' || role === 'officeDirector'),
    freeze: whyNotHold('freeze', held, actor) === null, release: whyNotHold('release', held, actor) === null, decideHold: whyNotHold('decide', held, actor) === null,
  }
}
