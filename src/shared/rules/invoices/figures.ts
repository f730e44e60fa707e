/** Standard deviation over mean of monthly sums, all of the months counted (n, not n − 1); null where the mean is not above zero. */
export function volatilityOf(months: readonly number[]): number | null {
  const mean = months.reduce((sum, value) => sum + value, 0) / months.length
  if (!(mean > 0)) return null
  const variance = months.reduce((sum, value) => sum + (value - mean) ** 2, 0) / months.length
  return Math.sqrt(variance) / mean
}

export type OtherSide = { counterpartyId: number; isNamed: boolean; netFen: number; invoices: number }
export type Concentration = {
  /** Named ones with whom the invoices of the window come to more than zero. */
  count: number
  /** What those with more than zero come to, unnamed ones among them: what shares are taken of. */
  wholeFen: number
  /** The largest first, at most `most`. */
  top: OtherSide[]
}

/** Who is bought from or sold to, by what their valid invoices come to; red ones reduce it, and who is left with nothing or less is nobody. */
export function concentrationOf(sides: readonly OtherSide[], most: number): Concentration {
  let count = 0
  let wholeFen = 0
  const named: OtherSide[] = []
  for (const side of sides) {
    if (side.netFen <= 0) continue
    wholeFen += side.netFen
    if (!side.isNamed) continue
    count++
    named.push(side)
  }
  named.sort((one, other) => other.netFen - one.netFen || one.counterpartyId - other.counterpartyId)
  return { count, wholeFen, top: named.slice(0, most) }
}
