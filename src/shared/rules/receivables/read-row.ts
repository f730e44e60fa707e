import type { RECEIVABLE_FIELDS, RECEIVABLE_IMPORTS, RECEIVABLE_REFUSALS } from '../../contract/receivables.ts'
import { addDays } from '../lookups/days.ts'
import { columnMatcher, missingOf, PARTY_HEADINGS } from '../parties/import-columns.ts'
import { type Cell, countOf, dayOf, fenOf, lineOf, noteOf } from '../parties/import-values.ts'
import { signedFenOf } from '../invoices/read-line.ts'
import { dayFault, dueFault, isTooLarge, MOST_TERM_DAYS } from './bounds.ts'
import type { ReceiptMeans } from './words.ts'

export type ReceivableField = (typeof RECEIVABLE_FIELDS)[number]
export type ReceivableRefusal = (typeof RECEIVABLE_REFUSALS)[number]
export type What = (typeof RECEIVABLE_IMPORTS)[number]

const PARTY = ['单位', '购货单位', '购货单位名称', ...PARTY_HEADINGS]
const AMOUNT = ['金额', '价税合计', '应收金额', '应收款', '应收', '收款金额', '回款金额', '到账金额', '实收金额', '收入金额', '贷方金额', '合计', 'amount', 'total', 'amountyuan']
const REMARKS = ['备注', '说明', '摘要', 'remarks', 'note', 'memo']

const HEADINGS: Readonly<Record<What, Partial<Record<ReceivableField, readonly string[]>>>> = {
  receivables: {
    party: PARTY,
    number: ['单据号', '单据编号', '单号', '应收单号', '应收单编号', '发票号码', '发票号', '结算单号', '编号', 'number', 'documentnumber', 'invoicenumber', 'invoiceno', 'billnumber'],
    issuedOn: ['单据日期', '应收日期', '开票日期', '确认日期', '发生日期', '日期', '业务日期', 'issuedon', 'issued', 'date', 'invoicedate', 'documentdate'],
    dueOn: ['到期日', '到期日期', '应收到期日', '付款到期日', '约定付款日', '应付款日', '收款期限', 'dueon', 'due', 'duedate'],
    termDays: ['账期', '账期天数', '信用期', '信用期天数', '付款期限天数', 'term', 'termdays', 'creditdays', 'days'],
    amount: AMOUNT, contract: ['合同编号', '合同号', 'contract', 'contractnumber', 'contractno'], remarks: REMARKS,
  },
  receipts: {
    party: PARTY,
    receivedOn: ['收款日期', '到账日期', '回款日期', '收款日', '到账日', '交易日期', '入账日期', '日期', 'receivedon', 'received', 'date', 'receiptdate', 'paymentdate'],
    amount: AMOUNT,
    means: ['收款方式', '方式', '结算方式', '付款方式', '回款方式', '支付方式', 'means', 'method', 'paymentmethod'],
    reference: ['凭证号', '流水号', '交易流水号', '银行流水号', '票据号', '票号', '收款单号', '参考号', 'reference', 'voucher', 'vouchernumber', 'transactionid', 'ref'],
    number: ['核销单号', '核销单据号', '核销应收单号', '对应单据号', '应收单号', '发票号码', '发票号', 'number', 'invoicenumber', 'invoiceno'],
    remarks: REMARKS,
  },
}
const MATCHERS = { receivables: columnMatcher<ReceivableField>(HEADINGS.receivables), receipts: columnMatcher<ReceivableField>(HEADINGS.receipts) }

/** What each column fills. */
export const matchReceivableColumns = (what: What, headings: readonly string[], map?: Readonly<Record<string, ReceivableField>>): ReceivableField[] => MATCHERS[what](headings, map)

