import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { approversAfter, APPROVERS, isOpen, type RatingState, type RatingStepName, whyNotApprove, whyNotChange, whyNotReturn, whyNotReview } from '../../shared/rules/ratings/steps.ts'
import { gradeOn } from '../../shared/rules/ratings/override.ts'
import { moveOf, type Side, type Why } from '../../shared/rules/rerating/moved.ts'
import { indicatorsOf, type Scheme } from '../../shared/rules/schemes/schema.ts'
import { peopleWithRoles } from '../lookups/people.ts'
import type { Context } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import { type LoadedRating, loadRating, rowOf } from '../ratings/load.ts'
import type { Trx } from '../storage/database.ts'
import type { ReratingBatchTable } from '../storage/tables/rerating.ts'

type Batch = Omit<ReratingBatchTable, 'id'> & { id: number; madeByName: string }
type Head = Output<'rerating.list'>['rows'][number]
type Line = Output<'rerating.get'>['rows'][number]

const BATCH = 'SELECT batch.*, person.name AS madeByName FROM reratingBatch AS batch JOIN person ON person.id = batch.madeBy'

export function requireBatch(trx: Trx, id: number): Batch {
  const row = trx.prepare(`${BATCH} WHERE batch.id = ?`).get(id) as Batch | undefined
  if (!row) throw new AppError('not-found', { id })
  return row
}

export type LineRow = { partyId: number; partyName: string; ratingId: number | null; refusal: string | null; beforeId: number | null; number: string | null; state: RatingState | null; version: number | null; lastStep: RatingStepName | null }

export function linesOf(trx: Trx, id: number): LineRow[] {
  return trx.prepare(
    `SELECT line.partyId, party.name AS partyName, line.ratingId, line.refusal, line.beforeId, rating.number, rating.state, rating.version,
       (SELECT what FROM ratingStep WHERE ratingId = rating.id ORDER BY id DESC LIMIT 1) AS lastStep
     FROM reratingLine AS line JOIN party ON party.id = line.partyId LEFT JOIN rating ON rating.id = line.ratingId WHERE line.batchId = ? ORDER BY line.partyId`,
  ).all(id) as LineRow[]
}

type WithRating = LineRow & { ratingId: number; state: RatingState; version: number }

/** Whether a step of the whole batch takes a line up. What was returned is its maker's to mend first: gathered anew it goes on with the others. */
export const waitsFor = (step: Parsed<'rerating.step'>['step']) => (line: LineRow): line is WithRating => {
  const { state, lastStep } = line
  if (state === null) return false
  switch (step) {
    case 'refresh': return isOpen(state)
    case 'submit': return state === 'draft' || (state === 'returned' && lastStep === 'gathered')
    case 'review': return state === 'submitted'
    case 'approve': return state === 'reviewed'
    case 'return': return state === 'submitted' || state === 'reviewed'
  }
}

export function listBatches({ trx }: Context, { offset, limit }: Parsed<'rerating.list'>): Output<'rerating.list'> {
  const { total } = trx.prepare('SELECT count(*) AS total FROM reratingBatch').get() as { total: number }
  const rows = trx.prepare(`${BATCH} ORDER BY batch.id DESC LIMIT ? OFFSET ?`).all(limit, offset) as Batch[]
  const sums = trx.prepare(
    `SELECT line.batchId, rating.state, count(*) AS lines FROM json_each(?) CROSS JOIN reratingLine AS line ON line.batchId = json_each.value
     LEFT JOIN rating ON rating.id = line.ratingId GROUP BY line.batchId, rating.state`,
  ).all(JSON.stringify(rows.map(({ id }) => id))) as (Sum & { batchId: number })[]
  const byBatch = Map.groupBy(sums, ({ batchId }) => batchId)
  return { total, rows: rows.map((batch) => headOf(batch, byBatch.get(batch.id) ?? [])) }
}

/** So many lines whose rating stands so; without a rating they were refused. */
type Sum = { state: RatingState | null; lines: number }

