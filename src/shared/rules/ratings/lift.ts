import { evaluate, type Lookup } from '../schemes/evaluate.ts'
import { type Expression, factNames, parse } from '../schemes/expression.ts'
import { type Grade, gradeAt } from '../schemes/grades.ts'
import { type Gate, type Indicator, indicatorsOf, type Scheme } from '../schemes/schema.ts'
import { cardLookup, finalGrade, type GateResult, type IndicatorResult, type Input, lookupIn, mulDiv, type Result, scoringFor } from '../schemes/score.ts'
import { search } from './lift-search.ts'
import { rankIn } from './ranks.ts'

/*
 * What would lift a grade: of all sets of changes that reach the next one the set with the fewest indicators, of those the one
 * that gains the least points. Found exactly: an indicator can only come to lie in one of its bands (options, anchors), so
 * there are finitely many sets. A grade is reached by a score with enough data behind it, never by a veto. Facts that no indicator moves stay as they are: a gate over them that is hit stands in the way
 * whatever the card says, and is named.
 */

export type Change = {
  readonly code: string
  /** Band, option or anchor that is reached. */
  readonly band: number
  readonly share: number
  /** Hundredths: what the indicator earns then, and how much more than now. */
  readonly points: number
  readonly gained: number
  readonly threshold: number | null
  /** Nothing is known of it now: what is wanted first is the paper. */
  readonly isMissing: boolean
}
export type Lift = {
  readonly target: Grade
  readonly changes: readonly Change[] | null
  readonly score: number | null
  readonly coverage: number | null
  readonly blockedBy: readonly string[]
}

/** One way an indicator can come to stand; `share` of its whole weight, with data. */
export type Option = { readonly band: number; readonly share: number; readonly points: number; readonly gained: number; readonly threshold: number | null }
export type Item = { readonly indicator: Indicator; readonly now: IndicatorResult; readonly options: readonly Option[] }

/** Null where there is no better grade in use. */
export function lift(scheme: Scheme, input: Input, result: Result): Lift | null {
  const target = nextGrade(result.grade, input.grades)
  if (target === null) return null
  const items = indicatorsOf(scheme).map((indicator, index) => itemOf(indicator, result.indicators[index]!, input.industry))
  const lookup = lookupIn(input.facts)
  const gates = scheme.gates.map((gate) => ({ gate, when: parse(gate.when) }))
  const isFixed = gates.map(({ when }) => !namesCard(when, scheme))
  const still = hitAtBest(items, gates, lookup)
  // Of the gates that are hit whatever the indicators say, the fewest that have to end before any set of changes can do.
  for (const lifted of subsets(still)) {
    const judge = judgeOf({ scheme, input, target, gates, lookup, lifted, fixed: result.gates, isFixed })
    const found = search({ scheme, items, target, grades: input.grades, judge, watched: watchedBy(scheme, gates) })
    if (found) return { target, changes: found.changes, score: found.score, coverage: found.coverage, blockedBy: lifted }
  }
  return { target, changes: null, score: null, coverage: null, blockedBy: still }
}

/** From no grade: the last in use, that is to be rated at all. */
function nextGrade(grade: Grade | null, grades: readonly Grade[]): Grade | null {
  if (grade === null) return grades.at(-1) ?? null
  return grades[grades.indexOf(grade) - 1] ?? null
}

export function itemOf(indicator: Indicator, now: IndicatorResult, industry: string | null): Item {
  const present = now.absent === null ? now.share ?? 0 : null
  // What no ledger of this archive keeps is nothing that a party, or anybody here, could bring.
  const options = (now.absent === 'notKept' ? [] : waysOf(indicator, industry))
    .filter(({ share }) => present === null || share > present)
    .map((way) => ({ ...way, points: mulDiv(indicator.weight, way.share, 10_000) }))
    .map((way) => ({ ...way, gained: way.points - now.points }))
    // Of two bands with the same share the first is enough.
    .filter((way, index, all) => all.findIndex(({ share }) => share === way.share) === index)
    .sort((one, other) => one.share - other.share)
  return { indicator, now, options }
}

function waysOf(indicator: Indicator, industry: string | null): Omit<Option, 'points' | 'gained'>[] {
  if (indicator.kind === 'mark') return indicator.options.map(({ share }, band) => ({ band, share, threshold: null }))
  const scoring = scoringFor(indicator, industry)
  if (scoring.mode === 'interpolated') return scoring.anchors.map(({ value, share }, band) => ({ band, share, threshold: value }))
  // The near edge of a band: its lower one where more is better, its upper one where less is.
  return scoring.bands.map(({ from, until, share }, band) => ({ band, share, threshold: indicator.direction === 'down' ? until : indicator.direction === 'up' ? from : from ?? until }))
}

/** Gates that are hit even with every indicator at its best: facts keep them up that no indicator moves. */
function hitAtBest(items: readonly Item[], gates: readonly CompiledGate[], lookup: Lookup): string[] {
  const best = new Map(items.map(({ indicator, now, options }): [string, IndicatorResult] => {
    const top = options.at(-1)
    return [indicator.code, top ? { ...now, absent: null, share: top.share, points: top.points, weight: indicator.weight } : now]
  }))
  const [points, weight] = [...best.values()].reduce(([sum, all], one) => [sum + one.points, all + one.weight], [0, 0] as [number, number])
  const total = items.reduce((sum, { indicator }) => sum + indicator.weight, 0)
  const covered = items.reduce((sum, { indicator }) => sum + (best.get(indicator.code)!.absent === null ? indicator.weight : 0), 0)
  const card = cardLookup(lookup, best, weight === 0 ? null : mulDiv(points, 10_000, weight), total === 0 ? 0 : Math.floor((covered * 10_000) / total))
  return gates.flatMap(({ gate, when }) => {
    const value = evaluate(when, card)
    return (typeof value === 'number' ? value !== 0 : gate.unknown === 'hit') ? [gate.code] : []
  })
}

