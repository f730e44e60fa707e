import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Ledger, openOn, positionOn } from '../../src/shared/rules/receivables/position.ts'
import { daysOf, ledgers } from './ledgers.ts'

/* Two invoices of 1000.00 and 500.00; 1200.00 came in on 20 March: 1000.00 for the first, 100.00 for the second, 100.00 for nobody yet. */
const ledger: Ledger = {
  receivables: [{ id: 1, issuedOn: '2026-02-01', dueOn: '2026-03-01', amountFen: 1000_00 }, { id: 2, issuedOn: '2026-03-10', dueOn: '2026-04-10', amountFen: 500_00 }],
  receipts: [{ id: 1, receivedOn: '2026-03-20', amountFen: 1200_00 }],
  allocations: [{ receiptId: 1, receivableId: 1, amountFen: 1000_00 }, { receiptId: 1, receivableId: 2, amountFen: 100_00 }],
}

describe('what a party owes as of a day, worked by hand', () => {
  test.each([
    ['2026-01-31', { balanceFen: 0, openFen: 0, overdueFen: 0, longestOverdueDays: 0, advancesFen: 0, oldestDueOn: null }],
    ['2026-02-01', { balanceFen: 1000_00, openFen: 1000_00, overdueFen: 0, longestOverdueDays: 0, advancesFen: 0, oldestDueOn: '2026-03-01' }],
    // On its due day nothing is late.
    ['2026-03-01', { balanceFen: 1000_00, openFen: 1000_00, overdueFen: 0, longestOverdueDays: 0, advancesFen: 0, oldestDueOn: '2026-03-01' }],
    ['2026-03-02', { balanceFen: 1000_00, openFen: 1000_00, overdueFen: 1000_00, longestOverdueDays: 1, advancesFen: 0, oldestDueOn: '2026-03-01' }],
    // The receipt of the day after does not count.
    ['2026-03-19', { balanceFen: 1500_00, openFen: 1500_00, overdueFen: 1000_00, longestOverdueDays: 18, advancesFen: 0, oldestDueOn: '2026-03-01' }],
    ['2026-03-20', { balanceFen: 300_00, openFen: 400_00, overdueFen: 0, longestOverdueDays: 0, advancesFen: 100_00, oldestDueOn: '2026-04-10' }],
    ['2026-05-10', { balanceFen: 300_00, openFen: 400_00, overdueFen: 400_00, longestOverdueDays: 30, advancesFen: 100_00, oldestDueOn: '2026-04-10' }],
  ])('as of %s', (day, expected) => expect(positionOn(ledger, day)).toEqual(expected))

  test('money that came before the bill is an advance until the bill is issued', () => {
    const early: Ledger = { receivables: [{ id: 1, issuedOn: '2026-03-10', dueOn: '2026-04-10', amountFen: 500_00 }], receipts: [{ id: 1, receivedOn: '2026-03-01', amountFen: 500_00 }], allocations: [{ receiptId: 1, receivableId: 1, amountFen: 500_00 }] }
    expect(positionOn(early, '2026-03-09')).toMatchObject({ balanceFen: -500_00, openFen: 0, advancesFen: 500_00, oldestDueOn: null })
    expect(positionOn(early, '2026-03-10')).toMatchObject({ balanceFen: 0, openFen: 0, advancesFen: 0 })
  })
})

test('open items less advances are what was issued less what was received, to the fen, on every day of any ledger', () => {
  fc.assert(fc.property(ledgers, (random) => {
    for (const day of daysOf(random)) {
      const issued = random.receivables.reduce((sum, { issuedOn, amountFen }) => sum + (issuedOn <= day ? amountFen : 0), 0)
      const received = random.receipts.reduce((sum, { receivedOn, amountFen }) => sum + (receivedOn <= day ? amountFen : 0), 0)
      const { balanceFen, openFen, overdueFen, advancesFen } = positionOn(random, day)
      expect(balanceFen).toBe(issued - received)
      expect(balanceFen).toBe(openFen - advancesFen)
      expect(overdueFen).toBeLessThanOrEqual(openFen)
      expect(advancesFen).toBeGreaterThanOrEqual(0)
      expect(openOn(random, day).items.reduce((sum, item) => sum + item.openFen, 0)).toBe(openFen)
    }
  }))
})
