import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { FACT_UNITS } from '../rules/facts/catalogue.ts'
import { ABSENCES } from '../rules/facts/fact.ts'
import { columnMap, columnsOutput, missingOutput, ownerInput } from './importing.ts'
import { Day, Id, Instant, JobId, line, outside, Page, pageOf, query, reading } from './method.ts'
import { UploadToken } from './parties.ts'

export const INVOICE_DIRECTIONS = ['sale', 'purchase'] as const
/** What a column of an imported table may fill. */
export const INVOICE_FIELDS = [
  'party', 'direction', 'code', 'number', 'issuedOn', 'buyer', 'buyerCode', 'seller', 'sellerCode', 'counterparty', 'amount', 'tax', 'total', 'state', 'skip',
] as const
export const INVOICE_REFUSALS = [
  'row-unreadable', 'number-missing', 'number-unreadable', 'date-impossible', 'date-to-come', 'state-unknown', 'direction-unknown', 'amount-missing', 'amount-unreadable',
  'name-too-long', 'party-missing', 'party-unknown', 'party-ambiguous', 'party-other',
] as const
/** Which invoices a list shows: `red` valid ones of negative amount, `uneven` those whose total is not amount plus tax. */
export const INVOICE_STATES = ['valid', 'void', 'red', 'uneven'] as const

const keepers = ['creditAdministrator'] as const

const importInput = {
  jobId: JobId.optional(),
  /** One table or several; which way each goes is what its columns say, else what stands here. */
  files: z.array(z.strictObject({ upload: UploadToken, direction: z.enum(INVOICE_DIRECTIONS).nullable().default(null) })).min(1).max(20),
  ...ownerInput,
  columns: columnMap(INVOICE_FIELDS),
  /** The files hold every party's invoices: of one they do not name there were none up to their latest. */
  isWhole: z.boolean().default(false),
}

export const RefusedInvoice = z.object({
  /** Place of the file in the order given, and of the row in it as a spreadsheet numbers it. */
  file: z.int(), row: z.int(),
  code: z.enum(INVOICE_REFUSALS),
  /** Plain words (Chinese), for the terminal and the downloadable list. */
  reason: z.string(),
  cells: z.array(z.string()),
})

const counts = {
  read: z.int(), added: z.int(),
  /** There already, or earlier in the same files. */
  repeated: z.int(),
  /** There as valid ones, and void by these files. */
  voided: z.int(),
  refused: z.array(RefusedInvoice), refusedTotal: z.int(),
  /** Of those added: how many state another total than amount and tax come to. */
  uneven: z.int(), parties: z.int(), from: Day.nullable(), until: Day.nullable(),
}

const Concentration = z.object({
  counterpartyId: Id, name: z.string(), invoices: z.int(), netFen: z.int(),
  /** Of all that was sold or bought in the window, basis points. */
  share: z.int(),
})
const Figure = z.object({ name: z.string(), value: z.number().nullable(), absent: z.enum(ABSENCES).nullable(), unit: z.enum(FACT_UNITS), sources: z.array(z.object({ line: z.string().nullable(), id: Id.nullable(), rows: z.int().nullable(), from: Day.nullable(), until: Day.nullable() })) })

/** Up to which day the files go that cover a party; `isBehind`: so long before the day asked about that they say nothing of it. */
const Window = z.object({ from: Day, until: Day })
const End = z.object({ endsOn: Day, isBehind: z.boolean() })
export const Flow = z.object({ sale: End, purchase: End })

export const InvoiceRow = z.object({
  id: Id, direction: z.enum(INVOICE_DIRECTIONS), issuedOn: Day, number: z.string(), code: z.string(), counterpartyId: Id, counterpartyName: z.string(),
  amountFen: z.int(), taxFen: z.int(), totalFen: z.int(), isVoid: z.boolean(),
})

export const InvoiceBatch = z.object({
  id: Id, files: z.array(z.object({ name: z.string(), sha256: z.string() })), importedByName: z.string(), importedAt: Instant,
  added: z.int(), repeated: z.int(), voided: z.int(), refused: z.int(),
  /** Of this party alone. */
  ofParty: z.int(), parties: z.int(),
  struck: z.object({ at: Instant, byName: z.string(), reason: z.string() }).nullable(),
})

export const invoices = {
  /** Figures, 36 calendar months and the ten largest on either side, as of a day (null: of the last invoice, else today). */
  'invoices.overview': reading({
    who: DOSSIER_ROLES,
    input: z.strictObject({ partyId: Id, asOf: Day.nullable().default(null) }),
    output: z.object({
      asOf: Day, firstOn: Day.nullable(), lastOn: Day.nullable(), invoices: z.int(),
      windows: z.object({ sale: Window, purchase: Window }),
      /** Null: no file names the party. */
      flow: Flow.nullable(),
      months: z.array(z.object({ month: z.string(), saleFen: z.int(), purchaseFen: z.int() })),
      figures: z.array(Figure),
      customers: z.array(Concentration), suppliers: z.array(Concentration),
      batches: z.array(InvoiceBatch),
      may: z.object({ import: z.boolean(), strike: z.boolean() }),
    }),
  }),
  'invoices.list': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      partyId: Id, ...Page, direction: z.enum(INVOICE_DIRECTIONS).nullable().default(null), state: z.enum(INVOICE_STATES).nullable().default(null),
      from: Day.nullable().default(null), until: Day.nullable().default(null), counterpartyId: Id.nullable().default(null),
      /** Beginning of the number. */
      number: z.string().max(30).regex(/^[0-9A-Za-z-]*$/).default(''),
    }),
    output: pageOf(InvoiceRow),
  }),
  'invoices.previewImport': outside({
    who: keepers,
    input: z.strictObject(importInput),
    output: z.object({
      ...counts,
      files: z.array(z.object({
        name: z.string(), encoding: z.string(), rows: z.int(), direction: z.enum(INVOICE_DIRECTIONS).nullable(), ...missingOutput(INVOICE_FIELDS),
        columns: columnsOutput(INVOICE_FIELDS),
      })),
    }),
  }),
  'invoices.import': outside({
    who: keepers, isJob: true, isAudited: true,
    input: z.strictObject(importInput),
    output: z.object({ batchId: Id, ...counts }),
  }),
  /** Takes a whole import out of what counts; its invoices stay, marked, and its file may be imported again. */
  'invoices.strikeBatch': outside({
    who: ['creditAdministrator', 'officeDirector'], isJob: true, isAudited: true,
    input: z.strictObject({ jobId: JobId.optional(), batchId: Id, reason: line(200) }),
    output: z.object({ struck: z.int() }),
  }),
}
