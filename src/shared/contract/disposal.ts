import * as z from 'zod'
import { HOLD_KINDS, OBSTACLE_KINDS } from '../rules/disposal/obstacles.ts'
import { DISPOSAL_STATES, OPINIONS } from '../rules/disposal/steps.ts'
import { DOSSIER_ROLES, WHOLE_ARCHIVE_ROLES } from '../roles.ts'
import { Login, Password } from './archive.ts'
import { DOSSIER_KINDS, LEVELS, ORIGINALITY, Place } from './dossiers.ts'
import { Because, command, Day, Empty, Id, Instant, line, note, Page, pageOf, query, reading, RoleName } from './method.ts'

/** What stands in the way of a destruction: what it is about, its last day where it ends by itself, and how much money. */
export const Obstacle = z.object({ kind: z.enum(OBSTACLE_KINDS), subject: z.string(), until: Day.nullable(), amountFen: z.int().nullable() })

const holders = ['creditAdministrator', 'officeDirector'] as const
export const Hold = z.object({
  id: Id, kind: z.enum(HOLD_KINDS), partyId: Id, partyName: z.string(), dossierId: Id.nullable(), number: z.string().nullable(),
  amountFen: z.int().nullable(), untilOn: Day.nullable(), reason: z.string(), placedBy: Id, placedByName: z.string(), placedAt: Instant,
  releasedByName: z.string().nullable(), releasedAt: Instant.nullable(), releaseReason: z.string().nullable(),
  /** Whether it stands in the way today. */
  isHolding: z.boolean(),
})

const DueRow = z.object({
  dossierId: Id, number: z.string(), partyName: z.string(), shortName: z.string().nullable(), kind: z.enum(DOSSIER_KINDS), departmentName: z.string(),
  year: z.int(), documents: z.int(), pages: z.int(), retentionYears: z.int(), retentionEnds: Day, because: Because, place: Place.nullable(),
  obstacles: z.array(Obstacle),
})

const CaseRow = z.object({
  id: Id, number: z.string(), state: z.enum(DISPOSAL_STATES), openedByName: z.string(), openedAt: Instant, closedAt: Instant.nullable(),
  folders: z.int(), destroyed: z.int(), stopped: z.int(), remarks: z.string().nullable(),
})

const Line = z.object({
  dossierId: Id, number: z.string(), partyName: z.string(), shortName: z.string().nullable(), title: z.string().nullable(), kind: z.enum(DOSSIER_KINDS), year: z.int(),
  documents: z.int(), pages: z.int(), retentionYears: z.int().nullable(), retentionFrom: Day.nullable(), retentionEnds: Day.nullable(), because: Because,
  place: Place.nullable(),
  opinions: z.array(z.object({ personId: Id, name: z.string(), opinion: z.enum(OPINIONS), keepUntilYear: z.int().nullable(), reason: z.string(), at: Instant })),
  /** The group's, once all have spoken; it counts from the moment the head submits. */
  decision: z.enum(OPINIONS).nullable(), keepUntilYear: z.int().nullable(),
  /** The fact that took it out of the case, and when. */
  stoppedAt: Instant.nullable(), stoppedBy: Obstacle.nullable(),
  checkedAt: Instant.nullable(), checkedByName: z.string().nullable(), destroyedAt: Instant.nullable(),
  /** What stands in its way now, while it is still to be destroyed. */
  obstacles: z.array(Obstacle),
})

const Signature = z.object({ signerId: Id, name: z.string(), at: Instant, decision: z.enum(['agreed', 'refused']), reason: z.string().nullable(), onTheSpot: z.boolean(), textHash: z.string() })

export const Disposal = CaseRow.extend({
  openedBy: Id, submittedAt: Instant.nullable(), approvedAt: Instant.nullable(), carriedOutByName: z.string().nullable(), manner: z.string().nullable(),
  place: z.string().nullable(), regulation: z.object({ id: z.string(), clause: z.string() }),
  /** The head first. `given`: lines on which he has given his opinion. */
  group: z.array(z.object({ personId: Id, name: z.string(), isHead: z.boolean(), given: z.int() })),
  headSignature: Signature.nullable(),
  approvals: z.array(z.object({ role: RoleName, signature: Signature.nullable() })),
  /** Sent back by an approver, the newest last. */
  refusals: z.array(Signature),
  /** How many must watch, and who has signed: today, or at the destruction. */
  supervisorsNeeded: z.int(), supervisors: z.array(Signature),
  lines: z.array(Line),
  may: z.object({
    opine: z.boolean(), submit: z.boolean(), approve: z.boolean(), check: z.boolean(), supervise: z.boolean(), carryOut: z.boolean(), cancel: z.boolean(),
  }),
  version: z.int(),
})

const StubRow = z.object({
  dossierId: Id, number: z.string(), kind: z.enum(DOSSIER_KINDS), partyName: z.string(), title: z.string().nullable(), departmentName: z.string(), year: z.int(),
  documents: z.int(), pages: z.int(), openedOn: Day, firstDatedOn: Day.nullable(), lastDatedOn: Day.nullable(), destroyedAt: Instant, caseId: Id,
  caseNumber: z.string(), line: z.int(),
})

