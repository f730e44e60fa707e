import type * as z from 'zod'
import { GRADES } from '../../contract/parties.ts'
import { FACTS, splitFactName } from '../facts/catalogue.ts'
import { ExpressionError, factNames, parse } from './expression.ts'
import { fault, type Place, type SchemeFault, warning } from './faults.ts'
import { meaningFaults, type OwnMeaning, type Wanted } from './meaning.ts'
import { type FormulaIndicator, type Indicator, indicatorsOf, type MarkIndicator, Scheme } from './schema.ts'
import { scoringFaults } from './scoring-faults.ts'

const MOST = 200
/** Every grade with the one above it. */
const PAIRS = GRADES.slice(1).map((worse, at) => ({ better: GRADES[at]!, worse }))

/**
 * Reads a scheme that somebody edited or brought along: the scheme where its form holds, and everything that does not hold
 * in it, in the order of the card. Without a fault (warnings apart) it can be submitted.
 */
export function readScheme(body: unknown): { scheme: Scheme | null; faults: SchemeFault[] } {
  const result = Scheme.safeParse(body)
  if (!result.success) return { scheme: null, faults: result.error.issues.slice(0, MOST).map(formFault) }
  return { scheme: result.data, faults: checkScheme(result.data) }
}

function formFault(issue: z.core.$ZodIssue): SchemeFault {
  const place = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  switch (issue.code) {
    case 'too_small': return fault(place, issue.origin === 'string' ? 'form-empty' : 'form-small', { least: Number(issue.minimum) })
    case 'too_big': return fault(place, issue.origin === 'string' ? 'form-long' : 'form-big', { most: Number(issue.maximum) })
    case 'unrecognized_keys': return fault([...place, issue.keys[0] ?? ''], 'form-unknown', { key: issue.keys[0] ?? '' })
    case 'invalid_format': return fault(place, 'form-format')
    default: return fault(place, 'form-kind')
  }
}

export function checkScheme(scheme: Scheme): SchemeFault[] {
  return [
    ...weightFaults(scheme), ...codeFaults(scheme),
    ...scheme.groups.flatMap((group, at) => group.indicators.flatMap((one, index) => indicatorFaults(one, ['groups', at, 'indicators', index]))),
    ...gateFaults(scheme), ...gradeFaults(scheme), ...limitFaults(scheme),
  ].slice(0, MOST)
}

function weightFaults(scheme: Scheme): SchemeFault[] {
  const sum = indicatorsOf(scheme).reduce((all, { weight }) => all + weight, 0)
  return sum === 10_000 ? [] : [fault(['groups'], 'weights-sum', { sum: sum / 100 })]
}

function codeFaults({ groups, gates }: Scheme): SchemeFault[] {
  const indicators = groups.flatMap((group, at) => group.indicators.map(({ code }, index) => ({ code, place: ['groups', at, 'indicators', index, 'code'] as Place })))
  return [
    ...repeated(groups.map(({ code }, at) => ({ code, place: ['groups', at, 'code'] }))), ...repeated(indicators),
    ...repeated(gates.map(({ code }, at) => ({ code, place: ['gates', at, 'code'] }))),
  ]
}

function repeated(rows: readonly { code: string; place: Place }[]): SchemeFault[] {
  return rows.filter(({ code }, at) => rows.findIndex((one) => one.code === code) < at).map(({ code, place }) => fault(place, 'duplicate-code', { code }))
}

function indicatorFaults(one: Indicator, place: Place): SchemeFault[] {
  const common = [
    ...(one.weight === 0 ? [warning([...place, 'weight'], 'weight-zero')] : []),
    ...(one.missing.notProvided === 'exclude' ? [warning([...place, 'missing', 'notProvided'], 'hiding-pays')] : []),
  ]
  return [...(one.kind === 'mark' ? optionFaults(one, place) : formulaIndicatorFaults(one, place)), ...common]
}

function optionFaults({ options }: MarkIndicator, place: Place): SchemeFault[] {
  return [
    ...repeated(options.map(({ code }, at) => ({ code, place: [...place, 'options', at, 'code'] }))),
    ...options.flatMap((option, at) => {
      const before = options[at - 1]
      if (!before || option.share < before.share) return []
      return [(option.share > before.share ? fault : warning)([...place, 'options', at, 'share'], option.share > before.share ? 'options-order' : 'options-equal')]
    }),
  ]
}

function formulaIndicatorFaults(one: FormulaIndicator, place: Place): SchemeFault[] {
  const doubled = one.industries.flatMap(({ industry }, at) =>
    one.industries.findIndex((other) => other.industry === industry) < at ? [fault([...place, 'industries', at, 'industry'], 'duplicate-industry', { industry })] : [])
  return [
    ...formulaFaults(one.formula, [...place, 'formula'], one.weight > 0, null, { kind: 'number', unit: one.unit }),
    ...(one.demoteWhen === null ? [] : formulaFaults(one.demoteWhen, [...place, 'demoteWhen'], one.weight > 0, null, { kind: 'truth' })),
    ...scoringFaults(one.scoring, one.direction, [...place, 'scoring']),
    ...doubled,
    ...one.industries.flatMap(({ scoring }, at) => scoringFaults(scoring, one.direction, [...place, 'industries', at, 'scoring'])),
  ]
}

/** What may be named beside facts: in a gate `score`, `coverage` and every indicator's share, in a candidate for a limit what the grade gives. */
type OwnNames = { readonly names: ReadonlySet<string>; readonly codes: ReadonlySet<string>; readonly meaning: OwnMeaning } | null

