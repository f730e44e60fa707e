import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absent, type Facts, present } from '../../src/shared/rules/facts/fact.ts'
import { Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { type Input, mulDiv, score } from '../../src/shared/rules/schemes/score.ts'

const fact = (value: number) => present(value, [], null)
const bands = (...rows: [number | null, number | null, number][]) => ({ mode: 'bands' as const, bands: rows.map(([from, until, share]) => ({ from, until, share })) })
const UP = bands([null, 0, 0], [0, 10, 3000], [10, 20, 8000], [20, null, 10_000])
const scheme = (more: object = {}) => Scheme.parse({
  name: '试验', hint: null, for: 'customer', kinds: ['aftersale'],
  groups: [
    { code: 'A', name: '财务', indicators: [{ kind: 'formula', code: 'A1', name: '增长', hint: null, weight: 6000, formula: 'growth', unit: 'percent', direction: 'up', scoring: UP }] },
    { code: 'B', name: '其他', indicators: [{ kind: 'mark', code: 'B1', name: '地位', hint: null, weight: 4000, evidence: 'page', options: [{ code: 'X', name: '龙头', share: 10_000 }, { code: 'Y', name: '一般', share: 5000 }] }] },
  ],
  cuts: { AAA: 9000, AA: 8000, A: 7000, B: 6000 }, coverage: { rated: 5000, full: 8000, cap: 'A' },
  override: { up: 1, down: 4, months: 6 }, review: { AAA: 12, AA: 12, A: 6, B: 3, C: 1 }, ...more,
})
const GRADES = ['AAA', 'AA', 'A', 'B', 'C'] as const
const input = (facts: Facts, option: string | null = 'X', pages = 1): Input => ({ facts, marks: option ? { B1: { option, pages } } : {}, industry: null, grades: GRADES })

describe('points, coverage, grade', () => {
  test.each([
    ['best of both', input({ growth: fact(20) }), 10_000, 10_000, 'AAA'],
    ['a bound belongs to the band above', input({ growth: fact(10) }), 8800, 10_000, 'AA'],
    ['just below it', input({ growth: fact(9.999) }), 5800, 10_000, 'C'],
    ['what the party owes stays in the denominator', input({ growth: absent('notProvided') }), 4000, 4000, null],
    ['what does not apply leaves it', input({ growth: absent('notApplicable') }), 10_000, 4000, null],
    ['a mark that nobody gave leaves it; thin coverage caps', input({ growth: fact(30) }, null), 10_000, 6000, 'A'],
    ['a mark without a page earns nothing', input({ growth: fact(30) }, 'X', 0), 6000, 6000, 'B'],
  ] as const)('%s', (_what, one, points, coverage, grade) => {
    const result = score(scheme(), one)
    expect({ score: result.score, coverage: result.coverage, grade: result.grade }).toEqual({ score: points, coverage, grade })
  })

  test('gates: a veto, a cap and a step down, and one that cannot be answered', () => {
    const gate = (code: string, when: string, effect: object, unknown = 'pass') => ({ code, name: code, when, effect, unknown })
    const of = (gates: object[], facts: Facts = {}, grades: Input['grades'] = GRADES) => score(scheme({ gates }), { ...input({ growth: fact(30), ...facts }), grades }).grade
    expect(of([gate('V', 'dishonest', { kind: 'veto' })], { dishonest: fact(1) })).toBe('C')
    expect(of([gate('V', 'dishonest', { kind: 'veto' })], { dishonest: fact(0) })).toBe('AAA')
    expect(of([gate('K', 'A1_share < 1', { kind: 'cap', grade: 'B' })])).toBe('AAA')
    expect(of([gate('K', 'score >= 90 and coverage = 1', { kind: 'cap', grade: 'B' })])).toBe('B')
    expect(of([gate('D', '1', { kind: 'down', grades: 1 })])).toBe('AA')
    expect(of([gate('N', 'equity <= 0', { kind: 'cap', grade: 'B' })])).toBe('AAA')
    expect(of([gate('N', 'equity <= 0', { kind: 'cap', grade: 'B' }, 'hit')])).toBe('B')
    expect(of([gate('K', '1', { kind: 'cap', grade: 'AA' })], {}, ['A', 'B', 'C'])).toBe('A')
  })

  test('one band down, interpolation, an industry of its own', () => {
    const with1 = (more: object) => score(scheme({ groups: [{ code: 'A', name: '财务', indicators: [{ kind: 'formula', code: 'A1', name: '增长', hint: null, weight: 10_000, formula: 'growth', unit: 'percent', direction: 'up', scoring: UP, ...more }] }] }), { ...input({ growth: fact(15) }, null), industry: '煤炭开采' })
    expect(with1({}).score).toBe(8000)
    expect(with1({ demoteWhen: 'growth > 12' })).toMatchObject({ score: 3000, indicators: [{ band: 1, wasDemoted: true }] })
    expect(with1({ scoring: { mode: 'interpolated', anchors: [{ value: 10, share: 6000 }, { value: 20, share: 8000 }] } }).score).toBe(7000)
    expect(with1({ industries: [{ industry: '煤炭', scoring: bands([null, 100, 1000], [100, null, 10_000]) }] }).score).toBe(1000)
  })
})

test('a score never leaves 0–100, and a better value never lowers it', () => {
  const value = fc.oneof(fc.double({ min: -50, max: 50, noNaN: true }), fc.constantFrom(0, 10, 20, -0))
  fc.assert(fc.property(value, value, fc.constantFrom('X', 'Y', null), fc.nat(1), (one, other, option, pages) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)]
    const at = (growth: number) => score(scheme(), input({ growth: fact(growth) }, option, pages)).score!
    expect(at(low)).toBeGreaterThanOrEqual(0)
    expect(at(high)).toBeLessThanOrEqual(10_000)
    expect(at(high)).toBeGreaterThanOrEqual(at(low))
  }))
})

test('rounding is half up and exact', () => {
  fc.assert(fc.property(fc.nat(10_000), fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), (a, b, c) => {
    const exact = (BigInt(a) * BigInt(b) * 2n + BigInt(c)) / (2n * BigInt(c))
    expect(mulDiv(a, b, c)).toBe(Number(exact))
  }))
})
