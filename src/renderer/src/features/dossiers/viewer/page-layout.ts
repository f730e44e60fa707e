import { turned, type Rotation, type Size } from './page-source.ts'
import type { Zoom } from './view-state.ts'

/** Around the pages and between them, CSS pixels. */
export const MARGIN = 16
/** A page fitted into the room is not blown up beyond this: a small picture stays small. */
const MAX_FIT = 2

export type Room = { width: number; height: number }
export type PageBox = { top: number; width: number; height: number }

/** The scale a zoom comes to in this room: fit to width by the widest page, fit to page by the page being read. */
export function scaleFor(zoom: Zoom, room: Room, sizes: readonly Size[], rotation: Rotation, page: number): number {
  if (typeof zoom === 'number') return zoom
  const widest = Math.max(1, ...sizes.map((size) => turned(size, rotation).width))
  const byWidth = (room.width - 2 * MARGIN) / widest
  const current = turned(sizes[page - 1] ?? sizes[0] ?? { width: 1, height: 1 }, rotation)
  const fitted = zoom === 'width' ? byWidth : Math.min((room.width - 2 * MARGIN) / current.width, (room.height - 2 * MARGIN) / current.height)
  return Math.min(MAX_FIT, Math.max(0.05, fitted))
}

/** Where every page lies, one under the other. */
export function layPages(sizes: readonly Size[], scale: number, rotation: Rotation): { boxes: PageBox[]; height: number; width: number } {
  let top = MARGIN
  let widest = 0
  const boxes = sizes.map((size) => {
    const { width, height } = turned(size, rotation)
    const box = { top, width: width * scale, height: height * scale }
    top += box.height + MARGIN
    widest = Math.max(widest, box.width)
    return box
  })
  return { boxes, height: top, width: widest + 2 * MARGIN }
}

/** The page (from 1) at a height; the last one that begins above it. */
export function pageAt(boxes: readonly PageBox[], y: number): number {
  let low = 0
  let high = boxes.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((boxes[middle]?.top ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low + 1
}
