import { describe, expect, test } from 'vitest'
import { checkSet, faultsOf, type Check } from '../../src/shared/rules/statements/check.ts'
import { FORMATS, SHEETS } from '../../src/shared/rules/statements/form.ts'
import { forms, lineByCode } from '../../src/shared/rules/statements/forms.ts'
import { general, GENERAL_LINES, setOf, small, SMALL_LINES, withAmount } from './worked.ts'

const shown = (check: Check) => ({ key: check.key, state: check.state, byFen: check.byFen, isFault: check.isFault })
const notOk = (checks: readonly Check[]) => checks.filter(({ state }) => state !== 'ok').map(shown)

describe('forms', () => {
  for (const format of FORMATS) {
    for (const sheet of SHEETS) {
      test(`${format} ${sheet}: numbered without a gap, sums and parts name lines that are there, no code twice`, () => {
        const { lines, captions } = forms[format][sheet]
        expect(lines.map(({ number }) => number)).toEqual(lines.map((_unused, index) => index + 1))
        expect(new Set(lines.map(({ code }) => code)).size).toBe(lines.length)
        const named = lines.flatMap(({ sums, partOf }) => [...sums.flat().map(Math.abs), ...(partOf === null ? [] : [partOf])])
        expect(named.filter((number) => number < 1 || number > lines.length)).toEqual([])
        expect(captions.every(({ before }) => before <= lines.length)).toBe(true)
        expect(lines.filter(({ kind }) => kind === 'total').every(({ sums }) => sums.length > 0)).toBe(true)
      })
      test(`${format} ${sheet}: every item is counted by exactly one total, every total but the last by another`, () => {
        const { lines } = forms[format][sheet]
        const counted = lines.flatMap(({ sums }) => sums[0] ?? []).map(Math.abs)
        const once = lines.filter(({ kind, code }) => kind === 'item' && !['continuingProfit', 'discontinuedProfit'].includes(code))
        for (const line of once) expect(counted.filter((number) => number === line.number), line.name).toHaveLength(1)
      })
    }
  }
  test('the printed numbers of the small form', () => {
    const at = (sheet: 'balance' | 'income' | 'cash', code: string) => lineByCode('small', sheet, code)!.number
    expect([at('balance', 'currentAssets'), at('balance', 'totalAssets'), at('balance', 'currentLiabilities'), at('balance', 'totalLiabilities'), at('balance', 'equity')]).toEqual([15, 30, 41, 47, 52])
    expect([at('income', 'operatingProfit'), at('income', 'totalProfit'), at('income', 'netProfit')]).toEqual([21, 30, 32])
    expect([at('cash', 'operatingCash'), at('cash', 'netCash'), at('cash', 'closingCash')]).toEqual([7, 20, 22])
  })
})

