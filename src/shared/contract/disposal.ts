import * as z from 'zod'
import { HOLD_KINDS, OBSTACLE_KINDS } from '../rules/disposal/obstacles.ts'
import { WHOLE_ARCHIVE_ROLES } from '../roles.ts'
import { DOSSIER_KINDS, Place } from './dossiers.ts'
import { Because, command, Day, Empty, Id, Instant, line, Page, pageOf, query } from './method.ts'

/** What stands in the way of a destruction: what it is about, its last day where it ends by itself, and how much money. */
export const Obstacle = z.object({ kind: z.enum(OBSTACLE_KINDS), subject: z.string(), until: Day.nullable(), amountFen: z.int().nullable() })

const holders = ['creditAdministrator', 'officeDirector'] as const
export const Hold = z.object({
  id: Id, kind: z.enum(HOLD_KINDS), partyId: Id, partyName: z.string(), dossierId: Id.nullable(), number: z.string().nullable(),
  amountFen: z.int().nullable(), untilOn: Day.nullable(), reason: z.string(), placedByName: z.string(), placedAt: Instant,
  releasedByName: z.string().nullable(), releasedAt: Instant.nullable(), releaseReason: z.string().nullable(),
  /** Whether it stands in the way today. */
  isHolding: z.boolean(),
})

const DueRow = z.object({
  dossierId: Id, number: z.string(), partyName: z.string(), shortName: z.string().nullable(), kind: z.enum(DOSSIER_KINDS), departmentName: z.string(),
  year: z.int(), documents: z.int(), pages: z.int(), retentionYears: z.int(), retentionEnds: Day, because: Because, place: Place.nullable(),
  obstacles: z.array(Obstacle),
})

export const disposal = {
  /** Holds, the newest first: those that hold today, or all. */
  'holds.list': query({
    who: WHOLE_ARCHIVE_ROLES,
    input: z.strictObject({
      text: z.string().max(100).default(''), kind: z.enum(HOLD_KINDS).nullable().default(null), dossierId: Id.nullable().default(null),
      isHolding: z.boolean().nullable().default(true), ...Page,
    }),
    output: pageOf(Hold),
  }),
  /** On one dossier, or on a party and so on all its dossiers, those to come included. */
  'holds.place': command({
    who: holders,
    input: z.strictObject({
      kind: z.enum(HOLD_KINDS), partyId: Id.nullable().default(null), dossierId: Id.nullable().default(null),
      amountFen: z.int().positive().nullable().default(null), untilOn: Day.nullable().default(null), reason: line(200),
    }).refine(({ partyId, dossierId }) => (partyId === null) !== (dossierId === null), { path: ['dossierId'] }),
    output: z.object({ id: Id }),
  }),
  'holds.release': command({ who: holders, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),

  /** Dossiers whose retention is over, by the day it ended, each with what stands in the way of its destruction. */
  'disposal.due': query({
    who: WHOLE_ARCHIVE_ROLES,
    input: z.strictObject({
      departmentId: Id.nullable().default(null), year: z.int().nullable().default(null), kind: z.enum(DOSSIER_KINDS).nullable().default(null), ...Page,
    }),
    output: pageOf(DueRow),
  }),
  /** How long a dossier is kept, by what, and what stands in the way of its destruction today. */
  'disposal.retention': query({
    who: WHOLE_ARCHIVE_ROLES, input: z.strictObject({ dossierId: Id }),
    output: z.object({ because: Because, until: Day.nullable(), obstacles: z.array(Obstacle), caseId: Id.nullable(), caseNumber: z.string().nullable() }),
  }),
}
