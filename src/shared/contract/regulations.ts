import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { Clause } from '../rules/regulations/clause.ts'
import { MECHANISM_NAMES } from '../rules/regulations/mechanisms.ts'
import { Regulation, RegulationBody } from '../rules/regulations/schema.ts'
import { command, Day, Empty, Id, Instant, line, Page, pageOf, query, outside } from './method.ts'

/** How a case stands to its clause: kept, close to its day or waiting, past its day or not as the clause wants it. */
export const CASE_STATES = ['inOrder', 'dueSoon', 'overdue'] as const
/** What a case is, and so which page shows it. */
export const CASE_KINDS = [
  'dossier', 'slip', 'party', 'contract', 'transfer', 'person', 'stocktake', 'incident', 'disposal', 'check', 'department', 'archive', 'blank', 'duty', 'rating', 'scheme', 'listing', 'warning', 'default', 'receivable', 'limit',
] as const

const count = z.int().min(0)
export const Counts = z.object({ inOrder: count, dueSoon: count, overdue: count })

/** One mechanism of a clause: counted, or simply at work (encryption) with nothing to count. */
const ClauseGauge = z.object({ mechanism: z.enum(MECHANISM_NAMES), counts: Counts.nullable() })

/**
 * A clause as it is kept now. `counted`: it has cases; `atWork`: the program carries it out and there is nothing to count;
 * `later`: not yet carried out; `organisation`: it asks nothing of a program.
 */
export const KeptClause = z.object({
  id: z.string(),
  summary: z.string(),
  enforcement: Clause.shape.enforcement,
  state: z.enum(['counted', 'atWork', 'later', 'organisation']),
  later: Clause.shape.later,
  counts: Counts,
  gauges: z.array(ClauseGauge),
})

/** One place of a regulation that does not hold: where, and why (a name in `text.regulations.fault`, or a sentence). */
export const Fault = z.object({ place: z.array(z.union([z.string(), z.int()])), reason: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })

const Version = z.object({
  id: Id,
  regulation: z.string(),
  title: z.string(),
  effectiveOn: Day,
  /** The day before the next one takes over; null: no end in sight. */
  untilOn: Day.nullable(),
  state: z.enum(['past', 'inForce', 'future', 'replaced', 'withdrawn']),
  adoptedAt: Instant.nullable(),
  adoptedByName: z.string().nullable(),
  note: z.string().nullable(),
  withdrawnAt: Instant.nullable(),
  withdrawnByName: z.string().nullable(),
  /** What still runs under it, of what the reader may see. */
  dossiers: count,
  slips: count,
})

const Body = z.record(z.string(), z.unknown())
/** Whoever may change the regulation the office works under; each change is his, by name and in the audit log. */
const ADOPTING_ROLES = ['officeDirector', 'generalManager'] as const

export const regulations = {
  /** The regulations that come with the program. */
  'regulations.presets': outside({
    who: DOSSIER_ROLES,
    input: Empty,
    output: z.array(z.object({
      id: z.string(), title: z.string(), summary: z.string(), clauses: count, carriedOut: count, later: count,
      requiredCredit: count, requiredContract: count, deadlines: count,
    })),
  }),
  'regulations.preset': outside({ who: DOSSIER_ROLES, input: z.strictObject({ id: z.string().max(20) }), output: Regulation }),
  /** Every version this archive has adopted, the newest day first, those withdrawn included. */
  'regulations.versions': query({ who: DOSSIER_ROLES, input: Empty, output: z.array(Version) }),
  'regulations.version': query({
    who: DOSSIER_ROLES, input: z.strictObject({ id: Id }), output: Version.extend({ body: RegulationBody }),
  }),
  /** Whether a body could be adopted from that day on, without adopting it. */
  'regulations.check': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ body: Body, effectiveOn: Day.nullable().default(null) }),
    output: z.object({ faults: z.array(Fault) }),
  }),
  /** A new version from a day on (today or later). What began before stays under its own. */
  'regulations.adopt': command({
    who: ADOPTING_ROLES,
    input: z.strictObject({ body: Body, effectiveOn: Day, note: line(300) }),
    output: z.object({ id: Id, effectiveOn: Day }),
  }),
  /** Takes back a version before its day has come; it stays in the list as withdrawn. */
  'regulations.withdraw': command({ who: ADOPTING_ROLES, input: z.strictObject({ id: Id, reason: line(300) }), output: Empty }),
  /** "Do we keep our own rules?": every clause in force today with its cases, counted. */
  'regulations.overview': query({
    who: DOSSIER_ROLES,
    input: Empty,
    output: z.object({
      today: Day,
      version: z.object({ id: Id, regulation: z.string(), title: z.string(), effectiveOn: Day }),
      clauses: z.array(KeptClause),
      /** Cases of all clauses, each counted once however many clauses govern it in the same way. */
      together: Counts,
    }),
  }),
  /** The cases behind a number of the overview, in the order of their kind. */
  'regulations.cases': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      clause: z.string().max(20), state: z.enum(CASE_STATES), mechanism: z.enum(MECHANISM_NAMES).nullable().default(null), ...Page,
    }),
    output: pageOf(z.object({
      mechanism: z.enum(MECHANISM_NAMES),
      kind: z.enum(CASE_KINDS),
      id: z.int(),
      /** Its number or name, and what it is about. */
      label: z.string(),
      title: z.string(),
      dueOn: Day.nullable(),
      dueIn: z.int().nullable(),
    })),
  }),
}
