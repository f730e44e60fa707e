import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSet, faultsOf } from '../../src/shared/rules/statements/check.ts'
import { FORMATS } from '../../src/shared/rules/statements/form.ts'
import { figuresOf, forms } from '../../src/shared/rules/statements/forms.ts'
import { formatAmount, MOST_FEN, parseAmount, UNITS } from '../../src/shared/rules/statements/units.ts'
import { consistent } from './consistent.ts'
import { setOf } from './worked.ts'

/** Hints about what is unusual; a random company is. */
const UNUSUAL = ['earnings', 'negative']

for (const format of FORMATS) {
  describe(format, () => {
    test('a consistent set made at random passes every check', () => {
      fc.assert(fc.property(consistent(format), (lines) => {
        const checks = checkSet(setOf(format, lines), null)
        expect(checks.filter(({ state, rule }) => state !== 'ok' && !UNUSUAL.includes(rule)).map(({ key, byFen }) => [key, byFen])).toEqual([])
      }), { numRuns: 60 })
    })

    test('one line changed by any amount is found; 其中 is no part of a sum', () => {
      const counted = (['balance', 'income', 'cash'] as const).flatMap((sheet) => forms[format][sheet].lines.filter(({ kind }) => kind !== 'memo').map(({ number }) => ({ sheet, line: number })))
      fc.assert(fc.property(consistent(format), fc.constantFrom(...counted), fc.constantFrom('current', 'prior'), fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).filter((by) => by !== 0), (lines, place, column, by) => {
        const changed = lines.map((line) => (line.sheet === place.sheet && line.line === place.line ? { ...line, [column]: line[column as 'current']! + by } : line))
        const faults = faultsOf(checkSet({ format, unit: 'yuan', figures: figuresOf(changed) }, null))
        expect(faults.length).toBeGreaterThan(0)
        expect(faults.every(({ column: where }) => where === column)).toBe(true)
        expect(faults.every(({ byFen }) => Math.abs(byFen!) === Math.abs(by))).toBe(true)
      }), { numRuns: 300 })
    })

    test('the year before’s own set: the same passes, any line changed is found', () => {
      fc.assert(fc.property(consistent(format), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1_000_000 }), (lines, line, by) => {
        const kind = forms[format].balance.lines[line - 1]!.kind
        const before = lines.map((one) => ({ ...one, current: one.prior, prior: null }))
        expect(checkSet(setOf(format, lines), setOf(format, before)).filter(({ rule, state }) => rule === 'yearBefore' && state !== 'ok')).toEqual([])
        const other = before.map((one) => (one.sheet === 'balance' && one.line === line ? { ...one, current: one.current! + by } : one))
        const found = checkSet(setOf(format, lines), setOf(format, other)).find(({ key }) => key === 'yearBefore:balance')!
        expect(found).toMatchObject(kind === 'memo' ? { state: 'ok' } : { state: 'differs', isFault: true, byFen: -by, line })
      }), { numRuns: 60 })
    })
  })
}

test('an amount shown and read again is the same, in every unit', () => {
  fc.assert(fc.property(fc.integer({ min: -MOST_FEN, max: MOST_FEN }), fc.constantFrom(...UNITS), (fen, unit) => {
    expect(parseAmount(formatAmount(fen, unit), unit)).toBe(fen)
    if (fen < 0) expect(parseAmount(`（${formatAmount(-fen, unit)}）`, unit)).toBe(fen)
  }))
})