describe('sets worked out by hand', () => {
  test.each([['small', small], ['general', general]] as const)('%s: all checks hold', (_name, set) => {
    const checks = checkSet(set, null)
    expect(notOk(checks)).toEqual([])
    for (const rule of ['given', 'sum', 'balance', 'closingCash', 'openingCash', 'earnings'] as const) expect(checks.some((check) => check.rule === rule), rule).toBe(true)
  })

  test('a total that is not its parts differs by what it is off, where it stands', () => {
    const checks = checkSet(setOf('small', withAmount(SMALL_LINES, { sheet: 'balance', line: 15, column: 'current' }, 71_000)), null)
    expect(faultsOf(checks).map(shown)).toEqual([
      { key: 'sum:balance:15:current', state: 'differs', byFen: 1000, isFault: true },
      { key: 'sum:balance:30:current', state: 'differs', byFen: -1000, isFault: true },
    ])
  })

  test('assets that are not liabilities and equity', () => {
    const lines = [[30, 111_000], [1, 13_000], [15, 71_000]].reduce((lines, [line, fen]) => withAmount(lines, { sheet: 'balance', line: line!, column: 'current' }, fen!), [...SMALL_LINES])
    const checks = checkSet(setOf('small', lines), null)
    expect(notOk(checks)).toEqual([
      { key: 'balance:balance:53:current', state: 'differs', byFen: -1000, isFault: true },
      { key: 'closingCash:cash:22:current', state: 'differs', byFen: -1000, isFault: false },
    ])
  })

  test('a blank total of parts that are there is missing and a fault; its sum is told', () => {
    const checks = checkSet(setOf('general', withAmount(GENERAL_LINES, { sheet: 'income', line: 19, column: 'prior' }, null)), null)
    const check = checks.find(({ key }) => key === 'sum:income:19:prior')!
    expect(check).toMatchObject({ state: 'missing', isFault: true, expectedFen: 32_200, givenFen: null })
    // What is built on it is off by all of it.
    expect(faultsOf(checks).map(({ key }) => key)).toEqual(['sum:income:19:prior', 'sum:income:22:prior'])
  })

  test('totals alone cannot be checked, and that is no fault', () => {
    const totals = SMALL_LINES.filter(({ sheet, line }) => sheet === 'balance' ? [15, 29, 30, 41, 46, 47, 52, 53].includes(line) : sheet === 'income')
    const checks = checkSet(setOf('small', totals), null)
    expect(faultsOf(checks)).toEqual([])
    expect(notOk(checks).filter(({ key }) => key.startsWith('sum:balance:15'))).toEqual([
      { key: 'sum:balance:15:current', state: 'missing', byFen: null, isFault: false }, { key: 'sum:balance:15:prior', state: 'missing', byFen: null, isFault: false },
    ])
    expect(checks.find(({ key }) => key === 'given:cash')).toMatchObject({ state: 'missing', isFault: false })
  })

  test('a balance sheet and an income statement have to be there', () => {
    const checks = checkSet(setOf('small', SMALL_LINES.filter(({ sheet }) => sheet === 'cash')), null)
    expect(faultsOf(checks).map(({ key }) => key)).toEqual(['given:balance', 'given:income'])
  })

  test('profit by the second way: continuing and discontinued', () => {
    const checks = checkSet(setOf('general', withAmount(GENERAL_LINES, { sheet: 'income', line: 26, column: 'current' }, -500)), null)
    expect(faultsOf(checks).map(shown)).toEqual([{ key: 'sum:income:24:current:1', state: 'differs', byFen: 500, isFault: true }])
  })

  test('optional totals may stay blank, but not be wrong', () => {
    const lines = withAmount(GENERAL_LINES, { sheet: 'income', line: 35, column: 'current' }, 700)
    expect(faultsOf(checkSet(setOf('general', lines), null))).toEqual([])
    const wrong = withAmount(withAmount(lines, { sheet: 'income', line: 33, column: 'current' }, 800), { sheet: 'income', line: 40, column: 'current' }, 30_000)
    expect(faultsOf(checkSet(setOf('general', wrong), null)).map(shown)).toEqual([{ key: 'sum:income:33:current', state: 'differs', byFen: 100, isFault: true }])
  })

  test('hints: more in 其中 than in all, below zero, reserves grown by more than the profit, cash that is not the balance sheet’s', () => {
    const at = (lines: typeof SMALL_LINES, sheet: 'balance' | 'income' | 'cash', line: number, fen: number) => withAmount(lines, { sheet, line, column: 'current' }, fen)
    const hint = (lines: typeof SMALL_LINES, key: string) => checkSet(setOf('small', lines), null).find((check) => check.key === key)
    expect(hint(at(SMALL_LINES, 'balance', 10, 11_000), 'partOf:balance:9:current')).toMatchObject({ state: 'differs', byFen: 1000, isFault: false })
    expect(hint(at(SMALL_LINES, 'balance', 10, 9000), 'partOf:balance:9:current')).toMatchObject({ state: 'ok' })
    expect(hint(at(SMALL_LINES, 'balance', 1, -12_000), 'negative:balance:1:current')).toMatchObject({ state: 'differs', byFen: -12_000, isFault: false })
    expect(hint(at(SMALL_LINES, 'income', 18, -100), 'negative:income:18:current')).toBeUndefined()
    expect(hint(at(SMALL_LINES, 'balance', 51, 13_001), 'earnings:balance:51:current')).toMatchObject({ state: 'differs', byFen: 1, isFault: false })
    expect(hint(at(SMALL_LINES, 'balance', 51, 13_000), 'earnings:balance:51:current')).toMatchObject({ state: 'ok', byFen: 0 })
    expect(hint(at(SMALL_LINES, 'cash', 21, 7900), 'openingCash:cash:21:current')).toMatchObject({ state: 'differs', byFen: -100, isFault: false })
    expect(hint(at(SMALL_LINES, 'cash', 22, 12_100), 'closingCash:cash:22:current')).toMatchObject({ state: 'differs', byFen: 100, isFault: false })
  })

  test('rounding to the unit is no fault; more than rounding is', () => {
    // In 万元 without decimals: the thirteen parts may each be off by half a unit.
    const lines = [['balance', 1, 6], ['balance', 4, 1], ['balance', 14, 9], ['balance', 33, 1], ['balance', 22, 1], ['balance', 34, 10], ['balance', 60, 4], ['balance', 71, 6], ['balance', 72, 10]] as const
    const set = (current: number) => ({
      ...setOf('general', lines.map(([sheet, line, amount]) => ({ sheet, line, current: (line === 14 ? current : amount) * 1_000_000, prior: null }))), unit: 'tenThousand' as const,
    })
    const of = (amount: number) => checkSet(set(amount), null).find(({ key }) => key === 'sum:balance:14:current')!
    expect(of(9)).toMatchObject({ state: 'ok', byFen: 2_000_000 })
    expect(of(14)).toMatchObject({ state: 'ok', byFen: 7_000_000 })
    expect(of(15)).toMatchObject({ state: 'differs', byFen: 8_000_000, isFault: true })
  })
})

