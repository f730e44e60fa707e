import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absent, present } from '../../src/shared/rules/facts/fact.ts'
import { Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { leaksOfRating, leaksOfScheme } from '../../src/shared/rules/validity/leaks.ts'
import { isHindsight, outcomeOf } from '../../src/shared/rules/validity/outcome.ts'
import { driftOf, type Observed, reportOn } from '../../src/shared/rules/validity/report.ts'

const GRADES = ['AAA', 'AA', 'A', 'B', 'C'] as const
const one = (score: number | null, isBad: boolean, more: Partial<Observed> = {}): Observed => ({ score, isBad, grade: 'A', computedGrade: 'A', bands: {}, ...more })
const many = (n: number, make: (index: number) => Observed) => Array.from({ length: n }, (_unused, index) => make(index))

describe('what became of a rating', () => {
  const on = (day: string, settledOn: string | null = null) => ({ on: day, settledOn })
  test.each([
    ['nothing, and the year is over', [], '2026-01-01', 'good'],
    ['nothing, and its last day is today', [], '2025-06-30', 'open'],
    ['nothing, the day after', [], '2025-07-01', 'good'],
    ['on the last day', [on('2025-06-30')], '2026-01-01', 'bad'],
    ['a day too late', [on('2025-07-01')], '2026-01-01', 'good'],
    ['the day after the rating', [on('2024-07-01')], '2026-01-01', 'bad'],
    ['on the very day, and not settled', [on('2024-06-30')], '2026-01-01', 'before'],
    ['before, settled on the day', [on('2024-01-05', '2024-06-30')], '2026-01-01', 'good'],
    ['before, settled a day later', [on('2024-01-05', '2024-07-01')], '2026-01-01', 'before'],
    ['within a year that is not over', [on('2024-08-01')], '2025-01-01', 'open'],
  ] as const)('%s', (_what, defaults, today, outcome) => expect(outcomeOf('2024-06-30', defaults, today)).toBe(outcome))
  test('a rating of 29 February has until 28 February', () => {
    expect(outcomeOf('2024-02-29', [{ on: '2025-02-28', settledOn: null }], '2025-03-01')).toBe('bad')
    expect(outcomeOf('2024-02-29', [{ on: '2025-03-01', settledOn: null }], '2025-03-02')).toBe('good')
  })
})

describe('whether a rating was made in time', () => {
  test.each([['on its own day', '2024-06-30', false], ['ninety days later', '2024-09-28', false], ['ninety-one', '2024-09-29', true], ['years later', '2026-12-15', true]] as const)('%s', (_what, approvedOn, late) =>
    expect(isHindsight('2024-06-30', approvedOn)).toBe(late))
})

describe('the report', () => {
  test('the table adds up: those without a grade have their own row', () => {
    const report = reportOn([one(90, false, { grade: 'AA' }), one(null, true, { grade: null, computedGrade: null }), one(40, true, { grade: null, computedGrade: null })], GRADES, null)
    expect(report.unrated).toMatchObject({ cases: 2, bads: 2 })
    expect(report.grades.reduce((sum, { cases }) => sum + cases, report.unrated.cases)).toBe(report.cases)
  })
  test('an override out of a grade that is no longer in use is told as what it is', () => {
    expect(reportOn([one(90, false, { grade: 'A', computedGrade: 'AAA' })], ['AA', 'A', 'C'], null).overrides).toEqual([{ direction: 'up', cases: 0, bads: 0 }, { direction: 'down', cases: 1, bads: 0 }])
  })
  test('refuses figures below ten defaults and says how many are lacking', () => {
    const report = reportOn([...many(9, (index) => one(index, true)), ...many(8, (index) => one(50 + index, false))], GRADES, null)
    expect(report).toMatchObject({ cases: 17, bads: 9, auc: { value: null, lacks: { defaults: 1, others: 2 } }, ks: { value: null, lacks: { defaults: 1, others: 2 } } })
    expect(reportOn(many(5, (index) => one(index, false)), GRADES, { A: 200 }).brier).toEqual({ value: null, lacks: { defaults: 10, others: 5 } })
  })
  test('with ten and ten: AUC with its interval, KS with its floor', () => {
    const report = reportOn([...many(10, (index) => one(index, true)), ...many(10, (index) => one(50 + index, false))], GRADES, null)
    expect(report.auc.value).toMatchObject({ value: 1, interval: { high: 1 } })
    expect(report.auc.value!.interval.low).toBeLessThan(0.95)
    expect(report.ks.value).toEqual({ value: 1, floor: 0.6 })
  })
  test('what has no score counts by its grade alone', () => {
    expect(reportOn([one(null, true), one(10, false)], GRADES, null).auc).toEqual({ value: null, lacks: { defaults: 10, others: 9 } })
  })
  test('default rate by grade against what the scheme foretells; a reversal is named', () => {
    const report = reportOn([...many(20, (index) => one(80, index < 4, { grade: 'AA' })), ...many(20, (index) => one(60, index < 2, { grade: 'B' }))], GRADES, { AA: 100, B: 1000 })
    expect(report.grades.find(({ grade }) => grade === 'AA')).toMatchObject({ cases: 20, bads: 4, expected: 0.01, p: expect.closeTo(4.3e-5, 5) })
    expect(report.grades.find(({ grade }) => grade === 'AAA')).toMatchObject({ cases: 0, p: null, expected: null })
    expect(report.reversals).toEqual([['AA', 'B']])
  })
  test('Brier over what the scheme foretells; nothing foretold, no figure', () => {
    const rows = [...many(20, (index) => one(80, index < 6, { grade: 'AA' })), ...many(20, (index) => one(60, index < 4, { grade: 'B' }))]
    expect(reportOn(rows, GRADES, { AA: 100, B: 1000 }).brier.value).toBeCloseTo((6 * 0.99 ** 2 + 14 * 0.01 ** 2 + 4 * 0.9 ** 2 + 16 * 0.1 ** 2) / 40, 12)
    expect(reportOn(rows, GRADES, null).brier).toEqual({ value: null, lacks: { defaults: 0, others: 0 } })
  })
  test('indicators by band, absent ones as a band of their own; overrides by direction', () => {
    const rows = [...many(12, (index) => one(10, true, { bands: { A1: index < 8 ? '0' : null } })), ...many(30, (index) => one(90, false, { bands: { A1: index < 3 ? '0' : '1' }, grade: index < 2 ? 'AA' : 'A' }))]
    const report = reportOn(rows, GRADES, null)
    expect(report.indicators).toMatchObject([{ code: 'A1', rows: [{ band: '0', cases: 11, bads: 8 }, { band: '1', cases: 27, bads: 0 }, { band: null, cases: 4, bads: 4 }] }])
    expect(report.indicators[0]!.iv.value).toBeGreaterThan(1)
    expect(report.overrides).toEqual([{ direction: 'up', cases: 2, bads: 0 }, { direction: 'down', cases: 0, bads: 0 }])
  })
  test('a score that knows nothing stays under its floor about as often as it should', () => {
    const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: 400 * 60, seed: 7 })
    const books = many(400, () => one(0, false)).map((_unused, book) => random.slice(book * 60, book * 60 + 60).map((score, index) => one(score, index < 13)))
    const below = books.filter((book) => reportOn(book, GRADES, null).ks.value!.value <= reportOn(book, GRADES, null).ks.value!.floor).length
    expect(below / 400).toBeGreaterThan(0.92)
  })
})

