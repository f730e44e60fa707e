import type { LEDGERS } from '../../shared/contract/imports.ts'
import type { Trx } from '../storage/database.ts'

export type Ledger = (typeof LEDGERS)[number]

/** What each ledger's rows are in. */
export const TABLE_OF: Readonly<Record<Ledger, 'receivable' | 'receipt' | 'delivery' | 'defaultRecord'>> = { receivables: 'receivable', receipts: 'receipt', deliveries: 'delivery', defaults: 'defaultRecord' }

/** Which ledger an entry of the log took a table into. */
export const LEDGER = `CASE entry.method WHEN 'receivables.import' THEN entry.detail ->> 'what' ELSE substr(entry.method, 1, instr(entry.method, '.') - 1) END`
export const TAKEN_IN = `entry.method IN ('receivables.import', 'deliveries.import', 'defaults.import') AND entry.outcome = 'done'`

/** The rows that an import brought: those of its moment, of whoever ran it, out of a file. `of`: how the import is called in the statement. */
export const broughtBy = (of: ':' | 'entry.'): string => `recordedAt = ${of}at AND recordedBy = ${of}actorId AND fileName IS NOT NULL`

export type TakenIn = { seq: number; at: string; actorId: number; ledger: Ledger; subjectKind: string; subjectId: number | null; subjectLabel: string | null }

/** An import by the number of its entry; null where that is another thing. */
export const takenIn = (trx: Trx, seq: number): TakenIn | null =>
  (trx.prepare(`SELECT seq, at, actorId, ${LEDGER} AS ledger, subjectKind, subjectId, subjectLabel FROM audit AS entry WHERE seq = ? AND ${TAKEN_IN}`).get(seq) as TakenIn | undefined) ?? null
