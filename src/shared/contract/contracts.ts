import * as z from 'zod'
import { DOSSIER_ROLES } from '../roles.ts'
import { CONTRACT_EVENTS, CONTRACT_STATES } from '../rules/contracts/events.ts'
import { DIRECTIONS, PARTY_ROLES } from './contract-facts.ts'
import { Completeness, LEVELS } from './dossiers.ts'
import { MOST_FEN } from '../money.ts'
import { command, Day, Id, line, note, optionalLine, Page, query } from './method.ts'

/** A hundred thousand million yuan: sums of a hundred thousand contracts stay whole numbers. */
const AmountFen = z.int().min(0).max(MOST_FEN)

const contractFields = {
  /** What is sold or bought (标的). */
  subject: line(200),
  direction: z.enum(DIRECTIONS),
  counterNumber: optionalLine(60),
  handlerId: Id,
  /** As concluded; null where the contract fixes none (a framework). */
  firstAmountFen: AmountFen.nullable().default(null),
  amountRemarks: optionalLine(200),
  performFrom: Day.nullable().default(null),
  performUntil: Day.nullable().default(null),
  paymentTerms: note(500),
  guaranteeUntil: Day.nullable().default(null),
  parties: z.array(z.strictObject({ role: z.enum(PARTY_ROLES), partyId: Id.nullable().default(null), name: line(200) })).max(20).default([]),
}

export const ContractRow = z.object({
  /** The dossier's: a contract is opened as one folder. */
  id: Id,
  number: z.string(),
  counterNumber: z.string().nullable(),
  subject: z.string(),
  direction: z.enum(DIRECTIONS),
  partyId: Id,
  partyName: z.string(),
  shortName: z.string().nullable(),
  departmentName: z.string(),
  handlerName: z.string(),
  amountFen: z.int().nullable(),
  firstAmountFen: z.int().nullable(),
  amountRemarks: z.string().nullable(),
  state: z.enum(CONTRACT_STATES),
  signedOn: Day.nullable(),
  changedOn: Day.nullable(),
  performedOn: Day.nullable(),
  terminatedOn: Day.nullable(),
  changes: z.int(),
  performFrom: Day.nullable(),
  performUntil: Day.nullable(),
  guaranteeUntil: Day.nullable(),
  completeness: Completeness,
})

/** Of contracts together; `priced` of them have an amount, which `amountFen` adds up. */
export const ContractSum = z.object({ contracts: z.int(), priced: z.int(), amountFen: z.int() })

export const contractFilter = {
  /** Subject, its pinyin or initials, numbers of either side, parties: every word somewhere. */
  text: z.string().max(100).default(''),
  departmentId: Id.nullable().default(null),
  year: z.int().nullable().default(null),
  direction: z.enum(DIRECTIONS).nullable().default(null),
  state: z.enum(CONTRACT_STATES).nullable().default(null),
  handlerId: Id.nullable().default(null),
  /** As the other side, or as a guarantor or third party. */
  partyId: Id.nullable().default(null),
  amountFrom: AmountFen.nullable().default(null),
  amountTo: AmountFen.nullable().default(null),
  signedFrom: Day.nullable().default(null),
  signedTo: Day.nullable().default(null),
}

const Movement = z.object({ contracts: z.int(), amountFen: z.int() })
const recorders = ['salesperson', 'departmentClerk', 'creditAdministrator'] as const

export const contracts = {
  /** The ledger (台账): a window into the contracts that fit, in order, with what all that fit come to. */
  'contracts.ledger': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({
      ...contractFilter, ...Page,
      sort: z.enum(['number', 'party', 'signed', 'amount', 'until']).default('number'),
      descending: z.boolean().default(false),
    }),
    output: z.object({
      total: z.int(), rows: z.array(ContractRow), sums: z.object({ sale: ContractSum, purchase: ContractSum }),
    }),
  }),
  /**
   * What was signed, changed, performed and terminated in a period, by department (S22 6.1): signed at what was concluded,
   * changed at the difference, performed and terminated at what the contract then came to.
   */
  'contracts.statistics': query({
    who: DOSSIER_ROLES,
    input: z.strictObject({ from: Day, to: Day, departmentId: Id.nullable().default(null) }),
    output: z.array(z.object({
      departmentId: Id, departmentName: z.string(), direction: z.enum(DIRECTIONS),
      signed: Movement, changed: Movement, performed: Movement, terminated: Movement,
    })),
  }),
  /** Opens the folder of one contract, which gives it its number, and enters its signing where there is one already. */
  'contracts.open': command({
    who: recorders,
    input: z.strictObject({
      partyId: Id, departmentId: Id, openedOn: Day.optional(), level: z.enum(LEVELS).optional(), remarks: note(500),
      signedOn: Day.nullable().default(null), ...contractFields,
    }),
    output: z.object({ id: Id, number: z.string() }),
  }),
  'contracts.change': command({
    who: recorders,
    input: z.strictObject({ id: Id, version: z.int(), ...contractFields }),
    output: z.object({ version: z.int() }),
  }),
  /** `amountFen` only of a change: what the whole contract comes to from then on. */
  'contracts.recordEvent': command({
    who: recorders,
    input: z.strictObject({
      id: Id, version: z.int(), what: z.enum(CONTRACT_EVENTS), on: Day, amountFen: AmountFen.nullable().default(null), remarks: note(500),
    }),
    output: z.object({ eventId: Id, version: z.int() }),
  }),
  /** A wrong line is struck with a reason and stays; the contract is what the others leave it. */
  'contracts.strikeEvent': command({
    who: recorders,
    input: z.strictObject({ id: Id, version: z.int(), eventId: Id, reason: line(200) }),
    output: z.object({ version: z.int() }),
  }),
}
