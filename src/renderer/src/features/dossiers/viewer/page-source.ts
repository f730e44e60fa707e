/** CSS pixels at 100 %, before the reader turns the page. */
export type Size = { readonly width: number; readonly height: number }
/** Clockwise. */
export type Rotation = 0 | 90 | 180 | 270

/** A file as pages to draw, whatever its format. Every method refuses after `close`. */
export type PageSource = {
  readonly pages: number
  /** `page` counts from 1. */
  size(page: number): Promise<Size>
  /** Draws the whole page; sets the canvas to `ratio` device pixels a CSS pixel. Refuses what cannot be drawn. */
  draw(page: number, canvas: HTMLCanvasElement, ratio: number, rotation: Rotation, signal: AbortSignal): Promise<void>
  close(): void
}

/** Why a file is not shown; each has its words in `text.dossiers.viewer`. */
export type ViewFailure = 'damaged' | 'unreadable' | 'gone' | 'protected'
export class ViewError extends Error {
  readonly failure: ViewFailure
  constructor(failure: ViewFailure, cause?: unknown) {
    super(failure, { cause })
    this.name = 'ViewError'
    this.failure = failure
  }
}

/** Browsers refuse canvases beyond this; a larger page is drawn coarser and stretched. */
const MAX_PIXELS = 24_000_000

/** The size after the reader's turn. */
export const turned = ({ width, height }: Size, rotation: Rotation): Size =>
  rotation % 180 === 0 ? { width, height } : { width: height, height: width }

/** Device pixels a CSS pixel that a page of this size may have. */
export const drawableRatio = ({ width, height }: Size, ratio: number): number =>
  Math.min(ratio, Math.sqrt(MAX_PIXELS / Math.max(1, width * height)))

/** Draws a picture upright or turned so that it fills the canvas, which takes the size of the turned page. */
export function drawPicture(picture: CanvasImageSource, size: Size, canvas: HTMLCanvasElement, ratio: number, rotation: Rotation): void {
  const { width, height } = turned(size, rotation)
  canvas.width = Math.max(1, Math.round(width * ratio))
  canvas.height = Math.max(1, Math.round(height * ratio))
  const context = canvas.getContext('2d')
  if (!context) throw new ViewError('unreadable')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((rotation * Math.PI) / 180)
  const across = rotation % 180 === 0 ? canvas.width : canvas.height
  const down = rotation % 180 === 0 ? canvas.height : canvas.width
  context.drawImage(picture, -across / 2, -down / 2, across, down)
  context.resetTransform()
}
