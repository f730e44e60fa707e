import * as z from 'zod'
import { SCHEME_APPROVERS, SCHEME_PREPARERS, SCHEME_REVIEWERS, SCHEME_STATES } from '../rules/schemes/steps.ts'
import { RATING_KINDS } from '../rules/schemes/schema.ts'
import { DOSSIER_ROLES } from '../roles.ts'
import { GRADES } from './parties.ts'
import { command, Day, Empty, Id, Instant, line, note, query } from './method.ts'

const READERS = [...DOSSIER_ROLES, 'auditor'] as const
/** A scheme as it is edited: its form is held against `rules/schemes/schema.ts` when it is kept, its sense when it is submitted. */
const Body = z.record(z.string(), z.unknown())
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export const SchemeVersionRow = z.object({
  id: Id, schemeId: Id, no: z.int().min(1), name: z.string(), hash: Hash, state: z.enum(SCHEME_STATES), effectiveOn: Day.nullable(),
  /** Of the approved ones the one that rules today. */
  isInForce: z.boolean(),
  note: z.string().nullable(), preparedByName: z.string().nullable(), preparedAt: z.string(), reviewedByName: z.string().nullable(), reviewedAt: Instant.nullable(),
  approvedByName: z.string().nullable(), approvedAt: Instant.nullable(), returnReason: z.string().nullable(), withdrawnByName: z.string().nullable(), withdrawReason: z.string().nullable(),
  /** What does not hold, counted when it was last kept. */
  may: z.object({ save: z.boolean(), submit: z.boolean(), review: z.boolean(), approve: z.boolean(), withdraw: z.boolean() }),
  version: z.int().min(1),
})

const Standing = z.object({ score: z.int().nullable(), grade: z.enum(GRADES).nullable(), coverage: z.int() })
const Tally = z.object({ defaulted: z.int(), held: z.int() })
const versioned = { id: Id, version: z.int().min(1) }
const reply = z.object({ id: Id, version: z.int().min(1) })

export const schemes = {
  /** Every scheme with its versions, the newest first. */
  'schemes.list': query({
    who: READERS, input: Empty,
    output: z.array(z.object({ id: Id, code: z.string(), for: z.enum(['customer', 'supplier']), retiredAt: Instant.nullable(), versions: z.array(SchemeVersionRow) })),
  }),
  /**
   * What a rating of the kind may be made by as of a day: of every scheme that is not retired the version in force, customers' before
   * suppliers', the oldest first. `partyId`: those of the side that this party is on, of both where it is both.
   */
  'schemes.inForce': query({
    who: READERS, input: z.strictObject({ kind: z.enum(RATING_KINDS), on: Day, partyId: Id.nullable().default(null) }),
    output: z.array(z.object({ schemeId: Id, code: z.string(), for: z.enum(['customer', 'supplier']), name: z.string(), no: z.int() })),
  }),
  /** One version with its text, and the text that rules today beside it where it is another. */
  'schemes.version': query({
    who: READERS, input: z.strictObject({ id: Id }),
    output: SchemeVersionRow.extend({ code: z.string(), for: z.enum(['customer', 'supplier']), body: Body, inForce: z.object({ id: Id, no: z.int(), effectiveOn: Day, body: Body }).nullable() }),
  }),
  /** A new scheme with its first draft (a copy, or out of a file). Refuses a code that is taken (`duplicate`) and a form that does not hold (`scheme-refused`). */
  'schemes.create': command({ who: SCHEME_PREPARERS, input: z.strictObject({ code: z.string().trim().regex(/^[A-Z][A-Z0-9-]{1,9}$/), body: Body, note: note(300) }), output: reply }),
  /** The next version of a scheme as a draft, from another version or out of a file; one at a time (`scheme-running`). */
  'schemes.prepare': command({ who: SCHEME_PREPARERS, input: z.strictObject({ schemeId: Id, fromId: Id.nullable().default(null), body: Body.nullable().default(null), note: note(300) }), output: reply }),
  'schemes.save': command({ who: SCHEME_PREPARERS, input: z.strictObject({ ...versioned, body: Body, note: note(300) }), output: reply }),
  /** Refuses faults (`scheme-refused`, all of them) and a text that changes nothing (`scheme-unchanged`). */
  'schemes.submit': command({ who: SCHEME_PREPARERS, input: z.strictObject({ ...versioned, note: line(300) }), output: reply }),
  /** Agrees, or sends it back with a reason. Not by whoever prepared it. */
  'schemes.review': command({ who: SCHEME_REVIEWERS, input: z.strictObject({ ...versioned, agrees: z.boolean(), reason: note(300) }), output: reply }),
  /** In force from a day on, today or later; by a third person. Ratings that began stay under their own version. */
  'schemes.approve': command({ who: SCHEME_APPROVERS, input: z.strictObject({ ...versioned, agrees: z.boolean(), effectiveOn: Day.nullable().default(null), reason: note(300) }), output: reply }),
  /** Who would move, and what it would have said of defaults, if a text ruled instead of the version in force. Nothing is kept. */
  'schemes.rehearse': query({
    who: ['creditAdministrator', 'officeDirector', 'salesDirector', 'generalManager'] as const,
    input: z.strictObject({ schemeId: Id, body: Body }),
    output: z.object({
      rows: z.array(z.object({
        ratingId: Id, number: z.string(), partyId: Id, partyName: z.string(), before: Standing, after: Standing, change: z.enum(['up', 'down', 'same', 'newlyRated', 'noLonger']),
        causes: z.array(z.object({ kind: z.enum(['indicator', 'gate', 'cut']), code: z.string().nullable(), points: z.int() })),
        /** Whole yuan that either text proposes, null where it has no part on limits; and the limit that stands, fen. */
        limit: z.object({ before: z.int().nullable(), after: z.int().nullable(), inForceFen: z.int().nullable() }),
      })),
      matrix: z.array(z.object({ from: z.enum(GRADES).nullable(), to: z.enum(GRADES).nullable(), ratings: z.int() })),
      outcomes: z.array(z.object({ grade: z.enum(GRADES).nullable(), before: Tally, after: Tally })),
      /** The regulation's measures of each grade. */
      grades: z.array(z.object({ grade: z.enum(GRADES), label: z.string(), measures: z.string().nullable() })),
    }),
  }),
  'schemes.withdraw': command({ who: [...SCHEME_PREPARERS, 'generalManager'] as const, input: z.strictObject({ ...versioned, reason: line(300) }), output: reply }),
}
