import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { DEFAULT_KINDS } from '../rules/defaults/kinds.ts'
import { refusedOutput, tableInput, tableOutput } from './importing.ts'
import { command, Day, Empty, Id, Instant, line, note, outside, reading } from './method.ts'

const keepers = ['creditAdministrator'] as const
const strikers = ['creditAdministrator', 'officeDirector'] as const

export const DEFAULT_FIELDS = ['party', 'kind', 'isDefault', 'on', 'amount', 'description', 'settledOn', 'skip'] as const
export const DEFAULT_REFUSALS = [
  'row-unreadable', 'party-missing', 'party-unknown', 'party-ambiguous', 'date-impossible', 'date-to-come', 'date-missing', 'settled-before', 'kind-unknown', 'kind-missing', 'answer-unknown', 'amount-unreadable', 'text-too-long',
] as const

const Evidence = { attachmentId: Id, page: z.int().min(1).max(10_000) }

export const DefaultRecord = z.object({
  id: Id, kind: z.enum(DEFAULT_KINDS), on: Day, amountFen: z.int().nullable(), description: z.string().nullable(),
  evidence: z.object({ ...Evidence, dossierId: Id, title: z.string() }).nullable(), fileName: z.string().nullable(),
  recordedByName: z.string(), recordedAt: Instant,
  settled: z.object({ on: Day, byName: z.string(), note: z.string().nullable() }).nullable(),
  struck: z.object({ at: Instant, byName: z.string(), reason: z.string() }).nullable(),
  /** Severity points that the record bears today. */
  points: z.number(),
  may: z.object({ settle: z.boolean(), strike: z.boolean() }),
})

const importInput = { ...tableInput(DEFAULT_FIELDS), kind: z.enum(DEFAULT_KINDS).nullable().default(null), on: Day.nullable().default(null) }
const importOutput = { read: z.int(), added: z.int(), repeated: z.int(), /** Rows that say there was none. */ none: z.int(), ...refusedOutput(DEFAULT_REFUSALS) }

export const defaults = {
  /** Defaults and complaints of a party, the newest first, struck ones among them. `not-found` for a hidden party. */
  'defaults.list': reading({
    who: DOSSIER_ROLES, input: z.strictObject({ partyId: Id }),
    output: z.object({ rows: z.array(DefaultRecord), severity: z.number(), open: z.int(), mayAdd: z.boolean() }),
  }),
  'defaults.add': command({
    who: keepers,
    input: z.strictObject({
      partyId: Id, kind: z.enum(DEFAULT_KINDS), on: Day, amountFen: z.int().min(0).max(9_000_000_000_000_000).nullable().default(null), description: note(1000),
      evidence: z.strictObject(Evidence).nullable().default(null), settledOn: Day.nullable().default(null),
    }),
    output: z.object({ id: Id }),
  }),
  /** Paid, agreed or answered from a day on; what it was stays. */
  'defaults.settle': command({ who: keepers, input: z.strictObject({ id: Id, settledOn: Day, note: note(500) }), output: Empty }),
  /** Wrong: it counts no more, and stays to be seen with the reason. Never by the party's own salesperson. */
  'defaults.strike': command({ who: strikers, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),
  /** A table of defaults. Where it says only whether there was one, `kind` and `on` say what and when. The same row again adds nothing. */
  'defaults.import': outside({ who: keepers, isJob: true, isAudited: true, input: z.strictObject(importInput), output: z.object(importOutput) }),
  'defaults.previewImport': outside({ who: keepers, input: z.strictObject(importInput), output: z.object({ ...importOutput, ...tableOutput(DEFAULT_FIELDS) }) }),
}
