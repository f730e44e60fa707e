import * as z from 'zod'
import { MOST_FEN } from '../money.ts'
import { DOSSIER_ROLES } from '../roles.ts'
import { BUCKETS } from '../rules/receivables/ageing.ts'
import { PROMISE_STATES } from '../rules/receivables/promises.ts'
import { PROMISE_MANNERS, RECEIPT_MEANS } from '../rules/receivables/words.ts'
import { ownerInput, refusedOutput, tableInput, tableOutput } from './importing.ts'
import { Because, command, Day, Empty, Id, Instant, line, note, optionalLine, outside, Page, pageOf, query, reading } from './method.ts'

const keepers = ['creditAdministrator'] as const
const strikers = ['creditAdministrator', 'officeDirector'] as const

/** Fen, above zero. */
const Amount = z.int().min(1).max(MOST_FEN)
const Struck = z.object({ at: Instant, byName: z.string(), reason: z.string() }).nullable()
const recorded = { fileName: z.string().nullable(), recordedByName: z.string(), recordedAt: Instant, struck: Struck }
const Evidence = { attachmentId: Id, page: z.int().min(1).max(10_000) }
const Buckets = z.record(z.enum(BUCKETS), z.int())

/** What is imported at once. */
export const RECEIVABLE_IMPORTS = ['receivables', 'receipts'] as const
export const RECEIVABLE_FIELDS = ['party', 'number', 'issuedOn', 'dueOn', 'termDays', 'receivedOn', 'amount', 'means', 'reference', 'contract', 'remarks', 'skip'] as const
export const RECEIVABLE_REFUSALS = [
  'row-unreadable', 'party-missing', 'party-unknown', 'party-ambiguous', 'party-other', 'number-missing', 'number-differs', 'date-missing', 'date-impossible', 'date-to-come', 'date-too-early', 'due-missing', 'due-before', 'due-too-late',
  'amount-missing', 'amount-unreadable', 'amount-not-positive', 'amount-too-large', 'means-unknown', 'contract-unknown', 'text-too-long',
] as const

export const RECEIVABLE_STATES = ['open', 'overdue', 'settled', 'struck'] as const
export const RECEIPT_STATES = ['standing', 'advances', 'struck'] as const
/** Which customers the ageing shows. */
export const AGEING_ONLY = ['overdue', 'overdue30', 'overdue90', 'promise', 'broken', 'advances'] as const
export const AGEING_SORTS = ['party', 'balance', 'overdue', 'oldest', ...BUCKETS] as const

export const ReceivableRow = z.object({
  id: Id, number: z.string(), issuedOn: Day, dueOn: Day, amountFen: z.int(), remarks: z.string().nullable(),
  contract: z.object({ id: Id, number: z.string() }).nullable(),
  /** As of the day asked about. */
  openFen: z.int(), daysPastDue: z.int(), bucket: z.enum(BUCKETS), settledOn: Day.nullable(),
  /** What paid it by then. */
  paid: z.array(z.object({ receiptId: Id, receivedOn: Day, amountFen: z.int() })),
  ...recorded,
})
export const ReceiptRow = z.object({
  id: Id, receivedOn: Day, amountFen: z.int(), means: z.enum(RECEIPT_MEANS), reference: z.string(), remarks: z.string().nullable(),
  /** What of it pays nothing yet: an advance. */
  leftFen: z.int(),
  pays: z.array(z.object({ receivableId: Id, number: z.string(), amountFen: z.int() })),
  ...recorded,
})
export const PromiseRow = z.object({
  id: Id, madeOn: Day, dueOn: Day, amountFen: z.int(), promisedBy: z.string(), how: z.enum(PROMISE_MANNERS), remarks: z.string().nullable(),
  state: z.enum(PROMISE_STATES), receivedFen: z.int(), /** The day that settled it. */ decidedOn: Day.nullable(), /** The last day that counts. */ lastOn: Day,
  evidence: z.object({ ...Evidence, dossierId: Id, title: z.string() }).nullable(),
  ...recorded,
})
const Position = z.object({ balanceFen: z.int(), openFen: z.int(), overdueFen: z.int(), longestOverdueDays: z.int(), advancesFen: z.int(), oldestDueOn: Day.nullable() })

const Allocation = z.strictObject({ receivableId: Id, amountFen: Amount })
const Allocations = z.array(Allocation).max(500)

export const AgeingRow = z.object({
  partyId: Id, partyName: z.string(), departmentName: z.string().nullable(), salespersonName: z.string().nullable(),
  buckets: Buckets, openFen: z.int(), overdueFen: z.int(), advancesFen: z.int(), balanceFen: z.int(), longestOverdueDays: z.int(), oldestDueOn: Day.nullable(),
  /** The promise that is due next, or the last one that was broken. */
  promise: z.object({ dueOn: Day, amountFen: z.int(), state: z.enum(PROMISE_STATES) }).nullable(),
})
const ageingFilter = {
  asOf: Day.nullable().default(null), text: z.string().max(100).default(''), departmentId: Id.nullable().default(null), only: z.enum(AGEING_ONLY).nullable().default(null),
  sort: z.enum(AGEING_SORTS).default('overdue'), descending: z.boolean().default(true),
}

