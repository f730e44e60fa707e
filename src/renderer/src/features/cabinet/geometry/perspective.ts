/**
 * One-point perspective of an open drawer, seen from above its front. Depth `z` is counted in folders: 0 is the front rim,
 * `units` the back. Everything shrinks towards one point straight behind the middle of the drawer.
 */
export type Camera = {
  /** Middle of the drawer, px. */
  readonly centreX: number
  /** Where the upper edge of a folder at the front rim lies, px. */
  readonly frontY: number
  /** Height on the screen from the front rim to the back, px. */
  readonly depth: number
  /** Folders that fill the depth, standing close. */
  readonly units: number
}

/** Scale at the back. Flatter than 0.82, so that the farthest tabs stay above the smallest type that can be read. */
export const BACK_SCALE = 0.86

const shrink = (camera: Camera): number => (1 / BACK_SCALE - 1) / camera.units
const vanishY = (camera: Camera): number => camera.frontY - camera.depth / (1 - BACK_SCALE)

/** Scale at a depth: 1 at the rim, `BACK_SCALE` at the back; larger than 1 before the rim. */
export const scaleAt = (camera: Camera, z: number): number => 1 / (1 + shrink(camera) * Math.max(z, -camera.units))

/** Height on the screen (px from the top) of a folder's upper edge at a depth. */
export const yAt = (camera: Camera, z: number): number => vanishY(camera) + (camera.frontY - vanishY(camera)) * scaleAt(camera, z)

/** Where a point `offset` px from the middle at the rim lies on the screen at a depth. */
export const xAt = (camera: Camera, offset: number, z: number): number => camera.centreX + offset * scaleAt(camera, z)

/** The depth whose folders' upper edges lie at a height: the inverse of `yAt`. */
export function depthAt(camera: Camera, y: number): number {
  const scale = (y - vanishY(camera)) / (camera.frontY - vanishY(camera))
  return (1 / Math.max(scale, 0.01) - 1) / shrink(camera)
}

/** Distance on the screen between two neighbours at the front rim, px. */
export const pitchAtFront = (camera: Camera): number => (camera.depth * shrink(camera)) / (1 - BACK_SCALE)

/** The units that make the pitch at the front rim `pitch` px. */
export const unitsForPitch = (depth: number, pitch: number): number => depth / (BACK_SCALE * pitch)
