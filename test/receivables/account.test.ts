import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gatherFacts } from '../../src/main/facts/gather.ts'
import { PROGRAM_RULES, warningsOf } from '../../src/shared/rules/risks/warnings.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

let office: TestArchive
let party: number
let elsewhere: number
beforeAll(async () => {
  office = await openTestArchive()
  party = (await office.callAs('salesperson', 'parties.add', { kind: 'customer', name: '徐州锦岱锻造有限公司', departmentId: office.departments.XS1 })).id
  elsewhere = (await office.callAs('salesperson2', 'parties.add', { kind: 'customer', name: '唐山恒岳重工有限公司', departmentId: office.departments.XS2 })).id
})
afterAll(() => office.close())

const add = (number: string, issuedOn: string, dueOn: string, yuan: number, partyId = party) => office.callAs('creditadministrator', 'receivables.add', { partyId, number, issuedOn, dueOn, amountFen: yuan * 100 })
const receive = (receivedOn: string, yuan: number, more: { reference?: string; allocations?: { receivableId: number; amountFen: number }[] } = {}) =>
  office.callAs('creditadministrator', 'receivables.receive', { partyId: party, receivedOn, amountFen: yuan * 100, means: 'transfer', ...more })
const read = (asOf: string | null = null) => office.callAs('creditadministrator', 'receivables.ofParty', { partyId: party, asOf })
const items = async (state: 'open' | 'overdue' | 'settled' | 'struck' = 'open', asOf: string | null = null) => (await office.callAs('creditadministrator', 'receivables.items', { partyId: party, state, asOf })).rows
const code = async (answer: Promise<unknown>) => await answer.then(() => null, (error: Error) => /refused: ([a-z-]+)/.exec(error.message)![1])
const lastEntry = () => office.archive.store.prepare('SELECT method, detail FROM audit ORDER BY seq DESC LIMIT 1').get() as { method: string; detail: string }

// Today is 2026-11-23.
test('a party without an account has nothing to measure', async () => {
  expect(await read()).toMatchObject({ isEmpty: true, position: { balanceFen: 0, oldestDueOn: null }, paymentIndex: null, overdueShare: null, promises: [], may: { record: true, strike: true } })
})

