import { expect, test } from 'vitest'
import { matchDefaultColumns } from '../../src/shared/rules/defaults/read-row.ts'
import { matchDeliveryColumns } from '../../src/shared/rules/deliveries/read-row.ts'
import { matchInvoiceColumns } from '../../src/shared/rules/invoices/columns.ts'
import { bareHeading, PARTY_HEADINGS } from '../../src/shared/rules/parties/import-columns.ts'
import { matchReceivableColumns } from '../../src/shared/rules/receivables/read-row.ts'

test('the words stand as headings are compared', () => expect(PARTY_HEADINGS.filter((word) => bareHeading(word) !== word)).toEqual([]))

test.each([...PARTY_HEADINGS])('“%s” says in every ledger whose a row is', (heading) => {
  for (const fields of [matchDefaultColumns([heading]), matchDeliveryColumns([heading]), matchReceivableColumns('receivables', [heading]), matchReceivableColumns('receipts', [heading])]) expect(fields).toEqual(['party'])
  // On an invoice they are the two sides of it.
  const sides: Record<string, string> = { 客户: 'buyer', customer: 'buyer', 供应商: 'seller', supplier: 'seller' }
  expect(matchInvoiceColumns([heading]).fields).toEqual([sides[heading] ?? 'party'])
})

test('a bare 单位 is the unit where there is one, and else the party', () => {
  expect([matchDeliveryColumns(['单位']), matchInvoiceColumns(['单位']).fields, matchDefaultColumns(['单位']), matchReceivableColumns('receivables', ['单位'])]).toEqual([['unit'], ['skip'], ['party'], ['party']])
})
