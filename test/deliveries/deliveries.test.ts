import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deliveryFacts } from '../../src/main/deliveries/facts.ts'
import type { Input } from '../../src/shared/contract/index.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
let partyId: number
beforeEach(async () => {
  office = await openTestArchive()
  partyId = (await office.callAs('creditadministrator', 'parties.add', { kind: 'supplier', name: '恒基矿机', departmentId: office.departments.XS1 })).id
})
afterEach(() => office.close())

type New = Omit<Input<'deliveries.record'>, 'partyId'>
const ORDER: New = { orderNumber: 'CG-1', goods: '锻件', unit: '件', dueOn: '2026-10-10', orderedQuantity: 100_000 }
const record = async (more: Partial<New> = {}) => (await office.callAs('creditadministrator', 'deliveries.record', { partyId, ...ORDER, ...more })).id
const came = (arrivedOn: string, arrived: number, more: Partial<New> = {}): Partial<New> => ({ arrivedOn, arrivedQuantity: arrived * 1000, ...more })
const codeOf = async (login: Parameters<TestArchive['answerAs']>[0], method: Parameters<TestArchive['answerAs']>[1], input: object) => {
  const answer = await office.answerAs(login, method, input)
  return answer.ok ? null : answer.error.code
}
const facts = (asOf: string) => office.archive.store.read((trx) => deliveryFacts(trx, partyId, asOf))
const told = (asOf: string, names: readonly string[]) => names.map((name) => facts(asOf)[name]!).map(({ value, absent }) => value ?? absent)
const said = (asOf: string) => told(asOf, ['onTimeDelivery24', 'acceptedQuality24', 'invoicedInOrder24'])
const counted = (asOf: string) => told(asOf, ['ordersDue24', 'lotsInspected24'])
const listed = async (more: object = {}) => (await office.callAs('salesperson', 'deliveries.list', { partyId, ...more })).rows

describe('facts', () => {
  test('nothing kept, nothing in the window, and each rate as of its day', async () => {
    expect(said('2026-11-23')).toEqual(['notKept', 'notKept', 'notKept'])
    expect(counted('2026-11-23')).toEqual(['notKept', 'notKept'])
    await record(came('2026-10-09', 60, { acceptedQuantity: 57_000, isInvoiceInOrder: true }))
    await record(came('2026-10-14', 40, { acceptedQuantity: 40_000, isInvoiceInOrder: false }))
    await record({ orderNumber: 'CG-2', dueOn: '2026-11-20' })
    await record({ orderNumber: 'CG-3', dueOn: '2026-12-20' })
    // CG-1 60 of 100 in time, CG-2 not there; 0.95 and 1; one invoice of two.
    expect(said('2026-11-23')).toEqual([0.3, 0.975, 0.5])
    expect(said('2026-11-20')).toEqual([0.6, 0.975, 0.5])
    expect(said('2026-10-12')).toEqual([0.6, 0.95, 1])
    expect(said('2026-10-10')).toEqual(['notApplicable', 0.95, 1])
    expect(said('2026-10-08')).toEqual(['notApplicable', 'notApplicable', 'notApplicable'])
    // An order counts once in however many lots it came, and only when it is known; each lot inspected counts.
    expect([counted('2026-11-23'), counted('2026-11-20'), counted('2026-10-12'), counted('2026-10-08')]).toEqual([[2, 2], [1, 2], [1, 1], [0, 0]])
    // 24 months on: the window begins on 2026-10-11; the order was known to fail on that day.
    expect(said('2028-10-10')[0]).toBeCloseTo((0.6 + 0 + 0) / 3, 12)
    expect(said('2028-10-11').slice(1)).toEqual([1, 0])
    expect(said('2028-10-14').slice(1)).toEqual(['notApplicable', 'notApplicable'])
  })
  test('the sources name what pulls a rate down, and nothing of a day to come', async () => {
    const short = await record(came('2026-10-09', 60, { acceptedQuantity: 60_000 }))
    await record(came('2026-10-01', 10, { orderNumber: 'CG-9', orderedQuantity: 10_000 }))
    expect(facts('2026-10-12').onTimeDelivery24).toEqual({
      value: 0.8, absent: null, latestOn: '2026-10-11',
      sources: [{ kind: 'deliveries', id: null, line: null, rows: 2, from: '2024-10-13', until: '2026-10-12' }, { kind: 'deliveries', id: short, line: 'late', rows: 1, from: '2026-10-10', until: '2026-10-11' }],
    })
  })
  test('the supplier card takes its fifty-five points from them', async () => {
    await record(came('2026-10-09', 100, { acceptedQuantity: 99_200, isInvoiceInOrder: true }))
    const { id } = await office.callAs('creditadministrator', 'ratings.create', { partyId, kind: 'aftersale', for: 'supplier' })
    const { result } = await office.callAs('creditadministrator', 'ratings.get', { id })
    expect(result.indicators.filter(({ code }) => ['A1', 'A2', 'B3'].includes(code)).map(({ code, value, points }) => [code, value, points])).toEqual([['A1', 1, 2500], ['A2', 0.992, 2000], ['B3', 1, 500]])
  })
})