const importInput = {
  ...tableInput(RECEIVABLE_FIELDS), ...ownerInput, what: z.enum(RECEIVABLE_IMPORTS),
  /** Receipts pay what falls due first; a column that names a receivable's number goes before. False: they stay advances. */
  allocate: z.boolean().default(true),
}
const importOutput = {
  read: z.int(), added: z.int(), /** There already, or earlier in the same file. */ repeated: z.int(), amountFen: z.int(), /** Of receipts: what of it pays receivables. */ allocatedFen: z.int(), parties: z.int(),
  ...refusedOutput(RECEIVABLE_REFUSALS),
}

export const receivables = {
  /** A party's account as of a day (null: today). `not-found` for a hidden party, and what reading its dossier would be refused for. */
  'receivables.ofParty': reading({
    who: DOSSIER_ROLES,
    input: z.strictObject({ partyId: Id, asOf: Day.nullable().default(null) }),
    output: z.object({
      asOf: Day, position: Position, buckets: Buckets, isEmpty: z.boolean(),
      /** C1 of 24 months and C2, null where there is nothing to measure; what was issued in 12 months. */
      paymentIndex: z.number().nullable(), overdueShare: z.number().nullable(), creditSalesFen: z.int(),
      promises: z.array(PromiseRow),
      contracts: z.array(z.object({ id: Id, number: z.string(), subject: z.string() })),
      may: z.object({ record: z.boolean(), strike: z.boolean() }),
    }),
  }),
  'receivables.items': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ partyId: Id, asOf: Day.nullable().default(null), state: z.enum(RECEIVABLE_STATES).default('open'), ...Page }),
    output: pageOf(ReceivableRow),
  }),
  'receivables.receipts': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ partyId: Id, asOf: Day.nullable().default(null), state: z.enum(RECEIPT_STATES).default('standing'), ...Page }),
    output: pageOf(ReceiptRow),
  }),
  /** What so much money would pay, the earliest due first; for a receipt that is there, as if it paid nothing yet. */
  'receivables.propose': query({
    who: keepers,
    input: z.strictObject({ partyId: Id, amountFen: Amount, receiptId: Id.nullable().default(null) }),
    output: z.object({
      because: Because, advanceFen: z.int(),
      lines: z.array(z.object({ receivableId: Id, number: z.string(), issuedOn: Day, dueOn: Day, amountFen: z.int(), leftFen: z.int(), proposedFen: z.int(), /** By this receipt now. */ presentFen: z.int() })),
    }),
  }),
  'receivables.add': command({
    who: keepers,
    input: z.strictObject({ partyId: Id, contractId: Id.nullable().default(null), number: line(60), issuedOn: Day, dueOn: Day, amountFen: Amount, remarks: note(500) }),
    output: z.object({ id: Id }),
  }),
  /** Money that came in. `allocations` null: the program's proposal, the earliest due first. */
  'receivables.receive': command({
    who: keepers,
    input: z.strictObject({ partyId: Id, receivedOn: Day, amountFen: Amount, means: z.enum(RECEIPT_MEANS), reference: optionalLine(60), remarks: note(500), allocations: Allocations.nullable().default(null) }),
    output: z.object({ id: Id, allocatedFen: z.int() }),
  }),
  /** Pays other receivables with a receipt than it did; `seen` is what it paid when the person looked (`changed-meanwhile`). */
  'receivables.allocate': command({
    who: keepers,
    input: z.strictObject({ receiptId: Id, seen: z.array(Allocation).max(10_000), allocations: Allocations }),
    output: z.object({ allocatedFen: z.int() }),
  }),
  'receivables.promise': command({
    who: keepers,
    input: z.strictObject({ partyId: Id, madeOn: Day, dueOn: Day, amountFen: Amount, promisedBy: line(60), how: z.enum(PROMISE_MANNERS), evidence: z.strictObject(Evidence).nullable().default(null), remarks: note(500) }),
    output: z.object({ id: Id }),
  }),
  /** Wrong: it counts no more, and stays to be seen with the reason. A receipt's allocations go with it. Never by the party's own salesperson. */
  'receivables.strike': command({ who: strikers, input: z.strictObject({ what: z.enum(['receivable', 'receipt', 'promise']), id: Id, reason: line(200) }), output: Empty }),
  /** 应收账龄: every customer with an open item or an advance that the person may see, as of a day, with what all that fit come to. */
  'receivables.ageing': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ ...ageingFilter, ...Page }),
    output: pageOf(AgeingRow).extend({
      asOf: Day,
      sums: z.object({ buckets: Buckets, openFen: z.int(), overdueFen: z.int(), advancesFen: z.int(), balanceFen: z.int() }),
      /** What the reader sees but may not read (levels, agreements): not listed and not in the sums. */
      withheld: z.int(),
    }),
  }),
  'receivables.previewImport': outside({
    who: keepers,
    input: z.strictObject(importInput),
    output: z.object({ ...importOutput, ...tableOutput(RECEIVABLE_FIELDS) }),
  }),
  'receivables.import': outside({ who: keepers, isJob: true, isAudited: true, input: z.strictObject(importInput), output: z.object(importOutput) }),
}
