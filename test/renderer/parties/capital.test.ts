import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fenFromWan, roundWanFromFen, wanFromFen } from '../../../src/renderer/src/ui/capital.ts'

describe('registered capital in 万元', () => {
  test.each([
    [5_200_000_000, '5,200'], [0, '0'], [1, '0.000001'], [1_000_000, '1'], [123_456_789, '123.456789'], [9_000_000_000_000_000, '9,000,000,000'],
    [1_500_000, '1.5'],
  ])('%i fen is shown as %s', (fen, shown) => expect(wanFromFen(fen)).toBe(shown))

  test.each([
    [12_956_301_600, '12,956.30'], [459_827_100, '459.83'], [0, '0.00'], [4_999, '0.00'], [5_000, '0.01'], [1_000_000, '1.00'], [9_000_000_000_000_000, '9,000,000,000.00'],
  ])('a sum of %i fen is shown as %s', (fen, shown) => expect(roundWanFromFen(fen)).toBe(shown))

  test.each([
    ['5,200', 5_200_000_000], ['5200.5', 5_200_500_000], [' 5 200 ', 5_200_000_000], ['0.000001', 1], ['1.', 1_000_000], ['5，200', 5_200_000_000],
  ])('%s is taken', (typed, fen) => expect(fenFromWan(typed)).toEqual({ fen }))

  test('nothing typed is no amount', () => expect(fenFromWan('  ')).toEqual({ fen: null }))

  test.each(['abc', '-1', '1e3', '0.0000001', '.5', '9000000000.000001', '5200万'])('%s is refused', (typed) =>
    expect(fenFromWan(typed)).toEqual({ refused: true }))

  test('what is shown and typed again is the same to the fen', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_000_000_000_000_000 }), (fen) => {
      expect(fenFromWan(wanFromFen(fen))).toEqual({ fen })
    }))
  })
})
