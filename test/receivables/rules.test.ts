import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/shared/rules/lookups/days.ts'
import { ageing, BUCKETS, bucketOf } from '../../src/shared/rules/receivables/ageing.ts'
import { allocateFifo } from '../../src/shared/rules/receivables/fifo.ts'
import { longestOverdue, monthEnds, overdueShare, overdueShareOf, TOLERANCE_FEN } from '../../src/shared/rules/receivables/overdue.ts'
import { partsOn, paymentIndex, worthOf } from '../../src/shared/rules/receivables/payment-index.ts'
import { type Ledger, openOn, positionOn } from '../../src/shared/rules/receivables/position.ts'
import { judgePromises } from '../../src/shared/rules/receivables/promises.ts'
import { daysOf, FIRST_DAY, ledgers } from './ledgers.ts'

const indexOn = (ledger: Ledger, day: string) => paymentIndex(partsOn(ledger, day))
/** One bill due on a day, and what came in on which day. */
const bill = (dueOn: string, amountFen: number, ...paid: readonly [day: string, fen: number][]): Ledger => ({
  receivables: [{ id: 1, issuedOn: addDays(dueOn, -30), dueOn, amountFen }],
  receipts: paid.map(([receivedOn, fen], index) => ({ id: index + 1, receivedOn, amountFen: fen })),
  allocations: paid.map(([, fen], index) => ({ receiptId: index + 1, receivableId: 1, amountFen: fen })),
})

describe('buckets', () => {
  test.each([
    [-400, 'notDue'], [0, 'notDue'], [1, 'd30'], [30, 'd30'], [31, 'd60'], [60, 'd60'], [61, 'd90'], [90, 'd90'], [91, 'd180'], [180, 'd180'], [181, 'd365'], [365, 'd365'], [366, 'older'], [5000, 'older'],
  ] as const)('%i days past due: %s', (days, bucket) => expect(bucketOf(days)).toBe(bucket))
  test('together they are what is open, on every day of any ledger', () => {
    fc.assert(fc.property(ledgers, (ledger) => {
      for (const day of daysOf(ledger)) {
        const sums = ageing(openOn(ledger, day).items, day)
        const position = positionOn(ledger, day)
        const all = BUCKETS.reduce((sum, bucket) => sum + sums[bucket], 0)
        expect(all - position.advancesFen).toBe(position.balanceFen)
        expect(all - sums.notDue).toBe(position.overdueFen)
      }
    }))
  })
})