describe('keeping', () => {
  test('ordered, arrived, inspected: each added once, and nothing known is changed', async () => {
    const id = await record()
    expect(await listed()).toMatchObject([{ id, arrivedOn: null, daysLate: 44, isShort: true, may: { complete: false, correct: false, strike: false } }])
    const complete = (more: object) => codeOf('creditadministrator', 'deliveries.complete', { id, ...more })
    expect(await complete({})).toBe('bad-input')
    expect(await complete({ acceptedQuantity: 5 })).toBe('bad-input')
    expect(await complete({ arrivedOn: '2026-11-24', arrivedQuantity: 1000 })).toBe('bad-input')
    expect(await complete({ arrivedOn: '2026-10-10' })).toBe('bad-input')
    expect(await complete({ arrivedOn: '2026-10-10', arrivedQuantity: 100_000, receiptNumber: 'SH-7' })).toBeNull()
    expect(await complete({ arrivedOn: '2026-10-09', arrivedQuantity: 100_000 })).toBe('wrong-state')
    expect(await complete({ acceptedQuantity: 100_001 })).toBe('bad-input')
    expect(await complete({ acceptedQuantity: 90_000 })).toBeNull()
    expect(await complete({ acceptedQuantity: 100_000 })).toBe('wrong-state')
    expect(await complete({ isInvoiceInOrder: false })).toBeNull()
    expect(await listed()).toMatchObject([{ arrivedOn: '2026-10-10', receiptNumber: 'SH-7', acceptedQuantity: 90_000, isInvoiceInOrder: false, daysLate: 0, isShort: false }])
    for (const change of ['acceptedQuantity = 100000', "arrivedOn = '2026-10-01'", 'isInvoiceInOrder = NULL', "orderNumber = 'X'", 'orderedQuantity = 1']) {
      expect(() => office.archive.store.prepare(`UPDATE delivery SET ${change}`).run(), change).toThrow(/never rewritten/)
    }
    expect(() => office.archive.store.prepare('DELETE FROM delivery').run()).toThrow(/struck/)
  })
  test('corrected: the wrong one is struck and stays, the right one counts', async () => {
    const id = await record(came('2026-10-12', 100))
    expect(said('2026-11-23')[0]).toBe(0)
    const fields = { ...ORDER, ...came('2026-10-10', 100) }
    expect(await codeOf('creditadministrator', 'deliveries.correct', { id, ...ORDER, ...came('2026-10-12', 100), reason: '没有改动' })).toBe('bad-input')
    const { id: right } = await office.callAs('creditadministrator', 'deliveries.correct', { id, ...fields, reason: '按收货单' })
    expect(said('2026-11-23')[0]).toBe(1)
    expect(await listed()).toMatchObject([{ id: right, replacesId: id, struck: null }])
    expect(await listed({ state: 'struck' })).toMatchObject([{ id, replacedById: right, struck: { reason: '按收货单' } }])
    expect(await codeOf('creditadministrator', 'deliveries.correct', { id, ...fields, reason: '再改' })).toBe('wrong-state')
    const entry = office.archive.store.prepare("SELECT detail FROM audit WHERE method = 'deliveries.correct' AND outcome = 'done'").get() as { detail: string }
    expect(JSON.parse(entry.detail)).toMatchObject({ delivery: right, replaces: id, changed: { arrivedOn: ['2026-10-12', '2026-10-10'] }, reason: '按收货单' })
    expect(await codeOf('officedirector', 'deliveries.strike', { id: right, reason: '非本单位' })).toBeNull()
    expect(said('2026-11-23')[0]).toBe('notKept')
  })
  test('the very same is a second click; another receipt of the same day is another lot', async () => {
    await record(came('2026-10-10', 30, { receiptNumber: 'SH-1' }))
    expect(await codeOf('creditadministrator', 'deliveries.record', { partyId, ...ORDER, ...came('2026-10-10', 30, { receiptNumber: 'SH-1' }) })).toBe('duplicate')
    await record(came('2026-10-10', 30, { receiptNumber: 'SH-2' }))
    const open = await record({ orderNumber: 'CG-2' })
    await record(came('2026-10-10', 30, { orderNumber: 'CG-2' }))
    expect(await codeOf('creditadministrator', 'deliveries.complete', { id: open, arrivedOn: '2026-10-10', arrivedQuantity: 30_000 })).toBe('duplicate')
  })
  test('lists by state, words and days', async () => {
    await record(came('2026-10-09', 60, { receiptNumber: 'SH-1', acceptedQuantity: 60_000 }))
    await record(came('2026-10-11', 40, { acceptedQuantity: 30_000, isInvoiceInOrder: false }))
    await record({ orderNumber: 'CG-2', goods: null, dueOn: '2026-12-01' })
    await record(came('2026-09-01', 100, { orderNumber: 'CG-0', dueOn: '2026-09-01' }))
    const numbers = async (more: object) => (await listed(more)).map(({ orderNumber, arrivedOn }) => `${orderNumber} ${arrivedOn}`)
    expect(await numbers({})).toEqual(['CG-2 null', 'CG-1 2026-10-11', 'CG-1 2026-10-09', 'CG-0 2026-09-01'])
    expect(await numbers({ state: 'open' })).toEqual(['CG-2 null'])
    expect(await numbers({ state: 'late' })).toEqual(['CG-1 2026-10-11', 'CG-1 2026-10-09'])
    expect(await numbers({ state: 'rejected' })).toEqual(['CG-1 2026-10-11'])
    expect(await numbers({ state: 'invoice' })).toEqual(['CG-1 2026-10-11'])
    expect(await numbers({ text: 'sh-' })).toEqual(['CG-1 2026-10-09'])
    expect(await numbers({ from: '2026-09-02', until: '2026-10-31' })).toEqual(['CG-1 2026-10-11', 'CG-1 2026-10-09'])
    expect(await numbers({ offset: 2, limit: 1 })).toEqual(['CG-1 2026-10-09'])
    const { rates, months, overdue, deliveries } = await office.callAs('salesperson', 'deliveries.overview', { partyId })
    expect(rates.map(({ value, counted, failed }) => [value, counted, failed])).toEqual([[0.8, 2, 1], [0.875, 2, 1], [0, 1, 1]])
    expect([deliveries, overdue, months.length]).toEqual([4, 0, 25])
  })
})

