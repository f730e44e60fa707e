import { absent, type Fact, type Facts, present, source, type Source, yuan } from '../../shared/rules/facts/fact.ts'
import { monthsWindow } from '../../shared/rules/invoices/months.ts'
import { longestOverdue, overdueOf, overdueShare } from '../../shared/rules/receivables/overdue.ts'
import { paymentIndex, partsOn } from '../../shared/rules/receivables/payment-index.ts'
import { type Ledger, openOn } from '../../shared/rules/receivables/position.ts'
import { judgePromises, type PaymentPromise } from '../../shared/rules/receivables/promises.ts'
import type { Trx } from '../storage/database.ts'
import { ledgerOf } from './position.ts'

const MOST_SOURCES = 20

/**
 * What a party's account with us says as of a day; nothing issued, received or promised after it is read.
 *
 * - `paymentIndex24` (C1): `rules/receivables/payment-index.ts`; its sources are the receivables that weigh it down most.
 * - `overdueShare` (C2), `longestOverdueDays`: `rules/receivables/overdue.ts`, with its tolerance; sources are the overdue items.
 * - `promisesKept24` (C7): kept / decided, of the promises made for a day within 24 months; those still open are not asked.
 * - `creditSales12`: what was issued in 12 months, yuan.
 *
 * Without any receivable on or before the day all are `notApplicable`; so is `promisesKept24` where no promise is decided,
 * and the index where nothing has fallen due and nothing was paid.
 */
export function receivableFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const whole = ledgerOf(trx, partyId)
  const ledger: Ledger = { ...whole, receivables: whole.receivables.filter(({ issuedOn }) => issuedOn <= asOf), receipts: whole.receipts.filter(({ receivedOn }) => receivedOn <= asOf) }
  const promisesKept24 = promiseFact(trx, partyId, ledger, asOf)
  if (ledger.receivables.length === 0) return { paymentIndex24: absent('notApplicable'), overdueShare: absent('notApplicable'), longestOverdueDays: absent('notApplicable'), creditSales12: absent('notApplicable'), promisesKept24 }
  return { ...overdueFacts(ledger, asOf), paymentIndex24: indexFact(ledger, asOf), creditSales12: salesFact(ledger, asOf), promisesKept24 }
}

const latest = (days: readonly string[]): string | null => days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null)

/** Each row by its id, and before them what they are together. */
function rowsBehind(ids: readonly number[], line: string, window: { from: string; until: string }): Source[] {
  const about = source('receivables', { line, rows: ids.length, ...window })
  return [about, ...ids.slice(0, MOST_SOURCES).map((id) => source('receivables', { id, line, rows: 1, ...window }))]
}

function indexFact(ledger: Ledger, asOf: string): Fact {
  const known = new Set(ledger.receivables.map(({ id }) => id))
  const received = new Set(ledger.receipts.map(({ id }) => id))
  const parts = partsOn({ ...ledger, allocations: ledger.allocations.filter(({ receivableId, receiptId }) => known.has(receivableId) && received.has(receiptId)) }, asOf)
  const index = paymentIndex(parts)
  if (index === null) return absent('notApplicable')
  const late = parts.filter(({ daysLate }) => daysLate > 0).sort((a, b) => b.amountFen * b.daysLate - a.amountFen * a.daysLate || a.receivableId - b.receivableId)
  const window = { from: monthsWindow(asOf, 24).from, until: asOf }
  const [, ...rows] = rowsBehind([...new Set(late.map(({ receivableId }) => receivableId))], 'receivable', window)
  return present(index, [source('receivables', { line: 'receivable', rows: new Set(parts.map(({ receivableId }) => receivableId)).size, ...window }), ...rows], lastOf(ledger))
}

const lastOf = ({ receivables, receipts }: Ledger) => latest([...receivables.map(({ issuedOn }) => issuedOn), ...receipts.map(({ receivedOn }) => receivedOn)])

function overdueFacts(ledger: Ledger, asOf: string): Facts {
  const { items } = openOn(ledger, asOf)
  const sources = rowsBehind(overdueOf(items, asOf).map(({ id }) => id), 'overdue', { from: asOf, until: asOf })
  return {
    overdueShare: present(overdueShare(ledger, asOf), [{ ...sources[0]!, from: monthsWindow(asOf, 12).from }, ...sources.slice(1)], lastOf(ledger)),
    longestOverdueDays: present(longestOverdue(items, asOf), sources, lastOf(ledger)),
  }
}

function salesFact({ receivables }: Ledger, asOf: string): Fact {
  const window = monthsWindow(asOf, 12)
  const rows = receivables.filter(({ issuedOn }) => issuedOn >= window.from)
  return present(yuan(rows.reduce((sum, { amountFen }) => sum + amountFen, 0)), [source('receivables', { line: 'receivable', rows: rows.length, ...window })], latest(rows.map(({ issuedOn }) => issuedOn)))
}

function promiseFact(trx: Trx, partyId: number, { receipts }: Ledger, asOf: string): Fact {
  const promises = promisesOf(trx, partyId)
  const window = monthsWindow(asOf, 24)
  const inWindow = new Set(promises.filter(({ dueOn }) => dueOn >= window.from && dueOn <= asOf).map(({ id }) => id))
  const decided = judgePromises(promises, receipts, asOf).filter(({ id, state }) => inWindow.has(id) && state !== 'open')
  if (decided.length === 0) return absent('notApplicable')
  const missed = decided.filter(({ state }) => state !== 'kept').map(({ id }) => id)
  const [, ...rows] = rowsBehind(missed, 'promise', window)
  return present((decided.length - missed.length) / decided.length, [source('receivables', { line: 'promise', rows: decided.length, ...window }), ...rows], latest(decided.map(({ decidedOn }) => decidedOn!)))
}

/** The promises of a party that stand, whatever their day. */
export const promisesOf = (trx: Trx, partyId: number): PaymentPromise[] =>
  trx.prepare('SELECT id, madeOn, dueOn, amountFen FROM promise WHERE partyId = ? AND struckAt IS NULL ORDER BY dueOn, madeOn, id').all(partyId) as PaymentPromise[]
