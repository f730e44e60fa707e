const TOKENS = {
  pri: '--pri', priEdge: '--pri-edge', priOn: '--pri-on', seal: '--seal', sealTint: '--seal-tint', paper: '--paper', paperInk: '--paper-ink', paperRule: '--paper-rule', paperPri: '--paper-pri', paperSeal: '--paper-seal',
  amber: '--amber-fill', steel0: '--steel-0', steel1: '--steel-1', steel2: '--steel-2', steel3: '--steel-3', steel4: '--steel-4',
  steel5: '--steel-5', steel6: '--steel-6', slot: '--slot',
  manila1: '--manila-1', manila2: '--manila-2', manila3: '--manila-3', manila4: '--manila-4', manilaEdge: '--manila-edge',
  manilaLip: '--manila-lip', cover: '--manila-cover', coverRule: '--manila-rule', insert: '--tab-insert', outCard: '--out-card',
  AAA: '--grade-aaa', AAAOn: '--grade-aaa-on', AA: '--grade-aa', AAOn: '--grade-aa-on', A: '--grade-a', AOn: '--grade-a-on',
  B: '--grade-b', BOn: '--grade-b-on', C: '--grade-c', COn: '--grade-c-on', none: '--grade-none', noneOn: '--grade-none-on',
  noneLine: '--grade-none-line', fontUi: '--font-ui', fontSerif: '--font-serif',
} as const

/** The design tokens as a canvas needs them: resolved, for the light in use. */
export type Palette = Readonly<Record<keyof typeof TOKENS, string>>

/** Reads the tokens where the drawer is drawn. To be read again when the light changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const entries = Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()])
  return Object.fromEntries(entries) as Palette
}

/** Relative luminance of a `#rrggbb` colour, 0 to 1 (WCAG 2). */
export function luminance(colour: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

/** Of two inks the one that stands out more from a ground. */
export function inkOn(ground: string, one: string, other: string): string {
  const contrast = (ink: string) => {
    const [low, high] = [luminance(ground), luminance(ink)].toSorted((a, b) => a - b)
    return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
  }
  return contrast(one) >= contrast(other) ? one : other
}
