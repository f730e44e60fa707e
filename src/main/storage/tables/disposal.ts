import type { Generated } from 'kysely'
import type { HoldKind } from '../../../shared/rules/disposal/obstacles.ts'
import type { DisposalState, Opinion } from '../../../shared/rules/disposal/steps.ts'

export type HoldTable = {
  id: Generated<number>
  kind: HoldKind
  /** Either a whole party or one dossier. */
  partyId: number | null
  dossierId: number | null
  amountFen: number | null
  untilOn: string | null
  reason: string
  placedBy: number
  placedAt: string
  releasedBy: Generated<number | null>
  releasedAt: Generated<string | null>
  /** The workstation's day of it. */
  releasedOn: Generated<string | null>
  releaseReason: Generated<string | null>
}

export type DisposalTable = {
  id: Generated<number>
  number: string
  state: DisposalState
  remarks: string | null
  openedBy: number
  openedAt: string
  round: Generated<number>
  submittedAt: Generated<string | null>
  approvedAt: Generated<string | null>
  carriedOutBy: Generated<number | null>
  manner: Generated<string | null>
  place: Generated<string | null>
  closedAt: Generated<string | null>
  regulationVersionId: number
  version: Generated<number>
}

export type DisposalAppraiserTable = { disposalId: number; ordinal: number; personId: number }

export type DisposalLineTable = {
  disposalId: number
  dossierId: number
  decision: Generated<Opinion | null>
  keepUntilYear: Generated<number | null>
  stoppedAt: Generated<string | null>
  /** JSON of an `Obstacle`. */
  stoppedBy: Generated<string | null>
  checkedBy: Generated<number | null>
  checkedAt: Generated<string | null>
  destroyedAt: Generated<string | null>
}

export type DisposalOpinionTable = {
  disposalId: number
  dossierId: number
  personId: number
  opinion: Opinion
  keepUntilYear: number | null
  reason: string
  at: string
}

export type DisposalSignatureTable = {
  id: Generated<number>
  disposalId: number
  round: number
  part: 'appraisal' | 'approval' | 'supervision'
  role: string | null
  signerId: number
  decision: 'agreed' | 'refused'
  reason: string | null
  onTheSpot: 0 | 1
  sessionOf: number
  text: string
  textHash: string
  at: string
  on: string
}

export type StubTable = {
  dossierId: number
  number: string
  kind: 'credit' | 'contract'
  partyId: number
  partyName: string
  title: string | null
  sortName: string
  departmentId: number
  year: number
  level: 'public' | 'internal' | 'secret' | 'confidential'
  openedOn: string
  firstDatedOn: string | null
  lastDatedOn: string | null
  documents: number
  pages: number
  scans: number
  retentionYears: number
  retentionFrom: string
  retentionEnds: string
  disposalId: number
  line: number
  destroyedAt: string
  destroyedOn: string
  contentHash: string
}

export type BlobToDeleteTable = { sha256: string; since: string }

export type DisposalTables = {
  hold: HoldTable
  disposal: DisposalTable
  disposalAppraiser: DisposalAppraiserTable
  disposalLine: DisposalLineTable
  disposalOpinion: DisposalOpinionTable
  disposalSignature: DisposalSignatureTable
  stub: StubTable
  blobToDelete: BlobToDeleteTable
}
