import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, expiryOf } from '../../src/shared/rules/dossiers/deadlines.ts'

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2024-02-29', 12, '2025-02-28'], ['2026-11-23', 12, '2027-11-23'],
    ['2026-12-31', 2, '2027-02-28'], ['2026-03-31', 1, '2026-04-30'], ['2026-05-15', 0, '2026-05-15'],
  ])('%s + %i = %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected)
  })

  it('lands in the month meant, never in the next', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true }), fc.nat(600), (date, months) => {
      const day = date.toISOString().slice(0, 10)
      const [year, month] = addMonths(day, months).split('-').map(Number) as [number, number]
      expect(year * 12 + month).toBe(Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) + months)
    }))
  })
})

describe('expiryOf', () => {
  it.each([
    ['as read from the document', { datedOn: '2024-03-12', expiresOn: '2029-03-11' }, 12, '2029-03-11'],
    ['by the regulation', { datedOn: '2024-03-12', expiresOn: null }, 12, '2025-03-12'],
    ['undated', { datedOn: null, expiresOn: null }, 12, null],
    ['without a term', { datedOn: '2024-03-12', expiresOn: null }, undefined, null],
  ])('%s', (_case, document, validMonths, expected) => {
    expect(expiryOf(document, validMonths)).toBe(expected)
  })
})
