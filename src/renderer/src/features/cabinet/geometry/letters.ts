import type { Item } from './items.ts'

export type LetterSpan = { readonly letter: string; readonly index: number; readonly count: number }

/** The letters under which no Chinese syllable begins are left out, unless a folder has one. */
const USUAL = 'ABCDEFGHJKLMNOPQRSTWXYZ'

/** The letters of a drawer: first folder and number of folders of each. */
export function lettersOf(items: readonly Item[]): Map<string, LetterSpan> {
  const spans = new Map<string, LetterSpan>()
  items.forEach(({ folder }, index) => {
    if (!folder) return
    const span = spans.get(folder.letter)
    spans.set(folder.letter, { letter: folder.letter, index: span?.index ?? index, count: (span?.count ?? 0) + 1 })
  })
  return spans
}

/** The strip: A–Z without the unusual ones unless present, `#` last and only when present. */
export function stripLetters(present: ReadonlySet<string>): string[] {
  const letters = new Set(USUAL)
  for (const letter of present) letters.add(letter)
  return [...letters].sort((a, b) => (a === '#' ? 1 : b === '#' ? -1 : a < b ? -1 : 1))
}

/** Whether a drawer's label, such as `H–L` or `M`, covers a letter. Labels that are not letters cover none. */
export function labelCovers(label: string, letter: string): boolean {
  const range = /^\s*([A-Z])\s*(?:[-–—~至]\s*([A-Z]))?\s*$/iu.exec(label)
  if (!range) return false
  const first = range[1]?.toUpperCase() ?? ''
  const last = range[2]?.toUpperCase() ?? first
  return letter >= first && letter <= last
}
