import fc from 'fast-check'
import type { Sheet, StatementFormat } from '../../src/shared/rules/statements/form.ts'
import { forms, lineByCode, type StatementLine } from '../../src/shared/rules/statements/forms.ts'

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
/** A set of both years that adds up, made at random. */
export const consistent = (format: StatementFormat) => fc.tuple(lists, lists, amount).map(([now, then, opening]) => {
  const prior = column(format, then, opening)
  const current = column(format, now, prior.get(`balance:${lineByCode(format, 'balance', 'cash')!.number}`)!)
  return [...current.keys()].map((at): StatementLine => {
    const [sheet, line] = at.split(':') as [Sheet, string]
    return { sheet, line: Number(line), current: current.get(at)!, prior: prior.get(at)! }
  })
})
