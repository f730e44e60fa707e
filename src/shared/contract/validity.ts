import * as z from 'zod'
import { RATING_KINDS } from '../rules/schemes/schema.ts'
import { Day, Id, query } from './method.ts'
import { GRADES } from './parties.ts'

const Grade = z.enum(GRADES)
const Interval = z.object({ low: z.number(), high: z.number() })
const Lacks = z.object({ defaults: z.int(), others: z.int() })
/** A figure, or how many defaults and others are lacking for it. */
const figure = <Value extends z.ZodType>(value: Value) => z.union([z.object({ value, lacks: z.null() }), z.object({ value: z.null(), lacks: Lacks })])

export const validity = {
  /**
   * Ratings of a time as they were frozen, against what happened in the twelve months after: of each party the last one
   * whose year is over; what was approved more than `hindsight.days` after its own day counts only where it is asked for,
   * and never in place of another. Sums alone, no names: the auditor reads it too.
   */
  'validity.report': query({
    who: ['creditAdministrator', 'officeDirector', 'salesDirector', 'generalManager', 'auditor'],
    input: z.strictObject({
      schemeId: Id.nullable().default(null), kind: z.enum(RATING_KINDS).nullable().default(null), from: Day.nullable().default(null), until: Day.nullable().default(null),
      hindsight: z.boolean().default(false),
    }),
    output: z.object({
      /** Schemes that have approved ratings, the most used first, and the one reported on; null where nothing is rated. */
      schemes: z.array(z.object({ id: Id, name: z.string(), ratings: z.int() })),
      schemeId: Id.nullable(),
      /** The first and last day rated among those counted. */
      from: Day.nullable(), until: Day.nullable(), today: Day,
      /** Approved ratings of the scheme in that time, and where they went. */
      ratings: z.object({ all: z.int(), counted: z.int(), open: z.int(), inDefault: z.int(), superseded: z.int(), hindsight: z.int() }),
      /** 事后评定, by the bound of days: those whose year is over, and how many are among the counted. `ratings.hindsight`: left out. */
      hindsight: z.object({ isCounted: z.boolean(), days: z.int(), ratings: z.int(), counted: z.int() }),
      grades: z.array(z.object({ grade: Grade, label: z.string() })),
      report: z.object({
        cases: z.int(), bads: z.int(),
        auc: figure(z.object({ value: z.number(), interval: Interval })), ks: figure(z.object({ value: z.number(), floor: z.number() })), brier: figure(z.number()),
        grades: z.array(z.object({ grade: Grade, cases: z.int(), bads: z.int(), interval: Interval, expected: z.number().nullable(), p: z.number().nullable() })),
        /** Counted, but given no grade: too little was known of them. */
        unrated: z.object({ cases: z.int(), bads: z.int(), interval: Interval }),
        reversals: z.array(z.tuple([Grade, Grade])),
        indicators: z.array(z.object({ code: z.string(), name: z.string(), iv: figure(z.number()), rows: z.array(z.object({ band: z.string().nullable(), label: z.string().nullable(), cases: z.int(), bads: z.int() })) })),
        overrides: z.array(z.object({ direction: z.enum(['up', 'down']), cases: z.int(), bads: z.int() })),
        /** Grades moved by hand that are not among the counted: the year is not over, or left out for another reason. */
        overridesLeft: z.object({ open: z.int(), other: z.int() }),
      }),
      /** The book on the last day of the time against twelve months before, every standing rating of the scheme. */
      drift: z.object({
        beforeOn: Day, afterOn: Day, before: z.array(z.int()), after: z.array(z.int()), psi: z.number().nullable(), noise: z.object({ mean: z.number(), line: z.number() }),
        matrix: z.array(z.array(z.int())), moves: z.object({ stayed: z.int(), better: z.int(), worse: z.int() }),
      }),
      leaks: z.array(z.object({ code: z.string(), name: z.string(), fact: z.string(), kind: z.enum(['grade', 'outcome', 'future']), ratings: z.int() })),
    }),
  }),
}
