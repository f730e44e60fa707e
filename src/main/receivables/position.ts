import { AppError } from '../../shared/errors.ts'
import { type Ledger, type OpenItem, type Position, positionFrom } from '../../shared/rules/receivables/position.ts'
import type { Trx } from '../storage/database.ts'

/** The day asked about, else today. What is to come is no fact: a day after today is refused (`bad-input`). */
export function dayAsked({ today }: { today: string }, asOf: string | null): string {
  if (asOf !== null && asOf > today) throw new AppError('bad-input', { path: 'asOf' })
  return asOf ?? today
}

/** What of a row is paid, or spent, as of `:day`, along the allocations that stand. */
export const PAID = (side: 'receivable' | 'receipt') =>
  `coalesce((SELECT sum(allocation.amountFen) FROM allocation WHERE allocation.${side}Id = ${side}.id AND allocation.endedAt IS NULL AND allocation.countsOn <= :day), 0)`

/** Open items of a party as of a day, the earliest due first: only what was open then is read. */
export function openItemsOf(trx: Trx, partyId: number, day: string): OpenItem[] {
  return trx.prepare(
    `SELECT id, dueOn, amountFen - ${PAID('receivable')} AS openFen FROM receivable INDEXED BY receivable_open
     WHERE partyId = :partyId AND (settledOn IS NULL OR settledOn > :day) AND issuedOn <= :day AND struckAt IS NULL ORDER BY dueOn, id`,
  ).all({ partyId, day }) as OpenItem[]
}

/** What was received by the day beyond what it pays. */
export function advancesOf(trx: Trx, partyId: number, day: string): number {
  const { fen } = trx.prepare(
    `SELECT coalesce(sum(amountFen - ${PAID('receipt')}), 0) AS fen FROM receipt INDEXED BY receipt_open
     WHERE partyId = :partyId AND (spentOn IS NULL OR spentOn > :day) AND receivedOn <= :day AND struckAt IS NULL`,
  ).get({ partyId, day }) as { fen: number }
  return fen
}

/** What a party owes as of a day (`rules/receivables/position.ts`). All zero, `oldestDueOn` null, where it never owed anything. */
export const positionOf = (trx: Trx, partyId: number, day: string): Position => positionFrom(openItemsOf(trx, partyId, day), advancesOf(trx, partyId, day), day)

/** All rows of a party that stand, whatever their day. */
export function ledgerOf(trx: Trx, partyId: number): Ledger {
  return {
    receivables: trx.prepare('SELECT id, issuedOn, dueOn, amountFen FROM receivable INDEXED BY receivable_party WHERE partyId = ? AND struckAt IS NULL ORDER BY issuedOn, id').all(partyId) as Ledger['receivables'],
    receipts: trx.prepare('SELECT id, receivedOn, amountFen FROM receipt INDEXED BY receipt_party WHERE partyId = ? AND struckAt IS NULL ORDER BY receivedOn, id').all(partyId) as Ledger['receipts'],
    allocations: trx.prepare(
      `SELECT allocation.receiptId, allocation.receivableId, allocation.amountFen FROM receivable INDEXED BY receivable_party CROSS JOIN allocation ON allocation.receivableId = receivable.id
       WHERE receivable.partyId = ? AND receivable.struckAt IS NULL AND allocation.endedAt IS NULL ORDER BY allocation.id`,
    ).all(partyId) as Ledger['allocations'],
  }
}
