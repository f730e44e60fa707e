import type { Generated } from 'kysely'
import type { ContractEventKind, ContractState } from '../../../shared/rules/contracts/events.ts'

export type ContractTable = {
  dossierId: number
  subject: string
  direction: 'sale' | 'purchase'
  /** The number the other side gave it. */
  counterNumber: string | null
  handlerId: number
  /** As concluded, and as the last change left it. */
  firstAmountFen: number | null
  amountFen: number | null
  amountRemarks: string | null
  performFrom: string | null
  performUntil: string | null
  paymentTerms: string | null
  guaranteeUntil: string | null
  /** State and days of the last event of each kind, kept from the events that stand. */
  state: Generated<ContractState>
  signedOn: Generated<string | null>
  changedOn: Generated<string | null>
  performedOn: Generated<string | null>
  terminatedOn: Generated<string | null>
  changes: Generated<number>
  /** The dossier's, kept by triggers. */
  number: string
  departmentId: number
  year: number
  sortName: string
  voidedAt: Generated<string | null>
  version: Generated<number>
}

export type ContractPartyTable = {
  dossierId: number
  ordinal: number
  role: 'guarantor' | 'third'
  partyId: number | null
  name: string
}

export type ContractEventTable = {
  id: Generated<number>
  dossierId: number
  what: ContractEventKind
  on: string
  amountFen: number | null
  remarks: string | null
  recordedBy: number
  recordedAt: string
  struckBy: Generated<number | null>
  struckAt: Generated<string | null>
  strikeReason: Generated<string | null>
}

/** Kept by triggers alone. */
export type ContractTallyTable = {
  departmentId: number
  year: number
  direction: 'sale' | 'purchase'
  state: ContractState
  contracts: number
  /** Those that have an amount. */
  priced: number
  amountFen: number
}

export type ContractSearchTable = { rowid: number; words: string }
export type ContractTermTable = { term: string; doc: number; col: string; offset: number }

export type ContractsTables = {
  contract: ContractTable
  contractParty: ContractPartyTable
  contractEvent: ContractEventTable
  contractTally: ContractTallyTable
  contractSearch: ContractSearchTable
  contractTerm: ContractTermTable
}
