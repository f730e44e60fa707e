/**
 * A head of the audit chain as paper shows it, `#18204 7F3A-91C2`, read with or without its sign, thousands marks and
 * hyphen. Null when it is not one.
 */
export function parsePrintedHead(text: string): { seq: number; head: string } | null {
  const match = /^#?\s*(\d[\d,，\s]*?)\s+([0-9A-Fa-f]{4})[-–—\s]?([0-9A-Fa-f]{4})$/.exec(text.trim())
  if (!match) return null
  const seq = Number(match[1]?.replace(/[,，\s]/g, ''))
  return Number.isSafeInteger(seq) && seq > 0 ? { seq, head: `${match[2]}-${match[3]}`.toUpperCase() } : null
}
