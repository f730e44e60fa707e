import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSet, faultsOf } from '../../src/shared/rules/statements/check.ts'
import { COLUMNS, FORMATS, SHEETS, type StatementFormat } from '../../src/shared/rules/statements/form.ts'
import { forms, lineByCode } from '../../src/shared/rules/statements/forms.ts'
import { readSheet } from '../../src/shared/rules/statements/known.ts'
import { consistent } from './consistent.ts'
import { general, GENERAL_LINES, setOf, small, SMALL_LINES } from './worked.ts'

type Sheet = (typeof SHEETS)[number]
/** Amounts in yuan by line. */
const only = (format: StatementFormat, sheet: Sheet, amounts: Readonly<Record<number, number>>) =>
  readSheet(setOf(format, Object.entries(amounts).map(([line, yuan]) => ({ sheet, line: Number(line), current: yuan * 100, prior: null }))), sheet, 'current')
const number = (format: StatementFormat, sheet: Sheet, code: string) => lineByCode(format, sheet, code)!.number
const yuan = (fen: number | null) => (fen === null ? null : fen / 100)

describe('a blank line', () => {
  const totals = { 15: 8000, 29: 2000, 30: 10_000, 41: 4000, 46: 0, 47: 4000, 52: 6000, 53: 10_000 }
  test.each<[string, Sheet, Record<number, number>, string, number | null]>([
    ['of totals alone is not known', 'balance', totals, 'inventories', null],
    ['of a total that its parts come to is zero', 'balance', { ...totals, 1: 3000, 4: 5000 }, 'inventories', 0],
    ['of a total that its parts do not come to is not known', 'balance', { ...totals, 1: 3000, 4: 4999 }, 'inventories', null],
    ['of a total that its parts exceed is not known', 'balance', { ...totals, 1: 3000, 4: 5001 }, 'inventories', null],
    ['of another total that adds up is zero all the same', 'balance', { ...totals, 1: 3000, 33: 4000 }, 'shortTermLoans', 0],
    ['that is given is what it says', 'balance', { ...totals, 9: 4000 }, 'inventories', 4000],
    ['of a total of zero is zero', 'balance', totals, 'longTermLoans', 0],
    ['of a blank total that the next one vouches for is zero', 'balance', { 30: 10_000, 1: 3000, 4: 7000 }, 'inventories', 0],
    ['of a blank total that the next one contradicts is not known', 'balance', { 30: 10_000, 1: 3000, 4: 6000 }, 'inventories', null],
    ['of totals that nothing is given of is not known', 'balance', { 1: 3000 }, 'inventories', null],
    ['total, vouched for by the next, is what its parts come to', 'balance', { 30: 10_000, 29: 2000, 1: 3000, 4: 5000 }, 'currentAssets', 8000],
    ['total, not vouched for, is not known', 'balance', { 1: 3000, 4: 5000 }, 'currentAssets', null],
    ['cost under sales and a profit is not known', 'income', { 1: 1000, 21: 100, 30: 100, 32: 80 }, 'operatingCost', null],
    ['tax where the profits are the same is zero', 'income', { 1: 1000, 2: 900, 21: 100, 30: 100, 32: 100 }, 'incomeTax', 0],
    ['taken off counts with its sign', 'income', { 1: 1000, 2: 900, 18: -20, 21: 120 }, 'adminExpenses', 0],
  ])('%s', (_what, sheet, amounts, code, expected) => expect(yuan(only('small', sheet, amounts).of(number('small', sheet, code)))).toBe(expected))

  test('optional totals left blank vouch for no profit', () => {
    const { of } = only('general', 'income', { 1: 1000 })
    expect(['netProfit', 'operatingProfit', 'operatingCost'].map((code) => of(number('general', 'income', code)))).toEqual([null, null, null])
    // They themselves are nothing.
    expect(['otherComprehensive', 'remeasurement'].map((code) => of(number('general', 'income', code)))).toEqual([0, 0])
  })

  test('in 万元 what rounding explains is no line left out', () => {
    const inWan = (cash: number) => readSheet({ ...setOf('small', [[15, 800], [1, cash], [4, 500]].map(([line, wan]) => ({ sheet: 'balance' as const, line: line!, current: wan! * 1_000_000, prior: null }))), unit: 'tenThousand' }, 'balance', 'current')
    expect(inWan(299).of(9)).toBe(0)
    expect(inWan(290).of(9)).toBeNull()
  })

  test.each([['small', small], ['general', general]] as const)('of the set worked out by hand (%s) every one is zero', (_format, set) => {
    for (const sheet of SHEETS) for (const column of COLUMNS) expect(readSheet(set, sheet, column).unknown, `${sheet} ${column}`).toEqual([])
  })
})

