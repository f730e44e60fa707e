import fc from 'fast-check'
import { addDays } from '../../src/shared/rules/lookups/days.ts'
import type { Ledger } from '../../src/shared/rules/receivables/position.ts'

export const FIRST_DAY = '2024-01-01'
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(FIRST_DAY, days))
const amountFen = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5_000_000_00 }))

/** Any ledger in which nothing is allocated beyond what either side has. */
export const ledgers: fc.Arbitrary<Ledger> = fc.record({
  receivables: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 120 }), amountFen), { maxLength: 8 }),
  receipts: fc.array(fc.tuple(day, amountFen), { maxLength: 8 }),
  pairs: fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 16 }),
}).map(({ receivables, receipts, pairs }) => {
  const owed = receivables.map(([issuedOn, days, fen], index) => ({ id: index + 1, issuedOn, dueOn: addDays(issuedOn, days), amountFen: fen }))
  const paid = receipts.map(([receivedOn, fen], index) => ({ id: index + 1, receivedOn, amountFen: fen }))
  const left = { owed: owed.map((row) => row.amountFen), paid: paid.map((row) => row.amountFen) }
  const allocations: Ledger['allocations'][number][] = []
  for (const [to, from, share] of pairs) {
    if (to >= owed.length || from >= paid.length || allocations.some(({ receiptId, receivableId }) => receiptId === from + 1 && receivableId === to + 1)) continue
    const fen = Math.ceil(Math.min(left.owed[to]!, left.paid[from]!) * share)
    if (fen === 0) continue
    left.owed[to]! -= fen
    left.paid[from]! -= fen
    allocations.push({ receiptId: from + 1, receivableId: to + 1, amountFen: fen })
  }
  return { receivables: owed, receipts: paid, allocations }
})

/** Every day on which something happens, the one before and the one after it. */
export const daysOf = ({ receivables, receipts }: Ledger): string[] =>
  [...new Set([...receivables.flatMap(({ issuedOn, dueOn }) => [issuedOn, dueOn]), ...receipts.map(({ receivedOn }) => receivedOn), FIRST_DAY].flatMap((on) => [addDays(on, -1), on, addDays(on, 1)]))].sort()
