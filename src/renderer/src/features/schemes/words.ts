import type { SchemeFault } from '../../../../shared/rules/schemes/faults.ts'
import { type Band, type FormulaIndicator, indicatorsOf, type Scheme, type Scoring } from '../../../../shared/rules/schemes/schema.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { numberText } from '../../ui/formula.ts'

export { nameOf, numberText, readFormula } from '../../ui/formula.ts'

export type Unit = FormulaIndicator['unit']
const FACTOR: Partial<Record<Unit, number>> = { percent: 100, tenThousandYuan: 0.0001 }

/** A value as people type it in its unit (0.45 is 45 %), without the dust of binary fractions; and back. */
export const toUnit = (value: number, unit: Unit): number => Number((value * (FACTOR[unit] ?? 1)).toPrecision(12))
export const fromUnit = (typed: number, unit: Unit): number => Number((typed / (FACTOR[unit] ?? 1)).toPrecision(12))
/** Hundredths as points: 700 is 7. */
export const pointsText = (hundredths: number): string => numberText(hundredths / 100)

/** A bound with its unit, short enough to stand under a strip. */
export const boundText = (value: number, unit: Unit): string => `${numberText(toUnit(value, unit))}${unit === 'percent' ? '%' : ''}`

/** `≤ 45%`, `45%–55%`, `≥ 90`: what a band covers. */
export function bandText({ from, until, closed }: Band, unit: Unit): string {
  if (from === null && until === null) return '—'
  if (from === null) return `${closed === 'upper' ? '≤' : '<'} ${boundText(until!, unit)}`
  if (until === null) return `${closed === 'lower' ? '≥' : '>'} ${boundText(from, unit)}`
  return `${boundText(from, unit)}–${boundText(until, unit)}`
}

/** A table of points in one line, for comparing. */
export function scoringText(scoring: Scoring, unit: Unit): string {
  return scoring.mode === 'bands'
    ? scoring.bands.map((band) => `${bandText(band, unit)} → ${band.share / 100}%`).join('；')
    : scoring.anchors.map(({ value, share }) => `${boundText(value, unit)} → ${share / 100}%`).join('；')
}

export type PartName = 'card' | 'gates' | 'limits' | 'credit'

/** Which part of the editor a fault stands in, and of which indicator. */
export function spotOf({ place }: SchemeFault): { part: PartName; group: number | null; indicator: number | null } {
  const [first, group, , indicator] = place
  if (first === 'groups') return { part: 'card', group: typeof group === 'number' ? group : null, indicator: typeof indicator === 'number' ? indicator : null }
  return { part: first === 'gates' ? 'gates' : first === 'limits' ? 'credit' : 'limits', group: null, indicator: null }
}

/** A fault's place as people name it: `A1 资产负债率 · 分档 2`. */
export function placeText(text: Text, scheme: Scheme, { place }: SchemeFault): string {
  const { card, limits, gate, edit } = text.schemes
  const [first, second] = place
  if (first === 'groups' && typeof second === 'number') {
    const [, , , third, ...rest] = place
    const group = scheme.groups[second]
    const one = typeof third === 'number' ? group?.indicators[third] : undefined
    if (!one) return group?.name ?? edit.part.card
    const band = rest.findLast((step) => typeof step === 'number')
    return `${one.code} ${one.name}${typeof band === 'number' ? ` · ${card.band(band + 1)}` : ''}`
  }
  if (first === 'gates' && typeof second === 'number') return `${gate.table} ${scheme.gates[second]?.code ?? ''} ${scheme.gates[second]?.name ?? ''}`
  if (first === 'groups') return edit.part.card
  if (first === 'limits') {
    const one = second === 'candidates' && typeof place[2] === 'number' ? scheme.limits?.candidates[place[2]] : undefined
    return [edit.part.credit, one ? `${one.code} ${one.name}` : null, second === 'grades' ? String(place[2]) : null, second === 'capYuan' ? text.schemes.credit.cap : null].filter(Boolean).join(' ')
  }
  const named: Record<string, string> = { cuts: limits.cuts, coverage: limits.coverage, override: limits.override, review: limits.review, expected: limits.expected, name: card.name, hint: card.hint, for: limits.forLabel, kinds: limits.kinds }
  return `${named[String(first)] ?? String(first)}${typeof second === 'string' && /^[ABC]+$/.test(second) ? ` ${second}` : ''}`
}

/** A fault's sentence, values in the unit of the indicator it stands in. */
export function faultText(text: Text, scheme: Scheme, { place, code, values }: SchemeFault): string {
  const one = place[0] === 'groups' && typeof place[1] === 'number' && typeof place[3] === 'number' ? scheme.groups[place[1]]?.indicators[place[3]] : undefined
  const unit = one?.kind === 'formula' && (code.startsWith('band-') || code.startsWith('anchor-')) ? one.unit : null
  const shown = unit === null ? values : Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'number' ? boundText(value, unit) : value]))
  return text.schemes.faultOf(code, shown)
}

export const totalWeight = (scheme: Scheme): number => indicatorsOf(scheme).reduce((sum, { weight }) => sum + weight, 0)
