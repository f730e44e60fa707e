import { code128, qrcode, type DrawingContext } from 'bwip-js/browser'

/** A code as one path: what is black, in units of one module, with no quiet zone. */
export type CodePath = { readonly d: string; readonly width: number; readonly height: number }

/** Collects what the symbology draws as one SVG path; a code is bars and squares only, so nothing else is drawn. */
function pathContext(): DrawingContext<CodePath> {
  let d = ''
  let size = { width: 0, height: 0 }
  return {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width, height) => {
      size = { width, height }
    },
    line: (x0, y0, x1, y1, thickness) => {
      const half = thickness / 2
      d += x0 === x1
        ? `M${x0 - half} ${y0}H${x0 + half}V${y1}H${x0 - half}Z`
        : `M${x0} ${y0 - half}H${x1}V${y1 + half}H${x0}Z`
    },
    polygon: (points) => {
      d += `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`
    },
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => ({ d, ...size }),
  }
}

const scale = 2

/** A QR code (medium error correction) of a short text. */
export const qrPath = (text: string): CodePath => qrcode({ bcid: 'qrcode', text, scale }, pathContext())

/** A Code 128 of a number as this program gives them: capitals, digits and hyphens. Throws on an empty text. */
export const code128Path = (text: string): CodePath => code128({ bcid: 'code128', text, scale, height: 10 }, pathContext())
