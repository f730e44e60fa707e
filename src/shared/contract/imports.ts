import * as z from 'zod'
import { command, Id, Instant, line, Page, pageOf, query } from './method.ts'

const who = ['creditAdministrator', 'officeDirector'] as const

/** Ledgers that tables are taken into (a party's invoices have batches of their own). */
export const LEDGERS = ['receivables', 'receipts', 'deliveries', 'defaults'] as const

export const Import = z.object({
  /** The log's entry of it. */
  seq: Id, ledger: z.enum(LEDGERS), at: Instant, byName: z.string(), fileName: z.string(),
  /** Whose it was, where it was taken in for one party alone. */
  partyName: z.string().nullable(),
  read: z.int(), added: z.int(), refused: z.int(),
  /** Orders that stood already and of which it said more (deliveries): that stays. */
  completed: z.int(),
  struck: z.object({ at: Instant, byName: z.string(), reason: z.string(), rows: z.int() }).nullable(),
})

export const imports = {
  /** Tables taken in, the newest first; of a party those that brought it a row. */
  'imports.list': query({
    who,
    input: z.strictObject({ ledgers: z.array(z.enum(LEDGERS)).min(1).max(LEDGERS.length), partyId: Id.nullable().default(null), ...Page }),
    output: pageOf(Import),
  }),
  /** Takes all that still stands of what a table brought out of what counts; its rows stay, marked, and its file may be taken in again. */
  'imports.strike': command({ who, input: z.strictObject({ seq: Id, reason: line(200) }), output: z.object({ struck: z.int() }) }),
}
