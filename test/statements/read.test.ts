import { describe, expect, test } from 'vitest'
import type { Cell } from '../../src/shared/rules/parties/import-values.ts'
import { forms } from '../../src/shared/rules/statements/forms.ts'
import { SHEETS, type StatementFormat } from '../../src/shared/rules/statements/form.ts'
import { meaningOf, periodNamed } from '../../src/shared/rules/statements/import/headings.ts'
import { matchesOf, nameKey } from '../../src/shared/rules/statements/import/names.ts'
import { type ReadOptions, readStatements } from '../../src/shared/rules/statements/import/read.ts'
import { formatAmount, parseAmount } from '../../src/shared/rules/statements/units.ts'
import { GENERAL_LINES, SMALL_LINES } from './worked.ts'

const sheet = (name: string | null, rows: readonly (readonly Cell[])[]) => ({ name, rows: rows.map((cells, index) => ({ row: index + 1, cells, isReadable: true })) })
const read = (sheets: ReturnType<typeof sheet>[], more: Partial<ReadOptions> = {}) =>
  readStatements(sheets, { format: null, unit: null, periodEnd: null, names: {}, fileName: null, ...more })
const byPlace = (one: { sheet: string; line: number }, two: { sheet: string; line: number }) => one.sheet.localeCompare(two.sheet) || one.line - two.line
const given = (lines: readonly { sheet: string; line: number }[]) => lines.toSorted(byPlace)

/** The three statements as a printed form has them, a table each: names with what stands before them, line number, two amounts. */
function printed(format: StatementFormat, lines: typeof SMALL_LINES, amount: (fen: number) => Cell = (fen) => fen / 100) {
  const titles = { balance: '资产负债表', income: '利润表', cash: '现金流量表' }
  return SHEETS.map((name) => sheet(titles[name], [
    [titles[name], null, null, null], ['编制单位：徐州锦岱锻造有限公司', null, '2025年度', '单位：元'],
    ['项目', '行次', name === 'balance' ? '期末余额' : '本年金额', name === 'balance' ? '年初余额' : '上年金额'],
    ...forms[format][name].lines.flatMap(({ number, lead, name: line }): Cell[][] => {
      const found = lines.find((one) => one.sheet === name && one.line === number)
      const caption = forms[format][name].captions.find(({ before }) => before === number)
      const cell = (fen: number | null | undefined) => (fen === null || fen === undefined ? null : amount(fen))
      return [...(caption ? [[`${caption.name}：`]] : []), [`　${lead}${line}`, number, cell(found?.current), cell(found?.prior)]]
    }),
    ['单位负责人：王立群', '会计机构负责人：', '制表人：李敏', null],
  ]))
}

