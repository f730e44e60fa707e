import type { Generated } from 'kysely'
import type { PromiseManner, ReceiptMeans } from '../../../shared/rules/receivables/words.ts'

type Struck = { struckBy: Generated<number | null>; struckAt: Generated<string | null>; strikeReason: Generated<string | null> }
type Recorded = { recordedBy: number; recordedAt: string }

export type ReceivableTable = Recorded & Struck & {
  id: Generated<number>
  partyId: number
  contractId: number | null
  number: string
  issuedOn: string
  dueOn: string
  amountFen: number
  remarks: string | null
  fileName: string | null
  /** Kept by triggers, as `settledOn` is: null until all of it is paid. */
  allocatedFen: Generated<number>
  settledOn: Generated<string | null>
}
export type ReceiptTable = Recorded & Struck & {
  id: Generated<number>
  partyId: number
  receivedOn: string
  amountFen: number
  means: ReceiptMeans
  reference: string
  remarks: string | null
  fileName: string | null
  /** Kept by triggers, as `spentOn` is: null while any of it is an advance. */
  allocatedFen: Generated<number>
  spentOn: Generated<string | null>
}
export type AllocationTable = {
  id: Generated<number>
  receiptId: number
  receivableId: number
  amountFen: number
  countsOn: string
  allocatedBy: number
  allocatedAt: string
  endedBy: Generated<number | null>
  endedAt: Generated<string | null>
}
export type PromiseTable = Recorded & Struck & {
  id: Generated<number>
  partyId: number
  madeOn: string
  dueOn: string
  amountFen: number
  promisedBy: string
  how: PromiseManner
  attachmentId: number | null
  page: number | null
  remarks: string | null
}

export type ReceivablesTables = { receivable: ReceivableTable; receipt: ReceiptTable; allocation: AllocationTable; promise: PromiseTable }
