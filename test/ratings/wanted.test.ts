import { describe, expect, test } from 'vitest'
import { absent, type Facts, present } from '../../src/shared/rules/facts/fact.ts'
import { wantedForGrade, wantedSource } from '../../src/shared/rules/ratings/wanted.ts'
import { capIn, gateNameIn, type Grade } from '../../src/shared/rules/schemes/grades.ts'
import { indicatorsOf } from '../../src/shared/rules/schemes/schema.ts'
import { score } from '../../src/shared/rules/schemes/score.ts'
import { cardOf } from '../schemes/cards.ts'

const card = cardOf('customer')
const GRADES: readonly Grade[] = ['AAA', 'AA', 'A', 'B', 'C']
const scored = (facts: Facts) => score(card, { facts, marks: {}, industry: null, grades: GRADES })

describe('what is lacking for a grade', () => {
  test('data by their source, what is owed first, no more than it takes; their coverage is what they weigh', () => {
    const facts: Facts = { siteScore: present(80, [], null), totalAssets: absent('notProvided'), totalLiabilities: absent('notProvided'), paymentIndex24: absent('notApplicable') }
    const result = scored(facts)
    const { wants, covered, asked } = wantedForGrade(card, facts, result)
    expect(result.grade).toBeNull()
    expect(asked).toBe(card.coverage.rated)
    expect(wants.find(({ kind }) => kind === 'statement')!.codes).toContain('A1')
    expect(wants.flatMap(({ codes }) => codes)).not.toContain(indicatorsOf(card).find((one) => one.kind === 'formula' && one.formula === 'paymentIndex24')!.code)
    for (const { codes, share } of wants) expect(share).toBe(indicatorsOf(card).filter(({ code }) => codes.includes(code)).reduce((sum, { weight }) => sum + weight, 0))
    expect(covered).toBe(result.coverage + wants.reduce((sum, { share }) => sum + share, 0))
    // The last of them is needed.
    expect(covered >= asked && covered - wants.at(-1)!.share < asked).toBe(true)
  })
  test('where nothing more could be brought it says how far it goes', () => {
    const facts = Object.fromEntries(indicatorsOf(card).flatMap((one) => (one.kind === 'formula' ? (one.formula.match(/[a-z]\w*/gi) ?? []).map((name) => [name, absent('notApplicable')]) : [])))
    const { wants, covered, asked } = wantedForGrade(card, facts, scored(facts))
    expect(wants.map(({ kind }) => kind)).toEqual(['mark'])
    expect(covered).toBeLessThan(asked)
  })
  test('the ledger of the first fact that is not there', () => {
    const formula = 'ratio(totalLiabilities, turnover12)'
    expect(wantedSource({ totalLiabilities: present(1, [], null) }, { formula })).toBe('invoices')
    expect(wantedSource({}, { formula })).toBe('statement')
  })
})

describe('a cap in the grades of a regulation', () => {
  test.each<[Grade, readonly Grade[], Grade | null]>([
    ['AA', GRADES, 'AA'], ['AAA', GRADES, null],
    ['AA', ['AA', 'A', 'B', 'C'], null], ['A', ['AA', 'A', 'B', 'C'], 'A'],
    ['A', ['A', 'B', 'C'], null], ['AA', ['A', 'B', 'C'], null], ['B', ['A', 'B', 'C'], 'B'], ['B', ['A', 'C'], 'C'],
  ])('%s among %s comes to %s', (cap, grades, expected) => expect(capIn(cap, grades)).toBe(expected))

  const S03 = [{ grade: 'AA', label: '优秀' }, { grade: 'A', label: '良好' }, { grade: 'B', label: '一般' }, { grade: 'C', label: '不良' }] as const
  test.each([['AA 级要求：负债不高', S03, '优秀要求：负债不高'], ['AAA 级要求', S03, '优秀要求'], ['B级以下', S03, '一般以下'], ['净资产不为正', S03, '净资产不为正'], ['AA 级要求', GRADES.map((grade) => ({ grade, label: '极好' })), 'AA 级要求']] as const)('%s', (name, grades, expected) =>
    expect(gateNameIn(name, grades)).toBe(expected))
})
