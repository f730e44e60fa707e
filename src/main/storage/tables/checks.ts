import type { Generated } from 'kysely'

export type CheckReportTable = {
  id: Generated<number>
  number: string
  scope: 'dossier' | 'transfer' | 'archive'
  dossierId: number | null
  transferId: number | null
  /** The dossier's or the transfer's number; '' for the archive. */
  label: string
  at: string
  by: number
  dossiers: number
  documents: number
  files: number
  bytes: number
  findings: number
  /** The audit entry of the run. */
  auditSeq: number
}

export type CheckedDossierTable = { dossierId: number; reportId: number }

export type CheckItemTable = {
  reportId: number
  code: string
  outcome: 'passed' | 'failed' | 'notRun' | 'notCarriedOut'
  checked: number
  /** All there were, also beyond those that are kept. */
  findings: number
}

export type CheckFindingTable = {
  reportId: number
  code: string
  ordinal: number
  rule: string
  dossierId: number | null
  documentId: number | null
  attachmentId: number | null
  /** JSON object: what the sentence of the rule needs. */
  facts: string
}

export type CheckAttestationTable = { reportId: number; code: string; at: string; by: number; remarks: string }

export type ChecksTables = {
  checkReport: CheckReportTable
  checkedDossier: CheckedDossierTable
  checkItem: CheckItemTable
  checkFinding: CheckFindingTable
  checkAttestation: CheckAttestationTable
}
