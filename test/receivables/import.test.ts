import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Input } from '../../src/shared/contract/index.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'
import { companies } from '../invoices/office.ts'

let office: TestArchive
let ids: number[]
beforeAll(async () => {
  office = await openTestArchive()
  ids = await companies(office, 3)
})
afterAll(() => office.close())

const send = (table: string) => office.upload('creditadministrator', '账.csv', Buffer.from(table), 'import')
const take = async (what: 'receivables' | 'receipts', table: string, more: Partial<Input<'receivables.import'>> = {}) => await office.callAs('creditadministrator', 'receivables.import', { upload: await send(table), what, ...more })
const preview = async (what: 'receivables' | 'receipts', table: string, more: Partial<Input<'receivables.import'>> = {}) => await office.callAs('creditadministrator', 'receivables.previewImport', { upload: await send(table), what, ...more })
const position = async (index: number) => (await office.callAs('creditadministrator', 'receivables.ofParty', { partyId: ids[index - 1]! })).position

const OWED = `应收明细表,,,,,
客户编号,单据号,开票日期,账期,到期日期,价税合计（元）
E1,A-1,2026/6/1,60天,,"1,000.00"
E1,A-2,2026-07-01,,2026-08-15,500
E2,A-1,20260801,30,,250.50
E9,A-1,2026/6/1,30,,1
E1,,2026/6/1,30,,1
E1,A-3,2026/2/30,30,,1
E1,A-4,2026/12/1,30,,1
E1,A-5,2026/6/1,,,1
E1,A-6,2026/6/1,,2026/5/1,1
E1,A-7,2026/6/1,30,,-5
E1,A-8,2026/6/1,30,,五百
E1,A-1,2026/6/1,60天,,1000
E1,A-2,2026-07-01,,2026-08-15,501
`

describe('receivables', () => {
  test('the preview tells what would become of each row and writes nothing', async () => {
    const { columns, added, repeated, refused, refusedTotal, amountFen, parties } = await preview('receivables', OWED)
    expect(columns.map(({ field }) => field)).toEqual(['party', 'number', 'issuedOn', 'termDays', 'dueOn', 'amount'])
    expect({ added, repeated, refusedTotal, amountFen, parties }).toEqual({ added: 3, repeated: 1, refusedTotal: 9, amountFen: 1750_50, parties: 2 })
    expect(refused.map(({ row, code }) => [row, code])).toEqual([
      [6, 'party-unknown'], [7, 'number-missing'], [8, 'date-impossible'], [9, 'date-to-come'], [10, 'due-missing'], [11, 'due-before'], [12, 'amount-not-positive'], [13, 'amount-unreadable'], [15, 'number-differs'],
    ])
    expect(refused[0]).toMatchObject({ reason: '往来单位中没有这家', cells: ['E9', 'A-1', '2026/6/1', '30', '', '1'] })
    expect((await position(1)).openFen).toBe(0)
  })
  test('the good rows come in, once however often; due by term or by day', async () => {
    expect(await take('receivables', OWED)).toMatchObject({ read: 13, added: 3, repeated: 1, refusedTotal: 9, parties: 2, amountFen: 1750_50 })
    const again = await take('receivables', OWED)
    expect(again).toMatchObject({ added: 0, repeated: 4, refusedTotal: 9 })
    expect((await office.callAs('creditadministrator', 'receivables.items', { partyId: ids[0]! })).rows).toMatchObject([
      { number: 'A-1', issuedOn: '2026-06-01', dueOn: '2026-07-31', amountFen: 1000_00, fileName: '账.csv' }, { number: 'A-2', dueOn: '2026-08-15', amountFen: 500_00 },
    ])
    expect((await position(2)).balanceFen).toBe(250_50)
  })
  test('a table that says too little is refused, and only shown; of one party another\'s row is refused', async () => {
    await expect(take('receivables', '客户编号,金额\nE1,5\n')).rejects.toThrow('columns-not-found')
    expect(await preview('receivables', '客户编号,金额\nE1,5\n')).toMatchObject({ isTable: false, missing: [['number'], ['issuedOn'], ['dueOn', 'termDays']], added: 0 })
    expect(await take('receivables', '单位,单据号,日期,到期日,金额\nE2,B-1,2026-01-01,2026-02-01,5\n,B-2,2026-01-01,2026-02-01,6\n', { partyId: ids[2]!, columns: { 单位: 'party' } })).toMatchObject({ added: 1, refused: [{ row: 2, code: 'party-other' }] })
  })
})

const PAID = `付款单位,到账日期,收款金额,收款方式,流水号,核销单号
E1,2026-09-01,700,电汇,T-2,A-2
E1,2026-08-01,600,银行承兑汇票,T-1,
E1,2026-09-01,5,微信,T-3,
E2,2026-09-01,1000,,,
`

describe('receipts', () => {
  test('what came in first pays first; a number in the table goes before; the rest is an advance', async () => {
    expect(await take('receipts', PAID)).toMatchObject({ added: 3, refused: [{ row: 4, code: 'means-unknown' }], amountFen: 2300_00, allocatedFen: 600_00 + 700_00 + 250_50 })
    const { rows } = await office.callAs('creditadministrator', 'receivables.receipts', { partyId: ids[0]! })
    // T-1 of August pays A-1, due first; T-2 pays A-2, which it names, then what is left of A-1.
    expect(rows).toMatchObject([
      { reference: 'T-2', means: 'transfer', leftFen: 0, pays: [{ number: 'A-1', amountFen: 200_00 }, { number: 'A-2', amountFen: 500_00 }] }, { reference: 'T-1', means: 'draft', leftFen: 0, pays: [{ number: 'A-1', amountFen: 600_00 }] },
    ])
    expect(await position(1)).toMatchObject({ balanceFen: 200_00, openFen: 200_00 })
    expect(await position(2)).toMatchObject({ balanceFen: -749_50, advancesFen: 749_50 })
    expect(await take('receipts', PAID)).toMatchObject({ added: 0, repeated: 3, allocatedFen: 0 })
  })
  test('left as advances where the person says so', async () => {
    expect(await take('receipts', '收款日期,金额\n2026-10-01,3\n', { partyId: ids[2]!, allocate: false })).toMatchObject({ added: 1, allocatedFen: 0 })
    expect(await position(3)).toMatchObject({ openFen: 6_00, advancesFen: 3_00 })
  })
})
