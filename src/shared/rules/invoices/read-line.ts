import type { INVOICE_REFUSALS } from '../../contract/invoices.ts'
import { type Cell, dayOf, lineOf } from '../parties/import-values.ts'
import type { InvoiceField } from './columns.ts'

export type InvoiceRefusal = (typeof INVOICE_REFUSALS)[number]
export type Direction = 'sale' | 'purchase'

/** One row of a table of invoices, before anybody has asked whose it is. */
export type InvoiceLine = {
  /** As the party column has it; empty where there is none. */
  party: string
  direction: Direction | null
  buyer: Side
  seller: Side
  counterparty: string
  code: string
  number: string
  issuedOn: string
  amountFen: number
  taxFen: number
  totalFen: number
  isVoid: boolean
}
type Side = { code: string; name: string }

const LONGEST_NAME = 200
const NUMBER = /^[0-9A-Za-z-]{1,30}$/

/** Reads rows of one table. What many rows repeat (days, states, directions) is understood once. */
export function lineReader(fields: readonly InvoiceField[], today: string): (cells: readonly Cell[]) => InvoiceLine | InvoiceRefusal {
  const at = (field: InvoiceField) => fields.indexOf(field)
  const columns = {
    party: at('party'), direction: at('direction'), code: at('code'), number: at('number'), issuedOn: at('issuedOn'), buyer: at('buyer'), buyerCode: at('buyerCode'),
    seller: at('seller'), sellerCode: at('sellerCode'), counterparty: at('counterparty'), amount: at('amount'), tax: at('tax'), total: at('total'), state: at('state'),
  }
  const days = new Map<string, string | null | undefined>()
  const day = (cell: Cell) => {
    if (typeof cell !== 'string') return dayOf(cell)
    if (!days.has(cell)) {
      if (days.size > 100_000) days.clear()
      days.set(cell, dayOf(cell))
    }
    return days.get(cell)
  }
  return (cells) => {
    const text = (column: number) => (column < 0 ? '' : lineOf(cells[column] ?? null))
    const number = text(columns.number)
    if (number === '') return 'number-missing'
    const code = text(columns.code)
    if (!NUMBER.test(number) || (code !== '' && !NUMBER.test(code))) return 'number-unreadable'
    const issuedOn = day(cells[columns.issuedOn] ?? null)
    if (!issuedOn) return 'date-impossible'
    if (issuedOn > today) return 'date-to-come'
    const isVoid = voidOf(text(columns.state))
    if (isVoid === undefined) return 'state-unknown'
    const direction = directionWord(text(columns.direction))
    if (direction === undefined) return 'direction-unknown'
    const amounts = amountsOf(cells[columns.amount] ?? null, cells[columns.tax] ?? null, cells[columns.total] ?? null)
    if (typeof amounts === 'string') return amounts
    const line = {
      party: text(columns.party), direction, buyer: { code: text(columns.buyerCode), name: text(columns.buyer) },
      seller: { code: text(columns.sellerCode), name: text(columns.seller) }, counterparty: text(columns.counterparty), code, number, issuedOn, isVoid, ...amounts,
    }
    const names = [line.party, line.buyer.code, line.buyer.name, line.seller.code, line.seller.name, line.counterparty]
    return names.some((name) => name.length > LONGEST_NAME) ? 'name-too-long' : names.some((name) => name.includes('\ufffd')) ? 'row-unreadable' : line
  }
}

/** Of amount, tax and total any one may be absent and follows from the two others; an amount alone bears no tax. */
function amountsOf(amount: Cell, tax: Cell, total: Cell): { amountFen: number; taxFen: number; totalFen: number } | InvoiceRefusal {
  const amountFen = signedFenOf(amount)
  const taxFen = signedFenOf(tax)
  const totalFen = signedFenOf(total)
  if (amountFen === undefined || taxFen === undefined || totalFen === undefined) return 'amount-unreadable'
  if (amountFen === null) return taxFen === null || totalFen === null ? 'amount-missing' : { amountFen: totalFen - taxFen, taxFen, totalFen }
  if (taxFen === null) return { amountFen, taxFen: totalFen === null ? 0 : totalFen - amountFen, totalFen: totalFen ?? amountFen }
  return { amountFen, taxFen, totalFen: totalFen ?? amountFen + taxFen }
}

const PLAIN = /^(-?)(\d{1,13})(?:\.(\d{1,2})0*)?$/
const MOST_FEN = 9_000_000_000_000_000

/** Yuan as fen, red ones negative (`-943.4`, `(943.40)`); null for an empty cell, undefined for one that cannot be read. */
export function signedFenOf(cell: Cell): number | null | undefined {
  if (typeof cell === 'number') {
    const fen = Math.round(Number((cell * 100).toPrecision(15)))
    return Number.isFinite(cell) && Math.abs(fen) <= MOST_FEN && Math.abs(cell * 100 - fen) < 1e-3 ? fen || 0 : undefined
  }
  const plain = typeof cell === 'string' ? PLAIN.exec(cell) : null
  if (plain) return fenFrom(plain)
  const text = lineOf(cell).normalize('NFKC').replaceAll(/[\s,¥]|元$/gu, '').replace(/^[−–]/u, '-')
  if (text === '') return null
  const parts = PLAIN.exec(text.replace(/^\((.+)\)$/u, '-$1').replace(/^\+/u, ''))
  return parts ? fenFrom(parts) : undefined
}

function fenFrom([, sign, whole, fraction = '']: RegExpExecArray): number {
  const fen = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
  return sign === '-' && fen !== 0 ? -fen : fen
}

/** Void or valid; a blank is valid, for most ledgers mark only what is void. A red invoice is valid: its amount is negative. */
function voidOf(state: string): boolean | undefined {
  if (state === '' || VALID.has(state)) return false
  if (VOID.has(state)) return true
  const bare = state.toLowerCase().replaceAll(/\s/gu, '').replace(/发票$/u, '')
  return VOID.has(bare) ? true : VALID.has(bare) ? false : undefined
}

const VALID: ReadonlySet<string> = new Set(['有效发票', '有效', '正常', '正常发票', '已开', '已开具', '蓝字', '负数', '负数发票', '红字', '红字发票', '红冲', '已红冲', '已红冲-全额', '已红冲-部分', '部分红冲', '全额红冲', 'valid', 'normal', 'issued', 'red'])
const VOID: ReadonlySet<string> = new Set(['作废发票', '作废', '已作废', '空白作废', '废票', '失控', '失控发票', 'void', 'voided', 'cancelled', 'canceled'])

function directionWord(text: string): Direction | null | undefined {
  if (text === '') return null
  const word = text.toLowerCase()
  if (['销项', '销售', '销', '销项发票', '开出', 'sale', 'sales', 'out', 'output'].includes(word)) return 'sale'
  if (['进项', '采购', '购进', '进', '进项发票', '取得', 'purchase', 'purchases', 'in', 'input'].includes(word)) return 'purchase'
  return undefined
}
