import type { Standing } from '../geometry/index.ts'
import type { Palette } from './palette.ts'
import type { Pen } from './scene.ts'

const MANILA = ['manila1', 'manila2', 'manila3', 'manila4'] as const

/** How much of a body is drawn: no more than can be seen over the folder before it. */
type Visible = { readonly standing: Standing; readonly height: number }

/** The upper edge of a folder: back leaf with its lip, the papers, the front leaf, and the steel hooks on the rails. */
export function drawBody(pen: Pen, palette: Palette, { standing, height }: Visible, index: number): void {
  const { left, right, y, size: scale } = standing
  drawHooks(pen, palette, standing)
  pen.fillStyle = palette[MANILA[(index * 7) % 4] ?? 'manila1']
  pen.beginPath()
  pen.roundRect(left, y, right - left, height, [3 * scale, 3 * scale, 0, 0])
  pen.fill()
  // Shadow that the folder throws on what stands behind it, lip, papers, front leaf.
  line(pen, palette.manilaEdge, 0.9, left + 2, right - 2, y - 0.4, 0.8)
  line(pen, palette.manilaLip, 1, left + 3, right - 3, y + 0.7, 1)
  line(pen, palette.paper, 0.55, left + 9 * scale, right - 9 * scale, y + 2.3 * scale, 0.9)
  line(pen, palette.manilaEdge, 0.55, left + 4, right - 4, y + 3.6 * scale, 0.8)
}

/** A card in the place of a folder that is out: shorter, narrower, pale, with the edge of a ticket. */
export function drawOutCardBody(pen: Pen, palette: Palette, { standing, height }: Visible, ink: string): void {
  const { left, right, y, size: scale } = standing
  drawGap(pen, palette, standing, height)
  const inset = 26 * scale
  const top = y + OUT_CARD_DROP * scale
  pen.fillStyle = palette.outCard
  pen.beginPath()
  pen.moveTo(left + inset, y + height)
  pen.lineTo(left + inset, top + 5 * scale)
  pen.lineTo(left + inset + 5 * scale, top)
  pen.lineTo(right - inset - 5 * scale, top)
  pen.lineTo(right - inset, top + 5 * scale)
  pen.lineTo(right - inset, y + height)
  pen.fill()
  pen.save()
  pen.setLineDash([5 * scale, 3.5 * scale])
  line(pen, ink, 0.75, left + inset + 6 * scale, right - inset - 6 * scale, top + 0.5, 1)
  pen.restore()
}

/** How much shorter than a folder an out-card is, px at the rim. */
export const OUT_CARD_DROP = 4

/** The dark of the drawer where a folder is not. */
export function drawGap(pen: Pen, palette: Palette, standing: Standing, height: number): void {
  const { left, right, y, size: scale } = standing
  pen.save()
  pen.globalAlpha *= 0.66
  pen.fillStyle = palette.slot
  pen.fillRect(left + 6 * scale, y + 2, right - left - 12 * scale, height - 2)
  pen.restore()
}

function drawHooks(pen: Pen, palette: Palette, { left, right, y, size: scale }: Standing): void {
  const length = 15 * scale
  const top = y + 1.5
  for (const x of [left - length, right - 2]) {
    pen.fillStyle = palette.steel5
    pen.fillRect(x, top + 1.6 * scale, length + 2, 1.6 * scale)
    pen.fillStyle = palette.steel2
    pen.fillRect(x, top, length + 2, 1.7 * scale)
  }
}

/** A line across at a height that need not be a whole pixel. */
export function line(pen: Pen, colour: string, alpha: number, from: number, to: number, y: number, width: number): void {
  const before = pen.globalAlpha
  pen.globalAlpha = before * alpha
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.beginPath()
  pen.moveTo(from, y)
  pen.lineTo(to, y)
  pen.stroke()
  pen.globalAlpha = before
}
