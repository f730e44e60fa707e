import * as z from 'zod'
import { command, Day, Empty, Id, Instant, line, optionalLine, Page, pageOf, query } from './method.ts'

export const INCIDENT_KINDS = ['missing', 'damaged', 'leaked'] as const
export const INCIDENT_READERS = ['archivist', 'creditAdministrator', 'officeDirector', 'generalManager'] as const

export const IncidentRow = z.object({
  id: Id, number: z.string(), kind: z.enum(INCIDENT_KINDS), state: z.enum(['open', 'closed']), dossierId: Id, dossierNumber: z.string(),
  title: z.string(), foundOn: Day, openedByName: z.string(), openedAt: Instant, closedAt: Instant.nullable(),
  /** Names of those who answered for the folder at the time, in the order of time. */
  answerable: z.string(),
})

/** Who answered for a folder, from when until when, and by what: the custody ledger's words, or `read` for a traced reading. */
export const Answerable = z.object({
  personId: Id, name: z.string(), stage: z.string(), how: z.string(), fromAt: Instant, untilAt: Instant.nullable(), slipNumber: z.string().nullable(),
})

export const Incident = IncidentRow.extend({
  documentTitle: z.string().nullable(), happenedFrom: Instant, happenedTo: Instant, foundByName: z.string(), what: z.string(),
  findings: z.string().nullable(), consequences: z.string().nullable(), measures: z.string().nullable(),
  stocktake: z.object({ id: Id, number: z.string() }).nullable(), slip: z.object({ id: Id, number: z.string() }).nullable(), readingSeq: z.int().nullable(),
  closedByName: z.string().nullable(), closing: z.string().nullable(), people: z.array(Answerable),
  may: z.object({ investigate: z.boolean(), close: z.boolean() }), version: z.int(),
})

/** When it happened: at an instant (both the same), or at some time between two. */
const when = { happenedFrom: Instant, happenedTo: Instant }

export const incidents = {
  'incidents.list': query({
    who: INCIDENT_READERS,
    input: z.strictObject({
      text: z.string().max(100).default(''), kind: z.enum(INCIDENT_KINDS).nullable().default(null),
      state: z.enum(['open', 'closed']).nullable().default(null), dossierId: Id.nullable().default(null),
      from: Day.nullable().default(null), to: Day.nullable().default(null), ...Page,
    }),
    output: pageOf(IncidentRow),
  }),
  'incidents.get': query({ who: INCIDENT_READERS, input: z.strictObject({ id: Id }), output: Incident }),
  /** Whoever answered for the folder in that time, before an incident is opened about it. */
  'incidents.answerable': query({ who: INCIDENT_READERS, input: z.strictObject({ dossierId: Id, ...when }), output: z.array(Answerable) }),
  /** What a watermark says, `name  slip  MM-DD HH:MM`, traced to the slip and the readings of that minute. */
  'incidents.trace': query({
    who: INCIDENT_READERS,
    input: z.strictObject({ watermark: line(120) }),
    output: z.object({
      slip: z.object({ id: Id, number: z.string(), applicantName: z.string(), unit: z.string(), purpose: z.string() }),
      readings: z.array(z.object({
        seq: z.int(), at: Instant, personId: Id, personName: z.string(), dossierId: Id, dossierNumber: z.string(), attachment: z.string(),
        /** Whether the name on the watermark is this reader's. */
        isNamed: z.boolean(),
      })),
    }),
  }),
  'incidents.open': command({
    who: ['archivist', 'creditAdministrator'],
    input: z.strictObject({
      kind: z.enum(INCIDENT_KINDS), dossierId: Id, documentId: Id.nullable().default(null), ...when, foundOn: Day.optional(),
      foundBy: Id.optional(), what: line(300), findingId: Id.nullable().default(null), slipId: Id.nullable().default(null),
      readingSeq: z.int().positive().nullable().default(null),
    }),
    output: z.object({ id: Id, number: z.string() }),
  }),
  'incidents.investigate': command({
    who: ['archivist', 'creditAdministrator'],
    input: z.strictObject({ id: Id, version: z.int(), findings: optionalLine(500), consequences: optionalLine(500), measures: optionalLine(500) }),
    output: z.object({ version: z.int() }),
  }),
  /** By the office director: neither who opened it nor who answers for it. Nothing is closed before it is looked into. */
  'incidents.close': command({
    who: ['officeDirector'], input: z.strictObject({ id: Id, version: z.int(), closing: line(200) }), output: Empty,
  }),
}
