import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { present, type Facts } from '../../src/shared/rules/facts/fact.ts'
import { compareSchemes } from '../../src/shared/rules/schemes/compare.ts'
import { type FrozenCase, rehearse } from '../../src/shared/rules/schemes/rehearse.ts'
import { type FormulaIndicator, Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { approve, make, openRatedOffice } from '../ratings/office.ts'
import { cardOf } from './cards.ts'

/** One indicator, the fact itself as points: a card whose every result is seen at a glance. */
const plain = (cuts: object = {}, gates: object[] = []) => Scheme.parse({
  name: '试验', hint: null, for: 'customer', kinds: ['aftersale'],
  groups: [{ code: 'A', name: '组', indicators: [{ kind: 'formula', code: 'A1', name: '分', hint: null, weight: 10_000, formula: 'siteScore', unit: 'marks', direction: 'up', scoring: { mode: 'interpolated', anchors: [{ value: 0, share: 0 }, { value: 100, share: 10_000 }] } }] }],
  gates, cuts: { AAA: 9000, AA: 8000, A: 7000, B: 6000, ...cuts }, coverage: { rated: 5000, full: 8000, cap: 'A' }, override: { up: 1, down: 4, months: 6 }, review: { AAA: 12, AA: 12, A: 6, B: 3, C: 1 },
})
const facts = (siteScore: number): Facts => ({ siteScore: present(siteScore, [], null) })
const one = (ratingId: number, points: number, more: Partial<FrozenCase> = {}): FrozenCase =>
  ({ ratingId, asOf: '2025-01-10', isCurrent: true, input: { facts: facts(points), marks: {}, industry: null, grades: ['AAA', 'AA', 'A', 'B', 'C'] }, defaults: [], ...more })

describe('what would be', () => {
  test('a lower cut lifts who lies between; nobody else moves; the cut is named as the cause', () => {
    const { rows, matrix } = rehearse(plain(), plain({ A: 6500 }), [one(1, 66), one(2, 64), one(3, 72)], '2026-11-23')
    expect(rows.map(({ ratingId, change, causes }) => [ratingId, change, causes.map(({ kind }) => kind)])).toEqual([[1, 'up', ['cut']], [2, 'same', []], [3, 'same', []]])
    expect(matrix).toEqual([{ from: 'A', to: 'A', ratings: 1 }, { from: 'B', to: 'A', ratings: 1 }, { from: 'B', to: 'B', ratings: 1 }])
  })

  test('a band that earns less: by how many points, in which indicator', () => {
    const harder = plain()
    ;(harder.groups[0]!.indicators[0] as FormulaIndicator).scoring = { mode: 'interpolated', anchors: [{ value: 0, share: 0 }, { value: 100, share: 8000 }] }
    expect(rehearse(plain(), harder, [one(1, 75)], '2026-11-23').rows[0]).toMatchObject({ before: { score: 7500, grade: 'A' }, after: { score: 6000, grade: 'B' }, change: 'down', causes: [{ kind: 'indicator', code: 'A1', points: -1500 }] })
  })

  test('a gate that now hits, and a card that no longer rates', () => {
    const gate = { code: 'K1', name: '现场', when: 'siteScore < 95', effect: { kind: 'cap', grade: 'B' } }
    expect(rehearse(plain(), plain({}, [gate]), [one(1, 92)], '2026-11-23').rows[0]).toMatchObject({ change: 'down', causes: [{ kind: 'gate', code: 'K1' }] })
    const other = plain()
    ;(other.groups[0]!.indicators[0] as FormulaIndicator).formula = 'paymentIndex24'
    expect(rehearse(plain(), other, [one(1, 92)], '2026-11-23').rows[0]).toMatchObject({ change: 'noLonger', after: { score: null, grade: null } })
    expect(rehearse(null, plain(), [one(1, 92)], '2026-11-23').rows[0]).toMatchObject({ change: 'newlyRated', before: { grade: null }, after: { grade: 'AAA' } })
  })

  test('defaults of the past, by the grade of either text: also of ratings that no longer stand', () => {
    const at = (on: string, settledOn: string | null = null) => ({ defaults: [{ on, settledOn }] })
    const cases = [
      one(1, 62, { ...at('2025-06-01'), isCurrent: false }), one(2, 95, at('2026-01-10')), one(3, 95), one(4, 62),
      one(5, 62, at('2024-12-01')), one(6, 62, at('2026-01-11')), one(7, 62, { asOf: '2026-08-01', ...at('2026-10-01') }), one(8, 62, { asOf: '2026-08-01' }),
    ]
    // 1 and 2 and 7 defaulted within the year, 3, 4 and 6 held through theirs, 5 was in default already, 8 is not over.
    expect(rehearse(plain(), plain({ B: 6300 }), cases, '2026-11-23').outcomes).toEqual([
      { grade: 'AAA', before: { defaulted: 1, held: 1 }, after: { defaulted: 1, held: 1 } },
      { grade: 'B', before: { defaulted: 2, held: 2 }, after: { defaulted: 0, held: 0 } },
      { grade: 'C', before: { defaulted: 0, held: 0 }, after: { defaulted: 2, held: 2 } },
    ])
  })

  test('three hundred ratings are computed twice within a blink', () => {
    const card = cardOf('customer')
    const harder = structuredClone(card)
    harder.cuts.A = 7200
    const names = ['totalLiabilities', 'totalAssets', 'currentAssets', 'currentLiabilities', 'inventories', 'prepayments', 'operatingCash', 'netCash', 'revenue', 'revenue[-1]', 'siteScore', 'defaultSeverity36']
    const many = Array.from({ length: 300 }, (_, no) => one(no + 1, 50, { input: { ...one(1, 1).input, facts: Object.fromEntries(names.map((name, at) => [name, present(100 + ((no * 37 + at * 11) % 90), [], null)])) } }))
    const began = performance.now()
    rehearse(card, harder, many, '2026-11-23')
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

test('what differs between two texts: fields, whole indicators and gates, limits', () => {
  const before = cardOf('customer')
  const after = structuredClone(before)
  after.groups[0]!.indicators[0]!.weight = 800
  after.groups[0]!.indicators.splice(1, 1)
  after.gates[0]!.unknown = 'hit'
  after.cuts.AAA = 9500
  after.groups[1]!.name = '营运'
  expect(compareSchemes(before, before)).toEqual([])
  expect(compareSchemes(before, after).map(({ part, code, field, before: was, after: is }) => [part, code, field, field === null ? null : was, is])).toEqual([
    ['indicator', 'A1', 'weight', 700, 800],
    ...['B1', 'B2', 'B3', 'B4'].map((code) => ['indicator', code, 'group', '经营', '营运']),
    ['indicator', 'A2', null, null, null],
    ['gate', 'V1', 'unknown', 'pass', 'hit'],
    ['card', null, 'cuts', before.cuts, after.cuts],
  ])
})

describe('in an archive', () => {
  let office: Awaited<ReturnType<typeof openRatedOffice>>
  beforeEach(async () => { office = await openRatedOffice() })
  afterEach(() => office.close())

  test('an approved rating is computed from what it froze; the version in force gives what was approved; nothing is written', async () => {
    const { id, number } = await make(office, office.partyId, 'aftersale')
    const card = await approve(office, id)
    const body = cardOf('customer')
    const entries = () => (office.archive.store.prepare('SELECT count(*) AS n FROM audit').get() as { n: number }).n
    const before = entries()
    const same = await office.callAs('creditadministrator', 'schemes.rehearse', { schemeId: 1, body })
    expect(same.rows).toEqual([expect.objectContaining({ number, partyId: office.partyId, change: 'same', before: { score: card.result.score, grade: card.result.grade, coverage: card.result.coverage } })])
    expect(same.grades.map(({ grade }) => grade)).toContain('AA')
    body.cuts = { AAA: 9900, AA: 9800, A: 9700, B: 9600 }
    const { rows } = await office.callAs('officedirector', 'schemes.rehearse', { schemeId: 1, body })
    expect(rows[0]).toMatchObject({ after: { score: card.result.score, grade: card.result.grade === null ? null : 'C' } })
    // Whatever the party brings later does not move what was frozen.
    office.archive.store.prepare("UPDATE party SET sizeClass = 'micro' WHERE id = ?").run(office.partyId)
    expect((await office.callAs('creditadministrator', 'schemes.rehearse', { schemeId: 1, body: cardOf('customer') })).rows).toEqual(same.rows)
    expect((await office.callAs('creditadministrator', 'schemes.rehearse', { schemeId: 2, body: cardOf('supplier') })).rows).toEqual([])
    expect(entries()).toBe(before)
  })

  test('faults are not rehearsed; nor by whoever does not see the whole book', async () => {
    const body = cardOf('customer')
    body.groups[0]!.indicators[0]!.weight = 0
    expect(await office.answerAs('creditadministrator', 'schemes.rehearse', { schemeId: 1, body })).toMatchObject({ error: { code: 'scheme-refused' } })
    expect(await office.answerAs('salesperson', 'schemes.rehearse', { schemeId: 1, body: cardOf('customer') })).toMatchObject({ error: { code: 'forbidden' } })
  })
})
