import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { moneyUnitOf } from '../../src/shared/rules/parties/import-columns.ts'
import { matchInvoiceColumns } from '../../src/shared/rules/invoices/columns.ts'
import { openTestArchive, type TestArchive } from '../builders/archive.ts'

// In which unit a table's amounts are.

test.each<[heading: string, above: string, fen: bigint | null]>([
  ['金额', '', 100n], ['金额（元）', '', 100n], ['金额（万元）', '', 1_000_000n], ['金额(万)', '', 1_000_000n], ['金额/千元', '', 100_000n], ['应收金额【百万元】', '', 100_000_000n], ['金额（亿元）', '', 10_000_000_000n],
  ['amount (CNY)', '', 100n], ['金额', '应收明细表 单位：万元', 1_000_000n], ['金额', '金额单位：人民币千元', 100_000n], ['金额（元）', '单位：万元', 100n], ['金额', '编制单位：徐州万达公司', 100n],
  ['金额（美元）', '', null], ['amount (USD)', '', null], ['金额', '单位：美元', null],
])('“%s” under “%s”', (heading, above, fen) => expect(moneyUnitOf(heading, above)).toBe(fen))

test('an invoice is in yuan: a column in another unit is not its amount', () => {
  expect(matchInvoiceColumns(['发票号码', '金额（万元）', '价税合计（元）']).fields).toEqual(['number', 'skip', 'total'])
})

describe('taken in', () => {
  let office: TestArchive
  beforeEach(async () => {
    office = await openTestArchive()
    await office.callAs('creditadministrator', 'parties.add', { kind: 'customer', name: '唐山恒岳重工有限公司', departmentId: office.departments.XS1 })
  })
  afterEach(() => office.close())
  const send = (rows: readonly string[]) => office.upload('creditadministrator', '表.csv', Buffer.from(`${rows.join('\n')}\n`), 'import')
  const NAME = '唐山恒岳重工有限公司'

  test('receivables and receipts in 万元, by their heading and by what stands above', async () => {
    const bills = await send(['单位名称,单据号,单据日期,到期日,金额（万元）', `${NAME},YS-1,2026-03-01,2026-04-01,5`, `${NAME},YS-2,2026-03-01,2026-04-01,2.53456`, `${NAME},YS-3,2026-03-01,2026-04-01,0.00000001`])
    expect(await office.callAs('creditadministrator', 'receivables.import', { upload: bills, what: 'receivables' })).toMatchObject({ added: 2, amountFen: 5_000_000 + 2_534_560, refused: [{ row: 4, code: 'amount-unreadable' }] })
    const money = await send(['收款明细,,单位：万元', '单位名称,收款日期,收款金额', `${NAME},2026-03-20,3`])
    expect(await office.callAs('creditadministrator', 'receivables.import', { upload: money, what: 'receipts' })).toMatchObject({ added: 1, amountFen: 3_000_000 })
  })

  test('defaults in 万元; another currency is refused row by row, and nothing is made of it', async () => {
    const inWan = await send(['单位名称,类别,日期,涉及金额（万元）', `${NAME},纠纷,2026-03-01,12`, `${NAME},纠纷,2026-03-02,`])
    expect(await office.callAs('creditadministrator', 'defaults.import', { upload: inWan })).toMatchObject({ added: 2, refusedTotal: 0 })
    const inDollars = await send(['单位名称,类别,日期,涉及金额（美元）', `${NAME},纠纷,2026-03-03,12`, `${NAME},纠纷,2026-03-04,`])
    expect(await office.callAs('creditadministrator', 'defaults.import', { upload: inDollars })).toMatchObject({ added: 1, refused: [{ row: 2, code: 'amount-unreadable' }] })
    expect(office.archive.store.prepare('SELECT amountFen FROM defaultRecord ORDER BY "on"').all()).toEqual([{ amountFen: 12_000_000 }, { amountFen: null }, { amountFen: null }])
  })
})
