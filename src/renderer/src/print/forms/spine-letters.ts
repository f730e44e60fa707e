import { emWidth } from '../parts/fit.ts'

/** Room for the title on a spine, in millimetres. */
const TITLE_HEIGHT = 140
const TITLE_SIZES = [26, 24, 22, 20, 18, 16, 14, 12, 10, 9, 8] as const

/** The largest letters in which a name runs down a spine in at most two columns (small ones in as many as fit). */
export function spineLetters(name: string, width: number): number {
  const fits = (pt: number) => {
    const perColumn = Math.floor(TITLE_HEIGHT / (pt * 0.3528 * 1.06))
    const columns = Math.ceil(emWidth(name) / perColumn)
    return (columns <= 2 || pt <= 10) && columns * pt * 0.3528 * 1.25 <= width - 6
  }
  return TITLE_SIZES.find(fits) ?? 7
}
