import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { invoiceFacts } from '../../src/main/invoices/facts.ts'
import { flowEnd, isBehind, monthLast } from '../../src/shared/rules/invoices/flow.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { companies, HEADING, take } from './office.ts'

// Up to which day a party's invoices are known: the files say it, not the invoices.

test.each([['2024-02-01', '2024-02-29'], ['2025-02-28', '2025-02-28'], ['2025-12-31', '2025-12-31'], ['2026-04-07', '2026-04-30']])('the month of %s ends on %s', (day, last) => {
  expect(monthLast(day)).toBe(last)
})

test.each([
  ['2026-10-09', '2026-11-23', '2026-10-31', false], ['2026-11-02', '2026-11-23', '2026-11-23', false], ['2027-01-05', '2026-11-23', '2026-11-23', false],
  // Three months back from 23 November is 23 August: August's invoices still tell, July's do not.
  ['2026-08-01', '2026-11-23', '2026-08-31', false], ['2026-07-31', '2026-11-23', '2026-07-31', true],
])('latest %s as of %s: windows end on %s, behind: %s', (latest, asOf, end, behind) => {
  expect(flowEnd(latest, asOf)).toBe(end)
  expect(isBehind(end, asOf)).toBe(behind)
})

describe('a party’s flow', () => {
  let office: TestArchive
  let ids: number[]
  beforeEach(async () => {
    office = await openTestArchive()
    ids = await companies(office, 3)
  })
  afterEach(() => office.close())

  /** One sale of 100 a month, the first so many months before the end of October 2026. */
  const months = (company: string, from: number, until: number) => Array.from({ length: from - until + 1 }, (_unused, index) => {
    const month = new Date(Date.UTC(2026, 9 - (from - index), 12)).toISOString().slice(0, 10)
    return `${company},${company}${from - index},${month},甲,100,0,,`
  })
  const table = (...rows: readonly string[][]) => `${HEADING}\n${rows.flat().join('\n')}\n`
  const values = (party: number, asOf = '2026-11-23') => {
    const facts = office.archive.store.read((trx) => invoiceFacts(trx, ids[party - 1]!, asOf))
    return Object.fromEntries(['turnover12', 'turnover12[-1]', 'monthsActive12', 'invoiceMonths'].map((name) => [name, facts[name]!.value ?? [facts[name]!.absent, facts[name]!.sources[0]?.until]]))
  }

  test('a year is compared with a year: the window ends where the file does, and says so', async () => {
    await take(office, [table(months('E1', 23, 0))])
    // As of 23 November the window is November to October, not three weeks of it unknown.
    expect(values(1)).toEqual({ turnover12: 1200, 'turnover12[-1]': 1200, monthsActive12: 12, invoiceMonths: 24 })
    const facts = office.archive.store.read((trx) => invoiceFacts(trx, ids[0]!, '2026-11-23'))
    expect(facts['turnover12']!.sources[0]).toMatchObject({ from: '2025-11-01', until: '2026-10-31' })
    // On an earlier day nothing is other than it was.
    expect(values(1, '2026-03-20')).toMatchObject({ turnover12: 1200, monthsActive12: 12 })
    const { flow } = await office.callAs('creditadministrator', 'invoices.overview', { partyId: ids[0]! })
    expect(flow).toEqual({ sale: { endsOn: '2026-10-31', isBehind: false }, purchase: { endsOn: '2026-10-31', isBehind: false } })
  })

  test('not imported for more than a quarter: not known, with the day; never a party without sales', async () => {
    await take(office, [table(months('E1', 30, 5))])
    const ended = ['notKept', '2026-05-31']
    expect(values(1)).toEqual({ turnover12: ended, 'turnover12[-1]': ended, monthsActive12: ended, invoiceMonths: ended })
    expect(values(1, '2026-08-31')).toMatchObject({ turnover12: 1200, monthsActive12: 12 })
  })

  test('who stopped is told from who was not imported by the file he stands in', async () => {
    // E1 stopped after March; the file goes on with E2. E3 stopped as well, in a file of its own.
    await take(office, [table(months('E1', 23, 7), months('E2', 23, 0)), table(months('E3', 23, 7))])
    expect(values(1)).toMatchObject({ turnover12: 500, 'turnover12[-1]': 1200, monthsActive12: 5 })
    expect(values(3)).toMatchObject({ turnover12: ['notKept', '2026-03-31'] })
    const warning = async (party: number, code: string) => (await office.callAs('creditadministrator', 'risks.ofParty', { partyId: ids[party - 1]! })).aspects.flatMap(({ warnings }) => warnings).find((one) => one.code === code)!.state
    expect([await warning(1, 'W01'), await warning(1, 'W02'), await warning(2, 'W01'), await warning(3, 'W01'), await warning(3, 'W02')]).toEqual(['hit', 'hit', 'clear', 'unknown', 'unknown'])
  })

  test('a later file names him no more: known only where it is said to hold everybody’s, and no more once it is struck', async () => {
    await take(office, [table(months('E1', 23, 5), months('E2', 23, 5))])
    await take(office, [table(months('E2', 4, 0))])
    expect(values(1)).toMatchObject({ turnover12: ['notKept', '2026-05-31'] })
    const { batchId } = await take(office, [table([`E2,N1,2026-10-20,甲,1,0,,`])], { isWhole: true })
    expect(values(1)).toMatchObject({ turnover12: 700, 'turnover12[-1]': 1200, monthsActive12: 7 })
    // Nobody ever imported anything of E3: a whole file without him says no more than that.
    expect(values(3)).toMatchObject({ turnover12: ['notKept', undefined] })
    await office.callAs('officedirector', 'invoices.strikeBatch', { batchId, reason: '只是一家的' })
    expect(values(1)).toMatchObject({ turnover12: ['notKept', '2026-05-31'] })
  })

  test('sales and purchases each go as far as their files', async () => {
    await take(office, [table(months('E1', 23, 0)), table(months('E1', 23, 8)).replace('购方', '销方')])
    const { flow, figures, windows } = await office.callAs('creditadministrator', 'invoices.overview', { partyId: ids[0]!, asOf: '2026-11-23' })
    expect(flow).toEqual({ sale: { endsOn: '2026-10-31', isBehind: false }, purchase: { endsOn: '2026-02-28', isBehind: true } })
    expect(windows.sale).toEqual({ from: '2025-11-01', until: '2026-10-31' })
    expect(figures.find(({ name }) => name === 'purchases12')).toMatchObject({ value: null, absent: 'notKept' })
    expect(figures.find(({ name }) => name === 'turnover12')).toMatchObject({ value: 1200 })
  })
})

