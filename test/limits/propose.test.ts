import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GRADES } from '../../src/shared/contract/parties.ts'
import { absent, type Facts, present } from '../../src/shared/rules/facts/fact.ts'
import { countGuarantees, utilisation, useOf } from '../../src/shared/rules/limits/guarantees.ts'
import { limitBy, proposeLimit } from '../../src/shared/rules/limits/propose.ts'
import { canonicalJson } from '../../src/shared/rules/ratings/canonical.ts'
import { recompute, resultOf, type Capsule } from '../../src/shared/rules/ratings/capsule.ts'
import { readScheme } from '../../src/shared/rules/schemes/checks.ts'
import { compareSchemes } from '../../src/shared/rules/schemes/compare.ts'
import { rehearse } from '../../src/shared/rules/schemes/rehearse.ts'
import { type Limits, Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { cardOf } from '../schemes/cards.ts'

const card = cardOf('customer')
const limits = card.limits!
const has = (values: Readonly<Record<string, number>>): Facts => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, present(value, [], null)]))
const both = has({ equity: 8_000_000, creditSales12: 2_400_000 })

/*
 * Worked by hand, credit.md 3.5. Equity 8,000,000: a tenth is 800,000. Credit sales 2,400,000: 200,000 a month.
 * AAA: 800,000 × 1.0; 200,000 × 3 × 1.5 × 1.0 = 900,000. AA: 640,000; 200,000 × 2 × 1.5 × 0.8 = 480,000.
 * A: 480,000; 200,000 × 1.5 × 1.5 × 0.6 = 270,000. B: 240,000; 200,000 × 1 × 1.5 × 0.3 = 90,000.
 */
describe('the smallest candidate binds', () => {
  test.each([
    ['AAA', 800_000, 90, 'JZC'], ['AA', 480_000, 60, 'SXE'], ['A', 270_000, 45, 'SXE'], ['B', 90_000, 30, 'SXE'], ['C', 0, 0, 'grade'], [null, 50_000, 30, 'beginner'],
  ] as const)('%s', (grade, limitYuan, termDays, binding) => {
    expect(proposeLimit(limits, both, grade)).toMatchObject({ grade, limitYuan, termDays, binding })
  })

  test('rounded down to a thousand, and not by the dust of binary fractions', () => {
    expect(proposeLimit(limits, has({ equity: 999_999 }), 'AAA').limitYuan).toBe(99_000)
    expect(100_000 * 0.57).toBeLessThan(57_000)
    expect(proposeLimit({ ...limits, candidates: [{ code: 'A', name: '一', formula: 'equity * 0.57 * coefficient' }] }, has({ equity: 100_000 }), 'AAA').limitYuan).toBe(57_000)
    expect(proposeLimit({ ...limits, roundToYuan: 1 }, has({ equity: 12_345_678.9 }), 'AAA').limitYuan).toBe(1_234_567)
  })

  test('negative equity proposes nothing; a zero is a zero', () => {
    expect(proposeLimit(limits, has({ equity: -500_000, creditSales12: 9_000_000 }), 'A')).toMatchObject({ limitYuan: 0, binding: 'JZC', candidates: [{ code: 'JZC', value: 0, absent: null }, { code: 'SXE', value: 1_012_500, absent: null }] })
    expect(proposeLimit(limits, has({ equity: 0, creditSales12: 0 }), 'AAA').limitYuan).toBe(0)
  })

  test('what does not apply is left out; what is owed counts as the beginner limit; of nothing the beginner limit', () => {
    const only = (facts: Facts) => proposeLimit(limits, facts, 'AA')
    expect(only({ equity: present(8_000_000, [], null), creditSales12: absent('notApplicable') })).toMatchObject({ limitYuan: 640_000, binding: 'JZC' })
    expect(only({ equity: absent('notProvided'), creditSales12: present(9_000_000, [], null) })).toMatchObject({ limitYuan: 50_000, binding: 'JZC', candidates: [{ value: null, absent: 'notProvided' }, {}] })
    expect(only({ equity: absent('notProvided') })).toMatchObject({ limitYuan: 50_000, binding: 'beginner', termDays: 30 })
    expect(only({})).toMatchObject({ limitYuan: 50_000, binding: 'beginner', candidates: [{ absent: 'notKept' }, { absent: 'notKept' }] })
    // Nothing known is no way round the grade.
    expect(proposeLimit(limits, {}, 'C').limitYuan).toBe(0)
  })

  test('nobody gets more than the cap, not even a beginner', () => {
    expect(proposeLimit({ ...limits, capYuan: 300_000 }, both, 'AAA')).toMatchObject({ limitYuan: 300_000, binding: 'cap' })
    expect(proposeLimit({ ...limits, capYuan: 20_000 }, {}, null)).toMatchObject({ limitYuan: 20_000, binding: 'cap' })
  })

  test('a better grade never proposes less on the same facts, whatever they are', () => {
    const value = fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((one) => present(one, [], null)), fc.constantFrom('notProvided', 'notApplicable', 'notKept', 'undefined').map((why) => absent(why as 'notKept')))
    const falling = fc.tuple(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 5, maxLength: 5 }), fc.array(fc.integer({ min: 0, max: 365 }), { minLength: 5, maxLength: 5 }))
    fc.assert(fc.property(value, value, falling, fc.option(fc.integer({ min: 0, max: 1e9 })), (equity, creditSales12, [coefficients, terms], capYuan) => {
      const [ks, days] = [coefficients, terms].map((all) => [...all].sort((one, other) => other - one)) as [number[], number[]]
      const own: Limits = { ...limits, capYuan, grades: Object.fromEntries(GRADES.map((grade, at) => [grade, { coefficient: ks[at]!, termDays: days[at]!, handling: null }])) as Limits['grades'] }
      const sums = GRADES.map((grade) => proposeLimit(own, { equity, creditSales12 }, grade).limitYuan)
      expect(sums).toEqual([...sums].sort((one, other) => other - one))
    }), { numRuns: 300 })
  })
})

