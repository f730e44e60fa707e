import * as z from 'zod'
import { CONTRACT_EVENTS, CONTRACT_STATES } from '../rules/contracts/events.ts'
import { Day, Id, Instant } from './method.ts'

export const DIRECTIONS = ['sale', 'purchase'] as const
export const PARTY_ROLES = ['guarantor', 'third'] as const

export const ContractEventLine = z.object({
  id: Id,
  what: z.enum(CONTRACT_EVENTS),
  on: Day,
  /** Of a change: what the whole contract comes to from then on. */
  amountFen: z.int().nullable(),
  remarks: z.string().nullable(),
  recordedByName: z.string(),
  recordedAt: Instant,
  struck: z.object({ at: Instant, byName: z.string(), reason: z.string() }).nullable(),
})

/** What is known of a contract beside its folder: part of what reading its dossier answers. */
export const ContractFacts = z.object({
  subject: z.string(),
  direction: z.enum(DIRECTIONS),
  counterNumber: z.string().nullable(),
  handlerId: Id,
  handlerName: z.string(),
  /** As concluded, and as the last change left it; null where no amount is fixed. */
  firstAmountFen: z.int().nullable(),
  amountFen: z.int().nullable(),
  amountRemarks: z.string().nullable(),
  performFrom: Day.nullable(),
  performUntil: Day.nullable(),
  paymentTerms: z.string().nullable(),
  guaranteeUntil: Day.nullable(),
  /** `partyId` only where the archive keeps the party and the reader may see it. */
  parties: z.array(z.object({ role: z.enum(PARTY_ROLES), partyId: Id.nullable(), name: z.string() })),
  state: z.enum(CONTRACT_STATES),
  signedOn: Day.nullable(),
  changedOn: Day.nullable(),
  performedOn: Day.nullable(),
  terminatedOn: Day.nullable(),
  changes: z.int(),
  /** Oldest first, struck ones among them. */
  events: z.array(ContractEventLine),
  mayRecord: z.boolean(),
  version: z.int(),
})
