/**
 * Which of a drawer's folders stand out of order: those left when the longest row in the order of the slots is taken out.
 * A drawer may be read from the back, then the order falls. `slots` in the order of scanning; answers positions in it.
 */
export function outOfOrder(slots: readonly number[]): number[] {
  const rising = longestRising(slots)
  const falling = longestRising(slots.map((slot) => -slot))
  const kept = new Set(falling.length > rising.length ? falling : rising)
  return slots.flatMap((_slot, index) => (kept.has(index) ? [] : [index]))
}

/** Positions of a longest strictly rising row, by patience sorting: n log n. */
function longestRising(values: readonly number[]): number[] {
  /** For each length, the position of the smallest value that ends a row of it. */
  const ends: number[] = []
  const before: (number | null)[] = []
  for (const [index, value] of values.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[ends[middle]!]! < value) low = middle + 1
      else high = middle
    }
    before.push(low === 0 ? null : ends[low - 1]!)
    ends[low] = index
  }
  const row: number[] = []
  for (let index: number | null = ends.at(-1) ?? null; index !== null; index = before[index]!) row.push(index)
  return row.reverse()
}