describe('periods', () => {
  test.each([
    ['2025年12月31日', '2025-12-31'], ['2025年度', '2025-12-31'], ['2025年1-12月', '2025-12-31'], ['2025年1月至12月', '2025-12-31'], ['2025年1月1日至2025年12月31日', '2025-12-31'],
    ['2026年6月30日', '2026-06-30'], ['2026年1-6月', '2026-06-30'], ['2026年1—6月', '2026-06-30'], ['2026年1月-2026年6月', '2026-06-30'], ['2026年1月1日至6月30日', '2026-06-30'], ['2026-01-01至2026-06-30', '2026-06-30'],
    ['2026年上半年', '2026-06-30'], ['2026年半年度报告', '2026-06-30'], ['2026年第一季度', '2026-03-31'], ['2026年前三季度', '2026-09-30'], ['2026年6月', '2026-06-30'],
    // What does not count from January is no span of a set.
    ['2026年4-6月', null], ['2026年第二季度', null], ['2026年下半年', null], ['2025年7月至2026年6月', null], ['2026年1月1日至6月15日', null], ['2026年6月15日', null],
  ])('%s ends %s', (text, end) => {
    expect(periodNamed(text)).toBe(end)
    expect(meaningOf(text)).toEqual(end === null ? null : { of: 'end', periodEnd: end })
  })

  const half = [['货币资金', 120, 80], ['资产总计', 120, 80]] as const
  test('half a year is half a year, whether its title says a day or its months', () => {
    const found = read([sheet(null, [
      ['资产负债表'], ['2026年6月30日'], ['项目', '本期', '上期'], ...half, ['利润表'], ['2026年1-6月'], ['项目', '本期', '上期'], ['一、营业收入', 70, 60],
    ])])
    expect(found.sets.map(({ periodEnd }) => periodEnd)).toEqual(['2026-06-30'])
    expect(found.sets[0]!.lines).toContainEqual({ sheet: 'income', line: 1, current: 7000, prior: 6000 })
  })

  test('days and months as columns: the opening balances and the same months before stand beside it, and are no sets of their own', () => {
    const found = read([sheet(null, [
      ['资产负债表'], ['项目', '2026年6月30日', '2025年12月31日'], ...half, ['利润表'], ['项目', '2026年1-6月', '2025年1-6月'], ['一、营业收入', 70, 60],
    ])])
    expect(found.sets).toEqual([{ periodEnd: '2026-06-30', lines: expect.arrayContaining([{ sheet: 'balance', line: 1, current: 12_000, prior: 8000 }, { sheet: 'income', line: 1, current: 7000, prior: 6000 }]) }])
  })

  test('a whole year beside half a one stays a set, and its flows are not the half’s before', () => {
    const found = read([sheet(null, [
      ['资产负债表'], ['项目', '2026年6月30日', '2025年12月31日'], ...half, ['利润表'], ['项目', '2026年1-6月', '2025年度'], ['一、营业收入', 70, 130],
    ])])
    expect(found.sets.map(({ periodEnd }) => periodEnd)).toEqual(['2026-06-30', '2025-12-31'])
    expect(found.sets[0]!.lines).toContainEqual({ sheet: 'income', line: 1, current: 7000, prior: null })
  })
})

describe('names', () => {
  test.each([
    ['　减：营业成本', '营业成本'], ['二、营业利润（亏损以“－”号填列）', '营业利润'], ['加:期初现金余额', '期初现金余额'], ['其中：利息费用（收入以“-”号填列）', '利息费用'],
    ['（一）持续经营净利润（净亏损以“-”号填列）', '持续经营净利润'], ['1.重新计量设定受益计划变动额', '重新计量设定受益计划变动额'], ['股东权益合计', '所有者权益合计'], ['应收帐款', '应收账款'],
    ['负债和所有者权益（或股东权益）总计', '负债和所有者权益总计'], ['△利息支出', '利息支出'], ['流 动 资 产 合 计', '流动资产合计'], ['加快折旧', '加快折旧'],
  ])('%s → %s', (name, key) => expect(nameKey(name)).toBe(key.replaceAll(/[^\p{L}\p{N}]/gu, '')))

  test('every line of every form is found by its own printed name', () => {
    for (const format of ['small', 'general'] as const) {
      for (const name of SHEETS) {
        for (const line of forms[format][name].lines) {
          expect(matchesOf(format, `${line.lead}${line.name}`).some((match) => match.sheet === name && match.line.name === line.name), `${format} ${line.name}`).toBe(true)
        }
      }
    }
  })
})