describe('checks', () => {
  const totalsOnly = SMALL_LINES.filter(({ sheet, line }) => sheet === 'income' || (sheet === 'balance' && [15, 29, 30, 41, 46, 47, 52, 53].includes(line)))
  test('totals alone: told with every line that is not known, no fault, and not as holding', () => {
    const checks = checkSet(setOf('small', totalsOnly), null)
    const told = checks.filter(({ rule }) => rule === 'details')
    expect(told.map(({ key, state, isFault, places }) => ({ key, state, isFault, lines: places.length }))).toEqual([
      { key: 'details:balance:current', state: 'missing', isFault: false, lines: 41 }, { key: 'details:balance:prior', state: 'missing', isFault: false, lines: 41 },
    ])
    expect(told[0]!.places.some(({ line }) => line === 9)).toBe(true)
    expect(faultsOf(checks)).toEqual([])
    // Nothing is said of reserves that nobody knows.
    expect(checks.filter(({ rule }) => rule === 'earnings')).toEqual([])
  })
  test('the whole set has none', () => {
    expect(checkSet(small, null).filter(({ rule }) => rule === 'details')).toEqual([])
  })
  test('what is not known of the year before is not held against that year’s own set', () => {
    const before = setOf('small', SMALL_LINES.filter(({ prior }) => prior !== null).map((line) => ({ ...line, current: line.prior, prior: null })))
    const yearBefore = (lines: typeof SMALL_LINES) => checkSet(setOf('small', lines), before).find(({ key }) => key === 'yearBefore:balance')
    expect(yearBefore(totalsOnly)).toMatchObject({ state: 'ok', isFault: false })
    expect(yearBefore(totalsOnly.map((line) => (line.line === 30 && line.sheet === 'balance' ? { ...line, prior: 1 } : line)))).toMatchObject({ state: 'differs', isFault: true, line: 30 })
  })
})

for (const format of FORMATS) {
  test(`${format}: whatever lines are left out of a set that adds up, none is read as what it is not`, () => {
    fc.assert(fc.property(consistent(format), fc.constantFrom(...SHEETS), fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), (lines, sheet, picks) => {
      const counted = forms[format][sheet].lines.filter(({ kind }) => kind === 'item')
      const left = new Set(picks.map((pick) => counted[pick % counted.length]!.number))
      const blanked = lines.filter((one) => one.sheet !== sheet || !left.has(one.line))
      const { of, unknown } = readSheet(setOf(format, blanked), sheet, 'current')
      for (const total of forms[format][sheet].lines.filter(({ sums, isOptional }) => sums.length > 0 && !isOptional)) {
        const parts = total.sums[0]!.filter((part) => left.has(Math.abs(part)))
        const told = (line: number) => lines.find((one) => one.sheet === sheet && one.line === line)!.current!
        const gone = parts.reduce((sum, part) => sum + Math.sign(part) * told(Math.abs(part)), 0)
        // Zero where nothing is missing from the total; where something is, not known.
        for (const part of parts.map(Math.abs)) {
          expect(of(part)).toBe(gone === 0 ? 0 : null)
          expect(unknown.includes(part)).toBe(gone !== 0)
        }
      }
      for (const one of blanked) if (one.sheet === sheet) expect(of(one.line)).toBe(one.current)
    }), { numRuns: 200 })
  })

  test(`${format}: totals left blank are read as what they are, or not at all`, () => {
    fc.assert(fc.property(consistent(format), fc.constantFrom(...SHEETS), fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), (lines, sheet, picks) => {
      const totals = forms[format][sheet].lines.filter(({ sums }) => sums.length > 0)
      const left = new Set(picks.map((pick) => totals[pick % totals.length]!.number))
      const { of } = readSheet(setOf(format, lines.filter((one) => one.sheet !== sheet || !left.has(one.line))), sheet, 'current')
      for (const one of lines) if (one.sheet === sheet) expect([one.current, ...(left.has(one.line) ? [null] : [])]).toContain(of(one.line))
    }), { numRuns: 200 })
  })
}

test('the general set worked out by hand, with its stock left out: that line alone and its equals are not known', () => {
  const { of } = readSheet(setOf('general', GENERAL_LINES.filter(({ sheet, line }) => !(sheet === 'balance' && line === 9))), 'balance', 'current')
  expect([9, 11, 12, 1, 14, 20, 36].map(of)).toEqual([null, null, null, 64_000, 256_000, 0, 0])
})
