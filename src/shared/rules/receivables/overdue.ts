import { daysBetween } from '../lookups/days.ts'
import { countsOn, type Ledger, type OpenItem } from './position.ts'

/*
 * 逾期占比 (C2): overdue over open, the worse of the day itself and of the mean of the last twelve month ends. An open item of
 * no more than the tolerance is not told as overdue: what a bank keeps of a transfer is nobody's default.
 */

/** 100 yuan. */
export const TOLERANCE_FEN = 100_00

export const isOverdue = ({ dueOn, openFen }: OpenItem, day: string): boolean => dueOn < day && openFen > TOLERANCE_FEN

export const overdueOf = (items: readonly OpenItem[], day: string): OpenItem[] => items.filter((item) => isOverdue(item, day))

/** 0 to 1; 0 where nothing is open. */
export function overdueShareOf(items: readonly OpenItem[], day: string): number {
  const open = items.reduce((sum, { openFen }) => sum + openFen, 0)
  return open === 0 ? 0 : overdueOf(items, day).reduce((sum, { openFen }) => sum + openFen, 0) / open
}

/** The last days of the twelve months that ended on or before the day, the latest first. */
export function monthEnds(asOf: string): string[] {
  const [year, month] = asOf.split('-').map(Number) as [number, number]
  const lastOf = (back: number) => new Date(Date.UTC(year, month - back, 0)).toISOString().slice(0, 10)
  const first = lastOf(0) === asOf ? 0 : 1
  return Array.from({ length: 12 }, (_unused, index) => lastOf(first + index))
}

/** The share as of a day; month ends before the party owed anything for the first time do not count. */
export function overdueShare(ledger: Ledger, asOf: string): number {
  const since = ledger.receivables.reduce<string | null>((first, { issuedOn }) => (first === null || issuedOn < first ? issuedOn : first), null)
  const ends = monthEnds(asOf).filter((day) => since !== null && day >= since)
  const items = withPayments(ledger)
  const past = ends.map((day) => overdueShareOf(openIn(items, day), day))
  const mean = past.length === 0 ? 0 : past.reduce((sum, share) => sum + share, 0) / past.length
  return Math.max(overdueShareOf(openIn(items, asOf), asOf), mean)
}

type WithPayments = Ledger['receivables'][number] & { readonly payments: { on: string; amountFen: number }[] }

/** Each receivable with what was paid of it and from when: gone through once for all the days asked about. */
function withPayments({ receivables, receipts, allocations }: Ledger): WithPayments[] {
  const items = new Map(receivables.map((row): [number, WithPayments] => [row.id, { ...row, payments: [] }]))
  const received = new Map(receipts.map((row) => [row.id, row]))
  for (const { receivableId, receiptId, amountFen } of allocations) {
    const [item, receipt] = [items.get(receivableId), received.get(receiptId)]
    if (item && receipt) item.payments.push({ on: countsOn(item, receipt), amountFen })
  }
  return [...items.values()]
}

/** What `openOn` calls open, in no order. */
function openIn(items: readonly WithPayments[], day: string): OpenItem[] {
  return items.flatMap(({ id, issuedOn, dueOn, amountFen, payments }) => {
    if (issuedOn > day) return []
    const openFen = payments.reduce((left, payment) => (payment.on <= day ? left - payment.amountFen : left), amountFen)
    return openFen > 0 ? [{ id, dueOn, openFen }] : []
  })
}

export const longestOverdue = (items: readonly OpenItem[], day: string): number => overdueOf(items, day).reduce((most, { dueOn }) => Math.max(most, daysBetween(dueOn, day)), 0)
