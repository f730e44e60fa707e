import { code128, type DrawingContext } from 'bwip-js/browser'

/** Bars of a Code 128 symbol in modules: where each begins and how wide it is. */
export type Bars = { readonly bars: readonly (readonly [start: number, width: number])[]; readonly modules: number }

const known = new Map<string, Bars | null>()

/** Takes down the bars that the encoder draws, one unit a module. */
function collector(): DrawingContext<Bars> {
  const bars: [number, number][] = []
  let modules = 0
  return {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width) => { modules = width },
    // The encoder rounds the middle of an odd bar up.
    line: (x0, _y0, _x1, _y1, lineWidth) => { bars.push([x0 - Math.ceil(lineWidth / 2), lineWidth]) },
    polygon: () => {}, hexagon: () => {}, ellipse: () => {}, fill: () => {}, text: () => {},
    end: () => ({ bars, modules }),
  }
}

/** The Code 128 symbol of a dossier number; null for one with anything but plain ASCII. */
export function barsOf(number: string): Bars | null {
  let bars = known.get(number)
  if (bars === undefined) {
    // Anything else would be encoded byte by byte, and no scanner would read the number back.
    bars = /^[\x20-\x7e]+$/u.test(number) ? code128({ bcid: 'code128', text: number, height: 1 }, collector()) : null
    if (known.size > 500) known.clear()
    known.set(number, bars)
  }
  return bars
}
