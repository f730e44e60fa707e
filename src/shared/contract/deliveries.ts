import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { ABSENCES } from '../rules/facts/fact.ts'
import { ownerInput, refusedOutput, tableInput, tableOutput } from './importing.ts'
import { command, Day, Empty, Id, Instant, line, note, optionalLine, outside, Page, pageOf, query, reading } from './method.ts'

const keepers = ['creditAdministrator'] as const
const strikers = ['creditAdministrator', 'officeDirector'] as const

/** Thousandths of the unit. */
const Quantity = z.int().min(1).max(9_000_000_000_000)
const fields = {
  /** The contract it was ordered under, one of this party's. */
  dossierId: Id.nullable().default(null),
  orderNumber: line(60), goods: optionalLine(100), unit: line(10), dueOn: Day,
  /** Of the whole order until that day, however many lots it comes in. */
  orderedQuantity: Quantity,
  receiptNumber: optionalLine(60), arrivedOn: Day.nullable().default(null), arrivedQuantity: Quantity.nullable().default(null),
  acceptedQuantity: z.int().min(0).max(9_000_000_000_000).nullable().default(null),
  isInvoiceInOrder: z.boolean().nullable().default(null), remarks: note(500),
}

/** Which a list shows: `open` not arrived, `late` of an order that had not come whole by the day due, `rejected` not accepted whole, `invoice` not in order. */
export const DELIVERY_STATES = ['open', 'late', 'rejected', 'invoice', 'struck'] as const

/** What a column of an imported table may fill. */
export const DELIVERY_FIELDS = [
  'party', 'orderNumber', 'goods', 'unit', 'dueOn', 'ordered', 'receiptNumber', 'arrivedOn', 'arrivedQuantity', 'accepted', 'rejected', 'invoice', 'contract', 'remarks', 'skip',
] as const
export const DELIVERY_REFUSALS = [
  'row-unreadable', 'party-missing', 'party-unknown', 'party-ambiguous', 'party-other', 'not-supplier', 'order-missing', 'text-too-long', 'date-impossible', 'due-missing', 'arrival-to-come', 'arrival-missing', 'arrived-missing',
  'quantity-unreadable', 'ordered-missing', 'accepted-above', 'unit-missing', 'invoice-unknown', 'contract-unknown', 'differs',
] as const

const importInput = { ...tableInput(DELIVERY_FIELDS), ...ownerInput }
const counts = {
  read: z.int(), added: z.int(),
  /** On record already, and more is known of them now. */
  completed: z.int(), repeated: z.int(), parties: z.int(),
  ...refusedOutput(DELIVERY_REFUSALS),
}

export const Delivery = z.object({
  id: Id, dossierId: Id.nullable(), contractNumber: z.string().nullable(), orderNumber: z.string(), goods: z.string().nullable(), unit: z.string(), dueOn: Day, orderedQuantity: z.int(),
  receiptNumber: z.string().nullable(), arrivedOn: Day.nullable(), arrivedQuantity: z.int().nullable(), acceptedQuantity: z.int().nullable(), isInvoiceInOrder: z.boolean().nullable(), remarks: z.string().nullable(),
  /** After the day due; of what has not come, to this day. */
  daysLate: z.int(),
  /** The day due is over, and by then less of the order had come than was ordered. */
  isShort: z.boolean(),
  fileName: z.string().nullable(), recordedByName: z.string(), recordedAt: Instant,
  /** The one that it corrects, and the one that corrects it. */
  replacesId: Id.nullable(), replacedById: Id.nullable(),
  struck: z.object({ at: Instant, byName: z.string(), reason: z.string() }).nullable(),
  may: z.object({ complete: z.boolean(), correct: z.boolean(), strike: z.boolean() }),
})

const Rate = z.object({
  name: z.enum(['onTimeDelivery24', 'acceptedQuality24', 'invoicedInOrder24']),
  value: z.number().nullable(), absent: z.enum(ABSENCES).nullable(),
  /** Orders or lots that count, and those that pull it down. */
  counted: z.int(), failed: z.int(),
})

export const deliveries = {
  /** Rates of 24 months and their calendar months as of a day (null: today). `not-found` for a hidden party. */
  'deliveries.overview': reading({
    who: DOSSIER_ROLES,
    input: z.strictObject({ partyId: Id, asOf: Day.nullable().default(null) }),
    output: z.object({
      asOf: Day, window: z.object({ from: Day, until: Day }), deliveries: z.int(), firstOn: Day.nullable(), lastOn: Day.nullable(),
      /** Over due today and not there. */
      overdue: z.int(),
      rates: z.array(Rate),
      months: z.array(z.object({ month: z.string(), onTime: z.int(), late: z.int(), inspected: z.int(), rejected: z.int() })),
      may: z.object({ record: z.boolean() }),
    }),
  }),
  /** Deliveries of a party by the day due, the latest first; without struck ones unless asked for. */
  'deliveries.list': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      partyId: Id, ...Page, state: z.enum(DELIVERY_STATES).nullable().default(null), from: Day.nullable().default(null), until: Day.nullable().default(null),
      /** Part of the order's number, the goods or the receipt. */
      text: z.string().max(60).default(''),
    }),
    output: pageOf(Delivery),
  }),
  /** An order to come, or a lot that came. `bad-input` for who is no supplier, `duplicate` for the very same. */
  'deliveries.record': command({ who: keepers, input: z.strictObject({ partyId: Id, ...fields }), output: z.object({ id: Id }) }),
  /** Adds what was not known yet: that it arrived, what was accepted, whether the invoice was in order. `wrong-state` for what is known. */
  'deliveries.complete': command({
    who: keepers,
    input: z.strictObject({ id: Id, receiptNumber: fields.receiptNumber, arrivedOn: fields.arrivedOn, arrivedQuantity: fields.arrivedQuantity, acceptedQuantity: fields.acceptedQuantity, isInvoiceInOrder: fields.isInvoiceInOrder }),
    output: Empty,
  }),
  /** Strikes a wrong one and records it as it was; both stay to be seen. Never by the party's own salesperson. */
  'deliveries.correct': command({ who: keepers, input: z.strictObject({ id: Id, ...fields, reason: line(200) }), output: z.object({ id: Id }) }),
  'deliveries.previewImport': outside({ who: keepers, input: z.strictObject(importInput), output: z.object({ ...counts, ...tableOutput(DELIVERY_FIELDS) }) }),
  /** A table of orders and what came of them. The same table again adds nothing; a later one adds what has become known since. */
  'deliveries.import': outside({ who: keepers, isJob: true, isAudited: true, input: z.strictObject(importInput), output: z.object(counts) }),
  /** Takes it out of what counts; it stays to be seen with the reason. Never by the party's own salesperson. */
  'deliveries.strike': command({ who: strikers, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),
}
