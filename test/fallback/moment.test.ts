import { expect, test } from 'vitest'
import { readMoment } from '../../src/renderer/src/features/fallback/moment.ts'

const local = (year: number, month: number, day: number, hour: number, minute: number) => new Date(year, month - 1, day, hour, minute).toISOString()

test.each([
  ['2026-11-16 09:40', local(2026, 11, 16, 9, 40)], ['11-16 9:40', local(2026, 11, 16, 9, 40)], ['1116 0940', local(2026, 11, 16, 9, 40)], ['20261116 0940', local(2026, 11, 16, 9, 40)],
  ['2026年11月16日 9时40分', local(2026, 11, 16, 9, 40)], ['2026/1/5 9:05', local(2026, 1, 5, 9, 5)], ['2-29 09:40', null], ['2024-02-29 23:59', local(2024, 2, 29, 23, 59)],
  ['11-16', null], ['11-16 25:00', null], ['11-16 09:60', null], ['', null], ['昨天', null],
])('%s', (typed, instant) => {
  expect(readMoment(typed, '2026-11-25')).toBe(instant)
})
