import type { Generated } from 'kysely'
import type { ConflictRule } from '../../../shared/rules/fallback/conflicts.ts'
import type { TransferLineTable, TransferTable } from './custody.ts'
import type { IncidentTable } from './incidents.ts'

export type BlankTable = {
  id: Generated<number>
  number: string
  form: 'slip' | 'transfer' | 'incident'
  issuedAt: string
  issuedBy: number
  state: 'out' | 'used' | 'voided'
  closedAt: string | null
  closedBy: number | null
  /** Why it was voided; or the number of what came of it. */
  remarks: string | null
}

export type PaperEntryTable = {
  id: Generated<number>
  blankId: number
  state: 'waiting' | 'posted' | 'setAside'
  /** Handed out, handed over, found. */
  happenedAt: string
  remarks: string | null
  enteredBy: number
  enteredAt: string
  slipId: number | null
  transferId: number | null
  incidentId: number | null
  postedBy: number | null
  postedAt: string | null
}

export type PaperSlipTable = {
  entryId: number
  applicantId: number
  partyName: string
  purpose: string
  manner: 'read' | 'borrow' | 'copy'
  copyPages: number | null
  untilOn: string
  signerId: number
  signedAt: string
  handedBy: number
  handedAt: string
  takenBackBy: number | null
}

export type PaperFolderTable = {
  entryId: number
  dossierId: number
  pagesOut: number
  conditionOut: 'good' | 'damaged' | 'incomplete'
  returnedAt: string | null
  pagesIn: number | null
  conditionIn: 'good' | 'damaged' | 'incomplete' | null
}

export type PaperListTable = Pick<TransferTable, 'fromStage' | 'toStage' | 'departmentId'> & {
  entryId: number
  senderId: number
  sentAt: string
  receiverId: number
  receivedAt: string
}

export type PaperLineTable = Pick<TransferLineTable, 'dossierId' | 'pagesIn' | 'condition' | 'reason' | 'remarks'> & {
  entryId: number
  pages: number
  decision: 'accepted' | 'refused'
}

export type PaperNoteTable = Pick<IncidentTable, 'kind' | 'dossierId' | 'happenedFrom' | 'happenedTo' | 'foundBy' | 'what' | 'measures'> & {
  entryId: number
  foundAt: string
  /** Who had it then, as the paper says. */
  holderId: number | null
  witness: string | null
}

export type FallbackConflictTable = {
  id: Generated<number>
  rule: ConflictRule
  entryId: number
  otherId: number | null
  dossierId: number | null
  facts: string
  state: 'open' | 'proposed' | 'settled' | 'gone'
  foundAt: string
  setAsideId: number | null
  reason: string | null
  proposedBy: number | null
  proposedAt: string | null
  confirmedBy: number | null
  confirmedAt: string | null
}

export type FallbackTables = {
  blank: BlankTable; paperEntry: PaperEntryTable; paperSlip: PaperSlipTable; paperFolder: PaperFolderTable; paperList: PaperListTable; paperLine: PaperLineTable
  paperNote: PaperNoteTable; fallbackConflict: FallbackConflictTable
}