test('a warning tells up to which day the invoices went; one that cannot be answered any more stays', async () => {
  const office = await openTestArchive()
  const [partyId] = await companies(office, 1)
  office.archive.store.prepare('UPDATE party SET departmentId = 1 WHERE id = ?').run(partyId)
  await office.callAs('salesperson', 'dossiers.open', { partyId: partyId!, departmentId: office.departments.XS1 })
  const rows = Array.from({ length: 24 }, (_unused, index) => `E1,N${index},${new Date(Date.UTC(2024, 10 + index, 12)).toISOString().slice(0, 10)},甲,${index < 12 ? 1000 : 100},0,,`)
  await take(office, [`${HEADING}\n${rows.join('\n')}\n`])
  await office.callAs('creditadministrator', 'warnings.scan', {})
  const listed = async () => (await office.callAs('creditadministrator', 'warnings.list', { code: 'W01' })).rows
  expect(await listed()).toMatchObject([{ state: 'open', flowEndsOn: '2026-10-31', values: { turnover12: 1200, 'turnover12[-1]': 12_000 } }])
  office.clock.addDays(150)
  await office.callAs('creditadministrator', 'warnings.scan', {})
  expect(await listed()).toMatchObject([{ state: 'open', lastOn: '2026-11-23', flowEndsOn: '2026-10-31' }])
  await office.close()
})
