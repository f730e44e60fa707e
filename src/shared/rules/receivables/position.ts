import { daysBetween } from '../lookups/days.ts'

/*
 * What a party owes as of a day. A receivable counts from the day it was issued, a receipt from the day it came in, what a
 * receipt pays of a receivable from the later of the two: until then the receipt is an advance (预收). What happens after
 * the day does not count. To the fen: open items − advances = all that was issued − all that was received.
 */

export type Receivable = { readonly id: number; readonly issuedOn: string; readonly dueOn: string; readonly amountFen: number }
export type Receipt = { readonly id: number; readonly receivedOn: string; readonly amountFen: number }
export type Allocation = { readonly receiptId: number; readonly receivableId: number; readonly amountFen: number }
/** A party's rows that stand: nothing struck, no allocation that ended. */
export type Ledger = { readonly receivables: readonly Receivable[]; readonly receipts: readonly Receipt[]; readonly allocations: readonly Allocation[] }

/** `openFen` is above zero. */
export type OpenItem = { readonly id: number; readonly dueOn: string; readonly openFen: number }

export type Position = {
  /** What the ledger says: `openFen` − `advancesFen`; below zero where more was paid than owed. */
  readonly balanceFen: number
  readonly openFen: number
  /** Of the open items, those whose due day lies before the day. */
  readonly overdueFen: number
  /** Days past due of the oldest open item, 0 where none is. */
  readonly longestOverdueDays: number
  readonly advancesFen: number
  /** Due day of the open item that falls (or fell) due first; null where nothing is open. */
  readonly oldestDueOn: string | null
}

/** The day from which an allocation counts. */
export const countsOn = (receivable: { readonly issuedOn: string }, receipt: { readonly receivedOn: string }): string =>
  receivable.issuedOn >= receipt.receivedOn ? receivable.issuedOn : receipt.receivedOn

/** Open items as of the day, the earliest due first, and what was received beyond them. */
export function openOn({ receivables, receipts, allocations }: Ledger, day: string): { items: OpenItem[]; advancesFen: number } {
  const issued = new Map(receivables.filter(({ issuedOn }) => issuedOn <= day).map((row) => [row.id, row]))
  const received = new Map(receipts.filter(({ receivedOn }) => receivedOn <= day).map((row) => [row.id, row]))
  const paid = new Map<number, number>()
  let advancesFen = 0
  for (const { amountFen } of received.values()) advancesFen += amountFen
  for (const { receiptId, receivableId, amountFen } of allocations) {
    if (!issued.has(receivableId) || !received.has(receiptId)) continue
    paid.set(receivableId, (paid.get(receivableId) ?? 0) + amountFen)
    advancesFen -= amountFen
  }
  const items = [...issued.values()].map(({ id, dueOn, amountFen }) => ({ id, dueOn, openFen: amountFen - (paid.get(id) ?? 0) })).filter(({ openFen }) => openFen > 0)
  return { items: items.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id - b.id)), advancesFen }
}

export function positionFrom(items: readonly OpenItem[], advancesFen: number, day: string): Position {
  let [openFen, overdueFen] = [0, 0]
  let oldestDueOn: string | null = null
  for (const item of items) {
    openFen += item.openFen
    if (item.dueOn < day) overdueFen += item.openFen
    if (oldestDueOn === null || item.dueOn < oldestDueOn) oldestDueOn = item.dueOn
  }
  return { balanceFen: openFen - advancesFen, openFen, overdueFen, longestOverdueDays: oldestDueOn === null ? 0 : Math.max(0, daysBetween(oldestDueOn, day)), advancesFen, oldestDueOn }
}

export function positionOn(ledger: Ledger, day: string): Position {
  const { items, advancesFen } = openOn(ledger, day)
  return positionFrom(items, advancesFen, day)
}
