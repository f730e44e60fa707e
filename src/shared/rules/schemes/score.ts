import type { Absence, Facts } from '../facts/fact.ts'
import { evaluate, type Lookup, type Value } from './evaluate.ts'
import { parsed } from './expression.ts'
import { type Grade, gradeAt, lower, worse } from './grades.ts'
import { type FormulaIndicator, type Gate, type Indicator, indicatorsOf, type MarkIndicator, type Scheme, type Scoring } from './schema.ts'

/*
 * From facts and marks to a score and a grade. Pure, and the same digits everywhere: values are IEEE numbers from exact
 * operations; shares, points and scores are integers (basis points, hundredths) and are rounded half up in one place.
 */

/** A person's mark of a qualitative indicator. `pages`: how many pages of the dossier are behind it. */
export type Mark = { readonly option: string; readonly pages: number }
export type Marks = Readonly<Record<string, Mark>>

export type Input = {
  readonly facts: Facts
  readonly marks: Marks
  /** As the party's base data name it. */
  readonly industry: string | null
  /** The grades that the regulation knows, best first. */
  readonly grades: readonly Grade[]
}

export type IndicatorResult = {
  readonly code: string
  readonly value: number | null
  readonly absent: Absence | 'noMark' | 'noEvidence' | null
  /** Band or option that counted, from 0; null where interpolated or absent. */
  readonly band: number | null
  /** Basis points of the weight; null where it does not count. */
  readonly share: number | null
  /** Hundredths. */
  readonly points: number
  /** Hundredths that count in the denominator. */
  readonly weight: number
  readonly wasDemoted: boolean
}
export type GateResult = { readonly code: string; readonly state: 'hit' | 'pass' | 'unknownHit' | 'unknownPass' }

export type Result = {
  readonly indicators: readonly IndicatorResult[]
  readonly groups: readonly { readonly code: string; readonly points: number; readonly weight: number }[]
  readonly points: number
  readonly weight: number
  /** Hundredths, 0–10000: points over applicable weight; null where nothing counts. */
  readonly score: number | null
  /** Basis points of all weights that have data behind them. */
  readonly coverage: number
  /** By the score alone. */
  readonly scoreGrade: Grade | null
  readonly gates: readonly GateResult[]
  /** After gates and coverage; null: not rated. */
  readonly grade: Grade | null
}

/** a × b ÷ c, rounded half up, for integers from 0 whose product stays exact. */
export const mulDiv = (a: number, b: number, c: number): number => Math.floor((2 * a * b + c) / (2 * c))

export const lookupIn = (facts: Facts): Lookup => (name) => {
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined
  return fact === undefined ? 'notKept' : fact.value ?? fact.absent ?? 'notKept'
}

/** Scores a card. The scheme has passed its checks: formulas parse, codes are unique. */
export function score(scheme: Scheme, input: Input): Result {
  const lookup = lookupIn(input.facts)
  const results = new Map(indicatorsOf(scheme).map((one) => [one.code, resultOf(one, input, lookup)]))
  const groups = scheme.groups.map((group) => {
    const own = group.indicators.map((one) => results.get(one.code)!)
    return { code: group.code, points: sum(own, 'points'), weight: sum(own, 'weight') }
  })
  const points = sum(groups, 'points')
  const weight = sum(groups, 'weight')
  const total = indicatorsOf(scheme).reduce((all, one) => all + one.weight, 0)
  const withData = indicatorsOf(scheme).reduce((all, one) => all + (results.get(one.code)!.absent === null ? one.weight : 0), 0)
  const coverage = total === 0 ? 0 : Math.floor((withData * 10_000) / total)
  const scored = weight === 0 ? null : mulDiv(points, 10_000, weight)
  const scoreGrade = scored === null ? null : gradeAt(scored, scheme.cuts, input.grades)
  const gates = scheme.gates.map((gate) => ({ code: gate.code, state: gateState(gate, cardLookup(lookup, results, scored, coverage)) }))
  return {
    indicators: [...results.values()], groups, points, weight, score: scored, coverage, scoreGrade, gates,
    grade: finalGrade(scheme, input.grades, scoreGrade, gates, coverage),
  }
}

const sum = <Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key) => rows.reduce((all, row) => all + row[key], 0)

function resultOf(indicator: Indicator, input: Input, lookup: Lookup): IndicatorResult {
  return indicator.kind === 'formula' ? formulaResult(indicator, input, lookup) : markResult(indicator, input.marks[indicator.code])
}

function formulaResult(indicator: FormulaIndicator, { industry }: Input, lookup: Lookup): IndicatorResult {
  const value: Value = evaluate(parsed(indicator.formula), lookup)
  if (typeof value !== 'number') return missing(indicator, value)
  const demotion = indicator.demoteWhen === null ? 0 : evaluate(parsed(indicator.demoteWhen), lookup)
  const wasDemoted = typeof demotion === 'number' && demotion !== 0
  const { share, band } = shareAt(scoringFor(indicator, industry), value, wasDemoted)
  return { code: indicator.code, value, absent: null, band, share, points: mulDiv(indicator.weight, share, 10_000), weight: indicator.weight, wasDemoted }
}

