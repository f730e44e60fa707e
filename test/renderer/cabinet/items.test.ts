import { expect, test } from 'vitest'
import {
  freeRunsOf, freeSlotBeside, isMovable, itemsOf, labelCovers, lastDigits, lettersOf, nearestFreeSlot, stripLetters,
} from '../../../src/renderer/src/features/cabinet/geometry/index.ts'
import { drawerWith, folder, upTo } from './build.ts'

test('folders and those the reader may not know stand in the order of their slots', () => {
  const items = itemsOf({ folders: [folder(9), folder(2)], hiddenSlots: [5, 1] })
  expect(items.map(({ slot, folder }) => [slot, folder?.dossierId ?? null])).toEqual([[1, null], [2, 2], [5, null], [9, 9]])
})

test.each([
  [[], 3, [[1, 3]]],
  [[1, 2, 3], 3, []],
  [[2], 4, [[1, 1], [3, 4]]],
  [[1, 4, 5], 8, [[2, 3], [6, 8]]],
])('free runs of %j in %i', (slots, capacity, runs) => {
  expect(freeRunsOf(drawerWith(slots), capacity).map(({ first, last }) => [first, last])).toEqual(runs)
})

test('from free slot to free slot', () => {
  const runs = freeRunsOf(drawerWith([1, 4, 5]), 8)
  expect([2, 3, 6, 7, 8].map((slot) => freeSlotBeside(runs, slot, 1))).toEqual([3, 6, 7, 8, null])
  expect([2, 3, 6, 7, 8].map((slot) => freeSlotBeside(runs, slot, -1))).toEqual([null, 2, 3, 6, 7])
})

test('the nearest free slot', () => {
  const runs = freeRunsOf(drawerWith([1, 4, 5]), 8)
  expect([1, 4, 5, 20].map((slot) => nearestFreeSlot(runs, slot))).toEqual([2, 3, 6, 8])
  expect(nearestFreeSlot(freeRunsOf(drawerWith(upTo(8)), 8), 4)).toBeNull()
})

test('only what stands in its place, or waits for one, can be carried', () => {
  const movable = (['in', 'unshelved', 'lent', 'overdue', 'moving', 'missing'] as const).filter((state) => isMovable({ state }))
  expect(movable).toEqual(['in', 'unshelved'])
})

test.each([['XY-XS1-2024-0137', '0137'], ['XY-2024-12345', '2345'], ['7', '7'], ['XY-A', 'XY-A']])('last digits of %s', (number, digits) => {
  expect(lastDigits(number)).toBe(digits)
})

test('letters: where each begins and how many there are', () => {
  const items = ['H', 'H', 'J', '#', 'H'].map((letter, index) => ({ slot: index + 1, folder: folder(index + 1, { letter }) }))
  expect([...lettersOf([...items, { slot: 9, folder: null }]).values()]).toEqual([
    { letter: 'H', index: 0, count: 3 }, { letter: 'J', index: 2, count: 1 }, { letter: '#', index: 3, count: 1 },
  ])
})

test('the strip leaves out letters that no syllable begins with, unless a folder has one', () => {
  expect(stripLetters(new Set(['H'])).join('')).toBe('ABCDEFGHJKLMNOPQRSTWXYZ')
  expect(stripLetters(new Set(['#', 'U', 'I'])).join('')).toBe('ABCDEFGHIJKLMNOPQRSTUWXYZ#')
})

test.each([['H–L', 'J', true], ['H-L', 'L', true], ['h—l', 'H', true], ['H–L', 'M', false], ['M', 'M', true], ['1–3 月', 'A', false], ['', 'A', false], ['变更', 'B', false]])(
  'label %s and letter %s', (label, letter, covers) => expect(labelCovers(label, letter)).toBe(covers),
)
