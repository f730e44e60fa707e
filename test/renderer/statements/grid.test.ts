import { describe, expect, test } from 'vitest'
import { newFields } from '../../../src/renderer/src/features/statements/dialogs/new-fields.ts'
import { blockOf, parseBlock, readPaste } from '../../../src/renderer/src/features/statements/grid/clipboard.ts'
import { step } from '../../../src/renderer/src/features/statements/grid/use-figures.ts'
import { cellsBetween, linesOf, missingTotals, rowsOf, sameFigures, withChanges } from '../../../src/renderer/src/features/statements/grid/model.ts'
import { checkSet, faultsOf } from '../../../src/shared/rules/statements/check.ts'
import { figuresOf } from '../../../src/shared/rules/statements/forms.ts'
import { GENERAL_LINES, general, setOf, small, SMALL_LINES } from '../../statements/worked.ts'

const target = (sheet: 'balance' | 'income' | 'cash', line: number, column: 'current' | 'prior' = 'current', set = setOf('small', [])) =>
  ({ sheet, set, periodEnd: '2025-12-31', rows: rowsOf(set.format, sheet), active: { line, column } })
const shown = ({ changes }: ReturnType<typeof readPaste>) => changes.map(({ sheet, line, column, fen }) => `${sheet}:${line}:${column}=${fen}`)

describe('the clipboard', () => {
  test.each([
    ['1\t2\n3\t4', [['1', '2'], ['3', '4']]], ['1\t2\r\n3\t4\r\n', [['1', '2'], ['3', '4']]], ['"多\n行"\t5', [['多\n行', '5']]], ['"""引""号"\t1', [['"引"号', '1']]], ['\t\n1', [['', ''], ['1']]], ['', [['']]],
    ['7', [['7']]],
  ])('%j is the block %j', (text, block) => expect(parseBlock(text)).toEqual(block))

  test('figures alone go down from the cursor: brackets, commas, full width; what is no amount is left', () => {
    const pasted = readPaste('1,000.50\t（２００）\n—\tabc\n-3\t4', target('balance', 2))
    expect(shown(pasted)).toEqual(['balance:2:current=100050', 'balance:2:prior=-20000', 'balance:3:current=null', 'balance:4:current=-300', 'balance:4:prior=400'])
    expect(pasted).toMatchObject({ byName: null, skipped: 1 })
  })

  test('a column copied with the blank row of a caption keeps its places; without it too', () => {
    const lines = (pasted: ReturnType<typeof readPaste>) => pasted.changes.map(({ line }) => line)
    expect(lines(readPaste('15\n\n16\n17', target('balance', 15)))).toEqual([15, 16, 17])
    expect(lines(readPaste('15\n16\n17', target('balance', 15)))).toEqual([15, 16, 17])
  })

  test('beyond the last line and the last column there is nothing', () => {
    expect(shown(readPaste('1\t2\n3\t4', target('cash', 22, 'prior')))).toEqual(['cash:22:prior=100'])
  })

  test('with names beside the figures each goes to its line, on whatever statement', () => {
    const pasted = readPaste('项目\t行次\t本年金额\t上年金额\n一、营业收入\t1\t5,000\t4,000\n减：营业成本\t2\t3,000\t\n神秘\t3\t1\t1\n', target('balance', 9))
    expect(shown(pasted)).toEqual(['income:1:current=500000', 'income:1:prior=400000', 'income:2:current=300000'])
    expect(pasted).toMatchObject({ byName: 2, unknown: ['神秘'] })
  })

  test('names without headings; the numbers of the lines are passed over', () => {
    expect(shown(readPaste('货币资金\t1\t12\t8\n应收账款\t4\t30\t26\n存货\t9\t25\t23', target('balance', 1)))).toEqual([
      'balance:1:current=1200', 'balance:1:prior=800', 'balance:4:current=3000', 'balance:4:prior=2600', 'balance:9:current=2500', 'balance:9:prior=2300',
    ])
  })

  test('numbers of lines are no amounts where another statement follows, with its title or without', () => {
    const block = (...between: string[]) => ['货币资金\t1\t12\t8', '应收账款\t4\t30\t26', '存货\t9\t25\t23', ...between, '一、营业收入\t1\t150\t130', '减：营业成本\t2\t115\t101'].join('\n')
    const wanted = [
      'balance:1:current=1200', 'balance:1:prior=800', 'balance:4:current=3000', 'balance:4:prior=2600', 'balance:9:current=2500', 'balance:9:prior=2300',
      'income:1:current=15000', 'income:1:prior=13000', 'income:2:current=11500', 'income:2:prior=10100',
    ]
    for (const between of [['利润表'], ['利润表\t\t\t', '编制单位：某公司\t\t2025年度\t'], ['项目\t行次\t本年金额\t上年金额']]) expect(shown(readPaste(block(...between), target('balance', 1))), between.join()).toEqual(wanted)
    // Nothing names the second statement: the first one's columns hold for it.
    expect(shown(readPaste(block(), { ...target('balance', 1), sheet: 'balance' })).slice(0, 6)).toEqual(wanted.slice(0, 6))
  })

  test('a unit that the block says is converted into the grid’s, and told', () => {
    const inWan = target('balance', 1, 'current', { ...setOf('small', []), unit: 'tenThousand' })
    const named = '单位：元\n项目\t期末余额\n货币资金\t1,200,000.50\n存货\t300,000'
    expect(shown(readPaste(named, inWan))).toEqual(['balance:1:current=120000050', 'balance:9:current=30000000'])
    expect(readPaste(named, inWan)).toMatchObject({ unit: 'yuan', byName: 2 })
    expect(readPaste('项目\t期末余额（万元）\n货币资金\t120', target('balance', 1))).toMatchObject({ unit: 'tenThousand', changes: [{ line: 1, fen: 120_000_000 }] })
    expect(readPaste('单位：元　币种：人民币\n货币资金\t120', inWan)).toMatchObject({ unit: 'yuan', changes: [{ line: 1, fen: 12_000 }] })
    // The grid's own unit is nothing to tell; a block that says none is in it.
    expect(readPaste('单位：万元\n货币资金\t120', inWan)).toMatchObject({ unit: null, changes: [{ fen: 120_000_000 }] })
    expect(readPaste('货币资金\t120', inWan)).toMatchObject({ unit: null, changes: [{ fen: 120_000_000 }] })
    // Figures alone under a line with their unit.
    expect(readPaste('单位：元\t\n120\t80', inWan)).toMatchObject({ unit: 'yuan', changes: [{ line: 1, column: 'current', fen: 12_000 }, { line: 1, column: 'prior', fen: 8000 }], skipped: 0 })
  })

  test('a block of another period is told and not taken', () => {
    const other = '资产负债表\n2024年12月31日\n项目\t期末余额\n货币资金\t120'
    expect(readPaste(other, target('balance', 1))).toMatchObject({ changes: [], otherPeriod: '2024-12-31' })
    expect(readPaste(other.replace('2024', '2025'), target('balance', 1))).toMatchObject({ changes: [{ fen: 12_000 }], otherPeriod: null })
  })

  test('what is copied is what pastes', () => {
    const block = blockOf(small.figures, 'balance', 'yuan', cellsBetween({ line: 1, column: 'current' }, { line: 53, column: 'prior' }))
    const pasted = readPaste(block, target('balance', 1))
    const figures = withChanges(new Map(), pasted.changes)
    expect(sameFigures(figures, figuresOf(SMALL_LINES.filter(({ sheet }) => sheet === 'balance')))).toBe(true)
  })
})

