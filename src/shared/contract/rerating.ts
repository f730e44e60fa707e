import * as z from 'zod'
import { RATING_STATES } from '../rules/ratings/steps.ts'
import { RERATE_REASONS } from '../rules/rerating/due.ts'
import { RATING_KINDS } from '../rules/schemes/schema.ts'
import { Day, Id, Instant, JobId, note, outside, Page, pageOf, query } from './method.ts'
import { GRADES, PARTY_KINDS } from './parties.ts'

const raters = ['creditAdministrator', 'officeDirector', 'salesDirector', 'generalManager'] as const
const Grade = z.enum(GRADES)
const Refusal = z.object({ partyId: Id, partyName: z.string(), code: z.string() })

const Why = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('indicator'), code: z.string(), name: z.string(), from: z.int().nullable(), to: z.int().nullable(), moved: z.int() }),
  z.object({ kind: z.literal('gate'), code: z.string(), name: z.string(), to: z.enum(['hit', 'lifted']) }),
  z.object({ kind: z.literal('coverage'), from: z.int(), to: z.int() }),
  /** What a person had set the grade to: not taken over, or ended by then; or sets it to now. */
  z.object({ kind: z.literal('override'), to: z.enum(['set', 'dropped', 'ended']), grade: Grade, until: Day }),
  /** Nothing points the way the grade went but other cuts or other grades. */
  z.object({ kind: z.literal('cuts') }),
])

/** Why a party is to be rated again: what happened on a day, and by when that is answered. */
export const DueReason = z.object({ reason: z.enum(RERATE_REASONS), on: Day, dueOn: Day, what: z.string().nullable() })

/** So many at once: a batch is read whole. */
export const MOST_AT_ONCE = 2000

const unratedFilter = {
  text: z.string().max(100).default(''), kind: z.enum(PARTY_KINDS).nullable().default(null),
  /** `none`: of no department. */
  departmentId: z.union([Id, z.literal('none')]).nullable().default(null),
}
const Span = z.object({ count: z.int(), from: Day, until: Day })

const Sides = z.object({ score: z.int().nullable(), grade: Grade.nullable(), coverage: z.int() })

export const ReratingLine = z.object({
  partyId: Id, partyName: z.string(), ratingId: Id.nullable(), number: z.string().nullable(), state: z.enum(RATING_STATES).nullable(), refusal: z.string().nullable(),
  before: Sides.nullable(), after: Sides.nullable(), direction: z.enum(['better', 'worse', 'same', 'new']).nullable(),
  /** What led where the grade went, and what points the other way. */
  why: z.array(Why), against: z.array(Why),
})

export const ReratingBatch = z.object({
  id: Id, number: z.string(), kind: z.enum(RATING_KINDS), asOf: Day, madeByName: z.string(), madeAt: Instant,
  lines: z.int(), refused: z.int(), states: z.partialRecord(z.enum(RATING_STATES), z.int()),
})

export const rerating = {
  /** Parties whose standing rating is to be made anew, each with every reason, the most pressing first. */
  'rerating.due': query({
    who: raters,
    input: z.strictObject({ reason: z.enum(RERATE_REASONS).nullable().default(null), text: z.string().max(100).default(''), ...Page }),
    output: pageOf(z.object({
      partyId: Id, partyName: z.string(), kind: z.enum(PARTY_KINDS), ratingId: Id, number: z.string(), grade: Grade.nullable(), score: z.int().nullable(), approvedOn: Day, dueOn: Day, dueIn: z.int(),
      reasons: z.array(DueReason),
      running: z.object({ id: Id, number: z.string(), state: z.enum(RATING_STATES) }).nullable(),
    })).extend({ counts: z.partialRecord(z.enum(RERATE_REASONS), z.int()) }),
  }),
  /**
   * Parties that were never rated and have something to be rated on, by name: confirmed statements (of which years), invoices (valid and
   * void ones, their days), receivables, deliveries and surveys that stand, dossiers; `since`: the first day that any of it tells of.
   */
  'rerating.unrated': query({
    who: raters,
    input: z.strictObject({ ...unratedFilter, ...Page }),
    output: pageOf(z.object({
      partyId: Id, partyName: z.string(), kind: z.enum(PARTY_KINDS), departmentName: z.string().nullable(), since: Day.nullable(),
      statements: Span.nullable(), invoices: Span.nullable(), receivables: Span.nullable(), deliveries: Span.nullable(), surveys: Span.nullable(), dossiers: z.int(),
      running: z.object({ id: Id, number: z.string(), state: z.enum(RATING_STATES) }).nullable(),
    })),
  }),
  /** Of the same list the first that one batch holds and of which no rating runs; each with its kind. */
  'rerating.unratedIds': query({
    who: ['creditAdministrator'], input: z.strictObject(unratedFilter),
    output: z.object({ total: z.int(), parties: z.array(z.object({ partyId: Id, kind: z.enum(PARTY_KINDS) })) }),
  }),
  /**
   * Drafts for many parties at once, marks taken over where their pages are still there. Those refused are named; the others go on.
   * `schemeId` rates the customers, `supplierSchemeId` the suppliers, each by the first scheme in force where null.
   */
  'rerating.run': outside({
    who: ['creditAdministrator'], isJob: true, isAudited: true,
    input: z.strictObject({ partyIds: z.array(Id).min(1).max(MOST_AT_ONCE), kind: z.enum(RATING_KINDS).default('aftersale'), asOf: Day.optional(), schemeId: Id.nullable().default(null), supplierSchemeId: Id.nullable().default(null), jobId: JobId.optional() }),
    output: z.object({ id: Id, number: z.string(), made: z.int(), refused: z.array(Refusal) }),
  }),
  /**
   * The next step for every rating of a batch that waits for it: submitted by its maker, reviewed and approved by two others.
   * `refresh` gathers anew, `return` sends back with `remarks` as the reason, those alone on whose day the ledgers say otherwise by now.
   */
  'rerating.step': outside({
    who: raters, isJob: true, isAudited: true,
    input: z.strictObject({ id: Id, step: z.enum(['refresh', 'submit', 'review', 'approve', 'return']), remarks: note(300), jobId: JobId.optional() }),
    output: z.object({ done: z.int(), refused: z.array(Refusal) }),
  }),
  'rerating.list': query({ who: raters, input: z.strictObject({ ...Page }), output: pageOf(ReratingBatch) }),
  'rerating.get': query({
    who: raters, input: z.strictObject({ id: Id }),
    /** `schemes`: by which it was rated, the most used first. */
    output: ReratingBatch.extend({ schemes: z.array(z.string()), rows: z.array(ReratingLine), may: z.object({
      refresh: z.int(), submit: z.int(), review: z.int(), approve: z.int(), return: z.int(),
      /** Of those to review: which nobody could approve once this person has reviewed them. */
      stuckAfterReview: z.int(),
    }) }),
  }),
}
