const ANGLE = (-24 * Math.PI) / 180
const FONT_SIZE = 10.5
const ROW_GAP = 84
const COLUMN_GAP = 56
// Pages stay white in the dark, so the mark keeps the light palette's ink blue-green at 20 %.
const INK = 'rgba(31, 92, 96, 0.2)'
// A film may be dark or light: a pale mark with a dark edge is read on both.
const FILM_INK = 'rgba(255, 255, 255, 0.34)'
const FILM_EDGE = 'rgba(16, 40, 42, 0.3)'

/**
 * Burns the reader's mark into what a canvas shows, tiled and slanted, so that no page leaves the screen without it.
 * `scale`: device pixels a CSS pixel; below 1 the mark shrinks with a thumbnail.
 */
export function burnWatermark(canvas: HTMLCanvasElement, words: string, scale: number, on: 'paper' | 'film' = 'paper'): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const width = canvas.width / scale
  const height = canvas.height / scale
  const reach = Math.hypot(width, height)
  context.save()
  context.scale(scale, scale)
  context.translate(width / 2, height / 2)
  context.rotate(ANGLE)
  context.font = `${FONT_SIZE}px ${fontFamily()}`
  context.fillStyle = on === 'paper' ? INK : FILM_INK
  context.strokeStyle = FILM_EDGE
  context.textBaseline = 'middle'
  const step = context.measureText(words).width + COLUMN_GAP
  let row = 0
  for (let y = -reach / 2; y < reach / 2; y += ROW_GAP) {
    const shift = row % 2 === 0 ? 0 : step / 2
    for (let x = -reach / 2 - shift; x < reach / 2; x += step) {
      if (on === 'film') context.strokeText(words, x, y)
      context.fillText(words, x, y)
    }
    row += 1
  }
  context.restore()
}

const fontFamily = () => getComputedStyle(document.documentElement).getPropertyValue('--font-ui') || 'sans-serif'

/** Waits for the slices of the interface font that the mark needs; a canvas does not load them by itself. */
export async function readyWatermarkFont(words: string): Promise<void> {
  try {
    await document.fonts.load(`${FONT_SIZE}px ${fontFamily()}`, words)
  } catch {
    // The system's own font writes it then.
  }
}
