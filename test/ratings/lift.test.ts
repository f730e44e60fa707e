import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FACTS } from '../../src/shared/rules/facts/catalogue.ts'
import { absent, type Fact, present } from '../../src/shared/rules/facts/fact.ts'
import { type Item, lift, itemOf } from '../../src/shared/rules/ratings/lift.ts'
import type { Grade } from '../../src/shared/rules/schemes/grades.ts'
import { indicatorsOf, Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { type Input, score } from '../../src/shared/rules/schemes/score.ts'
import { resourcesFolder } from '../builders/archive.ts'

const GRADES: readonly Grade[] = ['AAA', 'AA', 'A', 'B', 'C']
const CODES = ['A1', 'A2', 'A3', 'A4', 'A5'] as const
const SHARES = [0, 3000, 6000, 8000, 10_000]

type Small = { weights: number[]; values: (number | 'notProvided' | 'notApplicable')[]; mark: { option: string | null; pages: number }; gates: object[]; flag: number; grades: readonly Grade[]; rated: number; full: number }

/** Four indicators by formula over a fact of their own, in five bands, and one by mark. */
const schemeOf = ({ weights, gates, rated, full }: Small) => Scheme.parse({
  name: '试验', hint: null, for: 'customer', kinds: ['aftersale'],
  groups: [{ code: 'A', name: '全部', indicators: [
    ...[0, 1, 2, 3].map((index) => ({
      kind: 'formula', code: CODES[index], name: `指标${index}`, hint: null, weight: weights[index], formula: `fact${index}`, unit: 'marks', direction: 'up',
      scoring: { mode: 'bands', bands: SHARES.slice(0, 4).map((share, band) => ({ from: band === 0 ? null : band, until: band === 3 ? null : band + 1, share })) },
    })),
    { kind: 'mark', code: 'A5', name: '定性', hint: null, weight: weights[4], evidence: 'page', options: [{ code: 'X', name: '好', share: 10_000 }, { code: 'Y', name: '中', share: 5000 }] },
  ] }],
  gates, cuts: { AAA: 9000, AA: 8000, A: 7000, B: 6000 }, coverage: { rated, full, cap: 'A' }, override: { up: 1, down: 4, months: 6 }, review: { AAA: 12, AA: 12, A: 6, B: 3, C: 1 },
})

const inputOf = ({ values, mark, flag, grades }: Small): Input => ({
  facts: Object.fromEntries([...values.map((value, index): [string, Fact] => [`fact${index}`, typeof value === 'number' ? present(value, [], null) : absent(value)]), ['flag', present(flag, [], null)]]),
  marks: mark.option === null ? {} : { A5: { option: mark.option, pages: mark.pages } }, industry: null, grades,
})

const WHENS = ['A1_share < 60%', 'A1_share < 60% or A2_share < 60%', 'A5_share < 50%', 'coverage < 90%', 'score < 75', 'flag > 0', 'flag > 1', 'A3_share > 50% and A4_share < 60%']
const gate = fc.record({
  when: fc.constantFrom(...WHENS), unknown: fc.constantFrom('hit', 'pass'),
  effect: fc.oneof(fc.constant({ kind: 'veto' }), fc.constantFrom(...GRADES.slice(1)).map((grade) => ({ kind: 'cap', grade })), fc.integer({ min: 1, max: 2 }).map((grades) => ({ kind: 'down', grades }))),
})
const small: fc.Arbitrary<Small> = fc.record({
  weights: fc.array(fc.integer({ min: 1, max: 40 }).map((weight) => weight * 100), { minLength: 5, maxLength: 5 }),
  values: fc.array(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) }, { weight: 1, arbitrary: fc.constantFrom('notProvided' as const, 'notApplicable' as const) }), { minLength: 4, maxLength: 4 }),
  mark: fc.record({ option: fc.constantFrom('X', 'Y', null), pages: fc.integer({ min: 0, max: 1 }) }),
  gates: fc.array(gate, { maxLength: 3 }).map((gates) => gates.map((one, index) => ({ code: `G${index}`, name: `门${index}`, ...one }))),
  flag: fc.integer({ min: 0, max: 2 }), grades: fc.constantFrom(GRADES, ['AA', 'A', 'B', 'C'] as const, ['A', 'B', 'C'] as const),
  rated: fc.constantFrom(0, 5000, 6000), full: fc.constantFrom(6000, 8000, 9000),
})

/** Every set of changes tried on the card itself: the values put into the facts, the marks given, and everything scored again. */
function bruteForce(scheme: Scheme, input: Input, items: readonly Item[], target: Grade, lifted: readonly string[]): { count: number; effort: number } | null {
  const relieved = { ...scheme, gates: scheme.gates.filter(({ code }) => !lifted.includes(code)) }
  const before = score(relieved, input).points
  let best: { count: number; effort: number } | null = null
  const walk = (index: number, changed: Input, count: number): void => {
    if (index === items.length) {
      const result = score(relieved, changed)
      // A veto also gives the last grade: that lifts nobody from not being rated.
      if (result.grade === null || result.score === null || result.coverage < scheme.coverage.rated || input.grades.indexOf(result.grade) > input.grades.indexOf(target)) return
      const effort = result.points - before
      if (best === null || count < best.count || (count === best.count && effort < best.effort)) best = { count, effort }
      return
    }
    walk(index + 1, changed, count)
    const { indicator, options } = items[index]!
    for (const { band } of options) {
      const next = indicator.kind === 'mark'
        ? { ...changed, marks: { ...changed.marks, [indicator.code]: { option: indicator.options[band]!.code, pages: 1 } } }
        : { ...changed, facts: { ...changed.facts, [indicator.formula]: present(band, [], null) } }
      walk(index + 1, next, count + 1)
    }
  }
  walk(0, input, 0)
  return best
}

