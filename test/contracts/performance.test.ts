import { describe, expect, test } from 'vitest'
import { bookOf, type ContractOn, performanceOn, tradeRank } from '../../src/shared/rules/contracts/performance.ts'

const contract = (more: Partial<ContractOn>): ContractOn => ({ signedOn: '2024-06-01', performUntil: null, performedOn: null, terminatedOn: null, amountFen: 100, ...more })
const on = '2026-11-23'

describe('what contracts say of a party on a day', () => {
  test.each([
    ['nothing was ever signed', [contract({ signedOn: null })], { cooperationYears: null, contracts12: 0, due24: 0, kept24: null }],
    ['a contract signed after the day does not count', [contract({ signedOn: '2026-11-24' })], { cooperationYears: null, contracts12: 0 }],
    ['the twelve months end on the day and begin after it a year before', [contract({ signedOn: '2025-11-23' }), contract({ signedOn: '2025-11-24' })], { contracts12: 1, amount12Fen: 100 }],
    ['kept by count and by amount, the lower', [
      contract({ performUntil: '2026-01-31', performedOn: '2026-01-31', amountFen: 100 }), contract({ performUntil: '2026-02-28', performedOn: '2026-03-01', amountFen: 300 }),
    ], { due24: 2, kept24: 0.25 }],
    ['one ended before its term was not due', [contract({ performUntil: '2026-01-31', terminatedOn: '2025-12-01' })], { due24: 0, kept24: null }],
    ['a gap of more than eighteen months begins anew', [contract({ signedOn: '2020-01-05', performedOn: '2020-06-01' }), contract({ signedOn: '2025-11-23' })], { cooperationYears: 1 }],
    ['no contract for eighteen months: none now', [contract({ signedOn: '2020-01-05', performedOn: '2020-06-01' })], { cooperationYears: 0 }],
  ])('%s', (_what, contracts, expected) => expect(performanceOn(contracts, on)).toMatchObject(expected))
})

describe('the place in the book', () => {
  const book = bookOf([[1, 10], [2, 20], [3, 20], [4, 40]].map(([partyId, amountFen]) => ({ partyId: partyId!, amountFen: amountFen!, contracts: partyId!, months: 1 })))
  test('the most is 100, the least 0, those alike share; months alike are in the middle', () => {
    // Amount 100, number 100, months (0 + 3/2)/3 = 50.
    expect(tradeRank(book, 4)).toBeCloseTo(250 / 3, 12)
    expect(tradeRank(book, 1)).toBeCloseTo(50 / 3, 12)
    // Amount (1 + 1/2)/3 = 50, number 1/3, months 50.
    expect(tradeRank(book, 2)).toBeCloseTo((50 + 100 / 3 + 50) / 3, 12)
  })
  test('without trade, or with nobody beside it, there is no place', () => {
    expect(tradeRank(book, 9)).toBeNull()
    expect(tradeRank(bookOf([{ partyId: 1, amountFen: 1, contracts: 1, months: 1 }]), 1)).toBeNull()
  })
})
