import { useState } from 'react'
import type { Rotation } from './page-source.ts'

export type Zoom = 'width' | 'page' | number

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4]
export const MIN_SCALE = 0.25
export const MAX_SCALE = 4

/** The next of the usual steps above or below a scale. */
export const zoomStep = (scale: number, direction: 1 | -1): number =>
  direction === 1 ? (STEPS.find((step) => step > scale * 1.01) ?? MAX_SCALE) : (STEPS.findLast((step) => step < scale * 0.99) ?? MIN_SCALE)

/** Like a step, but as fine as the wheel turns. */
export const zoomBy = (scale: number, factor: number): number => Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale * factor))

export type ViewState = {
  zoom: Zoom
  rotation: Rotation
  page: number
  /** The scale that the zoom comes to in the room there is. */
  scale: number
  hasThumbnails: boolean
  setZoom: (zoom: Zoom) => void
  rotate: () => void
  setPage: (page: number) => void
  setScale: (scale: number) => void
  toggleThumbnails: () => void
}

/** How the reader looks at a file; kept while it moves between the page and full-page mode. */
export function useViewState(): ViewState {
  const [zoom, setZoom] = useState<Zoom>('width')
  const [rotation, setRotation] = useState<Rotation>(0)
  const [page, setPage] = useState(1)
  const [scale, setScale] = useState(1)
  const [hasThumbnails, setThumbnails] = useState(true)
  return {
    zoom, rotation, page, scale, hasThumbnails, setZoom, setPage, setScale,
    rotate: () => setRotation((was) => ((was + 90) % 360) as Rotation),
    toggleThumbnails: () => setThumbnails((was) => !was),
  }
}
