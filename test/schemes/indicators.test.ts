import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absent, type Absence, type Facts, present } from '../../src/shared/rules/facts/fact.ts'
import { factNames, parse } from '../../src/shared/rules/schemes/expression.ts'
import { type FormulaIndicator, indicatorsOf, type Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { type Result, score, shareAt } from '../../src/shared/rules/schemes/score.ts'
import { cardOf } from './cards.ts'

const CARDS = { customer: cardOf('customer'), supplier: cardOf('supplier'), invoices: cardOf('invoices') }
const GRADES = ['AAA', 'AA', 'A', 'B', 'C'] as const
type Given = Record<string, number | Absence>
const factsOf = (given: Given): Facts => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typeof value === 'number' ? present(value, [], null) : absent(value)]))
const resultOf = (card: Scheme, given: Given, industry: string | null = null): Result => score(card, { facts: factsOf(given), marks: {}, industry, grades: GRADES })
/** Share in per cent, or why there is none, with what it then counts as. */
function said(card: Scheme, code: string, given: Given, industry: string | null = null): number | string {
  const one = resultOf(card, given, industry).indicators.find((result) => result.code === code)!
  if (one.absent === null) return one.share! / 100
  return `${one.absent} ${one.weight === 0 ? 'out' : one.points === 0 ? 'zero' : 'full'}`
}

const balance = (more: Given = {}): Given => ({ totalAssets: 6476, totalLiabilities: 3121.4, currentAssets: 3864, currentLiabilities: 2400, inventories: 1272, prepayments: 0, ...more })
type Case = [code: string, what: string, given: Given, expected: number | string]

