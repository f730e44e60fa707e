import type { Generated } from 'kysely'
import type { INCIDENT_KINDS } from '../../../shared/contract/incidents.ts'

export type IncidentTable = {
  id: Generated<number>
  number: string
  kind: (typeof INCIDENT_KINDS)[number]
  state: 'open' | 'closed'
  dossierId: number
  documentId: number | null
  happenedFrom: string
  happenedTo: string
  foundOn: string
  foundBy: number
  what: string
  findings: string | null
  consequences: string | null
  measures: string | null
  findingId: number | null
  slipId: number | null
  /** The audit entry of the reading that a leaked page was traced to. */
  readingSeq: number | null
  openedBy: number
  openedAt: string
  closedBy: number | null
  closedAt: string | null
  closing: string | null
  regulationVersionId: number
  version: Generated<number>
}

/** As the ledger had it when the incident was opened; derived again while it is open and a paper tells of other hands. */
export type IncidentAnswerableTable = {
  incidentId: number
  ordinal: number
  personId: number
  stage: string
  how: string
  fromAt: string
  untilAt: string | null
  slipId: number | null
}

export type IncidentsTables = { incident: IncidentTable; incidentAnswerable: IncidentAnswerableTable }
