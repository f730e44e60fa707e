import type { Generated } from 'kysely'
import type { RatingKind } from '../../../shared/rules/schemes/schema.ts'
import type { Grade } from '../../../shared/rules/schemes/grades.ts'
import type { RatingState, RatingStepName } from '../../../shared/rules/ratings/steps.ts'

export type RatingTable = {
  id: Generated<number>
  number: string
  partyId: number
  kind: RatingKind
  asOf: string
  schemeVersionId: number
  regulationVersionId: number
  state: Generated<RatingState>
  round: Generated<number>
  industry: string | null
  remarks: string | null
  score: number | null
  coverage: number
  computedGrade: Grade | null
  grade: Grade | null
  overrideGrade: Generated<Grade | null>
  overrideUntil: Generated<string | null>
  overrideReason: Generated<string | null>
  overrideAgreedBy: Generated<number | null>
  madeBy: number
  madeAt: string
  submittedAt: Generated<string | null>
  reviewedBy: Generated<number | null>
  reviewedAt: Generated<string | null>
  approvedBy: Generated<number | null>
  approvedAt: Generated<string | null>
  approvedOn: Generated<string | null>
  reviewOn: Generated<string | null>
  closedAt: Generated<string | null>
  isCurrent: Generated<0 | 1>
  version: Generated<number>
}

export type RatingInputTable = { ratingId: number; facts: string; gatheredAt: string }
export type RatingMarkTable = { ratingId: number; indicator: string; option: string; remarks: string | null; by: number; at: string }

export type RatingEvidenceTable = {
  id: Generated<number>
  ratingId: number
  indicator: string
  attachmentId: number | null
  documentId: number
  page: number
  sha256: string
  title: string
}

export type RatingStepTable = {
  id: Generated<number>
  ratingId: number
  round: number
  what: RatingStepName
  by: number
  at: string
  on: string
  reason: string | null
  onTheSpot: 0 | 1
  sessionOf: number
  text: string | null
  textHash: string | null
}

export type RatingCapsuleTable = { ratingId: number; body: string; hash: string; auditSeq: number }

export type RatingsTables = {
  rating: RatingTable
  ratingInput: RatingInputTable
  ratingMark: RatingMarkTable
  ratingEvidence: RatingEvidenceTable
  ratingStep: RatingStepTable
  ratingCapsule: RatingCapsuleTable
}
