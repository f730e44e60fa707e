import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { sumsOf, type Sums } from '../../shared/rules/limits/capsule.ts'
import { latestUntil, whyNotChange } from '../../shared/rules/limits/steps.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import type { Context } from '../pipeline/context.ts'
import { requirePage } from '../ratings/mark.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { nextCount } from '../storage/counter.ts'
import { type Basis, basisOf } from './basis.ts'
import { barOn } from './listed.ts'
import { cardOf } from './card.ts'
import { guaranteesStanding } from './carried.ts'
import { givenOf, type GuaranteeRow, type LoadedLimit, limitOf, requireLimit } from './load.ts'
import { addStep, recordLimit, updateLimit } from './write.ts'

/** Gapless within a year, whatever becomes of a case. */
const NUMBER = 'SX-{year}-{sequence:4}'

/**
 * Opens a case on the rating that stands, with what is proposed and with those guarantees of the limit that stands that still
 * hold, for as long as a limit may run; no more than lists leave of it is asked for. Refuses a second running case
 * (`limit-running`), one's own customer (`same-person`), and a supplier alone (`limit-no-scheme`).
 */
export function createLimit(context: Context, { partyId }: Parsed<'limits.create'>): Output<'limits.create'> {
  const { trx, actor, now, today } = context
  requireMayReadFigures(context, partyId)
  const party = trx.prepare('SELECT kind, salespersonId FROM party WHERE id = ?').get(partyId) as { kind: string; salespersonId: number | null }
  if (party.kind === 'supplier') throw new AppError('limit-no-scheme')
  if (party.salespersonId === actor.personId) throw new AppError('same-person')
  const running = trx.prepare("SELECT id, number FROM limitCase INDEXED BY limitCase_running WHERE partyId = ? AND state IN ('draft', 'submitted', 'reviewed', 'returned')").get(partyId)
  if (running) throw new AppError('limit-running', running as { id: number; number: string })
  const basis = basisOf(trx, partyId, today)
  const untilOn = addDays(latestUntil(today), -1)
  const { held, lost } = guaranteesStanding(trx, partyId, today)
  const sums = sumsOf(basis.scheme.limits, { facts: basis.facts, grade: basis.grade, guarantees: givenOf(held), untilOn })
  const asked = askedOf(context, { partyId }, basis, sums)
  const number = formatNumber(NUMBER, { department: '', year: Number(today.slice(0, 4)), sequence: nextCount(trx, `limit:${today.slice(0, 4)}`) })
  const { lastId: id } = trx.run(trx.sql.insertInto('limitCase').values({
    number, partyId, ...storedOf(basis, sums), ...asked, untilOn, reason: null, remarks: null, madeBy: actor.personId, madeAt: now,
  }))
  for (const { id: _id, ...one } of held) trx.run(trx.sql.insertInto('limitGuarantee').values({ limitId: id, ...one }))
  addStep(context, { id, round: 1 }, { what: 'made' })
  recordLimit(context, { id, number }, { ratingId: basis.rating?.id ?? null, proposedFen: sums.proposedFen, proposedDays: sums.proposedDays, guarantees: held.length, lost: lost.length, ...listedIn(basis) })
  return { id, number }
}

const storedOf = (basis: Basis, { proposal, proposedFen, proposedDays }: Sums) =>
  ({ ratingId: basis.rating?.id ?? null, schemeVersionId: basis.scheme.id, proposal: canonicalJson(proposal), proposedFen, proposedDays, listed: canonicalJson(basis.listed) })

const listedIn = ({ listed }: Pick<Basis, 'listed'>) => (listed.length === 0 ? {} : { listed: listed.map(({ number }) => number) })

/** Sum and term as a draft begins: as proposed, or what lists leave of it. */
function askedOf({ trx, today }: Context, one: { partyId: number; id?: number }, { scheme }: Basis, { proposedFen, proposedDays }: Sums): { amountFen: number; termDays: number } {
  const { ceilingFen } = barOn(trx, one, scheme.limits, today)
  const amountFen = Math.min(proposedFen, ceilingFen ?? proposedFen)
  return { amountFen, termDays: amountFen === 0 && proposedFen > 0 ? 0 : proposedDays }
}

/** A draft or a returned case of this person's, as he read it. */
function changeableLimit(context: Context, id: number, version: number): LoadedLimit {
  const limit = requireLimit(context, id, version)
  const refusal = whyNotChange(limit, context.actor)
  if (refusal !== null) throw new AppError(refusal, refusal === 'wrong-state' ? { state: limit.state } : {})
  requireMayReadFigures(context, limit.partyId)
  return limit
}

/** Keeps sum, term, last day (`limit-until` beyond a year or before tomorrow) and guarantees, and proposes anew. */
export function saveLimit(context: Context, input: Parsed<'limits.save'>): Output<'limits.save'> {
  const { trx, today } = context
  const { id, amountFen, termDays, untilOn, reason, remarks } = input
  const before = changeableLimit(context, id, input.version)
  requireUntil(untilOn, today)
  const guarantees = input.guarantees.map(({ kind, amountFen: fen, until, giver, page }): Omit<GuaranteeRow, 'id'> => {
    const own = page === null ? { attachmentId: null, documentId: null, page: null, sha256: null, title: null } : { attachmentId: page.attachmentId, page: page.page, ...requirePage(context, before, page) }
    return { kind, amountFen: fen, untilOn: until, giver, ...own }
  })
  trx.prepare('DELETE FROM limitGuarantee WHERE limitId = ?').run(id)
  for (const one of guarantees) trx.run(trx.sql.insertInto('limitGuarantee').values({ limitId: id, ...one }))
  updateLimit(context, id, { untilOn, ...proposeAnew(context, { ...before, untilOn }).stored, amountFen, termDays, reason, remarks })
  return answer(context, id, { amountFen, termDays, untilOn, guarantees: guarantees.length })
}

export function requireUntil(untilOn: string, today: string): void {
  if (untilOn <= today || untilOn > latestUntil(today)) throw new AppError('limit-until', { latest: latestUntil(today) })
}

/** Takes the rating that stands, the text in force and the lists as they are now; sum and term become what is proposed, or what lists leave of it. */
export function refreshLimit(context: Context, { id, version }: Parsed<'limits.refresh'>): Output<'limits.refresh'> {
  const before = changeableLimit(context, id, version)
  const { basis, sums, stored } = proposeAnew(context, before)
  updateLimit(context, id, { ...stored, ...askedOf(context, before, basis, sums) })
  return answer(context, id, { from: before.proposedFen, to: stored.proposedFen, ...listedIn(basis) })
}

function proposeAnew({ trx, today }: Context, limit: Pick<LoadedLimit, 'id' | 'partyId' | 'untilOn'>) {
  const basis = basisOf(trx, limit.partyId, today)
  const sums = sumsOf(basis.scheme.limits, { facts: basis.facts, grade: basis.grade, guarantees: givenOf(limitOf(trx, limit.id)!.guarantees), untilOn: limit.untilOn })
  return { basis, sums, stored: storedOf(basis, sums) }
}

function answer(context: Context, id: number, detail: Record<string, unknown>): Output<'limits.save'> {
  const limit = limitOf(context.trx, id)!
  recordLimit(context, limit, { ...detail, proposedFen: limit.proposedFen, proposedDays: limit.proposedDays })
  return { limit: cardOf(context, limit) }
}
