import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedRate, invoicedRate, type Lot, monthsOf, onTimeRate, ordersKept } from '../../src/shared/rules/deliveries/rates.ts'
import { addDays } from '../../src/shared/rules/lookups/days.ts'

let next = 1
const lot = (more: Partial<Lot>): Lot => ({
  id: next++, orderNumber: 'A', goods: '', unit: '吨', dueOn: '2026-05-10', orderedQuantity: 100_000, arrivedOn: null, arrivedQuantity: null, acceptedQuantity: null, isInvoiceInOrder: null, ...more,
})
const came = (arrivedOn: string, arrived: number, more: Partial<Lot> = {}) => lot({ arrivedOn, arrivedQuantity: arrived * 1000, ...more })

describe('an order', () => {
  const kept = (lots: Lot[], asOf: string) => ordersKept(lots, asOf).map(({ on, share }) => [on, share])
  test.each([
    ['on its day', [came('2026-05-10', 100)], '2026-05-10', [['2026-05-10', 1]]],
    ['early, and known as soon as it is whole', [came('2026-05-03', 100)], '2026-05-03', [['2026-05-03', 1]]],
    ['a day late counts for nothing', [came('2026-05-11', 100)], '2026-05-11', [['2026-05-11', 0]]],
    ['sixty in time and forty late', [came('2026-05-09', 60), came('2026-05-14', 40)], '2026-05-31', [['2026-05-11', 0.6]]],
    ['in two lots, whole with the second', [came('2026-05-01', 60), came('2026-05-08', 40)], '2026-05-31', [['2026-05-08', 1]]],
    ['more than ordered is whole, no more', [came('2026-05-01', 130)], '2026-05-31', [['2026-05-01', 1]]],
    ['not there, and the day not over', [lot({})], '2026-05-10', []],
    ['not there, and the day over', [lot({})], '2026-05-11', [['2026-05-11', 0]]],
    ['in part, and the day not over', [came('2026-05-01', 60)], '2026-05-10', []],
    ['what comes after the day asked about has not come', [came('2026-05-09', 100)], '2026-05-08', []],
  ] as const)('%s', (_name, lots, asOf, expected) => {
    expect(kept([...lots], asOf)).toEqual(expected)
  })
  test('is another where number, goods, unit or day due differ', () => {
    const lots = [came('2026-05-10', 100), came('2026-05-10', 100, { orderNumber: 'B' }), came('2026-05-10', 100, { goods: '锻件' }), came('2026-05-10', 100, { unit: '件' }), came('2026-05-09', 100, { dueOn: '2026-05-09' })]
    expect(ordersKept(lots, '2026-05-31')).toHaveLength(5)
  })
})

describe('rates of a window', () => {
  const window = { from: '2026-05-01', until: '2026-05-31' }
  test('on time: known before it, in it and after it', () => {
    const lots = [
      came('2026-04-30', 100, { orderNumber: '1', dueOn: '2026-05-02' }), lot({ orderNumber: '2', dueOn: '2026-04-29' }), lot({ orderNumber: '3', dueOn: '2026-04-30' }), came('2026-05-20', 100, { orderNumber: '4', dueOn: '2026-06-20' }),
      came('2026-05-20', 50, { orderNumber: '5', dueOn: '2026-05-20' }), lot({ orderNumber: '6', dueOn: '2026-05-31' }),
    ]
    // 3 (known 1 May) 0, 4 (known 20 May) 1, 5 (known 21 May) 0.5.
    expect(onTimeRate(lots, window)).toMatchObject({ value: 0.5, counted: 3, latestOn: '2026-05-21' })
    expect(onTimeRate(lots, window).failed.map(({ lots: [one] }) => one!.orderNumber)).toEqual(['5', '3'])
  })
  test('quality and invoices by the day of arrival; what was not looked at does not count', () => {
    const lots = [
      came('2026-05-01', 100, { acceptedQuantity: 100_000, isInvoiceInOrder: true }), came('2026-05-31', 200, { acceptedQuantity: 190_000, isInvoiceInOrder: false }), came('2026-05-15', 1),
      came('2026-04-30', 100, { acceptedQuantity: 0, isInvoiceInOrder: false }), came('2026-06-01', 100, { acceptedQuantity: 0, isInvoiceInOrder: false }),
    ]
    expect(acceptedRate(lots, window)).toMatchObject({ value: 0.975, counted: 2, latestOn: '2026-05-31' })
    expect(invoicedRate(lots, window)).toMatchObject({ value: 0.5, counted: 2 })
    expect(acceptedRate([], window)).toEqual({ value: null, counted: 0, failed: [], latestOn: null })
  })
  test('months hold exactly what the rates count', () => {
    const lots = [came('2026-05-20', 50, { dueOn: '2026-05-20', acceptedQuantity: 40_000 }), came('2026-06-03', 100, { orderNumber: 'B', dueOn: '2026-06-03', acceptedQuantity: 100_000 }), lot({ orderNumber: 'C', dueOn: '2026-05-31' })]
    expect(monthsOf(lots, { from: '2026-05-15', until: '2026-06-30' })).toEqual([{ month: '2026-05', onTime: 0, late: 1, inspected: 1, rejected: 1 }, { month: '2026-06', onTime: 1, late: 1, inspected: 1, rejected: 0 }])
  })
})

