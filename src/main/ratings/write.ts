import { createHash } from 'node:crypto'
import type { Updateable } from 'kysely'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import type { RatingStepName } from '../../shared/rules/ratings/steps.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { RatingTable } from '../storage/tables/ratings.ts'
import { frozenMarks, type LoadedRating, loadRating, type RatingRow, rowOf } from './load.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export type NewStep = { what: RatingStepName; reason?: string | null; signer?: Actor; text?: string }
type Values = Omit<Updateable<RatingTable>, 'id' | 'version'>

/** One line of a rating's history; with `text` it is a signature over it. Answers the text's hash. */
export function addStep(context: Context, { id, round }: Pick<RatingRow, 'id' | 'round'>, { what, reason = null, signer = context.actor, text }: NewStep): string | null {
  const { trx, actor, now, today } = context
  const textHash = text === undefined ? null : sha256(text)
  trx.run(trx.sql.insertInto('ratingStep').values({
    ratingId: id, round, what, by: signer.personId, at: now, on: today, reason, onTheSpot: signer.personId === actor.personId ? 0 : 1,
    sessionOf: actor.personId, text: text ?? null, textHash,
  }))
  return textHash
}

export function updateRating({ trx }: Pick<Context, 'trx'>, id: number, values: Values): void {
  trx.run(trx.sql.updateTable('rating').set(values).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id))
}

export function dropMark(trx: Trx, ratingId: number, indicator: string): void {
  trx.prepare('DELETE FROM ratingEvidence WHERE ratingId = ? AND indicator = ?').run(ratingId, indicator)
  trx.prepare('DELETE FROM ratingMark WHERE ratingId = ? AND indicator = ?').run(ratingId, indicator)
}

/** After any change of what a draft stands on: its row says what the card comes to. Answers the rating as it is now. */
export function keepResult(context: Pick<Context, 'trx'>, id: number, values: Values = {}): LoadedRating {
  const { trx } = context
  if (Object.keys(values).length > 0) trx.run(trx.sql.updateTable('rating').set(values).where('id', '=', id))
  const { result } = loadRating(trx, rowOf(trx, id)!)
  updateRating(context, id, { score: result.score, coverage: result.coverage, computedGrade: result.grade, grade: result.grade })
  return loadRating(trx, rowOf(trx, id)!)
}

/** Says what the audit entry is about: the rating by its number, never by its customer. */
export function recordRating(context: Context, { id, number }: Pick<RatingRow, 'id' | 'number'>, detail: Readonly<Record<string, unknown>> = {}): void {
  context.record({ kind: 'rating', id, label: number }, detail)
}

/** What a person signs: the case, its result, and the hash of everything that the result stands on. */
export function textOf(rating: LoadedRating, step: string): string {
  const { result } = rating
  const inputs = { facts: rating.facts, marks: frozenMarks(rating.marks), industry: rating.industry, remarks: rating.remarks }
  return [
    `${rating.number} ${step} #${rating.round}`, `${rating.partyId} ${rating.partyName}`, `${rating.kind} ${rating.asOf}`,
    `scheme ${rating.schemeVersionId} ${rating.schemeVersion.hash}`, `regulation ${rating.regulationId} ${rating.regulationVersionId}`,
    `inputs ${sha256(canonicalJson(inputs))}`,
    `score ${result.score ?? '-'} coverage ${result.coverage} grade ${result.grade ?? '-'}`,
    `override ${rating.overrideGrade === null ? '-' : `${rating.overrideGrade} ${rating.overrideUntil} ${rating.overrideReason}`}`,
  ].join('\n')
}

export const signedBy = ({ actor }: Pick<Context, 'actor'>, signer: Actor) =>
  ({ signer: signer.name, signerId: signer.personId, onTheSpot: signer.personId !== actor.personId, sessionOf: actor.name })
