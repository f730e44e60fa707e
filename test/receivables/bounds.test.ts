import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_FEN } from '../../src/shared/money.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { companies } from '../invoices/office.ts'

let office: TestArchive
let [first, second] = [0, 0]
beforeAll(async () => {
  office = await openTestArchive()
  ;[first, second] = (await companies(office, 2)) as [number, number]
})
afterAll(() => office.close())

const code = async (answer: Promise<unknown>) => await answer.then(() => null, (error: Error) => /refused: ([a-z-]+)/.exec(error.message)![1])
const add = (number: string, more: object = {}) => office.callAs('creditadministrator', 'receivables.add', { partyId: second, number, issuedOn: '2026-11-01', dueOn: '2026-12-01', amountFen: 1, ...more })
const receive = (more: object) => office.callAs('creditadministrator', 'receivables.receive', { partyId: second, receivedOn: '2026-11-01', amountFen: 1, means: 'transfer', allocations: [], ...more })
const take = async (table: string, what: 'receivables' | 'receipts' = 'receivables') => await office.callAs('creditadministrator', 'receivables.import', { upload: await office.upload('creditadministrator', '账.csv', Buffer.from(table), 'import'), what, allocate: false })
const reasons = (refused: readonly { row: number; code: string }[]) => refused.map(({ row, code: why }) => [row, why])

// Today is 2026-11-23.
describe('days', () => {
  test.each([
    ['issued before 1990', { issuedOn: '1989-12-31' }], ['due more than ten years after', { issuedOn: '2026-11-01', dueOn: '2036-10-30' }], ['due in the year 9999', { dueOn: '9999-12-31' }],
  ])('%s is refused', async (_what, more) => expect(await code(add('D', more))).toBe('bad-input'))
  test('the edges are taken; money and promises are bound alike', async () => {
    await add('D1', { issuedOn: '1990-01-01', dueOn: '1990-01-01' })
    await add('D2', { issuedOn: '2026-11-01', dueOn: '2036-10-29' })
    expect(await code(receive({ receivedOn: '1989-12-31' }))).toBe('bad-input')
    expect(await code(office.callAs('creditadministrator', 'receivables.promise', { partyId: second, madeOn: '2026-11-01', dueOn: '2036-10-30', amountFen: 1, promisedBy: '王', how: 'phone' }))).toBe('bad-input')
  })
  test('in a table each is named', async () => {
    const { refused } = await take('单位,单据号,日期,到期日,金额\nE1,D3,1899-06-01,2026-01-01,1\nE1,D4,2026-01-01,9999-01-01,1\nE1,D5,2026-01-01,2036-01-01,1\n')
    expect(reasons(refused)).toEqual([[2, 'date-too-early'], [3, 'date-impossible'], [4, 'due-too-late']])
    expect(reasons((await take('单位,日期,金额\nE1,1980-01-01,1\n', 'receipts')).refused)).toEqual([[2, 'date-too-early']])
  })
  test('a day to come is no fact: neither the book nor an account is told as of it', async () => {
    const asOf = '2026-11-24'
    expect(await code(office.callAs('creditadministrator', 'receivables.ageing', { asOf }))).toBe('bad-input')
    for (const method of ['receivables.ofParty', 'receivables.items', 'receivables.receipts'] as const) expect(await code(office.callAs('creditadministrator', method, { partyId: second, asOf }))).toBe('bad-input')
    expect((await office.callAs('creditadministrator', 'receivables.ageing', { asOf: '2026-11-23' })).total).toBe(1)
  })
})

describe('one document is one, however its number is written', () => {
  test('entered', async () => {
    await add('F4-a')
    for (const number of ['F4-a', 'f4-A', 'ｆ４－Ａ', 'F4 -A']) expect(await code(add(number))).toBe('duplicate')
    await add('F4-B')
    await office.callAs('creditadministrator', 'receivables.add', { partyId: first, number: 'f4-a', issuedOn: '2026-11-01', dueOn: '2026-12-01', amountFen: 1 })
  })
  test('from a table, and as what a receipt pays', async () => {
    const table = '单位,单据号,日期,到期日,金额\nE2,ｆ４－ａ,2026-11-01,2026-12-01,0.01\nE2,f4-b,2026-11-01,2026-12-01,7\nE2,G1,2026-11-01,2026-12-01,5\nE2,ｇ１,2026-11-01,2026-12-01,5\n'
    const seen = await office.callAs('creditadministrator', 'receivables.previewImport', { upload: await office.upload('creditadministrator', '账.csv', Buffer.from(table), 'import'), what: 'receivables' })
    expect(seen).toMatchObject({ added: 1, repeated: 2, refused: [{ row: 3, code: 'number-differs' }] })
    expect(await take(table)).toMatchObject({ added: 1, repeated: 2, refused: [{ row: 3, code: 'number-differs' }] })
    expect(await take('单位,日期,金额,核销单号\nE2,2026-11-02,5,ｇ1\n', 'receipts')).toMatchObject({ added: 1, allocatedFen: 500 })
  })
})

describe('every sum is true to the fen', () => {
  test('one bill or receipt at most', async () => {
    expect(await code(add('M', { amountFen: MOST_FEN + 1 }))).toBe('bad-input')
    expect(await code(receive({ amountFen: MOST_FEN + 1 }))).toBe('bad-input')
    expect(reasons((await take('单位,单据号,日期,到期日,金额\nE1,M1,2026-11-01,2026-12-01,100000000000.01\n')).refused)).toEqual([[2, 'amount-too-large']])
  })
  test('all of them: to the last fen that can be counted, and not one more', async () => {
    const before = (await office.callAs('creditadministrator', 'receivables.ageing', {})).sums.openFen + 500
    const table = ['单位,单据号,日期,到期日,金额', ...Array.from({ length: 901 }, (_, index) => `E1,S${index},2026-11-01,2026-12-01,100000000000`)].join('\n')
    expect(await take(table)).toMatchObject({ added: 900, refused: [{ row: 902, code: 'amount-too-large' }] })
    const room = Number.MAX_SAFE_INTEGER - 900 * MOST_FEN - before
    expect(await code(add('S', { amountFen: room + 1 }))).toBe('sums-too-large')
    await add('S', { amountFen: room })
    expect(await code(add('T', { amountFen: 1 }))).toBe('sums-too-large')
    const { sums } = await office.callAs('creditadministrator', 'receivables.ageing', {})
    expect(BigInt(sums.openFen)).toBe(9007199254740991n - 500n)
  })
})
