import { expect, test } from 'vitest'
import { freeRunsOf, hitAt, placeOfSlot, scrollToSlot, slotAt, spreadOf, standingOf, visibleRange, type View } from '../../../src/renderer/src/features/cabinet/geometry/index.ts'
import { AREAS, drawerWith, folder, set, upTo } from './build.ts'

test.each(AREAS)('an area of %i × %i: pointing at the upper half of a tab finds its folder', (...area) => {
  const { stage, items } = set(upTo(40), 40, area)
  for (const opened of [0, 13, 26, 39]) {
    const view: View = { opened, scroll: 0, spreading: 0 }
    const [first, last] = visibleRange(stage, view, null, items.length)
    for (let index = first; index <= last; index += 1) {
      const { tab, z } = standingOf(stage, view, null, index)
      if (z < 0 || z > stage.camera.units) continue
      expect(hitAt(stage, view, items, { x: tab.x + tab.width / 2, y: tab.y + tab.height * 0.35 })).toEqual({ index, part: 'tab' })
    }
  }
})

test('the printed cover belongs to the opened folder', () => {
  const { stage, items } = set(upTo(40), 40)
  const view: View = { opened: 20, scroll: 0, spreading: 0 }
  const { y, left } = standingOf(stage, view, null, 20)
  expect(hitAt(stage, view, items, { x: left + 30, y: y + 20 })).toEqual({ index: 20, part: 'tab' })
})

test('leafing to a folder leaves it under the pointer: the next look finds the same one', () => {
  const { stage, items } = set(upTo(40), 40)
  for (const from of [3, 20, 36]) {
    const before: View = { opened: from, scroll: 0, spreading: 0 }
    for (let index = 0; index < 40; index += 1) {
      const { tab, z } = standingOf(stage, before, null, index)
      const point = { x: tab.x + tab.width / 2, y: tab.y + tab.height * 0.5 }
      if (z < 0 || hitAt(stage, before, items, point)?.index !== index) continue
      expect(hitAt(stage, { ...before, opened: index }, items, point)?.index, `from ${from} to ${index}`).toBe(index)
    }
  }
})

test('a missing folder has a tab to point at but no body to hide others', () => {
  const { stage } = set(upTo(10), 40)
  const items = drawerWith(upTo(10)).map((item) => (item.slot === 5 ? { slot: 5, folder: folder(5, { state: 'missing' }) } : item))
  const view: View = { opened: 10, scroll: 0, spreading: 0 }
  const { y, left } = standingOf(stage, view, null, 4)
  expect(hitAt(stage, view, items, { x: left + 4, y: y + 1 })?.index).not.toBe(4)
})

test('beside the drawer and on its front there is nothing', () => {
  const { stage, items } = set(upTo(40), 40)
  const view: View = { opened: 20, scroll: 0, spreading: 0 }
  expect(hitAt(stage, view, items, { x: 2, y: 300 })).toBeNull()
  expect(hitAt(stage, view, items, { x: 400, y: stage.front.y + 5 })).toBeNull()
})

test('every free slot of a short gap can be aimed at, and lies where it is aimed at', () => {
  const slots = upTo(40).filter((slot) => ![7, 15, 16, 30, 31, 32].includes(slot))
  const { stage, spread } = set(slots, 40)
  for (const slot of [7, 15, 16, 30, 31, 32]) {
    const place = placeOfSlot(stage, spread, 0, slot)
    expect(place).not.toBeNull()
    expect(slotAt(stage, spread, 0, { x: 412, y: (place?.y ?? 0) - stage.tab.height / 2 })).toBe(slot)
  }
  expect(placeOfSlot(stage, spread, 0, 8)).toBeNull()
})

test('over a folder or beside the drawer no slot is aimed at', () => {
  const { stage, spread } = set(upTo(38), 40)
  expect(slotAt(stage, spread, 0, { x: 412, y: stage.front.y - 30 })).toBeNull()
  expect(slotAt(stage, spread, 0, { x: 3, y: 200 })).toBeNull()
})

test('a slot out of sight is scrolled to', () => {
  const items = drawerWith(upTo(499))
  const spread = spreadOf(items, freeRunsOf(items, 500))
  const { stage } = set([], 500)
  const scroll = scrollToSlot(stage, spread, 0, 500)
  const place = placeOfSlot(stage, spread, scroll, 500)
  expect(place?.z).toBeGreaterThan(0)
  expect(place?.z).toBeLessThan(stage.camera.units)
})
