import type { Generated } from 'kysely'
import type { GuaranteeKind } from '../../../shared/rules/limits/guarantees.ts'
import type { Hold, LimitState, LimitStepName } from '../../../shared/rules/limits/steps.ts'

export type LimitCaseTable = {
  id: Generated<number>
  number: string
  partyId: number
  ratingId: number | null
  schemeVersionId: number
  proposal: string
  listed: Generated<string>
  proposedFen: number
  proposedDays: number
  amountFen: number
  termDays: number
  fromOn: Generated<string | null>
  untilOn: string
  reason: string | null
  remarks: string | null
  state: Generated<LimitState>
  round: Generated<number>
  madeBy: number
  madeAt: string
  submittedAt: Generated<string | null>
  reviewedBy: Generated<number | null>
  reviewedAt: Generated<string | null>
  decidedBy: Generated<number | null>
  decidedAt: Generated<string | null>
  closedAt: Generated<string | null>
  isCurrent: Generated<0 | 1>
  hold: Generated<Hold>
  holdReason: Generated<string | null>
  holdBy: Generated<number | null>
  version: Generated<number>
}

export type LimitGuaranteeTable = {
  id: Generated<number>
  limitId: number
  kind: GuaranteeKind
  amountFen: number
  untilOn: string | null
  giver: string | null
  attachmentId: number | null
  documentId: number | null
  page: number | null
  sha256: string | null
  title: string | null
}

export type LimitStepTable = {
  id: Generated<number>
  limitId: number
  round: number
  what: LimitStepName
  by: number
  at: string
  on: string
  reason: string | null
  onTheSpot: 0 | 1
  sessionOf: number
  text: string | null
  textHash: string | null
}

export type LimitCapsuleTable = { limitId: number; body: string; hash: string; auditSeq: number }

export type LimitsTables = { limitCase: LimitCaseTable; limitGuarantee: LimitGuaranteeTable; limitStep: LimitStepTable; limitCapsule: LimitCapsuleTable }