function headOf({ id, number, kind, asOf, madeByName, madeAt }: Batch, sums: readonly Sum[]): Head {
  const states: Head['states'] = {}
  for (const { state, lines } of sums) if (state !== null) states[state] = (states[state] ?? 0) + lines
  const of = (some: readonly Sum[]) => some.reduce((all, { lines }) => all + lines, 0)
  return { id, number, kind, asOf, madeByName, madeAt, lines: of(sums), refused: of(sums.filter(({ state }) => state === null)), states }
}

/** A batch with each party's rating before and after, where it moved and why; those that moved most pressingly first. */
export function getBatch({ trx, actor }: Context, { id }: Parsed<'rerating.get'>): Output<'rerating.get'> {
  const batch = requireBatch(trx, id)
  const day = localDay(new Date(batch.madeAt))
  const lines = linesOf(trx, id)
  const ratings = new Map(lines.flatMap(({ ratingId }) => (ratingId === null ? [] : [[ratingId, loadRating(trx, rowOf(trx, ratingId)!)] as const])))
  const count = (step: Parsed<'rerating.step'>['step'], whyNot: typeof whyNotReview) => lines.filter(waitsFor(step)).filter(({ ratingId }) => whyNot(ratings.get(ratingId)!, actor) === null).length
  const people = peopleWithRoles(trx, APPROVERS)
  const stuckAfter = (some: readonly LoadedRating[]) => some.filter((rating) => approversAfter(rating, people, actor.personId).length === 0).length
  const rows = lines.map((line): Line => {
    const after = line.ratingId === null ? null : ratings.get(line.ratingId)!
    const before = line.beforeId === null ? null : loadRating(trx, rowOf(trx, line.beforeId)!)
    const move = after && moveOf(before && movedFrom(before, day), movedFrom(after, day), after.grades.map(({ grade }) => grade), day)
    const told = (some: readonly Why[]) => some.map((one) => named(one, after!.scheme, before?.scheme))
    return {
      partyId: line.partyId, partyName: line.partyName, ratingId: line.ratingId, number: line.number, state: line.state, refusal: line.refusal,
      before: before && { ...sideOf(before), grade: gradeOn(before, day) }, after: after && sideOf(after), direction: move?.direction ?? null, why: told(move?.why ?? []), against: told(move?.against ?? []),
    }
  })
  const ORDER = ['worse', 'better', 'new', 'same']
  rows.sort((a, b) => ORDER.indexOf(a.direction ?? 'same') - ORDER.indexOf(b.direction ?? 'same') || Math.abs(change(b)) - Math.abs(change(a)) || (b.after?.score ?? -1) - (a.after?.score ?? -1))
  return {
    ...headOf(batch, lines.map(({ state }) => ({ state, lines: 1 }))), rows,
    schemes: [...Map.groupBy(ratings.values(), ({ scheme }) => scheme.name)].sort(([, one], [, other]) => other.length - one.length).map(([name]) => name),
    may: {
      refresh: count('refresh', whyNotChange), submit: count('submit', whyNotChange), review: count('review', whyNotReview), approve: count('approve', whyNotApprove), return: count('return', whyNotReturn),
      stuckAfterReview: stuckAfter([...ratings.values()].filter((rating) => whyNotReview(rating, actor) === null)),
    },
  }
}

/** What counted on the day the batch was made: an override that had ended by then counted no more. */
const movedFrom = (rating: LoadedRating, day: string): Side => {
  const { overrideGrade, overrideUntil, overrideAgreedBy, result, scheme } = rating
  return { grade: gradeOn(rating, day), byHand: overrideAgreedBy === null ? null : { grade: overrideGrade!, until: overrideUntil! }, result, scheme }
}
const sideOf = ({ score, grade, coverage }: LoadedRating) => ({ score, grade, coverage })
const change = ({ before, after }: Line): number => (after?.score ?? 0) - (before?.score ?? after?.score ?? 0)

function named(one: Why, scheme: Scheme, before: Scheme | undefined): Line['why'][number] {
  if (one.kind !== 'gate' && one.kind !== 'indicator') return one
  const all = [scheme, ...(before ? [before] : [])]
  const found = one.kind === 'gate' ? all.flatMap(({ gates }) => gates).find(({ code }) => code === one.code) : all.flatMap(indicatorsOf).find(({ code }) => code === one.code)
  return { ...one, name: found?.name ?? one.code }
}