describe('amounts', () => {
  test.each([
    ['1,234.56', 123_456], ['（1,234.56）', -123_456], ['(12)', -1200], ['-12.3', -1230], ['－１２．３', -1230], ['−5', -500], ['￥1 000', 100_000], ['12万元', 12_000_000],
    ['1.5亿', 15_000_000_000], ['12元', 1200], ['0', 0], ['-0', 0], ['', null], ['-', null], ['—', null], ['——', null], ['无', null], ['N/A', null], ['１，２３４', 123_400], ['.5', 50], ['1.230', 123],
    ["1'000", 100_000], ['+3', 300],
  ])('%s yuan → %s fen', (text, fen) => expect(parseAmount(text, 'yuan')).toBe(fen))
  test.each(['abc', '12abc', '#REF!', '1.234', '--5', '(-5)', '5-', '12%', '6000000000000', '.', '1.2.3'])('%s is no amount', (text) => expect(parseAmount(text, 'yuan')).toBeUndefined())
  test('units, and the dust of formulas', () => {
    expect(parseAmount('123.456', 'tenThousand')).toBe(123_456_000)
    expect(parseAmount('1,234', 'thousand')).toBe(123_400_000)
    expect(parseAmount(0.1 + 0.2, 'yuan')).toBe(30)
    expect(parseAmount(1234.565, 'yuan')).toBe(123_457)
    expect(parseAmount(-1234.5600000001, 'yuan')).toBe(-123_456)
    expect(parseAmount(Number.NaN, 'yuan')).toBeUndefined()
    expect([formatAmount(-123_456, 'yuan'), formatAmount(123_456_000, 'tenThousand'), formatAmount(5, 'yuan'), formatAmount(0, 'yuan'), formatAmount(-5, 'yuan'), formatAmount(100_000_000, 'thousand')])
      .toEqual(['-1,234.56', '123.456', '0.05', '0.00', '-0.05', '1,000.00'])
  })
})