describe('payment index', () => {
  test.each([[-90, 100], [-1, 100], [0, 80], [15, 70], [22, 60], [30, 50], [60, 40], [90, 30], [120, 20], [121, 10], [2000, 10], [3, 78], [18.5, 65], [45, 45], [1, 79.33]])('%d days late are worth %d', (days, worth) => expect(worthOf(days)).toBe(worth))
  test.each([
    ['paid early', bill('2026-05-01', 1000_00, ['2026-04-20', 1000_00]), 100],
    ['on its day', bill('2026-05-01', 1000_00, ['2026-05-01', 1000_00]), 80],
    ['half on its day, half thirty days late: (80 + 50) / 2', bill('2026-05-01', 1000_00, ['2026-05-01', 500_00], ['2026-05-31', 500_00]), 65],
    ['a quarter on its day, the rest still open, 61 days on 2026-07-01: (80 + 3 × 39.67) / 4', bill('2026-05-01', 1000_00, ['2026-05-01', 250_00]), 49.75],
    ['not due yet, not paid', bill('2026-07-02', 1000_00), null],
    ['due on the very day, not paid', bill('2026-07-01', 1000_00), 80],
    ['not due yet, a part paid', bill('2026-07-20', 1000_00, ['2026-06-30', 10_00]), 100],
    ['what comes in the day after is open', bill('2026-05-01', 1000_00, ['2026-07-02', 1000_00]), 39.67],
    ['fell due before the 24 months and was paid then', bill('2024-06-01', 1000_00, ['2024-06-01', 1000_00]), null],
    ['never paid counts however old', bill('2019-06-01', 1000_00), 10],
    ['three years late, paid within the 24 months', bill('2022-06-01', 1000_00, ['2025-06-01', 1000_00]), 10],
  ])('%s', (_what, ledger, index) => expect(indexOn(ledger, '2026-07-01')).toBe(index))
  test('weighted by amount: 9000 on their day, 1000 a hundred and twenty days late', () => {
    const ledger: Ledger = {
      receivables: [{ id: 1, issuedOn: '2026-01-01', dueOn: '2026-02-01', amountFen: 9000_00 }, { id: 2, issuedOn: '2026-01-01', dueOn: '2026-02-01', amountFen: 1000_00 }],
      receipts: [{ id: 1, receivedOn: '2026-02-01', amountFen: 9000_00 }, { id: 2, receivedOn: '2026-06-01', amountFen: 1000_00 }],
      allocations: [{ receiptId: 1, receivableId: 1, amountFen: 9000_00 }, { receiptId: 2, receivableId: 2, amountFen: 1000_00 }],
    }
    expect(indexOn(ledger, '2026-07-01')).toBe(74)
  })
  test('paying later never raises it: any ledger, any receipt, by any number of days, asked on any day', () => {
    fc.assert(fc.property(ledgers, fc.nat(7), fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 1100 }), (ledger, which, days, on) => {
      const asOf = addDays(FIRST_DAY, on)
      const later = { ...ledger, receipts: ledger.receipts.map((receipt, index) => (index === which ? { ...receipt, receivedOn: addDays(receipt.receivedOn, days) } : receipt)) }
      const [before, after] = [indexOn(ledger, asOf), indexOn(later, asOf)]
      // With nothing left to weigh there is no index at all; nothing can turn up by paying later but what is worst.
      if (before === null) expect(after === null || after === 10).toBe(true)
      else if (after !== null) expect(after).toBeLessThanOrEqual(before)
    }), { numRuns: 2000 })
  })
})

describe('overdue', () => {
  const items = (...rows: [dueOn: string, openFen: number][]) => rows.map(([dueOn, openFen], id) => ({ id, dueOn, openFen }))
  test('share of what is open; due on the day is not overdue; what is no more than the tolerance neither', () => {
    expect(overdueShareOf([], '2026-07-01')).toBe(0)
    expect(overdueShareOf(items(['2026-07-01', 300_00]), '2026-07-01')).toBe(0)
    expect(overdueShareOf(items(['2026-06-30', 300_00], ['2026-07-20', 900_00]), '2026-07-01')).toBe(0.25)
    expect(overdueShareOf(items(['2026-01-01', TOLERANCE_FEN], ['2026-07-20', 900_00]), '2026-07-01')).toBe(0)
    expect(longestOverdue(items(['2026-01-01', TOLERANCE_FEN], ['2026-06-01', TOLERANCE_FEN + 1]), '2026-07-01')).toBe(30)
  })
  test('the twelve month ends: the day itself where it is one', () => {
    expect(monthEnds('2026-07-01')).toEqual(['2026-06-30', '2026-05-31', '2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31', '2025-11-30', '2025-10-31', '2025-09-30', '2025-08-31', '2025-07-31'])
    expect(monthEnds('2024-02-29').slice(0, 2)).toEqual(['2024-02-29', '2024-01-31'])
  })
  test('the worse of now and of the mean of the month ends since it first owed anything', () => {
    // Issued 04-02, due 05-01, paid 06-15. Month ends that count: 04-30 not due (0), 05-31 all overdue (1), 06-30 nothing open (0). Mean 1/3; now 0.
    expect(overdueShare(bill('2026-05-02', 1000_00, ['2026-06-15', 1000_00]), '2026-07-01')).toBeCloseTo(1 / 3, 12)
    expect(overdueShare(bill('2026-05-02', 1000_00), '2026-07-01')).toBe(1)
    expect(overdueShare(bill('2026-07-20', 1000_00), '2026-07-01')).toBe(0)
  })
})

