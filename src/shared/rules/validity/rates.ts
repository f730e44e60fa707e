import type { Interval } from './discrimination.ts'

/** Wilson's 95 % interval of a rate: sensible at 0 and at all, and with few cases. */
export function rateInterval(hits: number, cases: number): Interval {
  if (cases === 0) return { low: 0, high: 1 }
  const z2 = 1.959963984540054 ** 2
  const rate = hits / cases
  const centre = (rate + z2 / (2 * cases)) / (1 + z2 / cases)
  const half = (Math.sqrt(z2) / (1 + z2 / cases)) * Math.sqrt((rate * (1 - rate)) / cases + z2 / (4 * cases * cases))
  return { low: hits === 0 ? 0 : Math.max(0, centre - half), high: hits === cases ? 1 : Math.min(1, centre + half) }
}

/**
 * Two-sided exact binomial test: the chance, were the true rate `expected` (0–1), of a count no likelier than the one seen.
 */
export function binomialTest(hits: number, cases: number, expected: number): number {
  if (expected <= 0) return hits === 0 ? 1 : 0
  if (expected >= 1) return hits === cases ? 1 : 0
  const chances = binomial(cases, expected)
  const seen = chances[hits]! * (1 + 1e-7)
  return Math.min(1, chances.reduce((sum, chance) => (chance <= seen ? sum + chance : sum), 0))
}

function binomial(cases: number, rate: number): number[] {
  const logs: number[] = [cases * Math.log1p(-rate)]
  for (let k = 1; k <= cases; k += 1) logs.push(logs[k - 1]! + Math.log((cases - k + 1) / k) + Math.log(rate) - Math.log1p(-rate))
  return logs.map(Math.exp)
}

/** Mean squared distance between what was foretold (0–1) and what happened (0 or 1). Null without cases. */
export function brier(rows: readonly { readonly foretold: number; readonly isBad: boolean }[]): number | null {
  if (rows.length === 0) return null
  return rows.reduce((sum, row) => sum + (row.foretold - (row.isBad ? 1 : 0)) ** 2, 0) / rows.length
}

/** Pairs of neighbouring grades (best first) where the worse one defaulted less. Grades without cases are passed over. */
export function reversals<Grade>(rows: readonly { readonly grade: Grade; readonly bads: number; readonly cases: number }[]): [better: Grade, worse: Grade][] {
  const filled = rows.filter((row) => row.cases > 0)
  return filled.slice(1).flatMap((row, index): [Grade, Grade][] => {
    const before = filled[index]!
    return row.bads * before.cases < before.bads * row.cases ? [[before.grade, row.grade]] : []
  })
}
