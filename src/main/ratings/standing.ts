import { type Decided, gradeOn, standingOn } from '../../shared/rules/ratings/override.ts'
import type { Grade } from '../../shared/rules/schemes/grades.ts'
import { updateParty } from '../parties/record.ts'
import type { Context } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import type { Store, Trx } from '../storage/database.ts'

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

/** Overrides that have ended while the party still bears their grade: as rows of `rating` and `party`. */
const BEHIND = `
  FROM rating INDEXED BY rating_override JOIN party ON party.id = rating.partyId
  WHERE rating.isCurrent = 1 AND rating.overrideUntil IS NOT NULL AND rating.overrideUntil < :today AND party.grade IS NOT rating.computedGrade`

/** Parties whose override has ended while they still bear its grade. */
export const gradesBehind = (store: Store, today: string): number[] =>
  (store.prepare(`SELECT rating.partyId ${BEHIND}`).all({ today }) as { partyId: number }[]).map(({ partyId }) => partyId)

/**
 * Brings party grades up to today, at an archive's opening and when a day ends while it is open: overrides that have ended
 * count no more. The grade is a copy of what `gradeOn` says of the decided ratings, so this leaves no entry of its own.
 */
export function bringGradesUp(store: Store, instant: Date): void {
  const today = localDay(instant)
  const behind = gradesBehind(store, today)
  if (behind.length === 0) return
  store.write((trx) => {
    for (const partyId of behind) keepStanding({ trx, now: instant.toISOString(), today }, partyId)
  })
}