function markResult(indicator: MarkIndicator, mark: Mark | undefined): IndicatorResult {
  const band = mark ? indicator.options.findIndex((option) => option.code === mark.option) : -1
  if (!mark || band < 0) return missing(indicator, 'noMark')
  if (indicator.evidence === 'page' && mark.pages === 0) return { ...missing(indicator, 'noEvidence'), band, points: 0, weight: indicator.weight, share: 0 }
  const { share } = indicator.options[band]!
  return { code: indicator.code, value: null, absent: null, band, share, points: mulDiv(indicator.weight, share, 10_000), weight: indicator.weight, wasDemoted: false }
}

function missing(indicator: Indicator, absent: NonNullable<IndicatorResult['absent']>): IndicatorResult {
  const rule = absent === 'noMark' ? indicator.missing.notApplicable : absent === 'noEvidence' ? 'zero' : indicator.missing[absent]
  const weight = rule === 'exclude' ? 0 : indicator.weight
  return {
    code: indicator.code, value: null, absent, band: null, share: rule === 'exclude' ? null : rule === 'full' ? 10_000 : 0,
    points: rule === 'full' ? indicator.weight : 0, weight, wasDemoted: false,
  }
}

/** The industry's own table where there is one: the longest name that the party's industry begins with. */
export function scoringFor({ scoring, industries }: FormulaIndicator, industry: string | null): Scoring {
  const own = industries.filter((one) => industry?.startsWith(one.industry)).sort((a, b) => b.industry.length - a.industry.length)[0]
  return own?.scoring ?? scoring
}

export const isIn = ({ from, until, closed }: { from: number | null; until: number | null; closed: 'lower' | 'upper' }, value: number): boolean =>
  closed === 'lower'
    ? (from === null || value >= from) && (until === null || value < until)
    : (from === null || value > from) && (until === null || value <= until)

/** Basis points at a value. A value in a hole of the bands earns nothing. */
export function shareAt(scoring: Scoring, value: number, isDemoted = false): { share: number; band: number | null } {
  if (scoring.mode === 'interpolated') {
    const share = between(scoring.anchors, value)
    return { share: isDemoted ? Math.max(0, share - 2000) : share, band: null }
  }
  const band = scoring.bands.findIndex((one) => isIn(one, value))
  if (band < 0) return { share: 0, band: null }
  if (!isDemoted) return { share: scoring.bands[band]!.share, band }
  // One band down is the next lower share there is, whatever the order the bands stand in.
  const down = scoring.bands.map((one, index) => ({ share: one.share, index })).filter((one) => one.share < scoring.bands[band]!.share)
    .sort((a, b) => b.share - a.share)[0]
  return down ? { share: down.share, band: down.index } : { share: scoring.bands[band]!.share, band }
}

function between(anchors: readonly { value: number; share: number }[], value: number): number {
  const sorted = [...anchors].sort((a, b) => a.value - b.value)
  const after = sorted.findIndex((one) => one.value >= value)
  if (after < 0) return sorted.at(-1)!.share
  if (after === 0) return sorted[0]!.share
  const low = sorted[after - 1]!
  const high = sorted[after]!
  return Math.floor(low.share + ((value - low.value) / (high.value - low.value)) * (high.share - low.share) + 0.5)
}

/** Gates also see the card: `A1_share` between 0 and 1, `score` 0–100, `coverage` 0–1. */
export const cardLookup = (facts: Lookup, results: ReadonlyMap<string, IndicatorResult>, scored: number | null, coverage: number): Lookup => (name) => {
  if (name === 'score') return scored === null ? 'notApplicable' : scored / 100
  if (name === 'coverage') return coverage / 10_000
  if (!name.endsWith('_share')) return facts(name)
  const share = results.get(name.slice(0, -'_share'.length))?.share
  return share === null || share === undefined ? 'notApplicable' : share / 10_000
}

function gateState(gate: Gate, lookup: Lookup): GateResult['state'] {
  const value = evaluate(parsed(gate.when), lookup)
  if (typeof value === 'number') return value !== 0 ? 'hit' : 'pass'
  return gate.unknown === 'hit' ? 'unknownHit' : 'unknownPass'
}

/** The grade after gates and coverage. */
export function finalGrade(scheme: Scheme, grades: readonly Grade[], scoreGrade: Grade | null, gates: readonly GateResult[], coverage: number): Grade | null {
  const hit = scheme.gates.filter((_gate, index) => gates[index]!.state === 'hit' || gates[index]!.state === 'unknownHit')
  if (hit.some((gate) => gate.effect.kind === 'veto')) return grades.at(-1)!
  if (scoreGrade === null || coverage < scheme.coverage.rated) return null
  let grade = coverage < scheme.coverage.full ? worse(scoreGrade, scheme.coverage.cap, grades) : scoreGrade
  for (const { effect } of hit) if (effect.kind === 'down') grade = lower(grade, effect.grades, grades)
  for (const { effect } of hit) if (effect.kind === 'cap') grade = worse(grade, effect.grade, grades)
  return grade
}