const CUSTOMER: Case[] = [
  ['A1', '3,121.40 ÷ 6,476.00 = 48.2 %', balance(), 80], ['A1', 'the bound itself, 45 %', { totalAssets: 100, totalLiabilities: 45 }, 100], ['A1', 'just above 75 %', { totalAssets: 100, totalLiabilities: 75.01 }, 0],
  ['A1', 'negative equity: 120 %', { totalAssets: 100, totalLiabilities: 120 }, 0], ['A1', 'no assets', { totalAssets: 0, totalLiabilities: 5 }, 'undefined zero'], ['A1', 'no statement', { totalAssets: 'notProvided', totalLiabilities: 'notProvided' }, 'notProvided zero'],
  ['A2', '3,864 ÷ 2,400 = 1.61', balance(), 80], ['A2', 'one to one', { currentAssets: 5, currentLiabilities: 5 }, 30], ['A2', 'below one', { currentAssets: 4.99, currentLiabilities: 5 }, 0], ['A2', 'nothing to pay', { currentAssets: 5, currentLiabilities: 0 }, 'undefined full'],
  ['A3', '(3,864 − 1,272) ÷ 2,400 = 1.08', balance(), 80], ['A3', 'all of it stock', { currentAssets: 5, inventories: 5, prepayments: 0, currentLiabilities: 5 }, 0], ['A3', 'prepayments count as little as stock', { currentAssets: 10, inventories: 2, prepayments: 3, currentLiabilities: 10 }, 30], ['A3', 'nothing to pay', { currentAssets: 5, inventories: 0, prepayments: 0, currentLiabilities: 0 }, 'undefined full'],
  ['A4', '480 ÷ 2,400 = 20 %', { operatingCash: 480, netCash: 10, currentLiabilities: 2400 }, 100], ['A4', 'the same with less cash in the end: one band down', { operatingCash: 480, netCash: 0, currentLiabilities: 2400 }, 80],
  ['A4', 'no operating cash', { operatingCash: 0, netCash: 5, currentLiabilities: 2400 }, 0], ['A4', 'cash flows out', { operatingCash: -1, netCash: -5, currentLiabilities: 2400 }, 0], ['A4', 'cash flows out and nothing to pay: not full points', { operatingCash: -1, netCash: -5, currentLiabilities: 0 }, 0], ['A4', 'cash comes in, nothing to pay', { operatingCash: 1, netCash: 5, currentLiabilities: 0 }, 'undefined full'],
  ['A5', '(70 + 10) ÷ mean(900, 1,100) = 8 %', { totalProfit: 70, interestExpense: 10, totalAssets: 1100, 'totalAssets[-1]': 900 }, 100], ['A5', 'without the year before', { totalProfit: 40, interestExpense: 10, totalAssets: 1000, 'totalAssets[-1]': 'notProvided' }, 80], ['A5', 'a loss', { totalProfit: -40, interestExpense: 10, totalAssets: 1000 }, 0],
  ['B1', 'from 100 to 114.2', { revenue: 114.2, 'revenue[-1]': 100 }, 80], ['B1', 'the same as before', { revenue: 100, 'revenue[-1]': 100 }, 30], ['B1', 'less than before', { revenue: 99, 'revenue[-1]': 100 }, 0], ['B1', 'from nothing', { revenue: 99, 'revenue[-1]': 0 }, 'undefined zero'], ['B1', 'a year that is missing', { revenue: 99, 'revenue[-1]': 'notProvided' }, 'notProvided zero'],
  ['B2', '63 of 1,000', { netProfit: 63, revenue: 1000 }, 80], ['B2', 'a loss', { netProfit: -1, revenue: 1000 }, 0], ['B2', 'no revenue', { netProfit: 5, revenue: 0 }, 'undefined zero'],
  ['B3', 'a twentieth', { surveyedMarketShare: 0.05 }, 60], ['B4', '91 of 100, at work', { siteScore: 91, operatingRate: 0.8 }, 100], ['B4', '91 of 100, under 60 % at work', { siteScore: 91, operatingRate: 0.59 }, 0], ['B4', '91 of 100, nobody asked', { siteScore: 91, operatingRate: 'notProvided' }, 100], ['B4', 'no visit', { siteScore: 'notProvided' }, 'notProvided zero'],
  ['C1', 'paid on the day', { paymentIndex24: 80 }, 100], ['C1', 'a month late', { paymentIndex24: 50 }, 30], ['C1', 'no ledger of receipts', {}, 'notKept out'],
  ['C2', 'nothing overdue', { overdueShare: 0 }, 100], ['C2', 'a twentieth', { overdueShare: 0.05 }, 80], ['C2', 'a third', { overdueShare: 0.34 }, 0],
  ['C3', 'all but one of fifty', { contractsKept24: 0.98 }, 100], ['C3', 'none was due', { contractsKept24: 'notApplicable' }, 'notApplicable out'],
  ['C4', 'a clean record', { defaultSeverity36: 0 }, 100], ['C4', 'half a dispute', { defaultSeverity36: 1 }, 80], ['C4', 'written off', { defaultSeverity36: 8 }, 0],
  ['C5', 'above four fifths', { tradeRank12: 80 }, 100], ['C6', 'in the third year', { cooperationYears: 2.4 }, 60], ['C6', 'no contract yet', { cooperationYears: 'notApplicable' }, 'notApplicable out'], ['C7', 'every promise kept', { promisesKept24: 1 }, 100], ['C7', 'no promise was due', { promisesKept24: 'notApplicable' }, 'notApplicable out'],
  ['C8', 'none in twenty contracts', { complaints12: 0, contracts12: 20 }, 100], ['C8', 'one in fifty', { complaints12: 1, contracts12: 50 }, 60], ['C8', 'no contract, no complaint: nothing to measure, no points given', { complaints12: 0, contracts12: 0 }, 'undefined out'], ['C8', 'no contract, yet a complaint', { complaints12: 1, contracts12: 0 }, 0],
  ['D1', 'large', { sizeClass: 4 }, 100], ['D1', 'micro', { sizeClass: 1 }, 30], ['D3', 'one award less one report', { reputation: 0 }, 30], ['D3', 'reports alone', { reputation: -1 }, 0],
  ['D4', 'rich and young: the worse of two', { registeredCapital: 50_000_000, yearsInBusiness: 1 }, 30], ['D4', 'both at the best', { registeredCapital: 10_000_000, yearsInBusiness: 10 }, 100], ['D4', 'one of two unknown', { registeredCapital: 50_000_000, yearsInBusiness: 'notProvided' }, 'notProvided zero'],
  ['D5', 'nine of ten valid', { certificatesValid: 0.9 }, 80], ['D5', 'all valid, beyond their scope', { certificatesValid: 1, scopeExceeded: 1 }, 0], ['D6', 'four of five', { managementPoints: 4 }, 80], ['D7', 'a worsening industry', { industryOutlook: -2 }, 0], ['D7', 'nobody has kept the industry', { industryOutlook: 'notKept' }, 'notKept out'], ['D8', 'a good reference', { referenceMark: 80 }, 80],
]

