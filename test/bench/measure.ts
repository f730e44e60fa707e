/** Milliseconds of one run. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/**
 * Two works by turns, so that whatever else the machine does falls on both alike; the median of each. A few turns first,
 * which do not count.
 */
export async function byTurns(ours: () => unknown, theirs: () => unknown, rounds = 25): Promise<{ ours: number; theirs: number }> {
  const mine: number[] = []
  const other: number[] = []
  for (let round = -3; round < rounds; round += 1) {
    // Whoever comes second finds the garbage of the first: each does every other time.
    const spent = { ours: 0, theirs: 0 }
    for (const side of round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)) {
      spent[side] = await time(side === 'ours' ? ours : theirs)
    }
    if (round < 0) continue
    mine.push(spent.ours)
    other.push(spent.theirs)
  }
  return { ours: median(mine), theirs: median(other) }
}

export type Result = { name: string; ours: number; theirs: number; budget: number; slackMs?: number }

/** One line a result; answers whether it is within its budget (or within the slack, where the issue allows one). */
export function report({ name, ours, theirs, budget, slackMs = 0 }: Result): boolean {
  const ratio = ours / theirs
  const isWithin = ratio <= budget || ours - theirs <= slackMs
  const figure = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0)).padStart(8)
  console.log(`${isWithin ? 'ok  ' : 'OVER'} ${name.padEnd(58)} ${figure(ours)} ms  /${figure(theirs)} ms  = ${ratio.toFixed(2).padStart(5)}  (≤ ${budget}${slackMs ? ` or +${slackMs} ms` : ''})`)
  return isWithin
}
