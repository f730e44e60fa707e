import { depthAt, xAt, yAt } from './perspective.ts'
import type { Item } from './items.ts'
import { standingOf, visibleRange, type Spread, type View } from './leafing.ts'
import type { Box, Stage } from './stage.ts'

export type Point = { readonly x: number; readonly y: number }
/** `tab` also for the printed cover: both belong to one folder without doubt. `edge`: the thin upper edge between two tabs. */
export type Hit = { readonly index: number; readonly part: 'tab' | 'edge' }

const contains = (box: Box, point: Point): boolean =>
  point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height

/** What the pointer touches, front to back, as the eye sees it: what stands in front hides what stands behind. */
export function hitAt(stage: Stage, view: View, items: readonly Item[], point: Point): Hit | null {
  if (point.y >= stage.front.y) return null
  const [first, last] = visibleRange(stage, view, null, items.length)
  for (let index = first; index <= last; index += 1) {
    const standing = standingOf(stage, view, null, index)
    if (contains(standing.tab, point)) return { index, part: 'tab' }
    const hasBody = items[index]?.folder?.state !== 'missing'
    if (hasBody && point.y >= standing.y && point.x >= standing.left && point.x <= standing.right) {
      return { index, part: index === Math.round(view.opened) ? 'tab' : 'edge' }
    }
  }
  return null
}

/** The free slot under the pointer while the drawer is spread, or null over a folder. Half a folder beside a gap counts. */
export function slotAt(stage: Stage, spread: Spread, scroll: number, point: Point): number | null {
  const edge = depthAt(stage.camera, point.y + stage.tab.height / 2)
  const halfWidth = Math.abs(xAt(stage.camera, stage.railOuter, edge) - stage.camera.centreX)
  if (Math.abs(point.x - stage.camera.centreX) > halfWidth) return null
  if (point.y > stage.front.y || point.y < stage.slot.y) return null
  const depth = edge + scroll
  for (const { run, z, units } of spread.runs) {
    if (depth < z - 0.6 || depth > z + units + 0.6) continue
    const share = Math.min(Math.max((depth - z) / units, 0), 0.999)
    return run.first + Math.floor(share * (run.last - run.first + 1))
  }
  return null
}

/** Where a free slot is drawn while the drawer is spread: the depth of its middle, and its height there. Null if not free. */
export function placeOfSlot(stage: Stage, spread: Spread, scroll: number, slot: number): { z: number; y: number } | null {
  for (const { run, z, units } of spread.runs) {
    if (slot < run.first || slot > run.last) continue
    const share = (slot - run.first + 0.5) / (run.last - run.first + 1)
    const depth = z + share * units - scroll
    return { z: depth, y: yAt(stage.camera, depth) }
  }
  return null
}

/** The scroll at which a free slot can be seen while the drawer is spread. */
export function scrollToSlot(stage: Stage, spread: Spread, scroll: number, slot: number): number {
  const place = placeOfSlot(stage, spread, 0, slot)
  if (!place) return scroll
  const least = place.z + 4 - stage.camera.units
  return Math.max(0, Math.min(Math.max(scroll, least), place.z - 3))
}
