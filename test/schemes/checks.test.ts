import { describe, expect, test } from 'vitest'
import { readScheme } from '../../src/shared/rules/schemes/checks.ts'
import type { FormulaIndicator, MarkIndicator, Scheme } from '../../src/shared/rules/schemes/schema.ts'
import { en } from '../../src/shared/text/en.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'
import { cardOf } from './cards.ts'

const card = cardOf('customer')
/** The card with a change; `a1` and `mark` are its first indicator and its marked one. */
function changed(change: (parts: { scheme: Scheme; a1: FormulaIndicator; mark: MarkIndicator }) => void): unknown {
  const scheme = structuredClone(card)
  const all = scheme.groups.flatMap(({ indicators }) => indicators)
  change({ scheme, a1: all[0] as FormulaIndicator, mark: all.find(({ kind }) => kind === 'mark') as MarkIndicator })
  return scheme
}
const A1 = 'groups.0.indicators.0'
const bands = (...rows: [number | null, number | null, number, ('lower' | 'upper')?][]) =>
  ({ mode: 'bands' as const, bands: rows.map(([from, until, share, closed = 'lower']) => ({ from, until, share, closed })) })
const falling = (...rows: Parameters<typeof bands>) => changed(({ a1 }) => { a1.scoring = bands(...rows) })
const anchors = (...rows: [number, number][]) => changed(({ a1 }) => { a1.scoring = { mode: 'interpolated', anchors: rows.map(([value, share]) => ({ value, share })) } })
const formula = (text: string, weight = 700) => changed(({ a1, scheme }) => {
  a1.formula = text
  scheme.groups[0]!.indicators[1]!.weight += a1.weight - weight
  a1.weight = weight
})

const told = (body: unknown) => readScheme(body).faults.map(({ place, code, level }) => `${level} ${code} ${place.join('.')}`)

test.each(['customer', 'supplier', 'invoices'] as const)('the %s card that is shipped has no fault', (name) => {
  expect(readScheme(cardOf(name)).faults.filter(({ level }) => level === 'fault')).toEqual([])
})