test('the same months a year before end with other cash than the year opened with: an interim set compares them not', () => {
  const prior = (isInterim: boolean) => checkSet(small, null, null, isInterim).filter(({ rule }) => rule === 'closingCash').map(({ column }) => column)
  expect(prior(false)).toEqual(['current', 'prior'])
  expect(prior(true)).toEqual(['current'])
})

describe('against the year before', () => {
  /** The year before of the worked set: its current figures are the worked set's prior ones. */
  const before = setOf('small', SMALL_LINES.filter(({ prior }) => prior !== null).map((line) => ({ ...line, current: line.prior, prior: null })))

  test('the same: holds', () => {
    const checks = checkSet(small, before).filter(({ rule }) => rule === 'yearBefore')
    expect(checks.map(shown)).toEqual(['balance', 'income', 'cash'].map((sheet) => ({ key: `yearBefore:${sheet}`, state: 'ok', byFen: 0, isFault: false })))
  })

  test('lines that differ are named; on the balance sheet it is a fault', () => {
    const other = setOf('small', withAmount(withAmount([...SMALL_LINES], { sheet: 'balance', line: 1, column: 'prior' }, 8100), { sheet: 'income', line: 1, column: 'prior' }, 1))
    const checks = checkSet(other, before).filter(({ rule }) => rule === 'yearBefore')
    expect(checks[0]).toMatchObject({ key: 'yearBefore:balance', state: 'differs', byFen: 100, isFault: true, line: 1, places: [{ sheet: 'balance', line: 1, column: 'prior' }] })
    expect(checks[1]).toMatchObject({ key: 'yearBefore:income', state: 'differs', isFault: false })
  })

  test('another format: only what means the same is compared', () => {
    const checks = checkSet(general, before).filter(({ rule }) => rule === 'yearBefore')
    expect(checks[0]!.places.map(({ line }) => line)).toEqual([34, 60, 71])
  })
})