describe('guarantees', () => {
  const proved = { hasPage: true, giver: '中国银行徐州分行 保函 BH-1', until: '2027-11-26' }
  test('each adds its discounted amount, to whole steps; none without its page, its giver or its last day, none that lapses before the limit', () => {
    const { rows, addedFen } = countGuarantees(limits, [
      { kind: 'cash', amountFen: 1_000_000, ...proved, until: null }, { kind: 'bankGuarantee', amountFen: 10_000_000, ...proved },
      { kind: 'mortgage', amountFen: 50_000_001, ...proved }, { kind: 'thirdParty', amountFen: 3_333_333, ...proved },
      { kind: 'cash', amountFen: 9_900_000, ...proved, hasPage: false }, { kind: 'cash', amountFen: 9_900_000, ...proved, giver: null },
      ...(['bankGuarantee', 'mortgage', 'thirdParty'] as const).map((kind) => ({ kind, amountFen: 9_900_000, ...proved, until: null })),
      { kind: 'bankGuarantee', amountFen: 9_900_000, ...proved, until: '2027-11-25' }, { kind: 'cash', amountFen: 9_900_000, ...proved, until: '2027-11-25' },
    ], '2027-11-26')
    expect(rows.map(({ countedFen, why }) => [countedFen, why])).toEqual([
      [1_000_000, null], [9_500_000, null], [25_000_000, null], [999_999, null], [0, 'no-page'], [0, 'no-giver'], [0, 'no-end'], [0, 'no-end'], [0, 'no-end'], [0, 'lapses'], [0, 'lapses'],
    ])
    expect(addedFen).toBe(36_400_000)
  })

  test('how much is used: below 80 %, to 100 %, a fen over is over', () => {
    expect([useOf(7_999, 10_000), useOf(8_000, 10_000), useOf(10_000, 10_000), useOf(10_001, 10_000), useOf(0, 0), useOf(1, 0)]).toEqual(['within', 'near', 'near', 'over', 'within', 'over'])
    expect([utilisation(5_000, 10_000), utilisation(-5, 10_000), utilisation(0, 0), utilisation(1, 0)]).toEqual([5000, 0, null, null])
  })
})

