import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { Form, HalfYear, OUTLOOK } from '../rules/surveys/forms.ts'
import { command, Day, Empty, Id, Instant, line, note, query, reading } from './method.ts'

/** Who meets the customer writes the visit; what others say and what is published is entered by the credit side. */
const surveyors = ['salesperson', 'departmentClerk', 'creditAdministrator', 'officeDirector', 'salesDirector'] as const
const creditSide = ['creditAdministrator', 'officeDirector'] as const

/** The paper behind a form: a page of one of the party's dossiers. */
export const Evidence = z.object({ attachmentId: Id, page: z.int().min(1).max(10_000) })

export const Survey = z.object({
  id: Id,
  on: Day,
  form: Form,
  /** Marks of a visit, 0–100; null for other forms. */
  score: z.int().nullable(),
  evidence: Evidence.extend({ dossierId: Id, title: z.string() }).nullable(),
  remarks: z.string().nullable(),
  recordedByName: z.string(),
  recordedAt: Instant,
  /** A notice that is over: lifted, settled, struck out. */
  clearedOn: Day.nullable(),
  withdrawnAt: Instant.nullable(),
  withdrawReason: z.string().nullable(),
  may: z.object({ clear: z.boolean(), withdraw: z.boolean() }),
})

export const surveys = {
  /** All that was found out about a party, the newest first, withdrawn ones among them. `not-found` for a hidden party. */
  'surveys.list': reading({ who: DOSSIER_ROLES, input: z.strictObject({ partyId: Id }), output: z.array(Survey) }),
  'surveys.record': command({
    who: surveyors,
    input: z.strictObject({ partyId: Id, on: Day, form: Form, evidence: z.strictObject(Evidence.shape).nullable().default(null), remarks: note(500) }),
    output: z.object({ id: Id }),
  }),
  /** A notice is over from a day on. */
  'surveys.clear': command({ who: creditSide, input: z.strictObject({ id: Id, clearedOn: Day }), output: Empty }),
  /** Wrong: it counts no more, and stays to be seen with the reason. By who recorded it, or the office director. */
  'surveys.withdraw': command({ who: surveyors, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),

  /** The latest outlook of every industry that has one, and the industries of the parties that have none. */
  'industries.list': query({
    who: [...creditSide, 'salesDirector', 'generalManager'],
    input: Empty,
    output: z.object({
      rows: z.array(z.object({ industry: z.string(), half: HalfYear, ...OUTLOOK, remarks: z.string().nullable(), recordedByName: z.string(), recordedAt: Instant })),
      missing: z.array(z.string()),
      half: HalfYear,
    }),
  }),
  /** Once an industry and half-year; a second entry for the same replaces it, the log keeps both. */
  'industries.record': command({ who: creditSide, input: z.strictObject({ industry: line(40), half: HalfYear, ...OUTLOOK, remarks: note(500) }), output: Empty }),
}
