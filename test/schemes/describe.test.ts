import { expect, test } from 'vitest'
import { describe as read } from '../../src/shared/rules/schemes/describe.ts'
import { parse } from '../../src/shared/rules/schemes/expression.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { factName } from '../../src/renderer/src/ui/facts.ts'

const words = { fact: (name: string) => factName(zhCN.facts, name), number: String, words: zhCN.schemes.formula }
test.each([
  ['totalLiabilities / totalAssets', '负债合计 ÷ 资产总计'],
  ['ratio(totalLiabilities, totalAssets)', '负债合计 ÷ 资产总计'],
  ['growth(revenue, revenue[-1])', '(营业收入 − 上年营业收入) ÷ 上年营业收入'],
  ['ratio(currentAssets - inventories - prepayments, currentLiabilities)', '(流动资产合计 − 存货 − 预付款项) ÷ 流动负债合计'],
  ['cash - (payables - receivables)', '货币资金 − (应付账款 − 应收账款)'],
  ['cash / payables / 2', '货币资金 ÷ 应付账款 ÷ 2'],
  ['cash / (payables * 2)', '货币资金 ÷ (应付账款 × 2)'],
  ['(cash + payables) * 2', '(货币资金 + 应付账款) × 2'],
  ['not known(equity) or statementAgeMonths > 18', '非 有所有者权益合计 或 报表距今月数 > 18'],
  ['(dishonest or fraud) and openLawsuits > 0', '(失信被执行人 或 欺诈) 且 未结诉讼 > 0'],
  ['if(operatingCash <= 0, -1, 2) * 3', '(若 经营现金净流量 ≤ 0，取 −1，否则取 2) × 3'],
  ['first(surveyedMarketShare, declaredMarketShare)', '市场占有率，没有则取 自报市场占有率'],
  ['-(cash + 1)', '−(货币资金 + 1)'],
])('%s', (formula, sentence) => expect(read(parse(formula), words)).toBe(sentence))

test('with values in place of names the sum itself', () => {
  const values: Record<string, number> = { totalLiabilities: 3121.4, totalAssets: 6476 }
  const numbers = { ...words, fact: (name: string) => values[name]!.toLocaleString('en-US', { minimumFractionDigits: 2 }) }
  expect(read(parse('ratio(totalLiabilities, totalAssets)'), numbers)).toBe('3,121.40 ÷ 6,476.00')
})