/** What the columns do not say: whose, when and how much, and of a receivable its number and when it is due. */
export const missingInReceivables = (what: What, fields: readonly ReceivableField[], isOneParty: boolean): ReceivableField[][] =>
  missingOf(fields, [...(isOneParty ? [] : [['party'] as const]), ...(what === 'receipts' ? [['receivedOn'] as const] : [['number'], ['issuedOn'], ['dueOn', 'termDays']] as const), ['amount']])

const MEANS: ReadonlyMap<string, ReceiptMeans> = new Map([
  ...['转账', '银行转账', '电汇', '汇款', '网银', '对公转账', '银行存款', 'transfer', 'wire', 'bank', 'banktransfer'].map((word) => [word, 'transfer'] as const),
  ...['承兑', '承兑汇票', '银行承兑', '银行承兑汇票', '商业承兑汇票', '商业承兑', '票据', '汇票', 'draft', 'bill', 'acceptance'].map((word) => [word, 'draft'] as const),
  ...['现金', 'cash'].map((word) => [word, 'cash'] as const),
  ...['抵账', '抵帐', '对冲', '抵销', '抵消', '冲抵', 'offset'].map((word) => [word, 'offset'] as const),
])

export type ReceivableDraft = {
  what: 'receivables'; party: string; contract: string; number: string; issuedOn: string; dueOn: string; amountFen: number; remarks: string | null
}
export type ReceiptDraft = { what: 'receipts'; party: string; number: string; receivedOn: string; amountFen: number; means: ReceiptMeans; reference: string; remarks: string | null }

/** Reads one row, before anybody has asked whose it is. `fenPerUnit`: of the amount's column; null for another currency. */
export function readReceivableRow(what: What, cells: readonly Cell[], fields: readonly ReceivableField[], today: string, fenPerUnit: bigint | null = 100n): ReceivableDraft | ReceiptDraft | ReceivableRefusal {
  const cell = (field: ReceivableField): Cell => cells[fields.indexOf(field)] ?? null
  const amountFen = fenPerUnit === null ? undefined : fenPerUnit === 100n ? signedFenOf(cell('amount')) : fenOf(cell('amount'), fenPerUnit)
  if (amountFen === undefined) return 'amount-unreadable'
  if (amountFen === null) return 'amount-missing'
  if (amountFen <= 0) return 'amount-not-positive'
  if (isTooLarge(amountFen)) return 'amount-too-large'
  const [party, number, reference, contract, remarks] = [lineOf(cell('party')), lineOf(cell('number')), lineOf(cell('reference')), lineOf(cell('contract')), noteOf(cell('remarks'))]
  if (party.length > 200 || number.length > 60 || reference.length > 60 || remarks.length > 500) return 'text-too-long'
  const on = dayOf(cell(what === 'receipts' ? 'receivedOn' : 'issuedOn'))
  if (on === undefined) return 'date-impossible'
  if (on === null) return 'date-missing'
  const fault = dayFault(on, today)
  if (fault !== null) return fault
  if (what === 'receipts') {
    const word = lineOf(cell('means')).normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')
    const means = word === '' ? 'transfer' : MEANS.get(word)
    return means === undefined ? 'means-unknown' : { what, party, number, receivedOn: on, amountFen, means, reference, remarks: remarks || null }
  }
  if (number === '') return 'number-missing'
  const dueOn = dueOf(cell('dueOn'), cell('termDays'), on)
  if (dueOn === undefined) return 'date-impossible'
  if (dueOn === null) return 'due-missing'
  return dueFault(on, dueOn) ?? { what, party, contract, number, issuedOn: on, dueOn, amountFen, remarks: remarks || null }
}

/** A due day as it stands, else so many days after it was issued. */
function dueOf(due: Cell, term: Cell, issuedOn: string): string | null | undefined {
  const day = dayOf(due)
  if (day !== null) return day
  const text = lineOf(term).replace(/天$/u, '')
  const days = countOf(text)
  return days === undefined || (days !== null && days > MOST_TERM_DAYS) ? undefined : days === null ? null : addDays(issuedOn, days)
}
