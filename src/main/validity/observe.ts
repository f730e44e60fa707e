import type { Capsule } from '../../shared/rules/ratings/capsule.ts'
import { DEFAULT_EVENTS } from '../../shared/rules/defaults/kinds.ts'
import { addMonths } from '../../shared/rules/dossiers/deadlines.ts'
import type { RatingKind } from '../../shared/rules/schemes/schema.ts'
import { isHindsight, OUTCOME_MONTHS, outcomeOf } from '../../shared/rules/validity/outcome.ts'
import type { Trx } from '../storage/database.ts'

export type Filter = { readonly schemeId: number; readonly kind: RatingKind | null; readonly from: string | null; readonly until: string | null; /** Whether 事后评定 counts too. */ readonly hindsight: boolean }
export type Frozen = { readonly ratingId: number; readonly partyId: number; readonly asOf: string; readonly schemeVersionId: number; readonly capsule: Capsule; readonly isHindsight: boolean }
export type Cohort = {
  /** Of each party the last rating whose year is over and that was not in default when it was rated; one made in hindsight only where it has no other. */
  readonly counted: readonly (Frozen & { readonly isBad: boolean })[]
  /** `hindsight`: left out as such. */
  readonly sums: { readonly all: number; readonly counted: number; readonly open: number; readonly inDefault: number; readonly superseded: number; readonly hindsight: number }
  /** 事后评定 whose year is over, counted or not. */
  readonly late: number
  /** Approved with another grade than the computed one and not counted: the year is not over yet, or left out for another reason. */
  readonly overridesLeft: { readonly open: number; readonly other: number }
}

type Row = { ratingId: number; partyId: number; asOf: string; approvedOn: string; schemeVersionId: number; isOverridden: 0 | 1; body: string }
type Default = { partyId: number; on: string; settledOn: string | null }

/** Approved ratings of a scheme in a time, as they were frozen, with what became of each by today. */
export function observe(trx: Trx, { schemeId, kind, from, until, hindsight }: Filter, today: string): Cohort {
  const rows = trx.prepare(
    `SELECT rating.id AS ratingId, rating.partyId, rating.asOf, rating.approvedOn, rating.schemeVersionId, rating.grade IS NOT rating.computedGrade AS isOverridden, ratingCapsule.body
     FROM rating JOIN schemeVersion ON schemeVersion.id = rating.schemeVersionId JOIN ratingCapsule ON ratingCapsule.ratingId = rating.id
     WHERE rating.state = 'approved' AND schemeVersion.schemeId = :schemeId AND (:kind IS NULL OR rating.kind = :kind)
       AND (:from IS NULL OR rating.asOf >= :from) AND (:until IS NULL OR rating.asOf <= :until)
     ORDER BY rating.partyId, rating.asOf DESC, rating.id DESC`,
  ).all({ schemeId, kind, from, until }) as Row[]
  const defaults = Map.groupBy(defaultsOf(trx, rows.map(({ partyId }) => partyId)), ({ partyId }) => partyId)
  const sums = { all: rows.length, counted: 0, open: 0, inDefault: 0, superseded: 0, hindsight: 0 }
  const counted: (Frozen & { isBad: boolean })[] = []
  const takenFor = new Set<number>()
  const overridesLeft = { open: 0, other: 0 }
  let late = 0
  const foresightFirst = rows.map((row) => ({ ...row, isHindsight: isHindsight(row.asOf, row.approvedOn) })).sort((one, other) => Number(one.isHindsight) - Number(other.isHindsight))
  for (const { body, approvedOn: _approved, isOverridden, ...row } of foresightFirst) {
    const outcome = outcomeOf(row.asOf, defaults.get(row.partyId) ?? [], today)
    const isOver = outcome !== 'open'
    if (row.isHindsight && isOver) late += 1
    const place = !isOver ? 'open' : row.isHindsight && !hindsight ? 'hindsight' : takenFor.has(row.partyId) ? 'superseded' : outcome === 'before' ? 'inDefault' : 'counted'
    sums[place] += 1
    if (place !== 'counted') {
      overridesLeft[isOver ? 'other' : 'open'] += isOverridden
      continue
    }
    takenFor.add(row.partyId)
    counted.push({ ...row, capsule: JSON.parse(body) as Capsule, isBad: outcome === 'bad' })
  }
  return { counted, sums, late, overridesLeft }
}

/** What counts as a default of these parties: over 90 days late, written off, a lawsuit lost. */
function defaultsOf(trx: Trx, partyIds: readonly number[]): Default[] {
  return trx.prepare(
    `SELECT defaultRecord.partyId, defaultRecord."on", defaultRecord.settledOn FROM json_each(:ids) JOIN defaultRecord ON defaultRecord.partyId = json_each.value
     WHERE defaultRecord.struckAt IS NULL AND defaultRecord.kind IN (SELECT value FROM json_each(:kinds)) ORDER BY defaultRecord.partyId, defaultRecord."on"`,
  ).all({ ids: JSON.stringify([...new Set(partyIds)]), kinds: JSON.stringify(DEFAULT_EVENTS) }) as Default[]
}

export type Standing = { readonly on: string; readonly grades: ReadonlyMap<number, Capsule['grade'] & string> }

/** The grade of each party by its rating of the scheme that stood on a day (approved by then, of the latest day rated) and is not older than a review allows. */
export function bookOn(trx: Trx, { schemeId, kind, hindsight }: Pick<Filter, 'schemeId' | 'kind' | 'hindsight'>, on: string): Standing {
  const rows = trx.prepare(
    `SELECT rating.partyId, rating.grade, rating.asOf, rating.approvedOn FROM rating JOIN schemeVersion ON schemeVersion.id = rating.schemeVersionId
     WHERE rating.state = 'approved' AND rating.grade IS NOT NULL AND schemeVersion.schemeId = :schemeId AND (:kind IS NULL OR rating.kind = :kind)
       AND rating.approvedOn <= :on AND rating.approvedOn > :since
     ORDER BY rating.partyId, rating.asOf, rating.id`,
  ).all({ schemeId, kind, on, since: addMonths(on, -2 * OUTCOME_MONTHS) }) as { partyId: number; grade: Capsule['grade'] & string; asOf: string; approvedOn: string }[]
  return { on, grades: new Map(rows.filter(({ asOf, approvedOn }) => hindsight || !isHindsight(asOf, approvedOn)).map(({ partyId, grade }) => [partyId, grade])) }
}