describe('in a scheme', () => {
  const changed = (change: (one: Scheme) => void) => { const one = structuredClone(card); change(one); return readScheme(one).faults.map(({ place, code, level }) => `${level} ${code} ${place.join('.')}`) }
  test.each<[string, (one: Scheme) => void, string[]]>([
    ['as shipped', () => undefined, []],
    ['a worse grade is worth more', (one) => { one.limits!.grades.B.coefficient = 7000 }, ['fault limit-coefficient limits.grades.B.coefficient']],
    ['and longer', (one) => { one.limits!.grades.A.termDays = 61 }, ['fault limit-term limits.grades.A.termDays']],
    ['a formula of nothing known', (one) => { one.limits!.candidates[0]!.formula = 'fortune * coefficient' }, ['fault unknown-fact limits.candidates.0.formula']],
    ['of what a gate may name', (one) => { one.limits!.candidates[0]!.formula = 'score * coefficient' }, ['fault unknown-fact limits.candidates.0.formula']],
    ['of the grade before', (one) => { one.limits!.candidates[0]!.formula = 'previousScore * coefficient' }, ['fault leak-grade limits.candidates.0.formula']],
    ['the same for everybody', (one) => { one.limits!.candidates[1]!.formula = 'equity' }, ['warning limit-graceless limits.candidates.1.formula']],
    ['a code twice', (one) => { one.limits!.candidates[1]!.code = 'JZC' }, ['fault duplicate-code limits.candidates.1.code']],
    ['a cap below a beginner', (one) => { one.limits!.capYuan = 10_000 }, ['warning limit-cap limits.capYuan']],
  ])('%s', (_name, change, faults) => expect(changed(change).filter((one) => one.includes('limit') || one.includes('grades.'))).toEqual(faults))

  test('a text from before there were limits reads as it was, to the letter, and what it froze proposes none', () => {
    const { limits: _limits, ...old } = card
    expect(canonicalJson(Scheme.parse(old))).toBe(canonicalJson(old))
    expect(limitBy(Scheme.parse(old), both, 'AA')).toBeUndefined()
    const inputs = { facts: both, marks: {}, industry: null, grades: [{ grade: 'AA' as const, label: 'AA' }] }
    const result = resultOf(Scheme.parse(old), inputs)
    const capsule: Capsule = { format: 1, number: 'PJ', partyId: 1, kind: 'presale', asOf: '2026-11-23', approvedOn: '2026-11-23', scheme: { versionId: 1, hash: '' }, regulation: { versionId: 1, id: 'S22' }, gatheredAt: '', remarks: null, result, override: null, grade: result.grade, ...inputs }
    expect(recompute(capsule, Scheme.parse(old)).differences).toEqual([])
    expect(canonicalJson({ ...capsule, limit: undefined })).toBe(canonicalJson(capsule))
    // Frozen with another limit than its scheme gives: found.
    const frozen = { ...capsule, limit: limitBy(card, both, capsule.grade) }
    expect(recompute(frozen, card).differences).toEqual([])
    expect(recompute({ ...frozen, limit: { ...frozen.limit!, limitYuan: 1 } }, card).differences).toEqual(['limit.limitYuan'])
    expect(recompute(frozen, Scheme.parse(old)).differences).toContain('limit')
  })

  test('a rehearsal tells whose limit would be another, and what differs is named', () => {
    const after = structuredClone(card)
    after.limits!.grades.AA.coefficient = 7000
    after.limits!.capYuan = 5_000_000
    expect(compareSchemes(card, after).map(({ part, field }) => [part, field])).toEqual([['limit', 'grades'], ['limit', 'capYuan']])
    const { limits: _limits, ...none } = card
    const one = { ratingId: 1, asOf: '2026-01-10', isCurrent: true, defaults: [], input: { facts: { ...both, ...has({ siteScore: 85 }) }, marks: {}, industry: null, grades: [...GRADES] } }
    const unrated = limits.beginnerYuan
    expect(rehearse(Scheme.parse(none), after, [one], '2026-11-23').rows[0]!.limit).toEqual({ before: null, after: unrated })
    const rated = (scheme: Scheme): Scheme => ({ ...scheme, gates: [], coverage: { ...scheme.coverage, rated: 0, full: 0 }, cuts: { AAA: 10_000, AA: 0, A: 0, B: 0 } })
    expect(rehearse(rated(card), rated(after), [one], '2026-11-23').rows[0]!.limit).toEqual({ before: 480_000, after: 420_000 })
  })
})