describe('an account from its first bill to its last transfer', () => {
  test('two bills, one of them late; the same number again is a second click', async () => {
    await add('YS-1', '2026-08-01', '2026-09-01', 1000)
    await add('YS-2', '2026-10-01', '2026-12-01', 500)
    expect(await code(add('YS-1', '2026-08-02', '2026-09-02', 7))).toBe('duplicate')
    const { position, buckets } = await read()
    expect(position).toEqual({ balanceFen: 1500_00, openFen: 1500_00, overdueFen: 1000_00, longestOverdueDays: 83, advancesFen: 0, oldestDueOn: '2026-09-01' })
    expect(buckets).toMatchObject({ notDue: 500_00, d90: 1000_00 })
  })
  test.each([
    ['a day to come', { issuedOn: '2026-11-24', dueOn: '2026-12-01' }, 'bad-input'], ['due before it was issued', { issuedOn: '2026-11-01', dueOn: '2026-10-31' }, 'bad-input'], ['nothing', { amountFen: 0 }, 'bad-input'],
    ['another party\'s contract', { contractId: 999 }, 'not-found'], ['nobody', { partyId: 999 }, 'not-found'],
  ])('%s is refused', async (_what, more, refused) => {
    expect(await code(office.callAs('creditadministrator', 'receivables.add', { partyId: party, number: 'X', issuedOn: '2026-11-01', dueOn: '2026-12-01', amountFen: 1, ...more }))).toBe(refused)
  })

  test('the program proposes what falls due first, and says why', async () => {
    const { lines, advanceFen, because } = await office.callAs('creditadministrator', 'receivables.propose', { partyId: party, amountFen: 1200_00 })
    expect(lines).toMatchObject([{ number: 'YS-1', proposedFen: 1000_00 }, { number: 'YS-2', proposedFen: 200_00, leftFen: 500_00 }])
    expect(advanceFen).toBe(0)
    expect(because).toEqual({ rule: 'first-due-first', values: { count: 2, first: '2026-09-01' } })
  })
  test('money that came in pays as proposed; too much, twice or another\'s is refused and leaves nothing', async () => {
    const [first, second] = await items()
    for (const [allocations, refused] of [
      [[{ receivableId: first!.id, amountFen: 1000_01 }], 'over-allocated'], [[{ receivableId: first!.id, amountFen: 700_00 }, { receivableId: second!.id, amountFen: 500_00 + 1 }], 'over-allocated'],
      [[{ receivableId: first!.id, amountFen: 1 }, { receivableId: first!.id, amountFen: 1 }], 'bad-input'], [[{ receivableId: 4711, amountFen: 1 }], 'not-found'],
    ] as const) expect(await code(receive('2026-11-10', 1200, { allocations: [...allocations] }))).toBe(refused)
    const other = await add('YS-1', '2026-08-01', '2026-09-01', 9, elsewhere)
    expect(await code(receive('2026-11-10', 5, { allocations: [{ receivableId: other.id, amountFen: 1 }] }))).toBe('not-found')
    expect((await office.callAs('creditadministrator', 'receivables.receipts', { partyId: party })).total).toBe(0)

    expect(await receive('2026-11-10', 1200)).toMatchObject({ allocatedFen: 1200_00 })
    expect(await code(receive('2026-11-10', 1200))).toBe('duplicate')
    expect((await read()).position).toMatchObject({ balanceFen: 300_00, overdueFen: 0, advancesFen: 0 })
    // As it was the day before: the receipt of the day after does not count.
    expect((await read('2026-11-09')).position).toMatchObject({ balanceFen: 1500_00, overdueFen: 1000_00 })
    expect(await items('settled')).toMatchObject([{ number: 'YS-1', settledOn: '2026-11-10', daysPastDue: 70, paid: [{ receivedOn: '2026-11-10', amountFen: 1000_00 }] }])
    expect(await items('overdue', '2026-11-09')).toMatchObject([{ number: 'YS-1', openFen: 1000_00, bucket: 'd90', settledOn: null, paid: [] }])
  })
  test('a person allocates otherwise: the log keeps what was before; who looked at something else is told', async () => {
    const [receipt] = (await office.callAs('creditadministrator', 'receivables.receipts', { partyId: party })).rows
    const [second] = await items()
    const input = { receiptId: receipt!.id, allocations: [{ receivableId: second!.id, amountFen: 500_00 }] }
    const seen = receipt!.pays.map(({ receivableId, amountFen }) => ({ receivableId, amountFen }))
    // The same sum, spread otherwise: somebody else has allocated meanwhile.
    const otherwise = seen.map((line, index) => ({ ...line, amountFen: line.amountFen + (index === 0 ? -1 : 1) }))
    for (const was of [otherwise, seen.slice(1), []]) expect(await code(office.callAs('creditadministrator', 'receivables.allocate', { ...input, seen: was }))).toBe('changed-meanwhile')
    expect(await office.callAs('creditadministrator', 'receivables.propose', { partyId: party, amountFen: 1200_00, receiptId: receipt!.id })).toMatchObject({ lines: [{ number: 'YS-1', presentFen: 1000_00, leftFen: 1000_00 }, { number: 'YS-2', presentFen: 200_00, leftFen: 500_00 }] })
    expect(await office.callAs('creditadministrator', 'receivables.allocate', { ...input, seen: seen.toReversed() })).toEqual({ allocatedFen: 500_00 })
    const { method, detail } = lastEntry()
    expect(method).toBe('receivables.allocate')
    expect(JSON.parse(detail)).toMatchObject({ before: [{ amountFen: 1000_00 }, { amountFen: 200_00 }], allocations: [{ receivableId: second!.id, amountFen: 500_00 }] })
    expect((await read()).position).toMatchObject({ balanceFen: 300_00, openFen: 1000_00, overdueFen: 1000_00, advancesFen: 700_00 })
  })
  test('struck with a reason: a receipt takes its allocations along, a bill leaves an advance; nothing goes', async () => {
    const [receipt] = (await office.callAs('creditadministrator', 'receivables.receipts', { partyId: party })).rows
    const strike = (what: 'receivable' | 'receipt', id: number) => office.callAs('officedirector', 'receivables.strike', { what, id, reason: '录错' })
    await strike('receivable', receipt!.pays[0]!.receivableId)
    expect((await read()).position).toMatchObject({ balanceFen: -200_00, openFen: 1000_00, advancesFen: 1200_00 })
    await strike('receipt', receipt!.id)
    expect(await code(strike('receipt', receipt!.id))).toBe('wrong-state')
    expect((await read()).position).toMatchObject({ balanceFen: 1000_00, advancesFen: 0 })
    expect(await items('struck')).toMatchObject([{ number: 'YS-2', struck: { reason: '录错' } }])
    // What is struck may come again.
    await add('YS-2', '2026-10-01', '2026-12-01', 500)
    await receive('2026-11-10', 1200)
    expect((await read()).position).toMatchObject({ balanceFen: 300_00, overdueFen: 0 })
  })
})

