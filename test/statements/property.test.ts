import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSet, faultsOf } from '../../src/shared/rules/statements/check.ts'
import { FORMATS, type Sheet, type StatementFormat } from '../../src/shared/rules/statements/form.ts'
import { figuresOf, forms, lineByCode, type StatementLine } from '../../src/shared/rules/statements/forms.ts'
import { formatAmount, MOST_FEN, parseAmount, UNITS } from '../../src/shared/rules/statements/units.ts'
import { setOf } from './worked.ts'

type Column = Map<string, number>
const amount = fc.integer({ min: 0, max: 2_000_000_000_00 })

/** Works a sheet's totals out from its items, as an accountant would. */
function total(format: StatementFormat, sheet: Sheet, column: Column): void {
  const at = (line: number): number => {
    const { sums } = forms[format][sheet].lines[line - 1]!
    const own = column.get(`${sheet}:${line}`)
    if (sums.length === 0) return own ?? 0
    const sum = sums[0]!.reduce((sum, part) => sum + Math.sign(part) * at(Math.abs(part)), 0)
    column.set(`${sheet}:${line}`, sum)
    return sum
  }
  for (const { number, sums } of forms[format][sheet].lines) if (sums.length > 0) at(number)
}

/**
 * A consistent set made at random: items anyhow, totals worked out, 未分配利润 and 货币资金 such that both sides and the
 * cash-flow statement agree. Memos of a line share it out.
 */
function column(format: StatementFormat, seeds: readonly number[], opening: number): Column {
  const figures: Column = new Map()
  let next = 0
  const seed = () => seeds[next++ % seeds.length]!
  const number = (sheet: Sheet, code: string) => lineByCode(format, sheet, code)!.number
  for (const sheet of ['income', 'cash', 'balance'] as const) {
    for (const line of forms[format][sheet].lines) {
      if (line.kind === 'item') figures.set(`${sheet}:${line.number}`, seed())
      else if (line.kind === 'memo') figures.set(`${sheet}:${line.number}`, line.isBounded ? Math.floor((figures.get(`${sheet}:${line.partOf}`) ?? 0) / 8) : seed())
    }
  }
  total(format, 'income', figures)
  if (format === 'general') {
    figures.set(`income:25`, figures.get('income:24')!)
    figures.set(`income:26`, 0)
  }
  // The year's cash comes out above zero: what is missing was lent by the bank.
  figures.set(`cash:${number('cash', 'openingCash')}`, opening)
  total(format, 'cash', figures)
  const closing = `cash:${number('cash', 'closingCash')}`
  const loans = `cash:${number('cash', 'cashFromLoans')}`
  const short = Math.max(0, -figures.get(closing)!)
  figures.set(loans, figures.get(loans)! + short)
  total(format, 'cash', figures)
  figures.set(`balance:${number('balance', 'cash')}`, figures.get(closing)!)
  figures.set(`balance:${number('balance', 'undistributedProfit')}`, 0)
  total(format, 'balance', figures)
  const gap = figures.get(`balance:${number('balance', 'totalAssets')}`)! - figures.get(`balance:${number('balance', 'liabilitiesAndEquity')}`)!
  figures.set(`balance:${number('balance', 'undistributedProfit')}`, gap)
  total(format, 'balance', figures)
  return figures
}

const lists = fc.array(amount, { minLength: 40, maxLength: 40 })
const consistent = (format: StatementFormat) => fc.tuple(lists, lists, amount).map(([now, then, opening]) => {
  const prior = column(format, then, opening)
  const current = column(format, now, prior.get(`balance:${lineByCode(format, 'balance', 'cash')!.number}`)!)
  return [...current.keys()].map((at): StatementLine => {
    const [sheet, line] = at.split(':') as [Sheet, string]
    return { sheet, line: Number(line), current: current.get(at)!, prior: prior.get(at)! }
  })
})
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
