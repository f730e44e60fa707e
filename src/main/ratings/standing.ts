import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type Decided, gradeOn, standingOn } from '../../shared/rules/ratings/override.ts'
import type { Grade } from '../../shared/rules/schemes/grades.ts'
import { updateParty } from '../parties/record.ts'
import type { Context } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import type { Store, Trx } from '../storage/database.ts'
import { requireRow } from './load.ts'
import { addStep, recordRating } from './write.ts'

/** A party's approved ratings, the oldest day rated first. */
export function decidedOf(trx: Trx, partyId: number): (Decided & { number: string })[] {
  return trx
    .prepare("SELECT id, number, asOf, approvedOn, computedGrade, grade, overrideUntil FROM rating INDEXED BY rating_party WHERE partyId = ? AND state = 'approved' ORDER BY asOf, id")
    .all(partyId) as (Decided & { number: string })[]
}

/** Marks the rating that stands and gives the party its grade as of today. Answers what the party's grade was and is. */
export function keepStanding({ trx, now, today }: Pick<Context, 'trx' | 'now' | 'today'>, partyId: number): { from: Grade | null; to: Grade | null } {
  const standing = standingOn(decidedOf(trx, partyId), today)
  const { grade: from } = trx.prepare('SELECT grade FROM party WHERE id = ?').get(partyId) as { grade: Grade | null }
  if (standing === null) return { from, to: from }
  trx.prepare('UPDATE rating SET isCurrent = 0 WHERE partyId = ? AND isCurrent = 1 AND id <> ?').run(partyId, standing.id)
  trx.prepare('UPDATE rating SET isCurrent = 1 WHERE id = ? AND isCurrent = 0').run(standing.id)
  const to = gradeOn(standing, today)
  updateParty(trx, partyId, { grade: to, gradeReason: standing.number, updatedAt: now })
  return { from, to }
}

/** The computed grade stands with the party again. Refuses one whose override still runs, or that has none (`not-due`). */
export function endOverride(context: Context, { id }: Parsed<'ratings.endOverride'>): Output<'ratings.endOverride'> {
  const rating = requireRow(context, id)
  if (rating.isCurrent === 0 || rating.overrideUntil === null || rating.overrideUntil >= context.today) throw new AppError('not-due', { dueOn: rating.overrideUntil })
  if (context.trx.prepare("SELECT 1 FROM ratingStep WHERE ratingId = ? AND what = 'overrideEnded'").get(id)) throw new AppError('wrong-state', { state: rating.state })
  addStep(context, rating, { what: 'overrideEnded' })
  const party = keepStanding(context, rating.partyId)
  recordRating(context, rating, { overrideUntil: rating.overrideUntil, party })
  return { grade: party.to }
}

/** Overrides that have ended while the party still bears their grade: as rows of `rating` and `party`. */
export const ENDED = `
  FROM rating INDEXED BY rating_override JOIN party ON party.id = rating.partyId
  WHERE rating.isCurrent = 1 AND rating.overrideUntil IS NOT NULL AND rating.overrideUntil < :today AND party.grade IS NOT rating.computedGrade`

/**
 * Brings party grades up to today when an archive is opened: overrides that ended while it was closed count no more. The grade
 * is a copy of what `gradeOn` says of the decided ratings, so this leaves no entry of its own.
 */
export function bringGradesUp(store: Store, instant: Date): void {
  const today = localDay(instant)
  const ended = store.prepare(`SELECT rating.partyId ${ENDED}`).all({ today }) as { partyId: number }[]
  if (ended.length === 0) return
  store.write((trx) => {
    for (const { partyId } of ended) keepStanding({ trx, now: instant.toISOString(), today }, partyId)
  })
}
