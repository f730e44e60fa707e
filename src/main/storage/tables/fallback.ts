import type { Generated } from 'kysely'
import type { ConflictRule } from '../../../shared/rules/fallback/conflicts.ts'

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
  remarks: string | null
  enteredBy: number
  enteredAt: string
  slipId: number | null
  postedBy: number | null
  postedAt: string | null
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

export type FallbackTables = { blank: BlankTable; paperEntry: PaperEntryTable; paperFolder: PaperFolderTable; fallbackConflict: FallbackConflictTable }