describe('every fault has its place', () => {
  test.each<[string, unknown, string]>([
    ['weights that do not make 100', changed(({ a1 }) => { a1.weight = 800 }), 'fault weights-sum groups'],
    ['a weight of zero', formula('ratio(totalLiabilities, totalAssets)', 0), `warning weight-zero ${A1}.weight`],
    ['a code twice', changed(({ scheme }) => { scheme.groups[1]!.indicators[0]!.code = 'A1' }), 'fault duplicate-code groups.1.indicators.0.code'],
    ['a group twice', changed(({ scheme }) => { scheme.groups[1]!.code = 'A' }), 'fault duplicate-code groups.1.code'],
    ['a gate twice', changed(({ scheme }) => { scheme.gates[1]!.code = scheme.gates[0]!.code }), 'fault duplicate-code gates.1.code'],
    ['an industry twice', changed(({ a1 }) => { a1.industries.push(a1.industries[0]!) }), `fault duplicate-industry ${A1}.industries.${(card.groups[0]!.indicators[0] as FormulaIndicator).industries.length}.industry`],
    ['an option twice', changed(({ mark }) => { mark.options[1]!.code = mark.options[0]!.code }), 'fault duplicate-code groups.3.indicators.1.options.1.code'],
    ['a formula without an end', formula('ratio(totalLiabilities,'), `fault formula-expected ${A1}.formula`],
    ['a function nobody knows', formula('root(totalAssets)'), `fault formula-unknown-function ${A1}.formula`],
    ['too few arguments', formula('ratio(totalAssets)'), `fault formula-arguments ${A1}.formula`],
    ['a fact nobody knows', formula('totalLiabilitys / totalAssets'), `fault unknown-fact ${A1}.formula`],
    ['a name of every object', formula('constructor'), `fault unknown-fact ${A1}.formula`],
    ['a year that is not kept', formula('revenue[-3]'), `fault too-far-back ${A1}.formula`],
    ['a year of what has none', formula('sizeClass[-1]'), `fault too-far-back ${A1}.formula`],
    ['this year as a year back', formula('revenue[-0]'), `fault unknown-fact ${A1}.formula`],
    ['the grade before', formula('previousScore'), `fault leak-grade ${A1}.formula`],
    ['the outcome', formula('defaultsWithinYear'), `fault leak-outcome ${A1}.formula`],
    ['the score within the card', formula('score'), `fault unknown-fact ${A1}.formula`],
    ['a condition of one band down', changed(({ a1 }) => { a1.demoteWhen = 'nothing > 1' }), `fault unknown-fact ${A1}.demoteWhen`],
    ['a gate over an indicator that is not there', changed(({ scheme }) => { scheme.gates[0]!.when = 'Z9_share < 1' }), 'fault unknown-indicator gates.0.when'],
    ['a gate over the outcome', changed(({ scheme }) => { scheme.gates[0]!.when = 'defaultsWithinYear > 0' }), 'fault leak-outcome gates.0.when'],
    ['a cap that caps nothing', changed(({ scheme }) => { scheme.gates[0]!.effect = { kind: 'cap', grade: 'AAA' } }), 'warning gate-idle gates.0.effect'],
    ['a hole', falling([null, 0.4, 10_000], [0.5, null, 0]), `fault band-hole ${A1}.scoring.bands.1`],
    ['an overlap', falling([null, 0.5, 10_000], [0.4, null, 0]), `fault band-overlap ${A1}.scoring.bands.1`],
    ['two without a lower bound', falling([null, 0.5, 10_000], [null, null, 0]), `fault band-overlap ${A1}.scoring.bands.1`],
    ['a bound of both', falling([null, 0.5, 10_000, 'upper'], [0.5, null, 0]), `fault band-both ${A1}.scoring.bands.1`],
    ['a bound of neither', falling([null, 0.5, 10_000], [0.5, null, 0, 'upper']), `fault band-neither ${A1}.scoring.bands.1`],
    ['nothing below', falling([0, 0.5, 10_000], [0.5, null, 0]), `fault band-below ${A1}.scoring.bands.0`],
    ['nothing above', falling([null, 0.5, 10_000], [0.5, 1, 0]), `fault band-above ${A1}.scoring.bands.1`],
    ['an empty band', falling([null, 0.5, 10_000], [0.5, 0.5, 5000], [0.5, null, 0]), `fault band-empty ${A1}.scoring.bands.1`],
    ['a worse value that earns more', falling([null, 0.4, 5000], [0.4, 0.5, 10_000], [0.5, null, 0]), `fault not-falling ${A1}.scoring.bands.1.share`],
    ['all alike', falling([null, 0.4, 10_000], [0.4, null, 10_000]), `warning scoring-flat ${A1}.scoring`],
    ['never all points', falling([null, 0.4, 9000], [0.4, null, 0]), `warning never-full ${A1}.scoring`],
    ['points out of order', anchors([0.5, 10_000], [0.4, 0]), `fault anchor-order ${A1}.scoring.anchors.1.value`],
    ['a point twice', anchors([0.5, 10_000], [0.5, 0]), `fault anchor-equal ${A1}.scoring.anchors.1.value`],
    ['a line that turns', anchors([0.1, 10_000], [0.2, 4000], [0.3, 5000]), `fault not-falling ${A1}.scoring.anchors.2.share`],
    ['an industry with a hole', changed(({ a1 }) => { a1.industries[0]!.scoring = bands([null, 1, 10_000], [2, null, 0]) }), `fault band-hole ${A1}.industries.0.scoring.bands.1`],
    ['options out of order', changed(({ mark }) => { mark.options[0]!.share = 100 }), 'fault options-order groups.3.indicators.1.options.1.share'],
    ['options alike', changed(({ mark }) => { mark.options[1]!.share = 10_000 }), 'warning options-equal groups.3.indicators.1.options.1.share'],
    ['cuts that do not fall', changed(({ scheme }) => { scheme.cuts.AA = 9000 }), 'fault cuts-order cuts.AA'],
    ['nobody is C', changed(({ scheme }) => { scheme.cuts.B = 0 }), 'warning cut-zero cuts.B'],
    ['coverage that contradicts itself', changed(({ scheme }) => { scheme.coverage.rated = 9000 }), 'fault coverage-order coverage.full'],
    ['a cap of thin data that caps nothing', changed(({ scheme }) => { scheme.coverage.cap = 'AAA' }), 'warning coverage-idle coverage.cap'],
    ['hiding data pays', changed(({ a1 }) => { a1.missing.notProvided = 'exclude' }), `warning hiding-pays ${A1}.missing.notProvided`],
    ['worse looked at less often', changed(({ scheme }) => { scheme.review.C = 60 }), 'warning review-order review.C'],
    ['worse expected to default less', changed(({ scheme }) => { scheme.expected!.C = 1 }), 'warning expected-order expected.C'],
    ['an empty name', changed(({ scheme }) => { scheme.name = ' ' }), 'fault form-empty name'],
    ['an unknown part', { ...card, more: 1 }, 'fault form-unknown more'],
    ['a part that is missing', { ...card, cuts: undefined }, 'fault form-kind cuts'],
    ['too heavy a weight', changed(({ a1 }) => { a1.weight = 20_000 }), `fault form-big ${A1}.weight`],
  ])('%s', (_what, body, expected) => {
    expect(told(body)).toContain(expected)
  })

  test('the shipped card with another order of its bands is the same card', () => {
    expect(told(changed(({ a1 }) => { if (a1.scoring.mode === 'bands') a1.scoring.bands.reverse() }))).toEqual(told(card))
  })

  test('what is shown without weight may look at the grade before', () => {
    expect(told(formula('previousScore', 0)).filter((one) => one.startsWith('fault'))).toEqual([])
  })

  test('the fault of a hole says from where to where', () => {
    expect(readScheme(falling([null, 0.4, 10_000], [0.5, null, 0])).faults[0]).toMatchObject({ values: { from: 0.4, until: 0.5 } })
  })
})

test('every code that the checks can tell has its sentence in both languages', async () => {
  const { readFileSync } = await import('node:fs')
  const sources = ['checks', 'scoring-faults'].map((name) => readFileSync(new URL(`../../src/shared/rules/schemes/${name}.ts`, import.meta.url), 'utf8')).join('')
  const codes = new Set([...sources.matchAll(/(?:fault|warning)\([^\n]*?'([a-z]+-[a-z-]+)'/g)].map((match) => match[1]!))
  expect(codes.size).toBeGreaterThan(20)
  for (const { schemes } of [zhCN, en]) for (const code of codes) expect(Object.keys(schemes.fault), code).toContain(code)
})