test('who may: nobody of another department, none but the credit administrator, not whose supplier it is, not of a customer or another contract', async () => {
  const id = await record()
  expect(await codeOf('salesperson2', 'deliveries.list', { partyId })).toBe('not-found')
  expect(await codeOf('salesperson2', 'deliveries.overview', { partyId })).toBe('not-found')
  expect(await codeOf('salesperson', 'deliveries.record', { partyId, ...ORDER })).toBe('forbidden')
  expect(await codeOf('salesperson', 'deliveries.strike', { id, reason: '不该记' })).toBe('forbidden')
  const customer = (await office.callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '海汽公司', departmentId: office.departments.XS1 })).id
  expect(await codeOf('creditadministrator', 'deliveries.record', { partyId: customer, ...ORDER })).toBe('bad-input')
  const contract = { departmentId: office.departments.XS1, subject: '锻件', direction: 'purchase', handlerId: office.people.salesperson } as const
  const mine = await office.callAs('salesperson', 'contracts.open', { partyId, ...contract })
  const other = await office.callAs('salesperson', 'contracts.open', { partyId: customer, ...contract })
  expect(await codeOf('creditadministrator', 'deliveries.record', { partyId, ...ORDER, orderNumber: 'CG-8', dossierId: other.id })).toBe('not-found')
  await record({ orderNumber: 'CG-8', dossierId: mine.id })
  expect(await listed({ text: 'CG-8' })).toMatchObject([{ dossierId: mine.id }])
  office.archive.store.prepare('UPDATE party SET salespersonId = ? WHERE id = ?').run(office.people.creditadministrator, partyId)
  for (const method of ['deliveries.strike', 'deliveries.correct'] as const) expect(await codeOf('creditadministrator', method, { id, ...(method === 'deliveries.correct' ? { ...ORDER, unit: '套' } : {}), reason: '改' })).toBe('same-person')
})
