import { describe, expect, test } from 'vitest'
import { FACTS } from '../../src/shared/rules/facts/catalogue.ts'
import { present } from '../../src/shared/rules/facts/fact.ts'
import { compareRules, needsOwnWords, nextCode, RuleSet, ruleSetFaults, rulesToEdit } from '../../src/shared/rules/risks/rule-set.ts'
import { whyNotStep } from '../../src/shared/rules/risks/rule-set-steps.ts'
import { flowDirection, PROGRAM_RULES, WARNING_RULES, type WarningRule, warningsOf } from '../../src/shared/rules/risks/warnings.ts'
import { en } from '../../src/shared/text/en.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'

const own = (more: Partial<WarningRule> = {}): WarningRule => ({ code: 'C01', aspect: 'conduct', severity: 'act', when: 'longestOverdueDays > 60', isOn: true, name: '逾期过两月', advice: '停止发货', ...more })
const with_ = (...rules: WarningRule[]): WarningRule[] => [...PROGRAM_RULES, ...rules]
const changed = (code: string, more: Partial<WarningRule>): WarningRule[] => PROGRAM_RULES.map((rule) => (rule.code === code ? { ...rule, ...more } : rule))
const codes = (rules: readonly WarningRule[], level = 'fault') => ruleSetFaults(rules).filter((one) => one.level === level).map(({ code }) => code)

describe('what does not hold in a set', () => {
  test('the program’s own rules hold, every one with its words in both languages', () => {
    expect(ruleSetFaults(PROGRAM_RULES)).toEqual([])
    expect(RuleSet.safeParse(PROGRAM_RULES).success).toBe(true)
    for (const { code } of WARNING_RULES) for (const { risks } of [zhCN, en]) expect(`${risks.warning[code]}${risks.rules.advice[code]}`.length, code).toBeGreaterThan(8)
  })

  const cases: readonly (readonly [when: string, fault: string])[] = [
    ['', 'formula-empty'], ['longestOverdueDays >', 'formula-expected'], ['overdueDays > 3', 'unknown-fact'], ['netProfit[-3] < 0', 'too-far-back'], ['totalAssets[-0] > 1', 'unknown-fact'],
    ['exec(1) > 0', 'formula-unknown-function'], ['growth(revenue) < 0', 'formula-arguments'], ['equity ≤ 0', 'formula-character'], ['1 = 1', 'rule-factless'],
    ['equity', 'rule-no-question'], ['netProfit + 1', 'rule-no-question'], ['equity and netProfit < 0', 'rule-no-question'], ['if(equity > 0, netProfit, 1)', 'rule-no-question'], ['max(equity > 0, netProfit)', 'rule-no-question'],
    ['defaultsWithinYear > 0', 'leak-outcome'], ['score < 50', 'unknown-fact'],
  ]
  test.each(cases)('%s: %s', (when, fault) => {
    expect(codes(with_(own({ when })))).toEqual([fault])
    expect(ruleSetFaults(with_(own({ when })))[0]!.place).toEqual([PROGRAM_RULES.length, 'when'])
  })

  test('what is a question', () => {
    for (const when of ['dishonest', 'not licenceExpired', 'known(equity) and equity < 0', 'if(known(equity), equity < 0, 0)', 'previousScore < 60', 'overdueShare > 30%', 'limitUse > 1.2']) expect(codes(with_(own({ when }))), when).toEqual([])
  })

  test('beside a number that a fact never reaches: told, not refused', () => {
    const hints: readonly (readonly [string, string])[] = [['overdueShare > 30', 'rule-share'], ['30 < overdueShare', 'rule-share'], ['dishonest = 2', 'rule-range'], ['siteScore < 120', 'rule-range'], ['not (openDefaults > 0 and topCustomerShare12 > 50)', 'rule-share']]
    for (const [when, hint] of hints) expect([codes(with_(own({ when }))), codes(with_(own({ when })), 'warning')], when).toEqual([[], [hint]])
    expect(codes(with_(own({ when: 'siteScore < 60' })), 'warning')).toEqual([])
  })

  test('a code twice, one that the program does not have, none on', () => {
    expect(codes(with_(own(), own()))).toEqual(['duplicate-code'])
    expect(codes(with_(own({ code: 'W99' })))).toEqual(['rule-code'])
    expect(codes(PROGRAM_RULES.map((rule) => ({ ...rule, isOn: false })))).toEqual(['rules-all-off'])
    for (const code of ['c01', 'X01', 'C1', 'C001', '']) expect(RuleSet.safeParse(with_(own({ code }))).success, code).toBe(false)
  })

  test('another formula than the program’s needs the company’s own words, else the sentence would lie', () => {
    expect(codes(changed('W36', { when: 'longestOverdueDays > 60' }))).toEqual(['rule-name', 'rule-advice'])
    expect(codes(changed('W36', { when: 'longestOverdueDays > 60', name: '逾期 60 天以上', advice: '催收' }))).toEqual([])
    expect(codes(changed('W36', { severity: 'look', isOn: false }))).toEqual([])
    expect(codes(with_(own({ name: null })))).toEqual(['rule-name'])
    expect(needsOwnWords(PROGRAM_RULES[0]!)).toBe(false)
  })

  test('every fault has its sentence in both languages', () => {
    const seen = new Set([...cases.map(([, fault]) => fault), 'rule-share', 'rule-range', 'rule-code', 'rules-all-off', 'rule-name', 'rule-advice', 'duplicate-code'])
    for (const code of seen) for (const { risks, schemes } of [zhCN, en]) expect(risks.rules.faultOf(code, {}) ?? schemes.faultOf(code, {}), code).not.toBe(code)
  })
})

