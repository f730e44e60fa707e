import type { Generated } from 'kysely'
import type { Stage } from '../../../shared/rules/regulations/duties-of-office.ts'

/** Who answers for a folder from `fromAt` on, until the next row of the same folder. Rows are only added. */
export type CustodyTable = {
  id: Generated<number>
  dossierId: number
  fromAt: string
  stage: Stage | 'reader' | 'destroyed'
  holderId: number
  how: 'opened' | 'sent' | 'received' | 'takenIn' | 'undone' | 'lent' | 'returned' | 'keeperChanged' | 'destroyed'
  caseKind: 'transfer' | 'slip' | 'keeperChange' | 'disposal' | null
  caseId: number | null
}

export type TransferTable = {
  id: Generated<number>
  number: string
  fromStage: Exclude<Stage, 'archiveRoom'>
  toStage: Exclude<Stage, 'department'>
  /** Whose folders they are, when they leave a department. */
  departmentId: number | null
  state: 'draft' | 'submitted' | 'closed' | 'withdrawn'
  remarks: string | null
  filledBy: number
  filledAt: string
  senderId: number | null
  submittedAt: string | null
  closedAt: string | null
  /** JSON array of roles. */
  receivers: Generated<string>
  version: Generated<number>
}

export type TransferLineTable = {
  transferId: number
  dossierId: number
  documents: Generated<number>
  pages: Generated<number>
  state: 'listed' | 'moving' | 'accepted' | 'refused' | 'withdrawn'
  pagesIn: number | null
  condition: 'good' | 'damaged' | 'incomplete' | null
  reason: 'pages-differ' | 'not-delivered' | 'wrong-folder' | 'damaged' | 'incomplete' | 'check-failed' | 'other' | null
  remarks: string | null
  decidedBy: number | null
  decidedAt: string | null
}

export type TransferSignatureTable = {
  id: Generated<number>
  transferId: number
  side: 'sender' | 'receiver'
  signerId: number
  onTheSpot: 0 | 1
  sessionOf: number
  text: string
  textHash: string
  at: string
}

export type TransferEventTable = {
  id: Generated<number>
  transferId: number
  what: 'filled' | 'changed' | 'submitted' | 'withdrawn' | 'closed' | 'printed'
  by: number
  at: string
  remarks: string | null
}

export type KeeperChangeTable = {
  id: Generated<number>
  number: string
  fromId: number
  toId: number
  sessionOf: number
  folders: number
  remarks: string | null
  text: string
  textHash: string
  at: string
}

export type CustodyTables = {
  custody: CustodyTable
  transfer: TransferTable
  transferLine: TransferLineTable
  transferSignature: TransferSignatureTable
  transferEvent: TransferEventTable
  keeperChange: KeeperChangeTable
}
