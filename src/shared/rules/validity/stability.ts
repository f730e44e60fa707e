/** Has the book shifted between two moments? Both are counts over the same bands. */

/** Share of a band that is empty on one side, in counts: without it the logarithm has no value. */
const EMPTY = 0.5

const shares = (counts: readonly number[]): number[] => {
  const filled = counts.map((count) => (count === 0 ? EMPTY : count))
  const all = filled.reduce((sum, count) => sum + count, 0)
  return filled.map((count) => count / all)
}

/** Population stability index, Σ (a − e) ln(a / e). Null where a side has nobody. An empty band counts half a case. */
export function psi(expected: readonly number[], actual: readonly number[]): number | null {
  const isEmpty = (counts: readonly number[]) => counts.every((count) => count === 0)
  if (isEmpty(expected) || isEmpty(actual)) return null
  // Bands empty on both sides say nothing.
  const used = expected.map((_count, index) => index).filter((index) => expected[index]! > 0 || actual[index]! > 0)
  const before = shares(used.map((index) => expected[index]!))
  const after = shares(used.map((index) => actual[index]!))
  return after.reduce((sum, share, index) => sum + (share - before[index]!) * Math.log(share / before[index]!), 0)
}

/**
 * What PSI shows when nothing has changed: its mean and the line it stays under in 95 of 100 pairs of samples of these
 * sizes over so many bands: (B − 1)(1/N + 1/M) and χ²(B − 1; 0.95)(1/N + 1/M).
 */
export function psiNoise(bands: number, before: number, after: number): { mean: number; line: number } {
  const spread = 1 / before + 1 / after
  return { mean: (bands - 1) * spread, line: bands < 2 ? 0 : chiSquareQuantile(0.95, bands - 1) * spread }
}

/** Information value of a banded indicator, Σ (g − b) ln(g / b); empty cells count half a case. Null without both kinds. */
export function informationValue(goods: readonly number[], bads: readonly number[]): number | null {
  return psi(bads, goods)
}

/** Inverse of the χ² distribution. `probability` within (0, 1), `degrees` from 1. */
export function chiSquareQuantile(probability: number, degrees: number): number {
  let [low, high] = [0, degrees + 10]
  while (chiSquare(high, degrees) < probability) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step += 1) {
    const middle = (low + high) / 2
    if (chiSquare(middle, degrees) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Chance that χ² with so many degrees of freedom stays below `x`: the regularised lower gamma function by its series. */
export function chiSquare(x: number, degrees: number): number {
  if (x <= 0) return 0
  const [a, half] = [degrees / 2, x / 2]
  let term = 1 / a
  let sum = term
  for (let n = 1; n < 1000 && term > sum * 1e-17; n += 1) {
    term *= half / (a + n)
    sum += term
  }
  return Math.min(1, sum * Math.exp(-half + a * Math.log(half) - logGamma(a)))
}

/** ln Γ of a positive whole or half number, exactly as the recursion gives it. */
function logGamma(a: number): number {
  let value = Number.isInteger(a) ? 0 : 0.5 * Math.log(Math.PI)
  for (let k = Number.isInteger(a) ? 1 : 0.5; k < a - 0.25; k += 1) value += Math.log(k)
  return value
}
