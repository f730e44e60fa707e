import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readScheme } from '../../src/shared/rules/schemes/checks.ts'
import { FACTS } from '../../src/shared/rules/facts/catalogue.ts'
import { ruleSetFaults } from '../../src/shared/rules/risks/rule-set.ts'
import { PROGRAM_RULES } from '../../src/shared/rules/risks/warnings.ts'
import { parse } from '../../src/shared/rules/schemes/expression.ts'
import { meaningFaults, type Wanted } from '../../src/shared/rules/schemes/meaning.ts'
import { indicatorsOf } from '../../src/shared/rules/schemes/schema.ts'
import { en } from '../../src/shared/text/en.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { cardOf } from './cards.ts'

const CARDS = ['customer', 'supplier', 'invoices'] as const
const found = (formula: string, wanted: Wanted) => meaningFaults(parse(formula), ['formula'], wanted).map(({ level, code }) => `${level} ${code}`)
const shownIn = (unit: (Wanted & { kind: 'number' })['unit']): Wanted => ({ kind: 'number', unit })
const TRUTH: Wanted = { kind: 'truth' }

describe('what a formula gives', () => {
  test.each(CARDS)('the %s card that is shipped makes sense throughout', (name) => {
    expect(readScheme(cardOf(name)).faults.filter(({ code }) => code.startsWith('formula-'))).toEqual([])
  })
  test('and so do the program’s own rules of early warning', () => {
    expect(ruleSetFaults(PROGRAM_RULES.map((rule) => ({ ...rule, isOn: true, name: null, advice: null })))).toEqual([])
  })

  test.each<[string, string, Wanted, string[]]>([
    ['divides by zero', '1/0', shownIn('percent'), ['fault formula-by-zero']],
    ['divides a fact by zero', 'ratio(cash, 0)', shownIn('percent'), ['fault formula-by-zero']],
    ['divides by what comes to zero', 'cash / (2 - 2)', shownIn('percent'), ['fault formula-by-zero']],
    ['grows from zero', 'growth(revenue, 0)', shownIn('percent'), ['fault formula-by-zero']],
    ['a ratio over a negative number', 'ratio(cash, -1)', shownIn('yuan'), ['fault formula-by-negative']],
    ['no fact', '1', shownIn('percent'), ['fault formula-constant']],
    ['no fact, however long', 'max(1, 2) + 3', shownIn('marks'), ['fault formula-constant']],
    ['a gate that is always so', '1 = 1', TRUTH, ['fault formula-constant']],
    ['yuan in percent', 'cash', shownIn('percent'), ['fault formula-unit']],
    ['yuan in percent, by a detour', 'max(cash, totalAssets[-1] * 30%)', shownIn('percent'), ['fault formula-unit']],
    ['yuan in days', 'cash - payables', shownIn('days'), ['fault formula-unit']],
    ['days in percent', 'longestOverdueDays', shownIn('percent'), ['fault formula-unit']],
    ['days in months', 'longestOverdueDays', shownIn('months'), ['fault formula-unit']],
    ['a ratio in yuan', 'ratio(cash, totalAssets)', shownIn('yuan'), ['fault formula-unit']],
    ['marks in percent', 'siteScore', shownIn('percent'), ['warning formula-unit']],
    ['a share as marks', 'overdueShare', shownIn('marks'), ['warning formula-unit']],
    ['a yes or no', 'cash * 3 > 2', shownIn('percent'), ['fault formula-truth']],
    ['a yes or no, by a detour', 'if(cash > 2, known(equity), equity > 0)', shownIn('count'), ['fault formula-truth']],
    ['money and days', 'cash + longestOverdueDays', shownIn('yuan'), ['fault formula-unlike']],
    ['money beside days', 'cash > longestOverdueDays', TRUTH, ['fault formula-unlike']],
    ['days beside months', 'longestOverdueDays > statementAgeMonths', TRUTH, ['fault formula-unlike']],
    ['money against a percentage', 'cash < 30%', TRUTH, ['fault formula-unlike']],
    ['marks against a percentage', 'siteScore < 60%', TRUTH, ['warning formula-unlike']],
    ['growth of one thing over another', 'growth(revenue, salesInvoices12)', shownIn('percent'), ['fault formula-unlike']],
    ['branches unlike', 'if(equity > 0, cash, longestOverdueDays)', shownIn('yuan'), ['fault formula-unlike']],
    ['a gate over a number', 'equity', TRUTH, ['fault formula-number-for-truth']],
    ['a gate over a ratio', 'ratio(cash, equity)', TRUTH, ['fault formula-number-for-truth']],
    ['a number as a condition', 'if(cash, 2, overdueShare)', shownIn('percent'), ['warning formula-number-as-truth']],
    ['a number in a condition', 'equity and cash > 0', TRUTH, ['warning formula-number-as-truth']],
    ['percent twice', 'ratio(cash, totalAssets) * 100', shownIn('percent'), ['warning formula-scale']],
    ['yuan as ten thousand yuan', 'turnover12', shownIn('tenThousandYuan'), ['warning formula-scale']],
    ['ten thousand yuan as yuan', 'turnover12 / 10000', shownIn('yuan'), ['warning formula-scale']],
  ])('%s', (_what, formula, wanted, faults) => expect(found(formula, wanted)).toEqual(faults))

  test.each<[string, Wanted]>([
    ['cash', shownIn('yuan')], ['turnover12 / 10000', shownIn('tenThousandYuan')], ['(turnover12 - purchases12) / 10000', shownIn('tenThousandYuan')],
    ['ratio(cash, payables) ', shownIn('times')], ['1 - overdueShare', shownIn('percent')], ['100 * overdueShare', shownIn('marks')], ['receivables / revenue * 365', shownIn('days')],
    ['dishonest + fraud', shownIn('count')], ['licenceExpired', shownIn('count')], ['if(cash > 0, 1, 0)', shownIn('marks')], ['if(cooperationYears >= 5, 5, 3)', shownIn('marks')],
    ['min(siteScore, 59)', shownIn('marks')], ['complaints12 / contracts12', shownIn('times')], ['complaints12 / cooperationYears', shownIn('count')], ['first(paymentIndex24, siteScore)', shownIn('marks')],
    ['longestOverdueDays / 30', shownIn('days')], ['revenue / 12 * 2 - cash', shownIn('yuan')], ['clamp(growth(revenue, revenue[-1]), -100%, 1)', shownIn('percent')], ['abs(netProfit)', shownIn('yuan')], ['-netProfit', shownIn('yuan')],
    ['dishonest = 1', TRUTH], ['dishonest', TRUTH], ['not dishonest', TRUTH], ['not known(totalAssets) or statementAgeMonths > 18', TRUTH], ['first(dishonest, 0)', TRUTH], ['if(cash > 0, dishonest, 0)', TRUTH],
    ['relatedGuaranteesYuan > equity * 50%', TRUTH], ['openDefaults + openLawsuits > 2', TRUTH], ['voidShare12 > 20% or redShare12 > 0.1', TRUTH], ['complaints12 > contracts12 * 10%', TRUTH], ['cash / contracts12 > 1000', TRUTH],
  ])('%s is sound', (formula, wanted) => expect(found(formula, wanted)).toEqual([]))

  test('every fact is sound in the unit it is kept in, and as a comparison with a number', () => {
    const unitOf = { yuan: 'yuan', share: 'percent', times: 'times', days: 'days', months: 'months', years: 'years', count: 'count', marks: 'marks', flag: 'count' } as const
    for (const [name, { unit }] of Object.entries(FACTS)) expect([name, ...found(name, shownIn(unitOf[unit])), ...found(`${name} > 3`, TRUTH)]).toEqual([name])
  })

  test('what is done to a sound formula without changing what it is stays sound', () => {
    const sound = CARDS.flatMap((name) => indicatorsOf(cardOf(name)).flatMap((one) => (one.kind === 'formula' ? [{ formula: one.formula, unit: one.unit }] : [])))
    const wrap = [(one: string) => `(${one})`, (one: string) => `first(${one}, ${one})`, (one: string) => `max(${one}, ${one})`, (one: string) => `if(known(cash), ${one}, ${one})`, (one: string) => `mean(${one}, ${one})`, (one: string) => `${one} + 0`]
    fc.assert(fc.property(fc.constantFrom(...sound.filter(({ formula }) => formula.length < 90)), fc.constantFrom(...wrap), ({ formula, unit }, around) => {
      expect(found(around(`(${formula})`), shownIn(unit))).toEqual([])
      expect(found(`${around(`(${formula})`)} > 0.5`, TRUTH)).toEqual([])
    }))
  })

  test('each is told in both languages, and keeps a card from being submitted where it is sure', () => {
    const card = structuredClone(cardOf('customer'))
    Object.assign(card.groups[0]!.indicators[0]!, { formula: 'cash' })
    const [first] = readScheme(card).faults
    expect(first).toMatchObject({ level: 'fault', code: 'formula-unit', place: ['groups', 0, 'indicators', 0, 'formula'], values: { gives: 'yuan', unit: 'percent' } })
    expect(zhCN.schemes.faultOf(first!.code, first!.values)).toBe('公式给出的是金额（元），与单位“%”不符')
    expect(en.schemes.faultOf(first!.code, first!.values)).toBe('It gives money (yuan), which does not go with the unit “%”')
    for (const code of ['constant', 'by-zero', 'by-negative', 'truth', 'number-for-truth', 'number-as-truth', 'unlike', 'scale']) {
      for (const text of [zhCN, en]) expect(text.schemes.faultOf(`formula-${code}`, { gives: 'yuan', left: 'yuan', right: 'days', unit: 'percent' })).not.toMatch(/formula-|undefined/)
    }
  })
})