/** Whether a condition names anything of the card itself, which changes may move. */
const namesCard = (when: Expression, scheme: Scheme): boolean =>
  factNames(when).some((name) => name === 'score' || name === 'coverage' || sharesNamed(when, scheme).length > 0)

function sharesNamed(when: Expression, scheme: Scheme): string[] {
  const codes = new Set(indicatorsOf(scheme).map(({ code }) => code))
  return factNames(when).flatMap((name) => (name.endsWith('_share') && codes.has(name.slice(0, -'_share'.length)) ? [name.slice(0, -'_share'.length)] : []))
}

export type CompiledGate = { readonly gate: Gate; readonly when: Expression }

/** The indicators that gates look at: where several of them stand decides more than the sum of their points. */
function watchedBy(scheme: Scheme, gates: readonly CompiledGate[]): readonly (readonly string[])[] {
  return gates.flatMap(({ when }) => {
    const names = factNames(when)
    const shares = sharesNamed(when, scheme)
    // Only those that depend on nothing of the card but these shares can be judged before the card is whole.
    return shares.length > 0 && !names.includes('score') && !names.includes('coverage') ? [shares] : []
  })
}

type Judging = {
  scheme: Scheme; input: Input; target: Grade; gates: readonly CompiledGate[]; lookup: Lookup; lifted: readonly string[]; fixed: readonly GateResult[]; isFixed: readonly boolean[]
}

export type Judge = {
  /** The grade of a whole card. */
  readonly grade: (results: ReadonlyMap<string, IndicatorResult>, score: number | null, coverage: number) => Grade | null
  /** Whether a gate that looks only at these shares keeps the card from the target, as they stand. */
  readonly isBarred: (codes: readonly string[], results: ReadonlyMap<string, IndicatorResult>) => boolean
  /** Whether a gate that looks only at the coverage keeps a card of this coverage (basis points) from the target. */
  readonly isBarredAt: (coverage: number) => boolean
  /** Whether a gate that no change moves keeps every card from the target; and by how many steps such gates lower it. */
  readonly isHopeless: boolean
  readonly steps: number
}

const NO_RESULTS: ReadonlyMap<string, IndicatorResult> = new Map()

function judgeOf({ scheme, input: { grades }, target, gates, lookup, lifted, fixed, isFixed }: Judging): Judge {
  const about = gates.map(({ gate, when }, index) => {
    const names = factNames(when)
    const shares = sharesNamed(when, scheme)
    const [namesScore, namesCoverage] = [names.includes('score'), names.includes('coverage')]
    return { gate, when, index, shares, isOfShares: shares.length > 0 && !namesScore && !namesCoverage, isOfCoverage: namesCoverage && !namesScore && shares.length === 0 }
  })
  const stateOf = (index: number, card: Lookup): GateResult => {
    const { gate, when } = gates[index]!
    if (lifted.includes(gate.code)) return { code: gate.code, state: 'pass' }
    if (isFixed[index]) return fixed[index]!
    const value = evaluate(when, card)
    return { code: gate.code, state: typeof value === 'number' ? (value !== 0 ? 'hit' : 'pass') : gate.unknown === 'hit' ? 'unknownHit' : 'unknownPass' }
  }
  const isHit = (index: number, card: Lookup) => /hit/i.test(stateOf(index, card).state)
  const bars = ({ effect }: Gate): boolean =>
    effect.kind === 'veto' ? target !== grades.at(-1) : effect.kind === 'cap' && rankIn(grades, effect.grade) > rankIn(grades, target)
  const still = about.filter(({ index }) => isFixed[index] && isHit(index, lookup))
  return {
    grade: (results, score, coverage) => {
      const card = cardLookup(lookup, results, score, coverage)
      return finalGrade(scheme, grades, score === null ? null : gradeAt(score, scheme.cuts, grades), gates.map((_gate, index) => stateOf(index, card)), coverage)
    },
    isBarred: (codes, results) => {
      const card = cardLookup(lookup, results, null, 0)
      return about.some(({ gate, index, shares, isOfShares }) => isOfShares && bars(gate) && shares.every((code) => codes.includes(code)) && isHit(index, card))
    },
    isBarredAt: (coverage) => about.some(({ gate, index, isOfCoverage }) => isOfCoverage && bars(gate) && isHit(index, cardLookup(lookup, NO_RESULTS, null, coverage))),
    isHopeless: still.some(({ gate }) => bars(gate)),
    steps: still.reduce((sum, { gate: { effect } }) => sum + (effect.kind === 'down' ? effect.grades : 0), 0),
  }
}

/** All subsets, the smallest first, in the order of their members. Gates over facts that are hit are few. */
function subsets(codes: readonly string[]): string[][] {
  const few = codes.slice(0, 8)
  const all = Array.from({ length: 2 ** few.length }, (_unused, bits) => few.filter((_code, index) => (bits >> index) % 2 === 1))
  return [...all.sort((one, other) => one.length - other.length), ...(codes.length > few.length ? [[...codes]] : [])]
}
