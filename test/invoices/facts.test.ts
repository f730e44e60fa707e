import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invoiceFacts } from '../../src/main/invoices/facts.ts'
import { FACTS, splitFactName } from '../../src/shared/rules/facts/catalogue.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { companies, HEADING, take } from './office.ts'

let office: TestArchive
let ids: number[]
beforeAll(async () => {
  office = await openTestArchive()
  ids = await companies(office, 6)
  const sales = [
    // E1: two full years; as of 2020-02-29 the last twelve months begin on 2019-03-01.
    ...Array.from({ length: 24 }, (_unused, index) => `E1,S${index},${2018 + Math.floor((index + 2) / 12)}/${((index + 2) % 12) + 1}/15,甲,${index < 12 ? 1000 : 2000},0,,有效发票`),
    'E1,R1,2019/6/30,甲,-500,0,,有效发票', 'E1,V1,2019/6/30,甲,9999,0,,作废发票', 'E1,B1,2019/3/1,乙,600,0,,', 'E1,B2,2019/2/28,乙,7,0,,', 'E1,X1,2020/2/29,丙,300,0,,', 'E1,X2,2020/3/1,丙,40000,0,,', 'E1,N1,2020/1/2,,100,0,,',
    // E2: one customer, one invoice on the leap day. E3: returned more than sold. E4: void alone. E5: long ago.
    'E6,1,2026/1/5,,10,0,,', 'E2,1,2020/2/29,甲,50.05,0,,', 'E3,1,2019/3/5,甲,100,0,,', 'E3,2,2019/8/5,甲,-300,0,,', 'E3,3,2018/1/5,甲,5,0,,', 'E4,1,2020/1/1,甲,100,0,,作废', 'E5,1,2017/5/5,甲,100,0,,',
  ]
  const purchases = ['E1,P1,2019/7/1,子,300,0,,', 'E1,P2,2019/7/1,丑,100,0,,', 'E1,P3,2018/3/1,子,5,0,,', 'E1,P4,2018/2/28,子,5,0,,', 'E6,P1,2026/1/5,子,5,0,,']
  await take(office, [`${HEADING}\n${sales.join('\n')}\n`, `${HEADING.replace('购', '销')}\n${purchases.join('\n')}\n`])
})
afterAll(() => office.close())

const factsOf = (party: number, asOf = '2020-02-29') => office.archive.store.read((trx) => invoiceFacts(trx, ids[party - 1]!, asOf))
const valuesOf = (party: number, asOf?: string) => Object.fromEntries(Object.entries(factsOf(party, asOf)).map(([name, { value, absent }]) => [name, value ?? absent]))

test('every fact of the catalogue is given, whoever asks', () => {
  const wanted = Object.entries(FACTS).filter(([, { source }]) => source === 'invoices').flatMap(([name, { yearsBack }]) => [name, ...Array.from({ length: yearsBack }, (_unused, index) => `${name}[-${index + 1}]`)])
  for (const party of [1, 2, 3, 4, 5, 6]) expect(Object.keys(factsOf(party)).sort()).toEqual(wanted.sort())
  for (const name of Object.keys(factsOf(1))) expect(FACTS[splitFactName(name).base]!.source).toBe('invoices')
})

describe('two years of sales, as of a leap day', () => {
  test('turnover: what was returned reduces it, void ones and the day after are not read', () => {
    // 12 × 2000 − 500 + 600 + 300 + 100; the year before 12 × 1000 + 7, its last day 2019-02-28.
    expect(valuesOf(1)).toMatchObject({ turnover12: 24_500, 'turnover12[-1]': 12_007, 'turnover12[-2]': 'notApplicable', purchases12: 400, 'purchases12[-1]': 5, 'purchases12[-2]': 'notApplicable' })
  })
  test('months, counts and shares of the number of invoices', () => {
    // The first invoice is a purchase of 2018-02-28: month 24 back, so the 25th is begun.
    expect(valuesOf(1)).toMatchObject({ monthsActive12: 12, invoiceMonths: 25, salesInvoices12: 16, voidShare12: 1 / 17, redShare12: 1 / 16 })
  })
  test('volatility: the standard deviation of the twelve months over their mean', () => {
    const months = [2600, 2000, 2000, 1500, 2000, 2000, 2000, 2000, 2000, 2000, 2100, 2300]
    const mean = 24_500 / 12
    const deviation = Math.sqrt(months.reduce((sum, month) => sum + (month - mean) ** 2, 0) / 12)
    expect(factsOf(1)['salesVolatility12']!.value).toBeCloseTo(deviation / mean, 12)
  })
  test('customers and suppliers: shares of all, those who are not named part of the whole alone', () => {
    expect(valuesOf(1)).toMatchObject({ customers12: 3, suppliers12: 2, topCustomerShare12: 23_500 / 24_500, topFiveCustomersShare12: 24_400 / 24_500, topSupplierShare12: 0.75, topFiveSuppliersShare12: 1 })
  })
  test('where it comes from: direction, window, rows, the customer himself; and nothing after the day', () => {
    const facts = factsOf(1)
    expect(facts['turnover12']!.sources).toEqual([{ kind: 'invoices', id: null, line: 'sale', rows: 16, from: '2019-03-01', until: '2020-02-29' }])
    expect(facts['voidShare12']!.sources[0]).toMatchObject({ line: 'sale:void', rows: 1 })
    const [largest] = facts['topCustomerShare12']!.sources
    expect(office.archive.store.prepare('SELECT name FROM invoiceCounterparty WHERE id = ?').get(largest!.id)).toEqual({ name: '甲' })
    expect(largest).toMatchObject({ line: 'sale', rows: 13 })
    for (const { latestOn } of Object.values(facts)) expect(latestOn === null || latestOn <= '2020-02-29').toBe(true)
    expect(facts['turnover12']!.latestOn).toBe('2020-02-29')
  })
  test('a day earlier the window is another, and what came on the leap day is not known', () => {
    expect(valuesOf(1, '2020-02-28')).toMatchObject({ turnover12: 24_200, invoiceMonths: 25, customers12: 2 })
  })
  test('on a day in the middle of a month', () => {
    // 2018-12-16 … 2019-12-15: sales of 15 January to 15 December 2019, two of them of the dearer price only from 15 March on.
    expect(valuesOf(1, '2019-12-15')).toMatchObject({ turnover12: 2 * 1000 + 10 * 2000 - 500 + 600 + 7, monthsActive12: 12, 'turnover12[-1]': 'notApplicable' })
  })
})

