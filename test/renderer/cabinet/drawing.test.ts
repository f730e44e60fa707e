import { expect, test } from 'vitest'
import { barsOf } from '../../../src/renderer/src/features/cabinet/drawing/barcode.ts'
import { fitted, forgetWidths, typeSize, widthOf } from '../../../src/renderer/src/features/cabinet/drawing/lettering.ts'
import { inkOn, luminance } from '../../../src/renderer/src/features/cabinet/drawing/palette.ts'
import { LEAFING_TIME, viewBetween } from '../../../src/renderer/src/features/cabinet/stage/leafing-motion.ts'

/** A pen whose every letter is ten px wide. */
function plainPen() {
  let measured = 0
  const pen = { font: '500 12px test', measureText: (text: string) => { measured += 1; return { width: Array.from(text).length * 10 } } }
  return { pen: pen as unknown as CanvasRenderingContext2D, count: () => measured }
}

test('a name that fits is whole, a longer one ends in an ellipsis, none at all when there is no room', () => {
  const { pen } = plainPen()
  forgetWidths()
  expect(fitted(pen, '锦岱锻造', 40)).toBe('锦岱锻造')
  expect(fitted(pen, '锦岱锻造', 39)).toBe('锦岱…')
  expect(fitted(pen, '锦岱锻造', 10)).toBe('')
  expect(fitted(pen, '𠮷野家具', 30)).toBe('𠮷野…')
})

test('a width is measured once, until fonts arrive', () => {
  const { pen, count } = plainPen()
  forgetWidths()
  widthOf(pen, '瀚洋物流')
  widthOf(pen, '瀚洋物流')
  expect(count()).toBe(1)
  forgetWidths()
  widthOf(pen, '瀚洋物流')
  expect(count()).toBe(2)
})

test('type never falls below its floor', () => {
  expect([12.5, 10.75, 8].map((size) => typeSize(size, 10))).toEqual([12.5, 11, 10])
})

test('the ink that stands out more', () => {
  expect(luminance('#ffffff')).toBeCloseTo(1)
  expect(luminance('#000000')).toBe(0)
  expect(inkOn('#d5e1dd', '#20262a', '#fffefa')).toBe('#20262a')
  expect(inkOn('#5f716c', '#20262a', '#fffefa')).toBe('#fffefa')
})

/** Code 128, values of the symbols used below, as widths of bar, space, bar, space, bar, space. */
const START_B = [2, 1, 1, 2, 1, 4]
const STOP = [2, 3, 3, 1, 1, 1, 2]

test('a dossier number as Code 128: start, whole symbols of eleven modules, stop', () => {
  const symbol = barsOf('XY-XS1-2024-0137')
  expect(symbol).not.toBeNull()
  const widths: number[] = []
  let at = 0
  for (const [start, width] of symbol?.bars ?? []) {
    if (start > at) widths.push(start - at)
    expect(Number.isInteger(start) && Number.isInteger(width)).toBe(true)
    widths.push(width)
    at = start + width
  }
  expect(widths.slice(0, 6)).toEqual(START_B)
  expect(widths.slice(-7)).toEqual(STOP)
  expect(at).toBe(symbol?.modules)
  expect((at - 13) % 11).toBe(0)
  for (let from = 0; from < widths.length - 7; from += 6) expect(widths.slice(from, from + 6).reduce((sum, width) => sum + width, 0)).toBe(11)
})

test('what Code 128 cannot hold has no bars', () => {
  expect(barsOf('档号')).toBeNull()
})

test('a drawer leaves at once, slows down and arrives exactly', () => {
  const from = { opened: 4, scroll: 0, spreading: 0 }
  const to = { opened: 30, scroll: 12, spreading: 1 }
  expect(viewBetween(from, to, -5)).toEqual(from)
  expect(viewBetween(from, to, LEAFING_TIME)).toBe(to)
  const half = viewBetween(from, to, LEAFING_TIME / 2)
  expect(half.opened).toBeGreaterThan(17)
  expect(half.scroll).toBeLessThan(12)
})