/** A formula's first syntax fault, or every name in it that stands for nothing, reaches too far back, or leaks; where there is none, what does not hold in its sense. */
export function formulaFaults(formula: string, place: Place, counts: boolean, own: OwnNames = null, wanted: Wanted = { kind: 'any' }): SchemeFault[] {
  try {
    const expression = parse(formula)
    const names = factNames(expression).flatMap((name) => nameFaults(name, place, counts, own))
    return names.length > 0 ? names : meaningFaults(expression, place, wanted, own?.meaning)
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    return [fault(place, `formula-${error.fault.code}`, { at: error.fault.at + 1, found: error.fault.found })]
  }
}

function nameFaults(name: string, place: Place, counts: boolean, own: OwnNames): SchemeFault[] {
  if (own?.names.has(name)) return []
  if (own && name.endsWith('_share')) {
    const code = name.slice(0, -'_share'.length)
    return own.codes.has(code) ? [] : [fault(place, 'unknown-indicator', { code })]
  }
  const { base, back } = splitFactName(name)
  const kind = Object.hasOwn(FACTS, base) ? FACTS[base] : undefined
  if (!kind || (back === 0 && name !== base)) return [fault(place, 'unknown-fact', { name })]
  if (-back > kind.yearsBack) return [fault(place, 'too-far-back', { name, most: kind.yearsBack })]
  return kind.leak !== null && counts ? [fault(place, `leak-${kind.leak}`, { name })] : []
}

const ofCard: OwnMeaning = (name) => (name === 'score' ? 'marks' : name === 'coverage' || name.endsWith('_share') ? 'pure' : null)

function gateFaults(scheme: Scheme): SchemeFault[] {
  const own = { names: new Set(['score', 'coverage']), codes: new Set(indicatorsOf(scheme).map(({ code }) => code)), meaning: ofCard }
  return scheme.gates.flatMap(({ when, effect }, at) => [
    ...formulaFaults(when, ['gates', at, 'when'], true, own, { kind: 'truth' }),
    ...(effect.kind === 'cap' && effect.grade === 'AAA' ? [warning(['gates', at, 'effect'], 'gate-idle')] : []),
  ])
}

function gradeFaults({ cuts, coverage, review, expected }: Scheme): SchemeFault[] {
  const falling = (['AAA', 'AA', 'A', 'B'] as const).flatMap((grade, at, all) => {
    const next = all[at + 1]
    return next !== undefined && cuts[grade] <= cuts[next] ? [fault(['cuts', next], 'cuts-order', { better: grade, worse: next })] : []
  })
  return [
    ...falling,
    ...(cuts.B === 0 ? [warning(['cuts', 'B'], 'cut-zero')] : []),
    ...(coverage.rated > coverage.full ? [fault(['coverage', 'full'], 'coverage-order')] : []),
    ...(coverage.cap === 'AAA' && coverage.full > coverage.rated ? [warning(['coverage', 'cap'], 'coverage-idle')] : []),
    ...(coverage.rated === 0 ? [warning(['coverage', 'rated'], 'coverage-none')] : []),
    ...PAIRS.flatMap(({ better, worse }) => (review[worse] > review[better] ? [warning(['review', worse], 'review-order', { better, worse })] : [])),
    ...PAIRS.flatMap(({ better, worse }) => (expected !== null && expected[worse] < expected[better] ? [warning(['expected', worse], 'expected-order', { better, worse })] : [])),
  ]
}

/** What a candidate for a limit may name beside facts. */
export const LIMIT_NAMES = ['coefficient', 'termMonths'] as const
/** Months of a term stand beside a month's sales: how often, not how long. */
const LIMIT_OWN = { names: new Set<string>(LIMIT_NAMES), codes: new Set<string>(), meaning: (name: string) => (name === 'coefficient' || name === 'termMonths' ? 'pure' as const : null) }

/** A better grade is never good for less: neither its coefficient nor its term may be smaller, and every candidate should ask it. */
function limitFaults({ limits }: Scheme): SchemeFault[] {
  if (limits === undefined) return []
  const { grades, candidates, beginnerYuan, capYuan } = limits
  return [
    ...PAIRS.flatMap(({ better, worse }) => [
      ...(grades[worse].coefficient > grades[better].coefficient ? [fault(['limits', 'grades', worse, 'coefficient'], 'limit-coefficient', { better, worse })] : []),
      ...(grades[worse].termDays > grades[better].termDays ? [fault(['limits', 'grades', worse, 'termDays'], 'limit-term', { better, worse })] : []),
    ]),
    ...(grades.C.coefficient > 0 ? [warning(['limits', 'grades', 'C', 'coefficient'], 'limit-worst')] : []),
    ...repeated(candidates.map(({ code }, at) => ({ code, place: ['limits', 'candidates', at, 'code'] }))),
    ...candidates.flatMap(({ formula }, at) => {
      const place = ['limits', 'candidates', at, 'formula']
      const wrong = formulaFaults(formula, place, true, LIMIT_OWN, { kind: 'number', unit: 'yuan' })
      return wrong.some(({ level }) => level === 'fault') || factNames(parse(formula)).includes('coefficient') ? wrong : [...wrong, warning(place, 'limit-graceless')]
    }),
    ...(capYuan !== null && capYuan < beginnerYuan ? [warning(['limits', 'capYuan'], 'limit-cap')] : []),
  ]
}