const spot = z.strictObject({ login: Login, password: Password })

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

  /** Appraisals and destructions, the newest first. */
  'disposal.list': query({
    who: WHOLE_ARCHIVE_ROLES,
    input: z.strictObject({ state: z.enum([...DISPOSAL_STATES, 'running']).nullable().default(null), ...Page }),
    output: pageOf(CaseRow),
  }),
  'disposal.get': query({ who: WHOLE_ARCHIVE_ROLES, input: z.strictObject({ id: Id }), output: Disposal }),
  /** Who can appraise: everybody who sees the whole archive. */
  'disposal.people': query({
    who: WHOLE_ARCHIVE_ROLES, input: Empty, output: z.array(z.object({ personId: Id, name: z.string(), login: z.string(), roles: z.array(RoleName), isApprover: z.boolean() })),
  }),
  /** A list for appraisal. A folder in whose way anything stands is refused with the fact (`disposal-obstacle`). The first of the group leads it. */
  'disposal.open': command({
    who: ['archivist', 'creditAdministrator'],
    input: z.strictObject({ dossierIds: z.array(Id).min(1).max(500), group: z.array(Id).min(2).max(9), remarks: note(500) }),
    output: z.object({ id: Id, number: z.string() }),
  }),
  /** By a member of the group, on as many lines as he likes; his newer opinion replaces the older. */
  'disposal.opine': command({
    who: WHOLE_ARCHIVE_ROLES,
    input: z.strictObject({
      id: Id,
      opinions: z.array(z.strictObject({
        dossierId: Id, opinion: z.enum(OPINIONS), keepUntilYear: z.int().min(2000).max(2300).nullable().default(null), reason: line(200),
      }).refine(({ opinion, keepUntilYear }) => (opinion === 'keep') === (keepUntilYear !== null), { path: ['keepUntilYear'] })).min(1).max(500),
    }),
    output: z.object({ left: z.int() }),
  }),
  /** The head of the group signs what it came to. */
  'disposal.submit': command({
    who: WHOLE_ARCHIVE_ROLES, input: z.strictObject({ id: Id, version: z.int().optional() }), output: z.object({ destroy: z.int(), keep: z.int(), stopped: z.int() }),
  }),
  /** An approver agrees or sends it back, in his own session or on the spot. With the last agreement what is kept is kept on. */
  'disposal.approve': command({
    who: WHOLE_ARCHIVE_ROLES,
    input: z.strictObject({ id: Id, version: z.int().optional(), decision: z.enum(['agreed', 'refused']), reason: note(500), onTheSpot: spot.optional() })
      .refine(({ decision, reason }) => decision === 'agreed' || reason !== null, { path: ['reason'] }),
    output: z.object({ state: z.enum(DISPOSAL_STATES), stopped: z.int() }),
  }),
  /** Folders taken from their shelf and found to be those on the list, one by one; or not, after all. */
  'disposal.check': command({
    who: ['archivist'], input: z.strictObject({ id: Id, dossierIds: z.array(Id).min(1).max(500), isThere: z.boolean().default(true) }), output: z.object({ left: z.int() }),
  }),
  /** A supervisor signs where the destruction happens, with his password, at the archivist's desk. It counts on that day alone. */
  'disposal.supervise': command({
    who: ['archivist'], input: z.strictObject({ id: Id, onTheSpot: spot }), output: z.object({ present: z.int(), needed: z.int() }),
  }),
  /** Destroys what is checked and watched: the folders' scans go for ever, their stubs stay for ever. What a fact has come in the way of is left out. */
  'disposal.carryOut': command({
    who: ['archivist'], input: z.strictObject({ id: Id, manner: line(60), place: line(100) }), output: z.object({ destroyed: z.int(), stopped: z.int() }),
  }),
  'disposal.cancel': command({
    who: ['archivist', 'creditAdministrator', 'officeDirector'], input: z.strictObject({ id: Id, reason: line(200) }), output: Empty,
  }),
  /** What remains of destroyed dossiers, the newest first. */
  'disposal.stubs': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      text: z.string().max(100).default(''), departmentId: Id.nullable().default(null), year: z.int().nullable().default(null), caseId: Id.nullable().default(null), ...Page,
    }),
    output: pageOf(StubRow),
  }),
  /** One stub whole, with the lines of its contents: read like the dossier it was. */
  'disposal.stub': reading({
    who: DOSSIER_ROLES, input: z.strictObject({ dossierId: Id }),
    output: StubRow.extend({
      level: z.enum(LEVELS), scans: z.int(), retentionYears: z.int(), retentionFrom: Day, retentionEnds: Day, contentHash: z.string(),
      carriedOutByName: z.string(), manner: z.string(), place: z.string(), approvers: z.array(z.string()), supervisors: z.array(z.string()),
      contents: z.array(z.object({ itemCode: z.string().nullable(), title: z.string(), originality: z.enum(ORIGINALITY), pages: z.int(), datedOn: Day.nullable() })),
    }),
  }),
}
