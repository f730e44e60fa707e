/** The letter of a reading: Latin capital of its first pinyin syllable, `#` where there is none. */
export function letterOf(pinyin: string): string {
  const first = pinyin.charAt(0).toUpperCase()
  return first >= 'A' && first <= 'Z' ? first : '#'
}

// Where each drawer of a cabinet begins. Names crowd at the two ends of the alphabet (B–G, X–Z), so equal shares of
// letters would be unequal drawers; five drawers are the usual cabinet.
const STARTS: Record<number, string> = {
  1: 'A', 2: 'AM', 3: 'AHS', 4: 'AGMT', 5: 'AHMSX', 6: 'AEHMSX', 7: 'ADHJNSX', 8: 'ACFHLQTX', 9: 'ACFHJNSTX', 10: 'ACEHJLNSTX',
}

/** Labels for the drawers of a new cabinet: ranges of letters that cover A to Z (`A–G`, `H–L`, …). */
export function letterRanges(drawers: number): string[] {
  const starts = [...(STARTS[drawers] ?? 'A')]
  return starts.map((start, index) => {
    const next = starts[index + 1]
    const end = next === undefined ? 'Z' : String.fromCharCode(next.charCodeAt(0) - 1)
    return start === end ? start : `${start}–${end}`
  })
}

/** The letters a label names: `A–G`, `A-G`, `H`; null for any other label, which takes every letter. */
export function lettersOfLabel(label: string): { from: string; to: string } | null {
  const match = /^([A-Z])(?:\s*[-–—~～至]\s*([A-Z]))?$/i.exec(label.trim())
  if (!match) return null
  const from = match[1]!.toUpperCase()
  const to = (match[2] ?? match[1]!).toUpperCase()
  return from <= to ? { from, to } : { from: to, to: from }
}
