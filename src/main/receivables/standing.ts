import { MOST_SUM_FEN, numberKey } from '../../shared/rules/receivables/bounds.ts'
import type { Trx } from '../storage/database.ts'

/** Fen that may still be entered until all bills, or all receipts, that stand come to more than can be counted exactly. */
export const roomFor = (trx: Trx, table: 'receivable' | 'receipt'): number =>
  (trx.prepare(`SELECT ${MOST_SUM_FEN} - coalesce(sum(amountFen), 0) AS room FROM ${table} INDEXED BY ${table}_book WHERE struckAt IS NULL`).get() as { room: number }).room

/** The receivable that stands under a party's number: as it is written, else as `numberKey` has it. A party's numbers are read once; `add` tells of a new one. */
export function numberFinder(trx: Trx): { find: (partyId: number, number: string) => number | null; add: (partyId: number, number: string, id: number) => void } {
  const exact = trx.prepare('SELECT id FROM receivable WHERE partyId = ? AND number = ? AND struckAt IS NULL')
  const all = trx.prepare('SELECT id, number FROM receivable INDEXED BY receivable_same WHERE partyId = ? AND struckAt IS NULL ORDER BY number')
  const known = new Map<number, Map<string, number>>()
  const of = (partyId: number): Map<string, number> => {
    let numbers = known.get(partyId)
    if (!numbers) {
      numbers = new Map()
      for (const { id, number } of all.all(partyId) as { id: number; number: string }[]) numbers.set(numberKey(number), id)
      known.set(partyId, numbers)
    }
    return numbers
  }
  return {
    find: (partyId, number) => (exact.get(partyId, number) as { id: number } | undefined)?.id ?? of(partyId).get(numberKey(number)) ?? null,
    add: (partyId, number, id) => { of(partyId).set(numberKey(number), id) },
  }
}
