import { scaleAt, xAt, yAt } from './perspective.ts'
import type { FreeRun, Item } from './items.ts'
import { TAB_PLACES, type Box, type Stage } from './stage.ts'

/** Where every item of a drawer stands while a folder is being moved: runs of free slots take room, and can be dropped on. */
export type Spread = {
  /** Depth of each item, by index. */
  readonly items: Float64Array
  readonly runs: readonly { readonly run: FreeRun; readonly z: number; readonly units: number }[]
  readonly length: number
}

/** How a drawer stands at a moment. Fractions are moments between two states: the drawing goes through them. */
export type View = {
  /** Index of the folder looked at; the number of items when the drawer is closed up. */
  readonly opened: number
  /** Depth at the front rim: what lies before it has been leafed past. */
  readonly scroll: number
  /** 0 leafing, 1 spread for a move. */
  readonly spreading: number
}

const unitInterval = (value: number): number => Math.min(Math.max(value, 0), 1)

/** Depth of an item while leafing: those behind the opened one stand behind the opening. */
export const leafedDepth = (stage: Stage, index: number, opened: number): number =>
  index + stage.gap * unitInterval(index - opened + 1) + stage.behind * unitInterval(index - opened)

/** How many folders' room a run of free slots takes: enough to be seen between tabs, never more than a hand's breadth. */
const roomOf = ({ first, last }: FreeRun): number => Math.min(3.6 + (last - first) * 0.8, 7)

/** Lays out a drawer for a move. */
export function spreadOf(items: readonly Item[], runs: readonly FreeRun[]): Spread {
  const depths = new Float64Array(items.length)
  const placed: { run: FreeRun; z: number; units: number }[] = []
  let z = 0
  let next = 0
  const place = (run: FreeRun) => {
    const units = roomOf(run)
    placed.push({ run, z, units })
    z += units
  }
  items.forEach(({ slot }, index) => {
    for (let run = runs[next]; run !== undefined && run.first < slot; run = runs[next]) {
      place(run)
      next += 1
    }
    depths[index] = z
    z += 1
  })
  for (const run of runs.slice(next)) place(run)
  return { items: depths, runs: placed, length: z }
}

/** Depth of an item from the front rim, between leafing and spread. */
export function depthOf(stage: Stage, view: View, spread: Spread | null, index: number): number {
  const leafed = leafedDepth(stage, index, view.opened)
  if (spread === null || view.spreading === 0) return leafed - view.scroll
  return leafed + ((spread.items[index] ?? leafed) - leafed) * view.spreading - view.scroll
}

/** How far the drawer can be leafed: the back of the last folder comes to rest a little before the back of the drawer. */
export function scrollLimit(stage: Stage, count: number, spread: Spread | null): number {
  const length = spread ? spread.length : count + (count > 0 ? stage.gap + stage.behind : 0)
  return Math.max(0, length - stage.camera.units + 1)
}

/** The nearest scroll at which the opened folder, its printed cover and its neighbours can be seen. */
export function scrollToShow(stage: Stage, scroll: number, opened: number, count: number): number {
  const limit = scrollLimit(stage, count, null)
  const front = Math.max(0, opened - 2)
  const back = opened + stage.gap + stage.behind + 3
  const least = back - stage.camera.units
  return Math.min(Math.max(Math.min(scroll, front), least, 0), Math.max(limit, 0))
}

/** Folders before the rim and past the back that are still drawn: their tabs look over the edge. */
const MARGIN_FRONT = 4
const MARGIN_BACK = 7

/** First and last index to draw; the last is before the first when there are none. */
export const visibleRange = (stage: Stage, view: View, spread: Spread | null, count: number): readonly [number, number] =>
  rangeBetween(stage, view, spread, count, -MARGIN_FRONT, stage.camera.units + MARGIN_BACK)

/** First and last index between the rim and the back: those that can be read. */
export const readableRange = (stage: Stage, view: View, spread: Spread | null, count: number): readonly [number, number] =>
  rangeBetween(stage, view, spread, count, 0, stage.camera.units)

/** Depths rise with the index, so both ends are found by halving. */
function rangeBetween(stage: Stage, view: View, spread: Spread | null, count: number, near: number, far: number): readonly [number, number] {
  const firstAtLeast = (depth: number): number => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if (depthOf(stage, view, spread, middle) < depth) low = middle + 1
      else high = middle
    }
    return low
  }
  return [firstAtLeast(near), firstAtLeast(far) - 1]
}

/** Where one folder is drawn. */
export type Standing = {
  readonly z: number
  readonly scale: number
  /** Scale of type and of small parts: that of the depth and of the stage. */
  readonly size: number
  /** Upper edge of the folder, its left and right edge; px. */
  readonly y: number
  readonly left: number
  readonly right: number
  readonly tab: Box
}

/** How far an item has risen, px on the screen: the opened one fully, its neighbours not at all. */
export const riseOf = (stage: Stage, view: View, index: number, scale: number): number =>
  stage.rise * scale * unitInterval(1 - Math.abs(index - view.opened)) * (1 - view.spreading)

/** Places one item on the screen. Tabs go from left to right, one place further with each folder to the back. */
export function standingOf(stage: Stage, view: View, spread: Spread | null, index: number): Standing {
  const z = depthOf(stage, view, spread, index)
  const scale = scaleAt(stage.camera, z)
  const y = yAt(stage.camera, z) - riseOf(stage, view, index, scale)
  const place = index % TAB_PLACES
  const tabLeft = -(stage.tab.pitch * TAB_PLACES) / 2 + stage.tab.pitch * place + (stage.tab.pitch - stage.tab.width) / 2
  const height = stage.tab.height * scale
  return {
    z, scale, y, size: scale * stage.unit,
    left: xAt(stage.camera, -stage.folderHalf, z),
    right: xAt(stage.camera, stage.folderHalf, z),
    tab: { x: xAt(stage.camera, tabLeft, z), y: y - height, width: stage.tab.width * scale, height },
  }
}
