import { expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../../src/renderer/src/features/cabinet/address.ts'
import { isDroppable, sameTarget } from '../../../src/renderer/src/features/cabinet/carrying.ts'
import { daysBetween } from '../../../src/renderer/src/features/cabinet/days.ts'
import { actionOf } from '../../../src/renderer/src/features/cabinet/keys.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held })

test.each([
  ['ArrowRight', {}, { do: 'leaf', by: 1 }],
  ['ArrowLeft', { shiftKey: true }, { do: 'leaf', by: -5 }],
  ['ArrowUp', {}, { do: 'drawer', by: -1 }],
  ['PageDown', {}, { do: 'cabinet', by: 1 }],
  ['Home', {}, { do: 'end', at: 'first' }],
  ['Enter', {}, { do: 'open' }],
  ['Escape', {}, { do: 'cancel' }],
  ['h', {}, { do: 'letter', letter: 'H' }],
  ['#', {}, { do: 'letter', letter: '#' }],
  ['m', {}, { do: 'pick' }],
  ['M', { shiftKey: true }, { do: 'letter', letter: 'M' }],
  ['z', { ctrlKey: true }, { do: 'undo' }],
  ['z', { ctrlKey: true, shiftKey: true }, null],
  ['h', { ctrlKey: true }, null],
  ['ArrowLeft', { altKey: true }, null],
  ['1', {}, null],
  ['Tab', {}, null],
] as const)('%s with %j', (key, held, action) => {
  expect(actionOf(press(key, held), true)).toEqual(action)
})

test('who may not move folders jumps to M with M', () => {
  expect(actionOf(press('m'), false)).toEqual({ do: 'letter', letter: 'M' })
})

test('an address keeps where one stands', () => {
  const address = { room: 2, drawer: 31, folder: 700, view: 'list' } as const
  expect(readAddress(writeAddress(address).split('?')[1] ?? '')).toEqual(address)
  expect(writeAddress({ room: null, drawer: null, folder: null, view: 'cabinet' })).toBe('/cabinet')
})

test.each(['room=x', 'room=-1', 'room=1.5', 'room=0', 'room=9999999999999999', 'view=other', ''])('what is not ours in an address is left out: %s', (search) => {
  expect(readAddress(search)).toEqual({ room: null, drawer: null, folder: null, view: 'cabinet' })
})

test('a folder is put down on a free slot or into a drawer that is not full', () => {
  expect(isDroppable({ kind: 'slot', drawerId: 1, slot: 2 })).toBe(true)
  expect(isDroppable({ kind: 'drawer', drawerId: 1, isFull: false })).toBe(true)
  expect(isDroppable({ kind: 'drawer', drawerId: 1, isFull: true })).toBe(false)
  expect(isDroppable({ kind: 'nowhere', why: 'taken' })).toBe(false)
  expect(sameTarget({ kind: 'slot', drawerId: 1, slot: 2 }, { kind: 'slot', drawerId: 1, slot: 3 })).toBe(false)
})

test('days between two days, over the ends of months and years', () => {
  expect(daysBetween('2026-11-23', '2026-11-17')).toBe(-6)
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
})
