import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../src/shared/rules/regulations/number.ts'

describe('formatNumber', () => {
  it.each([
    ['XY-{department}-{year}-{sequence:4}', { department: 'XS1', year: 2024, sequence: 137 }, 'XY-XS1-2024-0137'],
    ['CX-{year}-{sequence:4}', { department: '', year: 2026, sequence: 1 }, 'CX-2026-0001'],
    ['{department}{year}{sequence}', { department: 'A', year: 2026, sequence: 7 }, 'A20267'],
    ['HT-{department}-{year}-{sequence:4}', { department: 'XS1', year: 2026, sequence: 12345 }, 'HT-XS1-2026-12345'],
  ])('%s', (pattern, parts, number) => {
    expect(formatNumber(pattern, parts)).toBe(number)
  })
})