const DAY = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2026-01-01', days))
const LOT: fc.Arbitrary<Lot> = fc.record({
  id: fc.integer({ min: 1, max: 1e6 }), orderNumber: fc.constantFrom('A', 'B', 'C', 'D'), goods: fc.constantFrom('', '锻件'), unit: fc.constant('吨'), dueOn: DAY, orderedQuantity: fc.integer({ min: 1, max: 9000 }),
  came: fc.option(fc.record({ arrivedOn: DAY, arrivedQuantity: fc.integer({ min: 1, max: 9000 }), share: fc.integer({ min: 0, max: 100 }), isInvoiceInOrder: fc.option(fc.boolean()) })),
}).map(({ came: arrival, ...rest }) => ({
  ...rest, arrivedOn: arrival?.arrivedOn ?? null, arrivedQuantity: arrival?.arrivedQuantity ?? null, isInvoiceInOrder: arrival?.isInvoiceInOrder ?? null,
  acceptedQuantity: arrival ? Math.floor((arrival.arrivedQuantity * arrival.share) / 100) : null,
}))

describe('whatever was delivered', () => {
  const window = { from: '2026-02-01', until: '2026-03-31' }
  test('a rate lies between nothing and whole, knows nothing of later days, and fails exactly where it is not whole', () => {
    fc.assert(fc.property(fc.array(LOT, { maxLength: 12 }), (lots) => {
      for (const rate of [onTimeRate, acceptedRate, invoicedRate]) {
        const { value, counted, failed, latestOn } = rate(lots, window)
        expect(value === null).toBe(counted === 0)
        if (value === null) continue
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
        expect(value === 1).toBe(failed.length === 0)
        expect(latestOn! <= window.until).toBe(true)
      }
      const known = lots.map((one) => (one.arrivedOn !== null && one.arrivedOn > window.until ? { ...one, arrivedOn: null, arrivedQuantity: null, acceptedQuantity: null, isInvoiceInOrder: null } : one))
      for (const rate of [onTimeRate, acceptedRate, invoicedRate]) expect(rate(known, window).value).toBe(rate(lots, window).value)
    }))
  })
  test('what comes a day later never makes it better', () => {
    fc.assert(fc.property(fc.array(LOT, { minLength: 1, maxLength: 8 }), fc.nat(), (lots, pick) => {
      const index = pick % lots.length
      const later = lots.map((one, at) => (at === index && one.arrivedOn !== null ? { ...one, arrivedOn: addDays(one.arrivedOn, 1) } : one))
      const all = { from: '2025-01-01', until: '2027-01-01' }
      expect(onTimeRate(later, all).value!).toBeLessThanOrEqual(onTimeRate(lots, all).value! + 1e-12)
    }))
  })
})