describe('files', () => {
  test.each([['small', SMALL_LINES], ['general', GENERAL_LINES]] as const)('the printed %s form, a sheet each: format, year and every figure', (format, lines) => {
    const found = read(printed(format, lines))
    expect(found).toMatchObject({ format, unit: 'yuan', problems: [] })
    expect(found.sets.map(({ periodEnd }) => periodEnd)).toEqual(['2025-12-31'])
    expect(given(found.sets[0]!.lines)).toEqual(given(lines))
  })

  test('all on one sheet, one under the other, amounts as text, in 万元', () => {
    const rows = printed('general', GENERAL_LINES, (fen) => (fen < 0 ? `(${formatAmount(-fen, 'tenThousand')})` : formatAmount(fen, 'tenThousand'))).flatMap((one) => one.rows.map(({ cells }) => cells))
      .map((cells) => cells.map((cell) => (cell === '单位：元' ? '金额单位：人民币万元' : cell)))
    const found = read([sheet(null, rows)])
    expect(found).toMatchObject({ format: 'general', unit: 'tenThousand', problems: [] })
    expect(given(found.sets[0]!.lines)).toEqual(given(GENERAL_LINES))
  })

  test('assets and liabilities beside each other', () => {
    const balance = SMALL_LINES.filter((line) => line.sheet === 'balance')
    const row = (number: number): Cell[] => {
      const line = forms.small.balance.lines[number - 1]!
      const found = balance.find((one) => one.line === number)
      const cell = (fen: number | null | undefined) => (fen === null || fen === undefined ? null : fen / 100)
      return [line.name, number, cell(found?.current), cell(found?.prior)]
    }
    const rows: Cell[][] = [['资 产 负 债 表'], ['2025 年 12 月 31 日', null, null, null, null, null, null, '单位：元'],
      ['资      产', '行次', '期末余额', '年初余额', '负债和所有者权益（或股东权益）', '行次', '期末余额', '年初余额']]
    for (let index = 0; index < 30; index++) rows.push([...row(index + 1), ...(index < 23 ? row(31 + index) : [null, null, null, null])])
    const found = read([sheet(null, rows)])
    expect(found).toMatchObject({ format: 'small', problems: [] })
    expect(given(found.sets[0]!.lines)).toEqual(given(balance))
  })

  test('years as columns: a set each, the year before from its neighbour', () => {
    const found = read([sheet('汇总', [
      ['徐州锦岱锻造有限公司近三年报表（单位：千元）'], ['项目', '2023年', '2024年', '2025年'],
      ['营业收入', 1000, '1,100', 1210], ['营业成本', 800, 880, 968], ['净利润', '(5)', 30, 40], ['资产总计', 500, 550, 600], ['货币资金', 50, 60, 70],
    ])])
    expect(found.unit).toBe('thousand')
    expect(found.sets.map(({ periodEnd }) => periodEnd)).toEqual(['2025-12-31', '2024-12-31', '2023-12-31'])
    const revenue = found.sets.map(({ lines }) => lines.find(({ sheet: name, line }) => name === 'income' && line === 1))
    expect(revenue).toMatchObject([{ current: 121_000_000, prior: 110_000_000 }, { current: 110_000_000, prior: 100_000_000 }, { current: 100_000_000, prior: null }])
    expect(found.sets[2]!.lines.find(({ sheet: name, current }) => name === 'income' && current === -500_000)).toBeTruthy()
  })

  test('days as headings, dates among them; the first of January is the close of the year before', () => {
    const found = read([sheet('资产负债表', [['项目', new Date(Date.UTC(2025, 11, 31)), '2025-01-01'], ['货币资金', 12, 8], ['资产总计', 100, 90]])])
    expect(found.sets.map(({ periodEnd, lines }) => [periodEnd, lines[0]!.current, lines[0]!.prior])).toEqual([['2025-12-31', 1200, 800], ['2024-12-31', 800, null]])
  })

  test('本年累计 counts, 本月 does not; a year over two headings', () => {
    const monthly = read([sheet('利润表', [['2025年12月'], ['项目', '行次', '本年累计金额', '本月金额'], ['一、营业收入', 1, 1500, 120], ['减：营业成本', 2, 1150, 90]])])
    expect(monthly.sets).toMatchObject([{ periodEnd: '2025-12-31', lines: [{ line: 1, current: 150_000, prior: null }, { line: 2, current: 115_000, prior: null }] }])
    const stacked = read([sheet('利润表', [['项目', '本期金额', '上期金额'], [null, '2025年度', '2024年度'], ['营业收入', 5, 4]])])
    expect(stacked.sets.map(({ periodEnd, lines }) => [periodEnd, lines[0]!.current])).toEqual([['2025-12-31', 500], ['2024-12-31', 400]])
  })

  test('nothing says the year: told, and taken once it is said', () => {
    const rows = [['项目', '期末余额', '年初余额'], ['货币资金', 12, 8], ['资产总计', 100, 90]] as const
    const found = read([sheet(null, rows)])
    expect(found.sets).toEqual([])
    expect(found.problems.map(({ problem, row }) => [problem, row])).toEqual([['period-unknown', 2], ['period-unknown', 3]])
    expect(read([sheet(null, rows)], { periodEnd: '2025-06-30' }).sets[0]).toMatchObject({ periodEnd: '2025-06-30', lines: [{ line: 1, current: 1200, prior: 800 }, { current: 10_000 }] })
    expect(read([sheet(null, rows)], { fileName: '锦岱2024年报.xlsx' }).sets[0]).toMatchObject({ periodEnd: '2024-12-31' })
  })

  test('bad rows are named, the good ones kept', () => {
    const found = read([sheet('资产负债表', [
      ['2025-12-31'], ['项目', '行次', '期末余额', '年初余额'], ['货币资金', 1, 12, 8], ['应收账款', 4, '#REF!', 3], ['神秘资产', 5, 7, 7], ['存货', 9, 5, 'abc'], ['存货', 9, 6, 6], ['货币资金', 1, 13, 8],
      ['备注：以上数据未经审计'], ['资产总计', 30, 100, 90],
    ])])
    expect(found.problems.map(({ problem, row, name }) => [problem, row, name])).toEqual([
      ['amount-unreadable', 4, '应收账款'], ['name-unknown', 5, '神秘资产'], ['amount-unreadable', 6, '存货'], ['line-twice', 8, '货币资金'],
    ])
    expect(given(found.sets[0]!.lines)).toMatchObject([{ line: 1, current: 1200 }, { line: 9, current: 600 }, { line: 30, current: 10_000 }])
  })

  test('a name told where it belongs is taken there, one told to skip is not named', () => {
    const rows = [['2025年度'], ['项目', '期末余额'], ['货币资金', 12], ['其他应收款', 3], ['神秘资产', 7], ['杂项', 1]] as const
    const found = read([sheet('资产负债表', rows)], { format: 'small', names: { 神秘资产: 'balance:8', 杂项: 'skip' } })
    expect(found.problems).toEqual([])
    expect(given(found.sets[0]!.lines)).toMatchObject([{ line: 1, current: 1200 }, { line: 8, current: 1000 }])
  })

  test('lines of older forms are counted into today’s, and nothing twice', () => {
    const old = read([sheet('资产负债表', [
      ['2025年12月31日'], ['项目', '期末余额'], ['应收票据及应收账款', 30], ['其中：应收票据', 10], ['应收账款', 20], ['应收利息', 1], ['应收股利', 2], ['其他应收款', 4], ['固定资产', 50], ['固定资产清理', 5],
      ['在建工程', 6], ['工程物资', 1], ['其他应付款', 9], ['其中：应付利息', 3], ['应付股利', 2],
    ])], { format: 'general' })
    expect(old.problems).toEqual([])
    const at = (line: number) => old.sets[0]!.lines.find((one) => one.line === line)?.current
    expect([at(4), at(5), at(8), at(22), at(23), at(44)]).toEqual([1000, 2000, 700, 5500, 700, 900])
    const income = read([sheet('利润表', [['2025年度'], ['项目', '本年金额'], ['一、营业收入', 100], ['其中：主营业务收入', 90], ['其他业务收入', 10], ['减：主营业务成本', 60], ['其他业务成本', 5]])], { format: 'general' })
    expect(income.sets[0]!.lines).toMatchObject([{ line: 1, current: 10_000 }, { line: 2, current: 6500 }])
  })

  test('lines of one name go to the one that comes next', () => {
    const found = read([sheet('资产负债表', [['2025年度'], ['项目', '期末余额'], ['应付债券', 50], ['其中：优先股', 20], ['永续债', 30], ['其他权益工具', 9], ['其中：优先股', 4], ['永续债', 5]])], { format: 'general' })
    expect(given(found.sets[0]!.lines)).toMatchObject([50, 51, 52, 62, 63, 64].map((line, index) => ({ line, current: [5000, 2000, 3000, 900, 400, 500][index] })))
  })

  test('what follows the statements is left aside', () => {
    const found = read([sheet('现金流量表', [['2025年度'], ['项目', '本年金额'], ['经营活动产生的现金流量净额', 110], ['补充资料'], ['项目', '本年金额'], ['净利润', 90], ['固定资产折旧', 30]])])
    expect(found.problems).toEqual([])
    expect(found.sets[0]!.lines).toHaveLength(1)
  })

  test('a block without headings, as it is pasted: names, the line numbers passed over, this year and the one before', () => {
    const found = read([sheet(null, [['货币资金', '1', '1,200.00', '800'], ['应收账款', '4', '3,000', '2,600'], ['存货', '9', '2,500', '2,300'], ['流动资产合计', '15', '6,700', '5,700']])], { periodEnd: '2025-12-31', format: 'small' })
    expect(found.sets[0]!.lines).toMatchObject([{ line: 1, current: 120_000, prior: 80_000 }, { line: 4, current: 300_000 }, { line: 9 }, { line: 15, current: 670_000, prior: 570_000 }])
  })

  test('nothing of a statement at all', () => {
    expect(read([sheet(null, [['客户', '城市'], ['甲公司', '徐州'], ['乙公司', 12]])], { periodEnd: '2025-12-31' }).sets).toEqual([])
  })
})
