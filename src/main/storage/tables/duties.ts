import type { Generated } from 'kysely'
import type { Role } from '../../../shared/roles.ts'

/** A case of a deadline. Written by `main/duties/keep.ts` alone; of a dossier or of a party. */
export type DutyTable = {
  id: Generated<number>
  regulationVersionId: number
  ruleId: string
  clause: string
  dossierId: number | null
  partyId: number | null
  /** Of `contractEvent`. */
  eventId: number | null
  departmentId: number | null
  role: Role
  startsOn: string
  dueOn: string
  doneOn: string | null
}

/** Kept by triggers alone; department 0 for none. */
export type DutyTallyTable = { regulationVersionId: number; ruleId: string; departmentId: number; duties: number; done: number }

export type PeriodicDoneTable = {
  regulation: string
  ruleId: string
  /** `2026`, `2026-H1`, `2026-Q1`, `2026-01`. */
  period: string
  doneOn: string
  doneBy: number
  doneAt: string
  remarks: string | null
}

export type DutyTables = { duty: DutyTable; dutyTally: DutyTallyTable; periodicDone: PeriodicDoneTable }
