import { BACK_SCALE, unitsForPitch, type Camera } from './perspective.ts'

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Every fixed measure of an open drawer drawn into a given area. All px. */
export type Stage = {
  readonly width: number
  readonly height: number
  /** 1 at the size of the reference picture (824 × 497); type and parts grow with it. */
  readonly unit: number
  readonly front: Box
  readonly housing: Box
  readonly slot: Box
  readonly camera: Camera
  /** Half widths at the rim: of a folder, of the rails' inner and outer edge. */
  readonly folderHalf: number
  readonly railInner: number
  readonly railOuter: number
  readonly tab: { readonly width: number; readonly height: number; readonly pitch: number }
  /** The opening before the folder that is looked at, and the little one behind it, in folders. */
  readonly gap: number
  readonly behind: number
  /** How far that folder rises, px at the rim. */
  readonly rise: number
}

/** Tabs stand in five places across a folder, as they are sold. */
export const TAB_PLACES = 5

const between = (low: number, value: number, high: number): number => Math.min(Math.max(value, low), high)

/**
 * Measures an open drawer for an area. A drawer whose folders fit fills the depth exactly; a larger one keeps the smallest
 * pitch at which no tab hides the tab behind it, and is leafed through.
 */
export function stageFor(width: number, height: number, capacity: number): Stage {
  const unit = between(0.8, Math.min(width / 824, height / 497), 1.32)
  const frontHeight = Math.round(between(58, height * 0.175, 96 * unit))
  const housingHeight = Math.round(between(20, height * 0.09, 54 * unit))
  const slotHeight = Math.round(34 * unit)
  const margin = 16
  const half = width / 2 - margin
  const front: Box = { x: margin, y: height - frontHeight - 4, width: half * 2, height: frontHeight }
  const tabHeight = Math.max(21, Math.round(23 * unit))
  const frontY = front.y - 5
  const depth = frontY - housingHeight - slotHeight - 6
  const opening = 74 * unit
  const afterOpening = 22 * unit
  const narrowest = tabHeight * 0.262
  const fitting = (depth / BACK_SCALE - opening - afterOpening) / (capacity + 1)
  const pitch = between(narrowest, fitting, narrowest * 1.5)
  const camera: Camera = { centreX: width / 2, frontY, depth, units: unitsForPitch(depth, pitch) }
  const folderHalf = half * 0.885
  const places = folderHalf * 2 * 0.985
  return {
    width, height, unit, front, camera, folderHalf,
    housing: { x: width / 2 - half * 0.862, y: 0, width: half * 1.724, height: housingHeight },
    slot: { x: width / 2 - half * 0.812, y: housingHeight, width: half * 1.624, height: slotHeight },
    railInner: half * 0.915, railOuter: half * 0.985,
    tab: { width: (places / TAB_PLACES) * 0.955, height: tabHeight, pitch: places / TAB_PLACES },
    gap: opening / pitch, behind: afterOpening / pitch, rise: 24 * unit,
  }
}