test('what two sets have different, rule by rule', () => {
  expect(compareRules(PROGRAM_RULES, PROGRAM_RULES.toReversed())).toEqual([])
  expect(compareRules(PROGRAM_RULES, with_(own()))).toMatchObject([{ code: 'C01', before: null, fields: [] }])
  expect(compareRules(with_(own()), PROGRAM_RULES)).toMatchObject([{ code: 'C01', after: null }])
  expect(compareRules(PROGRAM_RULES, changed('W36', { isOn: false, severity: 'look' }))).toMatchObject([{ code: 'W36', fields: ['isOn', 'severity'] }])
})

test('a rule that a newer program brings is off in a company’s set until it takes it in, and changes nothing before', () => {
  const older = PROGRAM_RULES.filter(({ code }) => code !== 'W39')
  const edited = rulesToEdit(older)
  expect(edited.find(({ code }) => code === 'W39')).toMatchObject({ isOn: false })
  expect(compareRules(older, edited)).toEqual([])
  const facts = { beyondLimit: present(7, [], null) }
  expect([older, edited, PROGRAM_RULES].map((rules) => warningsOf(facts, rules).some(({ code, state }) => code === 'W39' && state === 'hit'))).toEqual([false, false, true])
})

test('codes of the company’s own, one after another', () => {
  expect(nextCode(PROGRAM_RULES)).toBe('C01')
  expect(nextCode(with_(own(), own({ code: 'C03' })))).toBe('C02')
  expect(nextCode(Array.from({ length: 99 }, (_, at) => own({ code: `C${String(at + 1).padStart(2, '0')}` })))).toBeNull()
})

test('which invoices a formula is read from', () => {
  expect(flowDirection('topSupplierShare12 > 70%')).toBe('purchase')
  expect(flowDirection('turnover12 < 1 and purchases12 > 1')).toBe('sale')
  expect(flowDirection('openDefaults > 0')).toBeNull()
  expect(FACTS['turnover12']!.source).toBe('invoices')
})

test('who may take which step, and when', () => {
  const credit = { personId: 1, roles: ['creditAdministrator'] }
  const both = { personId: 1, roles: ['creditAdministrator', 'officeDirector'] }
  const manager = { personId: 2, roles: ['generalManager'] }
  const draft = { state: 'draft' as const, makers: [] }
  const proposed = { state: 'proposed' as const, makers: [1] }
  expect([whyNotStep('save', draft, credit), whyNotStep('save', draft, manager), whyNotStep('save', proposed, credit)]).toEqual([null, 'forbidden', 'wrong-state'])
  expect([whyNotStep('decide', proposed, credit), whyNotStep('decide', proposed, both), whyNotStep('decide', proposed, manager), whyNotStep('decide', draft, manager)]).toEqual(['forbidden', 'same-person', null, 'wrong-state'])
  expect([whyNotStep('withdraw', proposed, credit), whyNotStep('withdraw', { state: 'agreed', makers: [] }, credit)]).toEqual([null, 'wrong-state'])
})
