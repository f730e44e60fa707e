import { splitFactName } from '../facts/catalogue.ts'
import type { Facts } from '../facts/fact.ts'
import { evaluate } from '../schemes/evaluate.ts'
import { parse } from '../schemes/expression.ts'
import type { FormulaIndicator } from '../schemes/schema.ts'
import { lookupIn } from '../schemes/score.ts'

/** `on`: the day or the last day of the year a value is of. */
export type TrendPoint = { readonly on: string; readonly value: number }

const MOST_YEARS = 2

/**
 * How an indicator stood in the years before, from the facts of those years: its formula over names that stand so many years
 * earlier. Oldest first, the present last. Only formulas whose every fact is kept by year have more than the present.
 */
export function yearlyTrend(indicator: FormulaIndicator, facts: Facts): TrendPoint[] {
  const expression = parse(indicator.formula)
  const lookup = lookupIn(facts)
  const points: TrendPoint[] = []
  for (let back = MOST_YEARS; back >= 0; back -= 1) {
    let until: string | null = null
    const value = evaluate(expression, (name) => {
      const split = splitFactName(name)
      const shifted = split.back - back
      const key = shifted === 0 ? split.base : `${split.base}[${shifted}]`
      const last = facts[key]?.sources.at(-1)?.until ?? null
      if (split.back === 0 && last !== null) until = last
      return lookup(key)
    })
    if (typeof value === 'number' && until !== null) points.push({ on: until, value })
  }
  return points
}
