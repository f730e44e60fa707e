import type { Facts } from '../facts/fact.ts'
import { evaluate, type Value } from '../schemes/evaluate.ts'
import { parse } from '../schemes/expression.ts'
import { lookupIn } from '../schemes/score.ts'

/*
 * Altman's Z'' for firms that make and firms that trade, listed or not: Z'' = 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4 (E. I.
 * Altman, Predicting Financial Distress of Companies: Revisiting the Z-Score and ZETA Models, 2000). A side light beside
 * the rating, never counted in it.
 */

export const ALTMAN_PARTS = [
  { code: 'X1', weight: 6.56, formula: '(currentAssets - currentLiabilities) / totalAssets' },
  { code: 'X2', weight: 3.26, formula: 'retainedEarnings / totalAssets' },
  { code: 'X3', weight: 6.72, formula: '(totalProfit + interestExpense) / totalAssets' },
  { code: 'X4', weight: 1.05, formula: 'equity / totalLiabilities' },
] as const
const PARSED = ALTMAN_PARTS.map(({ code, weight, formula }) => ({ code, weight, formula: parse(formula) }))
/** Above `safe` the safe zone, below `distress` the zone of distress, grey between. */
export const ALTMAN_ZONES = { safe: 2.6, distress: 1.1 } as const
export type AltmanZone = 'safe' | 'grey' | 'distress'

export type Altman = { readonly parts: readonly { readonly code: string; readonly weight: number; readonly value: Value }[]; readonly z: number | null; readonly zone: AltmanZone | null }

/** Z'' with its four parts from the latest statements; `z` is null where a part has no value. */
export function altman(facts: Facts): Altman {
  const lookup = lookupIn(facts)
  const parts = PARSED.map(({ code, weight, formula }) => ({ code, weight, value: evaluate(formula, lookup) }))
  const values = parts.flatMap(({ value, weight }) => (typeof value === 'number' ? [value * weight] : []))
  const z = values.length === parts.length ? values.reduce((sum, value) => sum + value, 0) : null
  return { parts, z, zone: z === null ? null : z > ALTMAN_ZONES.safe ? 'safe' : z < ALTMAN_ZONES.distress ? 'distress' : 'grey' }
}
