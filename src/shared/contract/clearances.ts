import * as z from 'zod'
import { DOSSIER_ROLES, WHOLE_ARCHIVE_ROLES } from '../roles.ts'
import { LEVELS } from './dossiers.ts'
import { command, Day, Empty, Id, Instant, line, note, query, RoleName } from './method.ts'

const granters = ['generalManager', 'officeDirector'] as const
const deciders = ['generalManager', 'officeDirector', 'salesDirector'] as const
const CLEARED = LEVELS.filter((level) => level !== 'public') as ['internal', 'secret', 'confidential']

const Authorisation = z.object({
  id: Id, personId: Id, name: z.string(), dossierId: Id.nullable(), number: z.string().nullable(), partyName: z.string().nullable(),
  purpose: z.string(), untilOn: Day, requestedAt: Instant, decision: z.enum(['agreed', 'refused']).nullable(), decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(), reason: z.string().nullable(), revokedAt: Instant.nullable(), isRunning: z.boolean(), mayDecide: z.boolean(),
})

export const clearances = {
  'clearances.list': query({
    who: [...WHOLE_ARCHIVE_ROLES, 'auditor', 'systemAdministrator'],
    input: Empty,
    output: z.object({
      /** The clause of the regulation in force that asks for clearances; null: it asks for none. */
      clause: z.string().nullable(),
      people: z.array(z.object({
        personId: Id, name: z.string(), departmentName: z.string().nullable(), level: z.enum(LEVELS),
        grants: z.array(z.object({
          id: Id, level: z.enum(CLEARED), fromOn: Day, untilOn: Day.nullable(), reason: z.string(), grantedBy: z.string(), grantedAt: Instant,
          revokedAt: Instant.nullable(), revokeReason: z.string().nullable(), isRunning: z.boolean(),
        })),
      })),
    }),
  }),
  /** Nobody clears himself. */
  'clearances.grant': command({
    who: granters,
    input: z.strictObject({ personId: Id, level: z.enum(CLEARED), fromOn: Day.optional(), untilOn: Day.nullable().default(null), reason: line(200) }),
    output: z.object({ id: Id }),
  }),
  'clearances.revoke': command({ who: granters, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),

  /** One's own; whoever decides sees everybody's. */
  'authorisations.list': query({
    who: DOSSIER_ROLES,
    input: Empty,
    output: z.object({
      asked: z.object({ clause: z.string(), role: RoleName, fromLevel: z.enum(LEVELS) }).nullable(),
      rows: z.array(Authorisation),
    }),
  }),
  /** Asks for leave to read one dossier, or, without one, all that the reader may see, until a day. */
  'authorisations.request': command({
    who: DOSSIER_ROLES,
    input: z.strictObject({ dossierId: Id.nullable().default(null), purpose: line(200), untilOn: Day }),
    output: z.object({ id: Id }),
  }),
  /** By whom the regulation names (S01 5.1.3b: the general manager), never the one who asked. A refusal has a reason. */
  'authorisations.decide': command({
    who: deciders,
    input: z.strictObject({ id: Id, decision: z.enum(['agreed', 'refused']), reason: note(200) }),
    output: Empty,
  }),
  'authorisations.revoke': command({ who: deciders, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),

  /** Lowers a dossier's level on or after the day that was set for it. */
  'clearances.downgrade': command({
    who: ['creditAdministrator', 'archivist', 'officeDirector'], input: z.strictObject({ dossierId: Id }), output: Empty,
  }),
  /** How often a dossier was looked at, shown, printed, copied and carried out, and by whom; from the audit log and the slips. */
  'clearances.accesses': query({
    who: WHOLE_ARCHIVE_ROLES,
    input: z.strictObject({ dossierId: Id }),
    output: z.object({
      views: z.int(), scans: z.int(), prints: z.int(), exports: z.int(), copies: z.int(),
      readers: z.array(z.object({ name: z.string(), times: z.int(), lastAt: Instant })),
    }),
  }),
}