describe('saving', () => {
  test('what was typed while the rest was on its way is not saved yet', () => {
    const figures = (fen: number) => figuresOf([{ sheet: 'balance' as const, line: 1, current: fen, prior: null }])
    const state = { saved: new Map(), figures: figures(2), past: [figures(1)], future: [] }
    const after = step(state, { kind: 'saved', figures: figures(1) })
    expect(sameFigures(after.saved, after.figures)).toBe(false)
    expect(sameFigures(step(after, { kind: 'saved', figures: figures(2) }).saved, figures(2))).toBe(true)
  })
})

describe('a new set', () => {
  test('is proposed for the last year of which there is none, in the form and unit of the party’s last', () => {
    const row = (periodEnd: string, state: 'draft' | 'confirmed' | 'withdrawn', unit: 'yuan' | 'tenThousand') => ({ periodEnd, state, unit, format: 'general' as const })
    expect(newFields(1, '2026-11-23', [])).toMatchObject({ periodEnd: '2025-12-31', format: 'small', unit: 'yuan' })
    expect(newFields(1, '2026-11-23', [row('2025-12-31', 'confirmed', 'tenThousand'), row('2024-12-31', 'confirmed', 'yuan')])).toMatchObject({ periodEnd: '2023-12-31', format: 'general', unit: 'tenThousand' })
    expect(newFields(1, '2026-11-23', [row('2025-12-31', 'withdrawn', 'yuan'), row('2024-12-31', 'draft', 'tenThousand')])).toMatchObject({ periodEnd: '2025-12-31', unit: 'tenThousand' })
  })
})

describe('totals', () => {
  test.each([['small', small, SMALL_LINES], ['general', general, GENERAL_LINES]] as const)('%s: all that were blank are filled as they were', (format, set, lines) => {
    const totals = new Set(checkSet(set, null).filter(({ rule }) => rule === 'sum').map(({ sheet, line }) => `${sheet}:${line}`))
    const items = lines.filter(({ sheet, line }) => !totals.has(`${sheet}:${line}`))
    const bare = setOf(format, items)
    expect(faultsOf(checkSet(bare, null)).length).toBeGreaterThan(5)
    const filled = { ...bare, figures: withChanges(bare.figures, missingTotals(bare)) }
    expect(faultsOf(checkSet(filled, null))).toEqual([])
    for (const line of linesOf(filled.figures)) {
      const known = lines.find((one) => one.sheet === line.sheet && one.line === line.line)
      if (known) expect(line).toEqual(known)
    }
  })
  test('what is typed already stays, right or wrong', () => {
    const set = setOf('small', [{ sheet: 'balance', line: 1, current: 500, prior: null }, { sheet: 'balance', line: 15, current: 700, prior: null }])
    expect(missingTotals(set).map(({ line, fen }) => [line, fen])).toEqual([[30, 700]])
  })
})
