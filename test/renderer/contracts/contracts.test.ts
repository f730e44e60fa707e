import { describe, expect, test } from 'vitest'
import { emptyContract, fieldsOf, valuesOf } from '../../../src/renderer/src/features/contracts/contract-values.ts'
import { ledgerSheet } from '../../../src/renderer/src/features/contracts/ledger-xlsx.ts'
import { yuanFromFen } from '../../../src/renderer/src/ui/capital.ts'
import { contracts } from '../../../src/shared/contract/contracts.ts'
import { zhCN } from '../../../src/shared/text/zh-CN.ts'
import { aContract, aContractRow } from './rows.ts'

describe('what is typed of a contract', () => {
  test('becomes what the contract takes, and comes back as it was', () => {
    const answer = fieldsOf(valuesOf(aContract({ parties: [{ role: 'guarantor', partyId: 7, name: '恒岳担保公司' }] })))
    expect(answer).toEqual({
      fields: {
        subject: '主焦精煤 5,000 吨', direction: 'sale', counterNumber: 'JD-2026-031', handlerId: 4, firstAmountFen: 780_000_000, amountRemarks: null,
        performFrom: '2026-03-05', performUntil: '2026-12-31', paymentTerms: '款到发货', guaranteeUntil: null, parties: [{ role: 'guarantor', partyId: 7, name: '恒岳担保公司' }],
      },
    })
    if (!('fields' in answer)) return
    expect(contracts['contracts.change'].input.safeParse({ id: 1, version: 1, ...answer.fields }).success).toBe(true)
  })
  test('says what is missing, wrong or the wrong way round', () => {
    expect(fieldsOf(emptyContract)).toEqual({ missing: new Set(['subject', 'handlerId']) })
    expect(fieldsOf({ ...valuesOf(aContract()), amount: '约十万', performUntil: '2026-03-04' })).toEqual({ missing: new Set(['amount', 'performUntil']) })
  })
  test('leaves out a further party without a name, and takes no amount for none', () => {
    expect(fieldsOf({ ...valuesOf(aContract()), amount: ' ', parties: [{ role: 'third', partyId: null, name: ' ' }] })).toMatchObject({ fields: { firstAmountFen: null, parties: [] } })
  })
})

test('an amount in yuan is exact to the fen', () => {
  expect([0, 5, 100, 123_456, 9_007_199_254_740_991].map(yuanFromFen)).toEqual(['0.00', '0.05', '1.00', '1,234.56', '90,071,992,547,409.91'])
})

describe('the ledger as a table', () => {
  const sums = { sale: { contracts: 2, priced: 1, amountFen: 123_456 }, purchase: { contracts: 0, priced: 0, amountFen: 0 } }
  test('a heading row, a line a contract, the sums and the head that proves the copy', () => {
    const { rows, widths } = ledgerSheet([aContractRow(1, { amountFen: 123_456 }), aContractRow(2, { amountFen: null })], sums, zhCN, ['审计链 #1　0000-0000'])
    expect(rows).toHaveLength(1 + 2 + 1 + 1 + 1)
    expect(rows.slice(0, 3).map((row) => row.length)).toEqual([widths.length, widths.length, widths.length])
    expect(rows[1]).toContainEqual({ type: Number, value: 1234.56, format: '#,##0.00' })
    expect(rows.at(-2)).toEqual([{ type: String, value: '合计　销售　2 份　1,234.56' }])
    expect(rows.at(-1)).toEqual([{ type: String, value: '审计链 #1　0000-0000' }])
  })
})
