import { addMonths } from '../dossiers/deadlines.ts'
import { limitBy } from '../limits/propose.ts'
import { OUTCOME_MONTHS, outcomeOf } from '../validity/outcome.ts'
import { GRADES } from '../../contract/parties.ts'
import { causesOf as loweredBy } from './causes.ts'
import type { Grade } from './grades.ts'
import { indicatorsOf, type Scheme } from './schema.ts'
import { type Input, type Result, score } from './score.ts'

/** An approved rating with what it froze, and the defaults of its party, whenever they were. */
export type FrozenCase = {
  readonly ratingId: number
  readonly asOf: string
  /** Of the party's approved ratings the one that stands. */
  readonly isCurrent: boolean
  readonly input: Input
  readonly defaults: readonly { readonly on: string; readonly settledOn: string | null }[]
}

/** Why a score or a grade is another: an indicator that earns more or less, a gate that now hits or no longer does, or the cuts. */
export type Cause = { readonly kind: 'indicator' | 'gate' | 'cut'; readonly code: string | null; /** Hundredths. */ readonly points: number }
export type Standing = { readonly score: number | null; readonly grade: Grade | null; readonly coverage: number }
export type Moved = {
  readonly ratingId: number
  readonly before: Standing
  readonly after: Standing
  readonly change: 'up' | 'down' | 'same' | 'newlyRated' | 'noLonger'
  readonly causes: Cause[]
  /** Yuan that either text proposes as a limit; null where it says nothing of limits. */
  readonly limit: { readonly before: number | null; readonly after: number | null }
}
export type GradeOutcome = { readonly grade: Grade | null; readonly before: Tally; readonly after: Tally }
export type Tally = { readonly defaulted: number; readonly held: number }
export type Rehearsal = {
  readonly rows: Moved[]
  /** Ratings by the grade before and after, standing ones alone. */
  readonly matrix: readonly { readonly from: Grade | null; readonly to: Grade | null; readonly ratings: number }[]
  /** Of every approved rating that is old enough or was followed by a default: what it became, by the grade either version gives it. */
  readonly outcomes: readonly GradeOutcome[]
}

const STEPS: readonly (Grade | null)[] = [...GRADES, null]
const standing = ({ score: points, grade, coverage }: Result): Standing => ({ score: points, grade, coverage })

/**
 * What would be, if another text of the scheme ruled: every rating computed by both from what it froze. Without a text in force
 * everybody is unrated before. A default counts within twelve months after the rating's day, whether they are over or not; who
 * had none counts once they are over.
 */
export function rehearse(before: Scheme | null, after: Scheme, cases: readonly FrozenCase[], today: string): Rehearsal {
  const both = cases.map((one) => ({ one, was: before === null ? null : score(before, one.input), is: score(after, one.input) }))
  const rows = both.filter(({ one }) => one.isCurrent).map(({ one, was, is }) => moved(one, was, is, before, after))
  return {
    rows,
    matrix: STEPS.flatMap((from) => STEPS.map((to) => ({ from, to, ratings: rows.filter((row) => row.before.grade === from && row.after.grade === to).length }))).filter(({ ratings }) => ratings > 0),
    outcomes: outcomesOf(both.map(({ one, was, is }) => ({ fate: fateOf(one, today), was: was?.grade ?? null, is: is.grade }))),
  }
}

function moved({ ratingId, input }: FrozenCase, was: Result | null, is: Result, before: Scheme | null, after: Scheme): Moved {
  const from: Standing = was === null ? { score: null, grade: null, coverage: 0 } : standing(was)
  const to = standing(is)
  const isOther = from.score !== to.score || from.grade !== to.grade
  const limit = { before: before === null ? null : limitBy(before, input.facts, from.grade)?.limitYuan ?? null, after: limitBy(after, input.facts, to.grade)?.limitYuan ?? null }
  return { ratingId, before: from, after: to, change: changeOf(from.grade, to.grade), limit, causes: isOther && was !== null && before !== null ? causesOf({ was, is, before, after, grades: input.grades }) : [] }
}

function changeOf(from: Grade | null, to: Grade | null): Moved['change'] {
  if (from === to) return 'same'
  if (from === null) return 'newlyRated'
  if (to === null) return 'noLonger'
  return GRADES.indexOf(to) < GRADES.indexOf(from) ? 'up' : 'down'
}

/** The gates that lower the grade by one text alone, then the indicators that moved most; where neither did it was the cuts. */
function causesOf({ was, is, before, after, grades }: { was: Result; is: Result; before: Scheme; after: Scheme; grades: readonly Grade[] }): Cause[] {
  const [lowered, lowers] = [loweredBy(before, was, grades).gates, loweredBy(after, is, grades).gates]
  const gates = was.grade === is.grade ? [] : [...lowered.symmetricDifference(lowers)].map((code): Cause => ({ kind: 'gate', code, points: 0 }))
  const codes = new Set([...indicatorsOf(before), ...indicatorsOf(after)].map(({ code }) => code))
  const share = (result: Result, code: string) => result.indicators.find((one) => one.code === code)
  const indicators = [...codes]
    .map((code): Cause => ({ kind: 'indicator', code, points: (share(is, code)?.points ?? 0) - (share(was, code)?.points ?? 0) }))
    .filter(({ points }) => points !== 0)
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points))
  const causes = [...gates, ...indicators].slice(0, 2)
  return causes.length > 0 || was.grade === is.grade ? causes : [{ kind: 'cut', code: null, points: 0 }]
}

type Fate = 'defaulted' | 'held' | null

function fateOf({ asOf, defaults }: FrozenCase, today: string): Fate {
  const outcome = outcomeOf(asOf, defaults, today)
  if (outcome === 'before') return null
  const until = addMonths(asOf, OUTCOME_MONTHS)
  if (defaults.some(({ on }) => on > asOf && on <= until && on <= today)) return 'defaulted'
  return outcome === 'good' ? 'held' : null
}

function outcomesOf(rows: readonly { fate: Fate; was: Grade | null; is: Grade | null }[]): GradeOutcome[] {
  const tally = (side: 'was' | 'is', grade: Grade | null): Tally => {
    const own = rows.filter((row) => row[side] === grade)
    return { defaulted: own.filter(({ fate }) => fate === 'defaulted').length, held: own.filter(({ fate }) => fate === 'held').length }
  }
  return STEPS.map((grade) => ({ grade, before: tally('was', grade), after: tally('is', grade) }))
    .filter(({ before, after }) => before.defaulted + before.held + after.defaulted + after.held > 0)
}
