import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import { marksKept } from '../../shared/rules/ratings/basis.ts'
import { changedFacts } from '../../shared/rules/ratings/changes.ts'
import { whyNotChange } from '../../shared/rules/ratings/steps.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { gatherFacts } from '../facts/gather.ts'
import type { Context } from '../pipeline/context.ts'
import { currentRegulation } from '../regulations/load.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { nextCount } from '../storage/counter.ts'
import { basisOf } from './basis.ts'
import { cardOf } from './card.ts'
import { type LoadedRating, requireRating } from './load.ts'
import { schemeInForce } from '../schemes/load.ts'
import { addStep, dropMark, keepResult, recordRating } from './write.ts'

/** Gapless within a year, whatever becomes of a case. */
const NUMBER = 'PJ-{year}-{sequence:4}'

type PartyHead = { kind: 'customer' | 'supplier' | 'both'; industry: string | null; salespersonId: number | null }

/**
 * Opens a rating of a party as of a day, today or before (`bad-input`): under the scheme (`not-found`) and the regulation that
 * were in force on it. The facts are gathered at once. Refuses a second running case of the kind (`rating-running`), and to
 * rate one's own customer (`same-person`).
 */
export function createRating(context: Context, input: Parsed<'ratings.create'>): Output<'ratings.create'> {
  const { trx, actor, now, today } = context
  const { partyId, kind } = input
  requireMayReadFigures(context, partyId)
  const asOf = input.asOf ?? today
  if (asOf > today) throw new AppError('bad-input', { path: 'asOf' })
  const party = trx.prepare('SELECT kind, industry, salespersonId FROM party WHERE id = ?').get(partyId) as PartyHead
  if (party.salespersonId === actor.personId) throw new AppError('same-person')
  const running = trx.prepare("SELECT id, number FROM rating INDEXED BY rating_running WHERE partyId = ? AND kind = ? AND state IN ('draft', 'submitted', 'reviewed', 'returned')").get(partyId, kind)
  if (running) throw new AppError('rating-running', running as { id: number; number: string })
  const scheme = schemeInForce(trx, { on: asOf, kind, for: input.for ?? (party.kind === 'supplier' ? 'supplier' : 'customer'), schemeId: input.schemeId ?? null })
  const number = formatNumber(NUMBER, { department: '', year: Number(today.slice(0, 4)), sequence: nextCount(trx, `rating:${today.slice(0, 4)}`) })
  const { lastId: id } = trx.run(trx.sql.insertInto('rating').values({
    number, partyId, kind, asOf, schemeVersionId: scheme.id, regulationVersionId: currentRegulation(trx, asOf).versionId, industry: party.industry, remarks: null,
    score: null, coverage: 0, computedGrade: null, grade: null, madeBy: actor.personId, madeAt: now,
  }))
  trx.prepare('INSERT INTO ratingInput (ratingId, facts, gatheredAt) VALUES (?, ?, ?)').run(id, canonicalJson(gatherFacts(trx, partyId, asOf)), now)
  addStep(context, { id, round: 1 }, { what: 'made' })
  const { result } = keepResult(context, id)
  recordRating(context, { id, number }, { kind, asOf, schemeVersionId: scheme.id, score: result.score, coverage: result.coverage, grade: result.grade })
  return { id, number }
}

/** A draft or a returned case of this person's, as he read it: what it stands on may be changed. */
export function changeableRating(context: Context, id: number, version: number): LoadedRating {
  const rating = requireRating(context, id, version)
  const refusal = whyNotChange(rating, context.actor)
  if (refusal !== null) throw new AppError(refusal, refusal === 'wrong-state' ? { state: rating.state } : {})
  requireMayReadFigures(context, rating.partyId)
  return rating
}

/**
 * Takes what it stands on anew, as of the day rated: facts, industry, and the scheme's text in force on it, and tells which facts
 * are another than they were. Marks stay as they are, but for those that the text no longer asks for.
 */
export function refreshRating(context: Context, { id, version }: Parsed<'ratings.refresh'>): Output<'ratings.refresh'> {
  const { trx, now } = context
  const before = changeableRating(context, id, version)
  const { facts, industry, schemeVersion } = basisOf(trx, before)
  const changes = changedFacts(before.facts, facts)
  trx.prepare('UPDATE ratingInput SET facts = ?, gatheredAt = ? WHERE ratingId = ?').run(canonicalJson(facts), now, id)
  const marks = Object.fromEntries(before.marks.map((mark) => [mark.indicator, mark]))
  const kept = marksKept(schemeVersion.scheme, marks)
  for (const indicator of Object.keys(marks).filter((one) => !Object.hasOwn(kept, one))) dropMark(trx, id, indicator)
  addStep(context, before, { what: 'gathered' })
  const rating = keepResult(context, id, { industry, schemeVersionId: schemeVersion.id })
  recordRating(context, rating, {
    changed: changes.map(({ name }) => name), from: before.result.score, to: rating.result.score,
    ...(schemeVersion.id === before.schemeVersionId ? {} : { schemeVersionId: schemeVersion.id }),
  })
  return { rating: cardOf(context, rating, null), changes }
}