describe('promises', () => {
  test('judged by what came in within three days after; the same one twice is refused', async () => {
    const promise = (madeOn: string, dueOn: string, yuan: number) => office.callAs('creditadministrator', 'receivables.promise', { partyId: party, madeOn, dueOn, amountFen: yuan * 100, promisedBy: '王经理', how: 'phone' })
    await promise('2026-11-01', '2026-11-08', 1200)
    await promise('2026-11-12', '2026-11-18', 300)
    await promise('2026-11-12', '2026-12-18', 300)
    expect(await code(promise('2026-11-12', '2026-12-18', 300))).toBe('duplicate')
    expect(await code(promise('2026-11-24', '2026-12-18', 300))).toBe('bad-input')
    expect((await read()).promises).toMatchObject([{ dueOn: '2026-12-18', state: 'open', lastOn: '2026-12-21' }, { dueOn: '2026-11-18', state: 'broken', receivedFen: 0, decidedOn: '2026-11-22' }, { dueOn: '2026-11-08', state: 'kept', receivedFen: 1200_00, decidedOn: '2026-11-10' }])
  })
})

describe('what ratings and warnings take', () => {
  const facts = (asOf: string) => office.archive.store.read((trx) => gatherFacts(trx, party, asOf))
  test('each fact with its source; absent where there is nothing to measure', () => {
    const now = facts('2026-11-23')
    // 1000 paid 70 days late: 36.67; 200 of the other early: 100. (1000 × 36.67 + 200 × 100) / 1200 = 47.225.
    expect(now['paymentIndex24']).toMatchObject({ value: 47.23, absent: null })
    expect(now['paymentIndex24']!.sources).toMatchObject([{ kind: 'receivables', line: 'receivable', rows: 2, id: null, from: '2024-11-24', until: '2026-11-23' }, { line: 'receivable', rows: 1 }])
    expect(now['longestOverdueDays']).toMatchObject({ value: 0 })
    // Month ends: 08-31 and before nothing overdue (from 08-31 on it owed): 08-31 0, 09-30 1, 10-31 1000 / 1500. Mean (0 + 1 + 2/3) / 3.
    expect(now['overdueShare']!.value).toBeCloseTo((1 + 1000 / 1500) / 3, 12)
    expect(now['promisesKept24']).toMatchObject({ value: 0.5, sources: [{ line: 'promise', rows: 2 }, { line: 'promise', rows: 1, id: expect.any(Number) }] })
    expect(now['creditSales12']).toMatchObject({ value: 1500 })
    expect(facts('2026-07-31')['paymentIndex24']).toMatchObject({ value: null, absent: 'notApplicable' })
    expect(facts('2026-07-31')['creditSales12']!.absent).toBe('notApplicable')
    expect(facts('2026-08-15')['paymentIndex24']!.absent).toBe('notApplicable')
    for (const name of ['paymentIndex24', 'overdueShare', 'longestOverdueDays', 'promisesKept24', 'creditSales12']) expect(now[name]!.latestOn! <= '2026-11-23').toBe(true)
  })
  test('as of a day in the past only what had happened counts', () => {
    const then = facts('2026-10-15')
    expect(then['longestOverdueDays']).toMatchObject({ value: 44, sources: [{ line: 'overdue', rows: 1 }, { line: 'overdue', id: expect.any(Number) }] })
    expect(then['overdueShare']!.value).toBeCloseTo(1000 / 1500, 12)
    expect(then['promisesKept24']!.absent).toBe('notApplicable')
  })
  test('early warnings: over 30 days overdue, overdue over three tenths, a promise broken', () => {
    const hit = (asOf: string) => warningsOf(facts(asOf), PROGRAM_RULES).filter(({ code: rule, state }) => ['W36', 'W37', 'W38'].includes(rule) && state === 'hit').map(({ code: rule }) => rule)
    expect(hit('2026-11-23')).toEqual(['W37', 'W38'])
    expect(hit('2026-10-15')).toEqual(['W36', 'W37'])
    expect(hit('2026-10-01')).toEqual(['W37'])
    expect(warningsOf(facts('2026-07-01'), PROGRAM_RULES).find(({ code: rule }) => rule === 'W36')!.state).toBe('unknown')
  })
})