describe('edges', () => {
  test('one customer, one invoice: too short for volatility, whole for concentration', () => {
    expect(valuesOf(2)).toMatchObject({ turnover12: 50.05, monthsActive12: 1, invoiceMonths: 1, salesVolatility12: 'notApplicable', topCustomerShare12: 1, topFiveCustomersShare12: 1, topSupplierShare12: 'notApplicable', suppliers12: 0, purchases12: 0, 'turnover12[-1]': 'notApplicable' })
  })
  test('more returned than sold: a turnover below zero, and what is divided by it undefined', () => {
    expect(valuesOf(3)).toMatchObject({ turnover12: -200, monthsActive12: 1, salesVolatility12: 'undefined', customers12: 0, topCustomerShare12: 'undefined', redShare12: 0.5, 'turnover12[-1]': 0 })
  })
  test('void ones alone: they count as void and as nothing else', () => {
    expect(valuesOf(4)).toMatchObject({ turnover12: 0, monthsActive12: 0, invoiceMonths: 'notApplicable', salesVolatility12: 'notApplicable', salesInvoices12: 0, voidShare12: 1, redShare12: 'notApplicable', topCustomerShare12: 'notApplicable' })
  })
  test('none in the window: sums are zero, shares of nothing do not apply', () => {
    expect(valuesOf(5)).toMatchObject({ turnover12: 0, 'turnover12[-1]': 0, 'turnover12[-2]': 'notApplicable', monthsActive12: 0, invoiceMonths: 34, salesVolatility12: 'notApplicable', voidShare12: 'notApplicable', customers12: 0, topCustomerShare12: 'notApplicable' })
  })
  test('nobody named: how many and how much of it cannot be told', () => {
    expect(valuesOf(6, '2026-01-31')).toMatchObject({ turnover12: 10, customers12: 0, topCustomerShare12: 'undefined', topFiveCustomersShare12: 'undefined' })
  })
  test('none at all, or none yet: not kept', () => {
    for (const value of [...Object.values(valuesOf(6)), ...Object.values(valuesOf(5, '2017-05-04'))]) expect(value).toBe('notKept')
    expect(valuesOf(5, '2017-05-05')).toMatchObject({ turnover12: 100, invoiceMonths: 1 })
  })
})

describe('the list', () => {
  test('pages of every filter are what one query in their order gives', async () => {
    for (const filter of [{}, { direction: 'sale' }, { state: 'void' }, { state: 'red' }, { state: 'valid', direction: 'purchase' }, { from: '2019-01-01', until: '2019-06-30' }, { number: 'S1' }] as const) {
      const all = await office.callAs('creditadministrator', 'invoices.list', { partyId: ids[0]!, limit: 500, ...filter })
      expect(all.rows).toHaveLength(all.total)
      expect(all.total).toBeGreaterThan(0)
      const key = (row: { issuedOn: string; id: number }) => `${row.issuedOn} ${String(row.id).padStart(6, '0')}`
      expect(all.rows.map(key)).toEqual(all.rows.map(key).sort().reverse())
      const pages = []
      for (let offset = 0; offset < all.total; offset += 3) pages.push(...(await office.callAs('creditadministrator', 'invoices.list', { partyId: ids[0]!, limit: 3, offset, ...filter })).rows)
      expect(pages).toEqual(all.rows)
    }
  })
  test('by the customer behind a share', async () => {
    const [largest] = factsOf(1)['topCustomerShare12']!.sources
    const { total } = await office.callAs('generalmanager', 'invoices.list', { partyId: ids[0]!, counterpartyId: largest!.id, direction: 'sale', state: 'valid', from: largest!.from, until: largest!.until })
    expect(total).toBe(largest!.rows)
  })
  test('nobody is told of a party that he does not see', async () => {
    for (const method of ['invoices.overview', 'invoices.list'] as const) {
      expect(await office.answerAs('salesperson', method, { partyId: ids[0]! })).toMatchObject({ ok: false, error: { code: 'not-found' } })
      expect(await office.answerAs('systemadministrator', method, { partyId: ids[0]! })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    }
  })
})
