import type { Generated } from 'kysely'
import type { DefaultKind } from '../../../shared/rules/defaults/kinds.ts'

export type PartyOuterCodeTable = { code: string; partyId: number }

export type InvoiceBatchTable = {
  id: Generated<number>
  /** `[{ name, sha256 }]` as JSON. */
  files: string
  importedBy: number
  importedAt: string
  firstId: number | null
  lastId: number | null
  read: number
  added: number
  repeated: number
  voided: number
  refused: number
  struckBy: Generated<number | null>
  struckAt: Generated<string | null>
  strikeReason: Generated<string | null>
}
export type InvoiceBatchPartyTable = { partyId: number; batchId: number; added: number }
export type InvoiceCounterpartyTable = { id: Generated<number>; key: string; name: string }
export type InvoiceTable = {
  id: Generated<number>
  batchId: number
  partyId: number
  direction: 'sale' | 'purchase'
  issuedOn: string
  number: string
  code: string
  counterpartyId: number
  amountFen: number
  taxFen: number
  totalFen: number
  isVoid: 0 | 1
  voidedBatchId: number | null
  isStruck: Generated<0 | 1>
}
export type InvoiceDayTable = { partyId: number; issuedOn: string; direction: 'sale' | 'purchase'; valid: number; red: number; void: number; netFen: number }

export type DefaultRecordTable = {
  id: Generated<number>
  partyId: number
  kind: DefaultKind
  on: string
  amountFen: number | null
  description: string | null
  attachmentId: number | null
  page: number | null
  fileName: string | null
  recordedBy: number
  recordedAt: string
  settledOn: Generated<string | null>
  settledBy: Generated<number | null>
  settledAt: Generated<string | null>
  settleNote: Generated<string | null>
  struckBy: Generated<number | null>
  struckAt: Generated<string | null>
  strikeReason: Generated<string | null>
}

export type InvoicesTables = {
  partyOuterCode: PartyOuterCodeTable
  invoiceBatch: InvoiceBatchTable
  invoiceBatchParty: InvoiceBatchPartyTable
  invoiceCounterparty: InvoiceCounterpartyTable
  invoice: InvoiceTable
  invoiceDay: InvoiceDayTable
  defaultRecord: DefaultRecordTable
}
