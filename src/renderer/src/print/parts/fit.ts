/** One size that a text may be set in: points, and how many lines of it are allowed. */
export type Step = { readonly pt: number; readonly lines: number }
export type Fitted = Step & { readonly heightMm: number }

const MM_PER_PT = 25.4 / 72
const LEADING = 1.22

const FULL_WIDTH = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u
const NARROW = /[ .,:;'|!·()[\]/-]/u

/** Width of a text in ems of its own size: Han and other full-width characters count one, letters and digits over half. */
export function emWidth(text: string): number {
  let width = 0
  for (const character of text) width += FULL_WIDTH.test(character) ? 1 : NARROW.test(character) ? 0.34 : 0.57
  return width
}

/** How many lines a text takes at a size; a little is lost at line ends, where words and numbers are not broken. */
const linesOf = (ems: number, widthMm: number, pt: number): number => Math.max(1, Math.ceil(ems / Math.floor(widthMm / (pt * MM_PER_PT) - 0.4)))

/**
 * The first size of `steps` in which the text stays within its lines; the last size when none does, with as many lines as
 * it then takes. Estimates by character width, so that the form's plan is known before anything is drawn.
 */
export function fitText(text: string, widthMm: number, steps: readonly [Step, ...Step[]]): Fitted {
  const ems = emWidth(text)
  let fitted: Step = steps[0]
  for (const step of steps) {
    const lines = linesOf(ems, widthMm, step.pt)
    fitted = { pt: step.pt, lines }
    if (lines <= step.lines) break
  }
  return { ...fitted, heightMm: fitted.lines * fitted.pt * MM_PER_PT * LEADING }
}