describe('the customers’ card, indicator by indicator', () => {
  test.each(CUSTOMER)('%s %s', (code, _what, given, expected) => expect(said(CARDS.customer, code, given)).toBe(expected))
  test('none of its computed indicators is without a case', () => {
    const computed = indicatorsOf(CARDS.customer).filter(({ kind }) => kind === 'formula').map(({ code }) => code)
    expect(computed.filter((code) => !CUSTOMER.some(([one]) => one === code))).toEqual([])
  })
  test('an industry of its own: 50 % is good in coal, and 80 % of the points', () => {
    expect(said(CARDS.customer, 'A1', { totalAssets: 100, totalLiabilities: 50 }, '煤炭开采')).toBe(80)
    expect(said(CARDS.customer, 'A1', { totalAssets: 100, totalLiabilities: 55.6 }, '煤炭开采')).toBe(70)
    expect(said(CARDS.customer, 'A1', { totalAssets: 100, totalLiabilities: 90 }, '煤炭开采')).toBe(0)
  })
})

const INVOICES: Case[] = [
  ['A1', '50 million in the year', { turnover12: 50_000_000 }, 100], ['A1', 'just below a million', { turnover12: 999_999 }, 0], ['A1', 'more taken back than sold', { turnover12: -5 }, 0],
  ['A2', 'a fifth more than the year before', { turnover12: 120, 'turnover12[-1]': 100 }, 100], ['A2', 'nothing the year before', { turnover12: 120, 'turnover12[-1]': 0 }, 'undefined zero'],
  ['A3', 'a tenth left', { turnover12: 100, purchases12: 90 }, 80], ['A3', 'bought for more than sold', { turnover12: 100, purchases12: 101 }, 0], ['A3', 'nothing sold', { turnover12: 0, purchases12: 5 }, 'undefined zero'],
  ['B1', 'every month', { monthsActive12: 12 }, 100], ['B1', 'five months', { monthsActive12: 5 }, 0], ['B2', 'even months', { salesVolatility12: 0.4 }, 100],
  ['C1', 'three in a hundred void', { voidShare12: 0.03 }, 100], ['C2', 'eleven in a hundred red', { redShare12: 0.11 }, 0], ['C3', 'one customer for all', { topCustomerShare12: 1 }, 0], ['C4', 'a third from one supplier', { topSupplierShare12: 0.3 }, 100],
]
const SUPPLIER: Case[] = [
  ['A1', 'nineteen orders of twenty in time', { onTimeDelivery24: 0.95 }, 80], ['A1', 'a fifth late and more', { onTimeDelivery24: 0.79 }, 0], ['A1', 'no delivery on record', {}, 'notKept out'], ['A1', 'nothing was due', { onTimeDelivery24: 'notApplicable' }, 'notApplicable out'],
  ['A2', 'one in a hundred sent back', { acceptedQuality24: 0.99 }, 80], ['A2', 'the bound itself, 99.5 %', { acceptedQuality24: 0.995 }, 100], ['A2', 'below 95 %', { acceptedQuality24: 0.949 }, 0], ['B3', 'every invoice in order', { invoicedInOrder24: 1 }, 100], ['B3', 'one in ten not', { invoicedInOrder24: 0.9 }, 30],
  ['B1', 'one contract in twenty not kept', { contractsKept24: 0.95 }, 80], ['B2', 'one certificate of five expired', { certificatesValid: 0.8 }, 60], ['B4', 'no complaint', { complaints12: 0 }, 100],
  ['C1', 'negative equity', { totalAssets: 100, totalLiabilities: 120 }, 0], ['C2', 'nothing to pay', { currentAssets: 5, inventories: 0, prepayments: 0, currentLiabilities: 0 }, 'undefined full'], ['C3', 'cash flows out', { operatingCash: -1, currentLiabilities: 5 }, 0],
]
describe.each([['invoices', INVOICES], ['supplier', SUPPLIER]] as const)('the %s card', (name, cases) => {
  test.each(cases)('%s %s', (code, _what, given, expected) => expect(said(CARDS[name], code, given)).toBe(expected))
  test('none of its computed indicators is without a case', () => {
    const computed = indicatorsOf(CARDS[name]).filter(({ kind }) => kind === 'formula').map(({ code }) => code)
    expect(computed.filter((code) => !cases.some(([one]) => one === code))).toEqual([])
  })
})

