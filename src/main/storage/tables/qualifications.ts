import type { Generated } from 'kysely'

export type TrainingTable = {
  id: Generated<number>
  title: string
  heldOn: string
  hours: number | null
  trainer: string | null
  content: string | null
  recordedBy: number
  recordedAt: string
}

export type QualificationTable = {
  id: Generated<number>
  personId: number
  kind: 'education' | 'retrievalSkill' | 'training' | 'examination'
  title: string
  degree: 'college' | 'bachelor' | 'master' | null
  issuedBy: string | null
  obtainedOn: string
  /** 0 to 100. */
  score: number | null
  trainingId: number | null
  remarks: string | null
  recordedBy: number
  recordedAt: string
  withdrawnAt: string | null
  withdrawnBy: number | null
  withdrawReason: string | null
}

export type AgreementTable = {
  id: Generated<number>
  number: string
  personId: number
  signedOn: string
  /** The last day; null: until it is ended. */
  validUntil: string | null
  remarks: string | null
  recordedBy: number
  recordedAt: string
  endedAt: string | null
  endedBy: number | null
  endReason: string | null
}

export type ClearanceTable = {
  id: Generated<number>
  personId: number
  level: 'internal' | 'secret' | 'confidential'
  fromOn: string
  untilOn: string | null
  reason: string
  grantedBy: number
  grantedAt: string
  revokedAt: string | null
  revokedBy: number | null
  revokeReason: string | null
}

export type AuthorisationTable = {
  id: Generated<number>
  personId: number
  /** Null: every dossier that the reader may see. */
  dossierId: number | null
  purpose: string
  untilOn: string
  requestedAt: string
  decision: 'agreed' | 'refused' | null
  decidedBy: number | null
  decidedAt: string | null
  reason: string | null
  revokedAt: string | null
  revokedBy: number | null
}

export type QualificationsTables = {
  training: TrainingTable
  qualification: QualificationTable
  agreement: AgreementTable
  clearance: ClearanceTable
  authorisation: AuthorisationTable
}
