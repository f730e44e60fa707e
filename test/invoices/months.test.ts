import { describe, expect, test } from 'vitest'
import { concentrationOf, volatilityOf } from '../../src/shared/rules/invoices/figures.ts'
import { monthEnd, monthsWindow } from '../../src/shared/rules/invoices/months.ts'

describe('months that end on a day', () => {
  test.each([
    ['2026-11-15', 0, '2026-11-15'], ['2026-11-15', 1, '2026-10-15'], ['2026-11-15', 12, '2025-11-15'],
    // The last day of a month stays the last, whatever the month's length.
    ['2026-11-30', 1, '2026-10-31'], ['2020-02-29', 1, '2020-01-31'], ['2020-02-29', 12, '2019-02-28'], ['2019-02-28', 12, '2018-02-28'], ['2021-02-28', 12, '2020-02-29'],
    // Another day gives way only where the month is shorter.
    ['2020-03-30', 1, '2020-02-29'], ['2020-03-30', 2, '2020-01-30'], ['2019-03-29', 1, '2019-02-28'], ['2026-01-31', 1, '2025-12-31'], ['2026-01-30', 13, '2024-12-30'],
  ])('%s, %i back: %s', (asOf, back, end) => {
    expect(monthEnd(asOf, back)).toBe(end)
  })
  test.each([
    ['2020-02-29', 12, 0, '2019-03-01', '2020-02-29'], ['2020-02-29', 12, 12, '2018-03-01', '2019-02-28'], ['2026-11-15', 12, 0, '2025-11-16', '2026-11-15'],
    ['2026-11-15', 1, 0, '2026-10-16', '2026-11-15'], ['2026-01-01', 12, 0, '2025-01-02', '2026-01-01'],
  ])('%s: %i months, %i back', (asOf, months, back, from, until) => {
    expect(monthsWindow(asOf, months, back)).toEqual({ from, until })
  })
  test('neither overlap nor leave a day, on any day of five years', () => {
    for (let day = Date.UTC(2019, 0, 1); day < Date.UTC(2024, 0, 1); day += 86_400_000) {
      const asOf = new Date(day).toISOString().slice(0, 10)
      for (let back = 0; back < 36; back++) {
        const next = new Date(`${monthsWindow(asOf, 1, back + 1).until}T00:00:00Z`)
        next.setUTCDate(next.getUTCDate() + 1)
        expect(monthsWindow(asOf, 1, back).from).toBe(next.toISOString().slice(0, 10))
      }
    }
  })
})

describe('volatility', () => {
  test.each([
    ['always the same', Array<number>(12).fill(100), 0],
    // Deviations ±50 of a mean of 100.
    ['half and half again as much', [50, 150, 50, 150, 50, 150, 50, 150, 50, 150, 50, 150], 0.5],
    // 1200 in one month: mean 100, variance (1100² + 11 · 100²) / 12 = 110,000.
    ['all in one month', [1200, ...Array<number>(11).fill(0)], Math.sqrt(110_000) / 100],
    // A month that is returned: mean 50, variance (10 · 50² + 550² + 450²) / 12 …
    ['one month net negative', [600, -400, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40], Math.sqrt((550 ** 2 + 450 ** 2 + 10 * 10 ** 2) / 12) / 50],
    ['nothing', Array<number>(12).fill(0), null],
    ['more returned than sold', [-100, ...Array<number>(11).fill(0)], null],
  ])('%s', (_what, months, expected) => {
    const value = volatilityOf(months)
    if (expected === null) expect(value).toBeNull()
    else expect(value).toBeCloseTo(expected, 12)
  })
})

describe('who is sold to', () => {
  const side = (counterpartyId: number, netFen: number, isNamed = true) => ({ counterpartyId, netFen, isNamed, invoices: 1 })
  test('one alone is everything', () => {
    expect(concentrationOf([side(1, 500)], 5)).toEqual({ count: 1, wholeFen: 500, top: [side(1, 500)] })
  })
  test('who is left with nothing or less is nobody, and who is not named is part of the whole alone', () => {
    expect(concentrationOf([side(1, 500), side(2, 0), side(3, -900), side(4, 300), side(5, 200, false)], 1)).toEqual({ count: 2, wholeFen: 1000, top: [side(1, 500)] })
  })
  test('nobody', () => expect(concentrationOf([], 5)).toEqual({ count: 0, wholeFen: 0, top: [] }))
})
