const widths = new Map<string, number>()

/** Width of a text in the font set on the context, px. Remembered: the same tabs are drawn sixty times a second. */
export function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = `${context.font}\n${text}`
  const known = widths.get(key)
  if (known !== undefined) return known
  if (widths.size > 4000) widths.clear()
  const { width } = context.measureText(text)
  widths.set(key, width)
  return width
}

/** Forgets every width: a font has arrived, and what was measured before was another's. */
export const forgetWidths = (): void => widths.clear()

/** The longest beginning of a text that fits, with `…` when something is left out. */
export function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (widthOf(context, text) <= room) return text
  const letters = Array.from(text)
  let low = 0
  let high = letters.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (widthOf(context, `${letters.slice(0, middle).join('')}…`) <= room) low = middle
    else high = middle - 1
  }
  return low === 0 ? '' : `${letters.slice(0, low).join('')}…`
}

/** Half-pixel steps: type that changes size with depth keeps to few sizes, so that widths stay known and glyphs cached. */
export const typeSize = (size: number, floor: number): number => Math.max(floor, Math.round(size * 2) / 2)
