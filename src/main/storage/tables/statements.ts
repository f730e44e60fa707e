import type { Generated } from 'kysely'
import type { Sheet, StatementFormat } from '../../../shared/rules/statements/form.ts'
import type { Unit } from '../../../shared/rules/statements/units.ts'

export type StatementTable = {
  id: Generated<number>
  partyId: number
  /** The last day of the business year. */
  periodEnd: string
  format: StatementFormat
  /** As on paper; every amount is kept in fen. */
  unit: Unit
  opinion: 'clean' | 'qualified' | 'adverse' | 'disclaimer' | 'none'
  auditor: string | null
  receivedOn: string
  remarks: string | null
  /** The paper it was read from. */
  documentId: number | null
  attachmentId: number | null
  page: number | null
  state: Generated<'draft' | 'confirmed' | 'superseded' | 'withdrawn'>
  revision: Generated<number>
  revisesId: Generated<number | null>
  reviseReason: Generated<string | null>
  /** What does not add up and has to, counted when it was last saved. */
  faults: Generated<number>
  enteredBy: number
  enteredAt: string
  confirmedBy: Generated<number | null>
  confirmedAt: Generated<string | null>
  withdrawnBy: Generated<number | null>
  withdrawnAt: Generated<string | null>
  withdrawnOn: Generated<string | null>
  withdrawnReason: Generated<string | null>
  version: Generated<number>
}

export type StatementLineTable = { statementId: number; sheet: Sheet; line: number; currentFen: number | null; priorFen: number | null }

/** Why a fault was let stand when the set was confirmed. `byFen`: what it differed by. */
export type StatementReasonTable = { statementId: number; fault: string; byFen: number | null; reason: string }

export type StatementsTables = { statement: StatementTable; statementLine: StatementLineTable; statementReason: StatementReasonTable }