describe('who may what', () => {
  test('own department reads, another does not even learn that there is a party', async () => {
    expect(await office.callAs('salesperson', 'receivables.ofParty', { partyId: party })).toMatchObject({ may: { record: false, strike: false } })
    for (const [method, input] of [['receivables.ofParty', {}], ['receivables.items', {}], ['receivables.receipts', {}]] as const) expect(await code(office.callAs('salesperson2', method, { partyId: party, ...input }))).toBe('not-found')
    expect(await code(office.callAs('salesperson', 'receivables.add', { partyId: party, number: 'Z', issuedOn: '2026-11-01', dueOn: '2026-11-01', amountFen: 1 }))).toBe('forbidden')
    expect(await code(office.callAs('auditor', 'receivables.ageing', {}))).toBe('forbidden')
  })
  test('the party\'s own salesperson strikes nothing of it, whatever else he is', async () => {
    office.archive.store.prepare('UPDATE party SET salespersonId = ? WHERE id = ?').run(office.people.officedirector, party)
    const [item] = await items()
    expect(await code(office.callAs('officedirector', 'receivables.strike', { what: 'receivable', id: item!.id, reason: '想划掉' }))).toBe('same-person')
    office.archive.store.prepare('UPDATE party SET salespersonId = NULL WHERE id = ?').run(party)
  })
})

describe('the whole book', () => {
  const book = (login: 'creditadministrator' | 'salesperson2' = 'creditadministrator', input: object = {}) => office.callAs(login, 'receivables.ageing', input)
  test('reconciles: buckets less advances are the balance, the sums are those of the rows, each row is what the party\'s account says', async () => {
    for (const asOf of ['2026-09-30', '2026-11-09', '2026-11-23']) {
      const { rows, sums, total } = await book('creditadministrator', { asOf })
      expect(total).toBe(rows.length)
      for (const row of rows) {
        expect(Object.values(row.buckets).reduce((sum, fen) => sum + fen, 0)).toBe(row.openFen)
        const own = await office.callAs('creditadministrator', 'receivables.ofParty', { partyId: row.partyId, asOf })
        expect(own.position).toMatchObject({ balanceFen: row.balanceFen, openFen: row.openFen, overdueFen: row.overdueFen, advancesFen: row.advancesFen, longestOverdueDays: row.longestOverdueDays })
        expect(own.buckets).toEqual(row.buckets)
      }
      expect(rows.reduce((sum, row) => sum + row.balanceFen, 0)).toBe(sums.balanceFen)
      expect(sums.openFen - sums.advancesFen).toBe(sums.balanceFen)
    }
  })
  test('filtered, sorted and seen by department', async () => {
    expect((await book('salesperson2')).rows).toMatchObject([{ partyName: '唐山恒岳重工有限公司', overdueFen: 900 }])
    expect((await book('creditadministrator', { only: 'overdue' })).rows).toHaveLength(1)
    expect((await book('creditadministrator', { only: 'promise' })).rows).toMatchObject([{ partyName: '徐州锦岱锻造有限公司', promise: { dueOn: '2026-12-18', state: 'open' } }])
    expect((await book('creditadministrator', { only: 'broken' })).rows).toEqual([])
    expect((await book('creditadministrator', { asOf: '2026-11-23', text: '锦岱' })).rows).toHaveLength(1)
    expect((await book('creditadministrator', { departmentId: office.departments.XS2 })).sums.openFen).toBe(900)
    expect((await book('creditadministrator', { sort: 'balance', descending: false })).rows.map(({ balanceFen }) => balanceFen)).toEqual([900, 300_00])
    expect((await book('creditadministrator', { offset: 1, limit: 1 })).rows).toHaveLength(1)
  })
})
