/** The same day `months` later; where that month is shorter, its last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/**
 * The last day a document stays good: as somebody read from it, else its date and the months that the regulation gives
 * such a document; null where neither says anything.
 */
export function expiryOf(document: { datedOn: string | null; expiresOn: string | null }, validMonths: number | undefined): string | null {
  if (document.expiresOn !== null) return document.expiresOn
  return document.datedOn !== null && validMonths !== undefined ? addMonths(document.datedOn, validMonths) : null
}
