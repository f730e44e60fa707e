import type { INVOICE_FIELDS } from '../../contract/invoices.ts'
import { columnMatcher, missingOf, moneyUnitOf, PARTY_HEADINGS } from '../parties/import-columns.ts'

export type InvoiceField = (typeof INVOICE_FIELDS)[number]

/** Headings as `bareHeading` leaves them. The first column that says a field has it. */
const HEADINGS: Readonly<Record<Exclude<InvoiceField, 'skip'>, readonly string[]>> = {
  party: PARTY_HEADINGS,
  direction: ['方向', '进销项', '进销', '发票方向', '进项销项', '进销标志', '业务类型', 'direction', 'inout'],
  code: ['发票代码', 'invoicecode'],
  number: ['发票号码', '数电票号码', '数电发票号码', '全电发票号码', '发票号', '号码', 'invoicenumber', 'invoiceno', 'number', 'no'],
  issuedOn: ['开票日期', '开票时间', '发票日期', '日期', 'issuedon', 'issuedate', 'invoicedate', 'date'],
  buyer: ['客户', '购方单位代号', '购方名称', '购方', '购方企业名称', '购买方', '购买方名称', '购货方', '购货单位', '购货单位名称', '受票方', '受票方名称', 'buyer', 'buyername', 'customer'],
  buyerCode: ['购方税号', '购方识别号', '购方纳税人识别号', '购买方识别号', '购买方税号', '购买方纳税人识别号', '购方统一社会信用代码', 'buyercode', 'buyertaxid'],
  seller: ['供应商', '销方单位代号', '销方名称', '销方', '销方企业名称', '销售方', '销售方名称', '销货方', '销货单位', '销货单位名称', '开票方', '开票方名称', 'seller', 'sellername', 'supplier'],
  sellerCode: ['销方税号', '销方识别号', '销方纳税人识别号', '销售方识别号', '销售方税号', '销售方纳税人识别号', '销方统一社会信用代码', 'sellercode', 'sellertaxid'],
  counterparty: ['对方单位', '对方名称', '对方', '对方单位名称', '交易对手', 'counterparty', 'counterpartyname'],
  amount: ['金额', '不含税金额', '合计金额', '开票金额', '未税金额', 'amount', 'netamount', 'amountwithouttax'],
  tax: ['税额', '合计税额', '增值税额', '增值税', 'tax', 'taxamount', 'vat'],
  total: ['价税合计', '价税合计金额', '含税金额', '含税合计', 'total', 'totalamount', 'grossamount', 'amountwithtax'],
  state: ['发票状态', '状态', '票据状态', 'state', 'status', 'invoicestatus'],
}

const match = columnMatcher<InvoiceField>(HEADINGS)

export type InvoiceColumns = {
  /** What each column fills, in the order of the table. */
  fields: InvoiceField[]
  /** Headings of the caller's map that the table does not have; fields that two of them would fill. */
  unknown: string[]
  doubled: InvoiceField[]
}

/** What each column fills: by the caller's map where it names the heading, else by what the heading says. */
export function matchInvoiceColumns(headings: readonly string[], map: Readonly<Record<string, InvoiceField>> = {}): InvoiceColumns {
  // An invoice is in yuan: a column in another unit is a summary of something else.
  const fields = match(headings, map).map((field, index): InvoiceField => (['amount', 'tax', 'total'].includes(field) && moneyUnitOf(headings[index]!) !== 100n ? 'skip' : field))
  const filled = fields.filter((field) => field !== 'skip')
  return { fields, unknown: Object.keys(map).filter((heading) => !headings.includes(heading)), doubled: [...new Set(filled.filter((field, index) => filled.indexOf(field) !== index))] }
}

/** Which way all invoices of a table go, where its columns say so: whoever is named besides the party is the other side. */
export function directionOf(fields: readonly InvoiceField[]): 'sale' | 'purchase' | null {
  const namesBuyer = fields.includes('buyer') || fields.includes('buyerCode')
  const namesSeller = fields.includes('seller') || fields.includes('sellerCode')
  return namesBuyer === namesSeller ? null : namesBuyer ? 'sale' : 'purchase'
}

/** What the columns do not say of an invoice: its number, its day, its amount. */
export const missingInInvoices = (fields: readonly InvoiceField[]): InvoiceField[][] => missingOf(fields, [['number'], ['issuedOn'], ['amount', 'total']])
