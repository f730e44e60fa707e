import { FACTS, splitFactName } from '../facts/catalogue.ts'
import type { Facts, SourceKind } from '../facts/fact.ts'
import { factNames, parsed } from '../schemes/expression.ts'
import { type FormulaIndicator, indicatorsOf, type Scheme } from '../schemes/schema.ts'
import type { IndicatorResult, Result } from '../schemes/score.ts'

/*
 * What is lacking for a grade at all: not points but data. Sources that would bring the coverage up to what the scheme asks,
 * the weightiest first. What they will say, and so the score, nobody knows before they are there.
 */

export type Want = { readonly kind: SourceKind | 'mark'; readonly codes: readonly string[]; /** Basis points of all weights. */ readonly share: number }
/** `covered`: with all of `wants`, basis points; below `asked` where nothing more could be brought. */
export type Wanted = { readonly wants: readonly Want[]; readonly covered: number; readonly asked: number }

/** The ledger that would fill a formula: that of its first fact without a value. */
export function wantedSource(facts: Facts, indicator: Pick<FormulaIndicator, 'formula'>): SourceKind | null {
  const missing = factNames(parsed(indicator.formula)).find((name) => (facts[name]?.value ?? null) === null)
  return missing === undefined ? null : FACTS[splitFactName(missing).base]?.source ?? null
}

/** What is owed or waits for a mark comes before what nobody has recorded; what does not apply, or cannot be computed, nobody could bring. */
const RANK: Readonly<Record<NonNullable<IndicatorResult['absent']>, number | null>> = { notProvided: 0, noMark: 0, noEvidence: 0, notKept: 1, notApplicable: null, undefined: null }

export function wantedForGrade(scheme: Scheme, facts: Facts, result: Pick<Result, 'indicators'>): Wanted {
  const indicators = indicatorsOf(scheme)
  const total = indicators.reduce((sum, { weight }) => sum + weight, 0)
  const results = new Map(result.indicators.map((one) => [one.code, one]))
  const lacking = indicators.flatMap((one) => {
    const absent = results.get(one.code)?.absent ?? null
    const rank = absent === null ? null : RANK[absent]
    const kind = one.kind === 'mark' ? 'mark' as const : wantedSource(facts, one)
    return rank === null || kind === null || one.weight === 0 ? [] : [{ code: one.code, weight: one.weight, kind, rank }]
  })
  const groups = [...Map.groupBy(lacking, ({ kind }) => kind)].map(([kind, some]) => ({
    kind, codes: some.map(({ code }) => code), weight: some.reduce((sum, { weight }) => sum + weight, 0), rank: Math.min(...some.map(({ rank }) => rank)),
  })).sort((one, other) => one.rank - other.rank || other.weight - one.weight)
  const shareOf = (weight: number) => (total === 0 ? 0 : Math.floor((weight * 10_000) / total))
  let covered = indicators.reduce((sum, { code, weight }) => sum + (results.get(code)?.absent === null ? weight : 0), 0)
  const wants: Want[] = []
  for (const { kind, codes, weight } of groups) {
    if (shareOf(covered) >= scheme.coverage.rated) break
    covered += weight
    wants.push({ kind, codes, share: shareOf(weight) })
  }
  return { wants, covered: shareOf(covered), asked: scheme.coverage.rated }
}
