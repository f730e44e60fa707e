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
  ['first(operatingRate, 1) < 60%', '(开工率，没有则取 1) < 0.6'],
  ['mean(totalAssets, first(totalAssets[-1], totalAssets))', '平均(资产总计，(上年资产总计，没有则取 资产总计))'],
  ['-(cash + 1)', '−(货币资金 + 1)'],
])('%s', (formula, sentence) => expect(read(parse(formula), words)).toBe(sentence))

test('what is true or false is not said to be 1', () => {
  const flags = { ...words, isFlag: (name: string) => name === 'fraud' }
  expect([read(parse('fraud = 1'), flags), read(parse('fraud = 0'), flags), read(parse('fraud = 2'), flags), read(parse('cash = 1'), flags)]).toEqual(['欺诈', '非 欺诈', '欺诈 = 2', '货币资金 = 1'])
})

test('with values in place of names the sum itself', () => {
  const values: Record<string, number> = { totalLiabilities: 3121.4, totalAssets: 6476 }
  const numbers = { ...words, fact: (name: string) => values[name]!.toLocaleString('en-US', { minimumFractionDigits: 2 }) }
  expect(read(parse('ratio(totalLiabilities, totalAssets)'), numbers)).toBe('3,121.40 ÷ 6,476.00')
})
