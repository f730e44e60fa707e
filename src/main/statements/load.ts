import { type Check, checkSet, type StatementSet } from '../../shared/rules/statements/check.ts'
import { figuresOf, type StatementLine } from '../../shared/rules/statements/forms.ts'
import { isAnnual, openingOf, yearBeforeOf } from '../../shared/rules/statements/period.ts'
import type { Trx } from '../storage/database.ts'
import type { StatementTable } from '../storage/tables/statements.ts'

export type StatementHead = Pick<StatementTable, 'partyId' | 'periodEnd' | 'format' | 'unit' | 'opinion' | 'auditor' | 'receivedOn' | 'remarks' | 'documentId' | 'attachmentId' | 'page'> & {
  id: number
  partyName: string
  state: 'draft' | 'confirmed' | 'superseded' | 'withdrawn'
  revision: number
  revisesId: number | null
  confirmedAt: string | null
  version: number
}

export function headOf(trx: Trx, id: number): StatementHead | undefined {
  return trx
    .prepare(
      `SELECT statement.id, partyId, party.name AS partyName, periodEnd, format, unit, opinion, auditor, receivedOn, statement.remarks, documentId, attachmentId, page,
         state, revision, revisesId, confirmedAt, statement.version
       FROM statement JOIN party ON party.id = statement.partyId WHERE statement.id = ?`,
    )
    .get(id) as StatementHead | undefined
}

export function linesOf(trx: Trx, id: number): StatementLine[] {
  return trx
    .prepare('SELECT sheet, line, currentFen AS current, priorFen AS prior FROM statementLine WHERE statementId = ? ORDER BY sheet, line')
    .all(id) as StatementLine[]
}

/** Whoever entered a set or kept it once more; the row itself knows the last alone. */
export const makersOf = (trx: Trx, id: number): number[] => trx.prepare('SELECT personId FROM statementMaker WHERE statementId = ?').pluck().all(id) as number[]

/** What stands of a period: the confirmed set; null where there is none. */
export function standingSet(trx: Trx, partyId: number, periodEnd: string): StatementSet | null {
  const row = trx.prepare("SELECT id, format, unit FROM statement WHERE partyId = ? AND periodEnd = ? AND state = 'confirmed'").get(partyId, periodEnd) as
    Pick<StatementHead, 'id' | 'format' | 'unit'> | undefined
  return row ? { format: row.format, unit: row.unit, figures: figuresOf(linesOf(trx, row.id)) } : null
}

/** Everything that can be checked of lines as they are, or are about to be saved. */
export function checksOf(trx: Trx, head: Pick<StatementHead, 'partyId' | 'periodEnd' | 'format' | 'unit'>, lines: readonly StatementLine[]): Check[] {
  const standing = (periodEnd: string) => standingSet(trx, head.partyId, periodEnd)
  return checkSet({ format: head.format, unit: head.unit, figures: figuresOf(lines) }, standing(openingOf(head.periodEnd)), standing(yearBeforeOf(head.periodEnd)), !isAnnual(head.periodEnd))
}

/** A set as the log calls it: its party is in the details, for who reads labels alone need not know customers. */
export const labelOf = (head: Pick<StatementHead, 'periodEnd'>): string => head.periodEnd
