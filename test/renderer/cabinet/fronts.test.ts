import { expect, test } from 'vitest'
import {
  cabinetBeside, columnsOf, drawerBeside, findDrawer, firstDrawer, groupOf, marksOf, type CabinetFront, type DrawerFront, type Standing,
} from '../../../src/renderer/src/features/cabinet/fronts.ts'

const front = (id: number, given: Partial<DrawerFront> = {}): DrawerFront => ({
  id, no: id % 10, label: '', capacity: 40, occupied: 10, lent: 0, overdue: 0, dueToday: 0, moving: 0, missing: 0, ...given,
})
const cabinet = (id: number, drawers: DrawerFront[], label = ''): CabinetFront => ({ id, code: String(id), label, drawers })
const room = [
  cabinet(1, [front(11, { occupied: 0 }), front(12), front(13)]),
  cabinet(2, []),
  cabinet(3, [front(31)]),
  cabinet(4, [front(41), front(42)]),
]
const at = (id: number): Standing => {
  const standing = findDrawer(room, id)
  if (!standing) throw new Error('not there')
  return standing
}

test('the first drawer with something in it is the one that stands open', () => {
  expect(firstDrawer(room)?.id).toBe(12)
  expect(firstDrawer([cabinet(1, [front(11, { occupied: 0 })])])?.id).toBe(11)
  expect(firstDrawer([])).toBeNull()
})

test('a drawer that is not in the room is not found', () => {
  expect(findDrawer(room, 99)).toBeNull()
  expect(findDrawer(room, null)).toBeNull()
})

test('up and down go on in the neighbouring cabinet', () => {
  expect(drawerBeside(room, at(12), 1)?.id).toBe(13)
  expect(drawerBeside(room, at(31), 1)?.id).toBe(41)
  expect(drawerBeside(room, at(41), -1)?.id).toBe(31)
  expect(drawerBeside(room, at(11), -1)).toBeNull()
  expect(drawerBeside(room, at(42), 1)).toBeNull()
})

test('the neighbouring cabinet is opened at the same height, or its lowest drawer', () => {
  expect(cabinetBeside(room, at(42), -1)?.id).toBe(31)
  expect(cabinetBeside(room, at(31), 1)?.id).toBe(41)
})

test('at most three marks, the most pressing first', () => {
  expect(marksOf(front(1, { lent: 3, overdue: 1, dueToday: 1, moving: 1, missing: 1 }))).toEqual(['overdue', 'dueToday', 'lent'])
  expect(marksOf(front(1))).toEqual([])
})

test('the years of a department stand together', () => {
  expect(groupOf(cabinet(1, [], '2021 销售一部'))).toBe('销售一部')
  expect(groupOf(cabinet(1, [], '2022年度 销售一部'))).toBe('销售一部')
  expect(groupOf(cabinet(1, [], '供应商'))).toBe('供应商')
})

test('many drawers stand in two columns', () => {
  expect([5, 6, 7, 10].map((count) => columnsOf(cabinet(1, Array.from({ length: count }, (_, index) => front(index)))))).toEqual([1, 1, 2, 2])
})
