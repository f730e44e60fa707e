import * as z from 'zod'
import { GRADES } from '../../contract/parties.ts'
import { line, note } from '../../contract/method.ts'

/*
 * A rating scheme: which indicators are asked, how each turns into points, what caps or vetoes, and where the grades are
 * cut. It is data, versioned, and decides everything: no number of a scheme stands in code.
 */

export const RATING_KINDS = ['presale', 'aftersale'] as const
export type RatingKind = (typeof RATING_KINDS)[number]
export const SHOWN_UNITS = ['percent', 'times', 'days', 'months', 'years', 'count', 'marks', 'yuan', 'tenThousandYuan'] as const

/** Basis points of the weight: 10000 is all of it. */
const Share = z.int().min(0).max(10_000)
const Code = z.string().regex(/^[A-Z][A-Z0-9]{0,7}$/)
/** Hundredths of a point. */
const Centi = z.int().min(0).max(10_000)
const Formula = z.string().trim().min(1).max(400)

/**
 * `[from, until)`, or `(from, until]` where `closed` is `upper`; null is unbounded on that side. A value in none of the
 * bands is a hole, and the editor refuses a scheme that has one.
 */
export const Band = z.strictObject({
  from: z.number().nullable(), until: z.number().nullable(), closed: z.enum(['lower', 'upper']).default('lower'), share: Share,
})
export type Band = z.infer<typeof Band>

/** Straight lines between the points, flat beyond the first and the last (功效系数法). */
const Anchor = z.strictObject({ value: z.number(), share: Share })

const Scoring = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('bands'), bands: z.array(Band).min(2).max(12) }),
  z.strictObject({ mode: z.literal('interpolated'), anchors: z.array(Anchor).min(2).max(12) }),
])
export type Scoring = z.infer<typeof Scoring>

/** What an absent value counts as. `zero`: no points, weight stays. `exclude`: weight leaves the denominator. `full`: all points. */
const Missing = z.strictObject({
  notProvided: z.enum(['zero', 'exclude']).default('zero'),
  notApplicable: z.enum(['zero', 'exclude']).default('exclude'),
  notKept: z.enum(['zero', 'exclude']).default('exclude'),
  undefined: z.enum(['zero', 'exclude', 'full']).default('zero'),
})

const common = {
  code: Code, name: line(40), hint: note(200), weight: Centi,
  missing: Missing.default({ notProvided: 'zero', notApplicable: 'exclude', notKept: 'exclude', undefined: 'zero' }),
}

export const FormulaIndicator = z.strictObject({
  ...common,
  kind: z.literal('formula'),
  formula: Formula,
  unit: z.enum(SHOWN_UNITS),
  /** Which way is better; `none` where neither (a range is best). The checks hold the bands to it. */
  direction: z.enum(['up', 'down', 'none']),
  scoring: Scoring,
  /** The same for an industry, where the party's industry begins with these words; the longest match counts. */
  industries: z.array(z.strictObject({ industry: line(40), scoring: Scoring })).max(30).default([]),
  /** True: one band down (`bands`), or `demoteBy` basis points less (`interpolated`). */
  demoteWhen: Formula.nullable().default(null),
})
export type FormulaIndicator = z.infer<typeof FormulaIndicator>

export const MarkIndicator = z.strictObject({
  ...common,
  kind: z.literal('mark'),
  options: z.array(z.strictObject({ code: Code, name: line(40), share: Share })).min(2).max(8),
  /** `page`: without a page of the dossier behind it the mark earns nothing. */
  evidence: z.enum(['page', 'none']),
})
export type MarkIndicator = z.infer<typeof MarkIndicator>

export const Indicator = z.discriminatedUnion('kind', [FormulaIndicator, MarkIndicator])
export type Indicator = z.infer<typeof Indicator>

/**
 * A rule over the whole card. `when` may name facts, and of the card itself `share(…)` as `A1_share` (0–1), `score` and
 * `coverage`. `veto`: the lowest grade. `cap`: no better than. `down`: so many grades lower.
 */
export const Gate = z.strictObject({
  code: Code, name: line(60), when: Formula,
  effect: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('veto') }),
    z.strictObject({ kind: z.literal('cap'), grade: z.enum(GRADES) }),
    z.strictObject({ kind: z.literal('down'), grades: z.int().min(1).max(3) }),
  ]),
  /** Where `when` cannot be answered. */
  unknown: z.enum(['hit', 'pass']).default('pass'),
})
export type Gate = z.infer<typeof Gate>

export const GUARANTEES = ['cash', 'bankGuarantee', 'mortgage', 'thirdParty'] as const
const Yuan = z.int().min(0).max(1_000_000_000_000)
const GradeLimit = z.strictObject({ coefficient: Share, termDays: z.int().min(0).max(365), handling: note(60) })

/**
 * What limit a grade is good for. A candidate is a formula over facts that may also name `coefficient` (0–1) and `termMonths`
 * (days by 30) of the grade; the smallest binds. `capYuan`: no more for anybody, null for no cap. `discounts`: what a guarantee adds.
 */
export const Limits = z.strictObject({
  grades: z.strictObject({ AAA: GradeLimit, AA: GradeLimit, A: GradeLimit, B: GradeLimit, C: GradeLimit }),
  candidates: z.array(z.strictObject({ code: Code, name: line(40), formula: Formula })).min(1).max(8),
  capYuan: Yuan.nullable(),
  /** For whoever is not rated, or of whom nothing is known that a candidate could be computed from. */
  beginnerYuan: Yuan, beginnerTermDays: z.int().min(0).max(365),
  /** Rounded down to whole steps. */
  roundToYuan: z.int().min(1).max(1_000_000),
  discounts: z.strictObject({ cash: Share, bankGuarantee: Share, mortgage: Share, thirdParty: Share }),
})
export type Limits = z.infer<typeof Limits>

export const Scheme = z.strictObject({
  name: line(40),
  hint: note(400),
  for: z.enum(['customer', 'supplier']),
  kinds: z.array(z.enum(RATING_KINDS)).min(1),
  groups: z.array(z.strictObject({ code: Code, name: line(20), indicators: z.array(Indicator).min(1).max(30) })).min(1).max(12),
  gates: z.array(Gate).max(40).default([]),
  /** Lowest score of each grade but the last, in hundredths (9000 = 90), falling. */
  cuts: z.strictObject({ AAA: Centi, AA: Centi, A: Centi, B: Centi }),
  /** Basis points of the weights that have data: below `rated` there is no grade; below `full` no better than `cap`. */
  coverage: z.strictObject({ rated: Share, full: Share, cap: z.enum(GRADES) }),
  /** How far a person may move the grade, and for how long at most. */
  override: z.strictObject({ up: z.int().min(0).max(2), down: z.int().min(0).max(4), months: z.int().min(1).max(24) }),
  /** Basis points of each grade that are expected to default within a year; absent: nothing is foretold, and calibration has nothing to hold it to. */
  expected: z.strictObject({ AAA: Share, AA: Share, A: Share, B: Share, C: Share }).nullable().default(null),
  /** Months until the next rating, by grade. */
  review: z.strictObject({ AAA: z.int().min(1).max(60), AA: z.int().min(1).max(60), A: z.int().min(1).max(60), B: z.int().min(1).max(60), C: z.int().min(1).max(60) }),
  /** Absent: no limit is proposed. Not defaulted, so that a text from before there were limits keeps its hash. */
  limits: Limits.optional(),
})
export type Scheme = z.infer<typeof Scheme>

export const indicatorsOf = (scheme: Scheme): Indicator[] => scheme.groups.flatMap((group) => group.indicators)
