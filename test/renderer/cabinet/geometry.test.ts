import { expect, test } from 'vitest'
import {
  BACK_SCALE, depthAt, pitchAtFront, scaleAt, scrollLimit, scrollToShow, spreadOf, stageFor, standingOf, readableRange, unitsForPitch, visibleRange, xAt, yAt,
  depthOf, leafedDepth, freeRunsOf, type View,
} from '../../../src/renderer/src/features/cabinet/geometry/index.ts'
import { AREAS, closed, drawerWith, set, upTo } from './build.ts'

const camera = { centreX: 412, frontY: 404, depth: 312, units: 52 }

test('the rim is drawn full size, the back flatter than the smallest type allows', () => {
  expect(scaleAt(camera, 0)).toBe(1)
  expect(scaleAt(camera, camera.units)).toBeCloseTo(BACK_SCALE)
  expect(yAt(camera, 0)).toBeCloseTo(404)
  expect(yAt(camera, camera.units)).toBeCloseTo(404 - 312)
})

test('x and y follow the same scale, towards one point', () => {
  const slope = (z: number) => (xAt(camera, -300, z) - camera.centreX) / (yAt(camera, z) - (camera.frontY - camera.depth / (1 - BACK_SCALE)))
  expect(slope(40)).toBeCloseTo(slope(3))
})

test('a height on the screen leads back to its depth', () => {
  for (const z of [-3, 0, 0.4, 12, 51.9, 60]) expect(depthAt(camera, yAt(camera, z))).toBeCloseTo(z)
})

test('units for a pitch give that pitch', () => {
  expect(pitchAtFront({ ...camera, units: unitsForPitch(camera.depth, 6.6) })).toBeCloseTo(6.6)
})

test.each(AREAS)('an area of %i × %i: a drawer of 40 is seen whole, one of 500 is leafed through', (width, height) => {
  const forty = stageFor(width, height, 40)
  expect(scrollLimit(forty, 40, null)).toBeLessThan(height < 450 ? 12 : 1)
  expect(scrollLimit(stageFor(width, height, 500), 500, null)).toBeGreaterThan(400)
})

test.each(AREAS)('an area of %i × %i: no tab hides more than a sliver of the tab five folders behind it', (width, height) => {
  for (const capacity of [1, 40, 120, 500]) {
    const stage = stageFor(width, height, capacity)
    for (const index of [0, 7, 23, 31]) {
      const front = standingOf(stage, closed, null, index)
      const behind = standingOf(stage, closed, null, index + 5)
      expect(front.tab.y - behind.tab.y).toBeGreaterThan(behind.tab.height * 0.9)
    }
  }
})

test.each(AREAS)('an area of %i × %i: everything drawn lies inside it', (width, height) => {
  const stage = stageFor(width, height, 40)
  expect(stage.front.x).toBeGreaterThanOrEqual(0)
  expect(stage.front.y + stage.front.height).toBeLessThanOrEqual(height)
  expect(xAt(stage.camera, stage.railOuter, 0)).toBeLessThanOrEqual(width)
  expect(yAt(stage.camera, stage.camera.units)).toBeGreaterThan(stage.slot.y + stage.slot.height - 1)
})

test('folders stand one behind the other whatever is opened, also on the way there', () => {
  const stage = stageFor(824, 497, 40)
  for (const opened of [0, 0.3, 5, 11.5, 39, 40]) {
    for (let index = 1; index < 40; index += 1) expect(leafedDepth(stage, index, opened)).toBeGreaterThan(leafedDepth(stage, index - 1, opened))
  }
})

test('the opened folder rises, its neighbours stay', () => {
  const { stage } = set(upTo(40), 40)
  const at = (index: number) => standingOf(stage, { opened: 12, scroll: 0, spreading: 0 }, null, index)
  expect(yAt(stage.camera, at(12).z) - at(12).y).toBeCloseTo(stage.rise * at(12).scale)
  expect(yAt(stage.camera, at(11).z)).toBeCloseTo(at(11).y)
  expect(yAt(stage.camera, at(13).z)).toBeCloseTo(at(13).y)
})

test('the window of visible folders is what a look at every folder finds', () => {
  const { stage, items, spread } = set([...upTo(200), ...upTo(180).map((slot) => slot + 260)], 500)
  for (const spreading of [0, 0.5, 1]) {
    for (const scroll of [0, 17.5, 160, 420]) {
      const view: View = { opened: 33, scroll, spreading }
      const [first, last] = visibleRange(stage, view, spread, items.length)
      const seen = items.flatMap((_, index) => {
        const z = depthOf(stage, view, spread, index)
        return z >= -4 && z < stage.camera.units + 7 ? [index] : []
      })
      expect([first, last]).toEqual(seen.length === 0 ? [first, first - 1] : [seen[0], seen.at(-1)])
      expect(last - first).toBeLessThan(120)
      const [nearest, farthest] = readableRange(stage, view, spread, items.length)
      expect(nearest).toBeGreaterThanOrEqual(first)
      expect(farthest).toBeLessThanOrEqual(last)
    }
  }
})

test('an empty drawer has nothing to draw', () => {
  expect(visibleRange(stageFor(824, 497, 40), closed, null, 0)).toEqual([0, -1])
})

test('leafing shows the opened folder with its cover and its neighbours', () => {
  const { stage } = set(upTo(500), 500)
  for (const opened of [0, 1, 44, 250, 498, 499]) {
    for (const from of [0, 100, 480]) {
      const scroll = scrollToShow(stage, from, opened, 500)
      const { z, y } = standingOf(stage, { opened, scroll, spreading: 0 }, null, opened)
      expect(z).toBeGreaterThanOrEqual(stage.gap - 0.01)
      expect(z).toBeLessThan(stage.camera.units)
      expect(y).toBeGreaterThan(stage.slot.y)
    }
  }
  expect(scrollToShow(stage, 100, 115, 500)).toBe(100)
})

test('spread for a move, free slots take room where they are, and the order stays', () => {
  const items = drawerWith([1, 2, 5, 6, 9])
  const { runs, items: depths, length } = spreadOf(items, freeRunsOf(items, 12))
  expect(runs.map(({ run }) => [run.first, run.last])).toEqual([[3, 4], [7, 8], [10, 12]])
  const places = [...depths].map((z, index) => [z, items[index]?.slot] as const).concat(runs.map(({ z, run }) => [z, run.first] as const))
  expect(places.toSorted((a, b) => a[0] - b[0]).map(([, slot]) => slot)).toEqual([1, 2, 3, 5, 6, 7, 9, 10])
  expect(length).toBeGreaterThan(5 + 3 * 3)
})

test('a drawer of one free run of five hundred does not become endless', () => {
  expect(spreadOf([], freeRunsOf([], 500)).length).toBeLessThan(10)
})