describe('whatever comes in', () => {
  const names = (card: Scheme) => [...new Set(indicatorsOf(card).flatMap((one) => (one.kind === 'formula' ? factNames(parse(one.formula)) : [])))]
  const value = fc.oneof(fc.double({ min: -200, max: 200, noNaN: true }), fc.constantFrom(0, 1, -1, 0.45, 1e12, -1e12), fc.constantFrom<Absence>('notProvided', 'notApplicable', 'notKept', 'undefined'))

  test.each(Object.entries(CARDS))('the %s card: points stay within the weight, the score within 0–100', (_name, card) => {
    fc.assert(fc.property(fc.record(Object.fromEntries(names(card).map((name) => [name, value]))), fc.constantFrom(null, '煤炭开采', '化工'), (given, industry) => {
      const result = resultOf(card, given, industry)
      for (const one of result.indicators) {
        expect(one.points).toBeGreaterThanOrEqual(0)
        expect(one.points).toBeLessThanOrEqual(indicatorsOf(card).find(({ code }) => code === one.code)!.weight)
      }
      if (result.score !== null) expect(result.score).toBeGreaterThanOrEqual(0)
      if (result.score !== null) expect(result.score).toBeLessThanOrEqual(10_000)
    }), { numRuns: 300 })
  })

  // Facts that work one way only, and which way; a fact such as revenue is good for growth and bad for the margin.
  const BETTER: [keyof typeof CARDS, string, 1 | -1][] = [
    ...['currentAssets', 'operatingCash', 'netCash', 'totalProfit', 'netProfit', 'surveyedMarketShare', 'siteScore', 'operatingRate', 'paymentIndex24', 'contractsKept24', 'tradeRank12', 'cooperationYears', 'promisesKept24', 'sizeClass', 'reputation',
      'registeredCapital', 'yearsInBusiness', 'certificatesValid', 'managementPoints', 'industryOutlook', 'referenceMark'].map((name): [keyof typeof CARDS, string, 1 | -1] => ['customer', name, 1]),
    ...['totalLiabilities', 'inventories', 'prepayments', 'revenue[-1]', 'overdueShare', 'defaultSeverity36'].map((name): [keyof typeof CARDS, string, 1 | -1] => ['customer', name, -1]),
    ['supplier', 'onTimeDelivery24', 1], ['supplier', 'acceptedQuality24', 1], ['supplier', 'invoicedInOrder24', 1], ['supplier', 'contractsKept24', 1], ['supplier', 'totalLiabilities', -1], ['supplier', 'operatingCash', 1], ['supplier', 'complaints12', -1],
    ['invoices', 'monthsActive12', 1], ['invoices', 'salesVolatility12', -1], ['invoices', 'voidShare12', -1], ['invoices', 'redShare12', -1], ['invoices', 'topCustomerShare12', -1], ['invoices', 'purchases12', -1], ['invoices', 'turnover12[-1]', -1],
  ]
  const amount = fc.oneof(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }), fc.constantFrom(0, 0.05, 0.45, 1, 60, 80, 5_000_000))
  test.each(BETTER)('%s: a better %s never lowers the score', (name, fact, way) => {
    const card = CARDS[name]
    fc.assert(fc.property(fc.record(Object.fromEntries(names(card).map((one) => [one, amount]))), amount, (given, other) => {
      // What divides stands: a base that is not above zero is another case of the tables.
      const base = { ...given, totalAssets: 100, 'totalAssets[-1]': 100, currentLiabilities: 40, revenue: 100, 'revenue[-1]': Math.abs(given['revenue[-1]'] ?? 0) + 1, turnover12: 100, 'turnover12[-1]': Math.abs(given['turnover12[-1]'] ?? 0) + 1, complaints12: Math.abs(given['complaints12'] ?? 0), contracts12: 5 }
      const [one, two]: Record<string, number>[] = [{ ...base }, { ...base, [fact]: fact.endsWith('[-1]') ? Math.abs(other) + 1 : other }]
      const isBetter = (two![fact]! - one![fact]!) * way >= 0
      const [worse, better] = isBetter ? [one!, two!] : [two!, one!]
      expect(resultOf(card, better).score!).toBeGreaterThanOrEqual(resultOf(card, worse).score!)
    }), { numRuns: 150 })
  })

  test('every computed indicator with a direction: along its bounds and between, better never earns less', () => {
    for (const card of Object.values(CARDS)) {
      for (const one of indicatorsOf(card).filter((each): each is FormulaIndicator => each.kind === 'formula' && each.direction !== 'none')) {
        for (const scoring of [one.scoring, ...one.industries.map((own) => own.scoring)]) {
          const marks = scoring.mode === 'bands' ? scoring.bands.flatMap(({ from, until }) => [from, until]) : scoring.anchors.map(({ value: at }) => at)
          const values = [-1e9, ...marks.filter((mark) => mark !== null).flatMap((mark) => [mark - 1e-9, mark, mark + 1e-9]), 1e9].sort((a, b) => a - b)
          const shares = values.map((at) => shareAt(scoring, at).share)
          const sorted = [...shares].sort((a, b) => (one.direction === 'up' ? a - b : b - a))
          expect(shares, `${card.name} ${one.code}`).toEqual(sorted)
        }
      }
    }
  })
})