test('drift: the same book twice has no PSI; what moved is in the matrix', () => {
  const many = new Map(Array.from({ length: 10 }, (_unused, id) => [id, id < 5 ? 'AA' : 'B'] as const))
  expect(driftOf(GRADES, many, many)).toMatchObject({ psi: 0, moves: { stayed: 10, better: 0, worse: 0 } })
  const before = new Map([[1, 'AA'], [2, 'A'], [3, 'B']] as const)
  expect(driftOf(GRADES, before, before)).toMatchObject({ psi: null, moves: { stayed: 3 } })
  const after = new Map([[1, 'A'], [2, 'A'], [4, 'AAA']] as const)
  expect(driftOf(GRADES, before, after)).toMatchObject({ before: [0, 1, 1, 1, 0], after: [1, 0, 2, 0, 0], moves: { stayed: 1, better: 0, worse: 1 } })
  expect(driftOf(GRADES, before, after).noise.mean).toBeCloseTo(3 * (2 / 3), 12)
  expect(driftOf(GRADES, new Map(), after)).toMatchObject({ psi: null, noise: { line: 0 } })
})

describe('leaks', () => {
  const scheme = (formula: string, more: object = {}) => Scheme.parse({
    name: '试验', hint: null, for: 'customer', kinds: ['aftersale'],
    groups: [{ code: 'A', name: '甲', indicators: [{ kind: 'formula', code: 'A1', name: '甲一', hint: null, weight: 10_000, formula, unit: 'times', direction: 'up', scoring: { mode: 'interpolated', anchors: [{ value: 0, share: 0 }, { value: 1, share: 10_000 }] }, ...more }] }],
    cuts: { AAA: 9000, AA: 8000, A: 7000, B: 6000 }, coverage: { rated: 6000, full: 8000, cap: 'A' }, override: { up: 1, down: 4, months: 6 }, review: { AAA: 12, AA: 12, A: 6, B: 3, C: 1 },
  })
  test('the grade before and the outcome, where they carry weight; not where they are only shown', () => {
    expect(leaksOfScheme(scheme('previousScore / 100'))).toEqual([{ code: 'A1', fact: 'previousScore', kind: 'grade' }])
    expect(leaksOfScheme(scheme('1 - defaultsWithinYear'))).toEqual([{ code: 'A1', fact: 'defaultsWithinYear', kind: 'outcome' }])
    expect(leaksOfScheme(scheme('previousScore / 100', { weight: 0 }))).toEqual([])
    expect(leaksOfScheme(scheme('revenue', { demoteWhen: 'previousScore < 60' }))).toHaveLength(1)
    expect(leaksOfScheme(scheme('revenue'))).toEqual([])
  })
  test('a fact from after the day', () => {
    const facts = { revenue: present(1, [], '2026-05-01'), equity: absent('notProvided') }
    expect(leaksOfRating(scheme('revenue'), facts, '2026-04-30')).toEqual([{ code: 'A1', fact: 'revenue', kind: 'future' }])
    expect(leaksOfRating(scheme('revenue'), facts, '2026-05-01')).toEqual([])
    expect(leaksOfRating(scheme('equity'), facts, '2020-01-01')).toEqual([])
  })
})
