/*
 * Does a score put those who defaulted below those who did not? A higher score is better throughout; `isBad` says who
 * defaulted within the outcome window.
 */

export type Scored = { readonly score: number; readonly isBad: boolean }
export type Interval = { readonly low: number; readonly high: number }

const split = (rows: readonly Scored[]): { bad: number[]; good: number[] } => ({
  bad: rows.filter((row) => row.isBad).map((row) => row.score),
  good: rows.filter((row) => !row.isBad).map((row) => row.score),
})

/** How many of the sorted values are below, and how many equal. */
function rankIn(sorted: readonly number[], value: number): { below: number; equal: number } {
  const first = lowerBound(sorted, value, (a, b) => a < b)
  return { below: first, equal: lowerBound(sorted, value, (a, b) => a <= b) - first }
}
function lowerBound(sorted: readonly number[], value: number, isBefore: (a: number, b: number) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(sorted[middle]!, value)) low = middle + 1
    else high = middle
  }
  return low
}

/** The chance that one who did not default scores above one who did, ties half. Null without both kinds. */
export function auc(rows: readonly Scored[]): number | null {
  const { bad, good } = split(rows)
  if (bad.length === 0 || good.length === 0) return null
  const sorted = bad.sort((a, b) => a - b)
  const won = good.reduce((sum, score) => {
    const { below, equal } = rankIn(sorted, score)
    return sum + below + equal / 2
  }, 0)
  return won / (bad.length * good.length)
}

/**
 * 95 % interval of an AUC from its value and the two counts: Newcombe's method 5 (Statistics in Medicine 2006, 25:559),
 * which inverts the variance of Hanley and McNeil with equalised counts; it keeps within 0–1 and stays honest at AUC 1.
 */
export function aucInterval(value: number, bads: number, goods: number): Interval {
  const Z = 1.959963984540054
  const equalised = (bads + goods) / 2 - 1
  const variance = (theta: number) => (theta * (1 - theta) * (1 + equalised * (1 - theta) / (2 - theta) + equalised * theta / (1 + theta))) / (bads * goods)
  const distance = (theta: number) => Math.abs(theta - value) - Z * Math.sqrt(Math.max(0, variance(theta)))
  const bound = (from: number, until: number): number => {
    // `from` is the estimate (inside), `until` the end of the scale (outside, or the interval reaches it).
    if (distance(until) < 0) return until
    let [inside, outside] = [from, until]
    for (let step = 0; step < 60; step += 1) {
      const middle = (inside + outside) / 2
      if (distance(middle) < 0) inside = middle
      else outside = middle
    }
    return (inside + outside) / 2
  }
  return { low: bound(value, 0), high: bound(value, 1) }
}

/** Largest distance between the two cumulative distributions (Kolmogorov–Smirnov), 0–1. Null without both kinds. */
export function ks(rows: readonly Scored[]): number | null {
  const { bad, good } = split(rows)
  if (bad.length === 0 || good.length === 0) return null
  const sorted = [...rows].sort((a, b) => a.score - b.score)
  let [bads, goods, largest] = [0, 0, 0]
  sorted.forEach((row, index) => {
    if (row.isBad) bads += 1
    else goods += 1
    if (sorted[index + 1]?.score !== row.score) largest = Math.max(largest, Math.abs(bads / bad.length - goods / good.length))
  })
  return largest
}

/**
 * What the KS of a score that knows nothing reaches in 95 of 100 samples of these sizes: the exact distribution for scores
 * without ties, by counting the orders in which the distance stays below a bound.
 */
export function ksFloor(bads: number, goods: number): number {
  const steps = bads * goods
  // The distance only takes multiples of 1 / lcm; the products |i·goods − j·bads| are whole numbers.
  let [low, high] = [0, steps]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (chanceWithin(bads, goods, middle) >= 0.95) high = middle
    else low = middle + 1
  }
  return low / steps
}

/** Chance that |i·goods − j·bads| never exceeds `bound` on a random path of the two counts. */
function chanceWithin(bads: number, goods: number, bound: number): number {
  // row[j]: chance to be at (i, j) among paths of i + j steps, each order of the two kinds equally likely.
  let row = new Float64Array(goods + 1)
  for (let i = 0; i <= bads; i += 1) {
    const next = new Float64Array(goods + 1)
    for (let j = 0; j <= goods; j += 1) {
      if (Math.abs(i * goods - j * bads) > bound) continue
      if (i === 0 && j === 0) next[0] = 1
      else {
        const left = bads + goods - i - j + 1
        const byBad = i > 0 ? row[j]! * ((bads - i + 1) / left) : 0
        const byGood = j > 0 ? next[j - 1]! * ((goods - j + 1) / left) : 0
        next[j] = byBad + byGood
      }
    }
    row = next
  }
  return row[goods]!
}
