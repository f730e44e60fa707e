import type { Palette } from './palette.ts'

export type Mark = 'lent' | 'overdue' | 'moving' | 'missing' | 'unshelved'

/**
 * A state mark: shape, character and colour together. `size` is its diameter, px. It stands on light paper in the dark, too,
 * so its inks are those of the paper.
 */
export function drawMark(
  context: CanvasRenderingContext2D, palette: Palette, mark: Mark, character: string, centreX: number, centreY: number, size: number,
): void {
  const radius = size / 2
  const { ring, fill, on } = markInks(palette, mark)
  context.save()
  context.beginPath()
  if (mark === 'moving' || mark === 'unshelved') context.roundRect(centreX - radius, centreY - radius, size, size, size * 0.24)
  else context.arc(centreX, centreY, radius - 0.75, 0, Math.PI * 2)
  if (fill) {
    context.fillStyle = fill
    context.fill()
  }
  if (ring) {
    context.strokeStyle = ring
    context.lineWidth = mark === 'missing' ? 1.2 : 1.5
    if (mark === 'missing') context.setLineDash([2.5, 2])
    context.stroke()
  }
  context.setLineDash([])
  context.fillStyle = on
  const type = Math.max(10, size * (mark === 'missing' ? 0.58 : 0.66))
  context.font = `600 ${type}px ${palette.fontUi}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillText(character, centreX, centreY + type * 0.36)
  context.restore()
}

function markInks(palette: Palette, mark: Mark): { ring?: string; fill?: string; on: string } {
  if (mark === 'lent') return { ring: palette.paperPri, fill: palette.insert, on: palette.paperPri }
  if (mark === 'overdue') return { fill: palette.paperSeal, on: palette.paper }
  if (mark === 'moving') return { fill: palette.paperPri, on: palette.paper }
  if (mark === 'missing') return { ring: palette.steel0, on: palette.insert }
  return { ring: palette.noneLine, fill: palette.insert, on: palette.paperInk }
}