describe('promises', () => {
  const promise = (id: number, madeOn: string, dueOn: string, amountFen: number) => ({ id, madeOn, dueOn, amountFen })
  const came = (...rows: [day: string, fen: number][]) => rows.map(([receivedOn, amountFen], index) => ({ id: index + 1, receivedOn, amountFen }))
  const one = promise(1, '2026-05-01', '2026-05-10', 1000_00)
  test.each([
    ['98 % is kept', came(['2026-05-10', 980_00]), '2026-05-10', 'kept', 980_00],
    ['a fen less is not', came(['2026-05-10', 979_99]), '2026-05-14', 'part', 979_99],
    ['three days after still count', came(['2026-05-13', 1000_00]), '2026-05-20', 'kept', 1000_00],
    ['four do not', came(['2026-05-14', 1000_00]), '2026-05-20', 'broken', 0],
    ['on the day it was made', came(['2026-05-01', 1000_00]), '2026-05-20', 'kept', 1000_00],
    ['the day before counts for nothing', came(['2026-04-30', 1000_00]), '2026-05-20', 'broken', 0],
    ['open to the last day of grace', [], '2026-05-13', 'open', 0],
    ['broken the day after', [], '2026-05-14', 'broken', 0],
    ['what comes after the day asked about does not count', came(['2026-05-10', 1000_00]), '2026-05-09', 'open', 0],
  ] as const)('%s', (_what, receipts, asOf, state, receivedFen) => expect(judgePromises([one], receipts, asOf)).toMatchObject([{ state, receivedFen }]))
  test('money goes to the earlier promise first, each fen once', () => {
    const later = promise(2, '2026-05-01', '2026-05-12', 500_00)
    expect(judgePromises([later, one], came(['2026-05-09', 1200_00]), '2026-05-20')).toEqual([
      { id: 1, state: 'kept', receivedFen: 1000_00, decidedOn: '2026-05-09' }, { id: 2, state: 'part', receivedFen: 200_00, decidedOn: '2026-05-16' },
    ])
  })
  test('never more than came in, never more than was promised; a promise to come is not asked', () => {
    fc.assert(fc.property(ledgers, fc.array(fc.tuple(fc.nat(900), fc.nat(60), fc.integer({ min: 1, max: 5_000_000_00 })), { maxLength: 6 }), fc.nat(1000), ({ receipts }, rows, on) => {
      const promises = rows.map(([made, days, fen], index) => promise(index + 1, addDays(FIRST_DAY, made), addDays(FIRST_DAY, made + days), fen))
      const asOf = addDays(FIRST_DAY, on)
      const judged = judgePromises(promises, receipts, asOf)
      expect(judged.length).toBe(promises.filter(({ madeOn }) => madeOn <= asOf).length)
      const received = receipts.filter(({ receivedOn }) => receivedOn <= asOf).reduce((sum, { amountFen }) => sum + amountFen, 0)
      expect(judged.reduce((sum, { receivedFen }) => sum + receivedFen, 0)).toBeLessThanOrEqual(received)
      for (const { id, receivedFen, state } of judged) {
        const { amountFen } = promises[id - 1]!
        expect(receivedFen).toBeLessThanOrEqual(amountFen)
        expect(state === 'kept').toBe(receivedFen * 10_000 >= amountFen * 9800)
      }
    }))
  })
})

describe('what falls due first is paid first', () => {
  test.each([
    [1200, [{ receivableId: 2, amountFen: 500 }, { receivableId: 1, amountFen: 700 }]],
    [5000, [{ receivableId: 2, amountFen: 500 }, { receivableId: 1, amountFen: 1000 }, { receivableId: 3, amountFen: 300 }]],
    [1, [{ receivableId: 2, amountFen: 1 }]],
    [0, []],
  ])('%i', (fen, expected) => expect(allocateFifo(fen, [{ id: 3, dueOn: '2026-06-01', leftFen: 300 }, { id: 1, dueOn: '2026-05-01', leftFen: 1000 }, { id: 2, dueOn: '2026-04-01', leftFen: 500 }])).toEqual(expected))
})