describe('what would lift the grade', () => {
  test('is exactly what trying every set of changes finds: as few, for as few points', () => {
    fc.assert(fc.property(small, (one) => {
      const scheme = schemeOf(one)
      const input = inputOf(one)
      const result = score(scheme, input)
      const found = lift(scheme, input, result)
      const at = result.grade === null ? input.grades.length : input.grades.indexOf(result.grade)
      if (at === 0) {
        expect(found).toBeNull()
        return
      }
      const target = input.grades[at - 1]!
      const items = indicatorsOf(scheme).map((indicator, index) => itemOf(indicator, result.indicators[index]!, null))
      expect(found!.target).toBe(target)
      if (found!.changes === null) {
        expect(bruteForce(scheme, input, items, target, found!.blockedBy)).toBeNull()
        return
      }
      expect(bruteForce(scheme, input, items, target, found!.blockedBy)).toEqual({
        count: found!.changes.length, effort: found!.changes.reduce((sum, { gained }) => sum + gained, 0),
      })
      // No fewer gates have to end: with any one of them standing there is no set.
      for (const still of found!.blockedBy) expect(bruteForce(scheme, input, items, target, found!.blockedBy.filter((code) => code !== still))).toBeNull()
    }), { numRuns: 250 })
  }, 120_000)

  const one: Small = { weights: [3000, 3000, 2000, 1000, 1000], values: [2, 2, 3, 3], mark: { option: 'Y', pages: 1 }, gates: [], flag: 0, grades: GRADES, rated: 5000, full: 8000 }
  test('names the band, what it earns and the value at which it is reached', () => {
    // 0.6·30 + 0.6·30 + 0.8·20 + 0.8·10 + 0.5·10 = 65: B. To A (70) the first band up of one heavy indicator (+6) is enough.
    const scheme = schemeOf(one)
    const result = score(scheme, inputOf(one))
    expect(result).toMatchObject({ score: 6500, grade: 'B' })
    expect(lift(scheme, inputOf(one), result)).toEqual({
      target: 'A', score: 7000, coverage: 10_000, blockedBy: [],
      changes: [{ code: 'A5', band: 0, share: 10_000, points: 1000, gained: 500, threshold: null, isMissing: false }],
    })
  })
  test('a gate over facts that no indicator moves is named, with what would do once it has ended', () => {
    const barred = { ...one, flag: 1, gates: [{ code: 'ZX', name: '失信', when: 'flag > 0', effect: { kind: 'veto' }, unknown: 'pass' }] }
    const scheme = schemeOf(barred)
    const result = score(scheme, inputOf(barred))
    expect(result.grade).toBe('C')
    expect(lift(scheme, inputOf(barred), result)).toMatchObject({ target: 'B', blockedBy: ['ZX'], changes: [], score: 6500 })
  })
  test('the best grade in use has nothing above it', () => {
    const best = { ...one, values: [3, 3, 3, 3], mark: { option: 'X', pages: 1 } }
    const scheme = { ...schemeOf(best), cuts: { AAA: 8000, AA: 7000, A: 6000, B: 5000 } }
    expect(lift(scheme, inputOf(best), score(scheme, inputOf(best)))).toBeNull()
  })
})

describe('on the default cards', () => {
  test.each(['customer', 'supplier', 'invoices'])('%s: a set is found from nothing known at all, and from the worst of everything, within a second', (name) => {
    const scheme = Scheme.parse(JSON.parse(readFileSync(join(resourcesFolder, 'schemes', `${name}.json`), 'utf8')))
    const nothing: Input = { facts: Object.fromEntries(Object.keys(FACTS).map((fact) => [fact, absent('notProvided')])), marks: {}, industry: null, grades: GRADES }
    const started = performance.now()
    const found = lift(scheme, nothing, score(scheme, nothing))
    expect(found?.changes?.length ?? 0).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

test('what no ledger keeps is never asked for: nobody could bring it', () => {
  const formula = (code: string, weight: number) => ({
    kind: 'formula' as const, code, name: code, hint: null, weight, formula: code === 'L1' ? 'paymentIndex24' : 'siteScore', unit: 'marks' as const, direction: 'up' as const,
    scoring: { mode: 'bands' as const, bands: [{ from: null, until: 60, share: 0 }, { from: 60, until: 80, share: 6000 }, { from: 80, until: null, share: 10_000 }] },
  })
  const card = Scheme.parse({
    name: '试验', hint: null, for: 'customer', kinds: ['aftersale'], groups: [{ code: 'A', name: '甲', indicators: [formula('L1', 5000), formula('L2', 5000)] }],
    cuts: { AAA: 9000, AA: 8000, A: 7000, B: 6000 }, coverage: { rated: 4000, full: 4000, cap: 'A' }, override: { up: 1, down: 4, months: 6 }, review: { AAA: 12, AA: 12, A: 6, B: 3, C: 1 },
  })
  const given: Input = { facts: { siteScore: { value: 70, absent: null, sources: [], latestOn: null } }, marks: {}, industry: null, grades: ['AAA', 'AA', 'A', 'B', 'C'] }
  expect(lift(card, given, score(card, given))!.changes!.map(({ code }) => code)).toEqual(['L2'])
})
