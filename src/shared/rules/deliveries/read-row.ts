import type { DELIVERY_FIELDS, DELIVERY_REFUSALS } from '../../contract/deliveries.ts'
import { columnMatcher, missingOf, PARTY_HEADINGS } from '../parties/import-columns.ts'
import { type Cell, dayOf, lineOf, noteOf } from '../parties/import-values.ts'
import type { Known } from './settle.ts'

export type DeliveryField = (typeof DELIVERY_FIELDS)[number]
export type DeliveryRefusal = (typeof DELIVERY_REFUSALS)[number]

const HEADINGS: Readonly<Record<Exclude<DeliveryField, 'skip'>, readonly string[]>> = {
  party: PARTY_HEADINGS,
  orderNumber: ['订单号', '订单编号', '采购订单', '采购订单号', '采购单号', '订单', 'order', 'ordernumber', 'orderno', 'ponumber', 'po'],
  goods: ['品名', '物料', '物料名称', '货物名称', '商品名称', '材料名称', '名称', '品名规格', 'goods', 'item', 'material', 'product'],
  unit: ['计量单位', '单位', '数量单位', 'unit', 'uom'],
  dueOn: ['交期', '交货日期', '交货期', '约定交期', '约定交货日期', '要求交期', '要求到货日期', '计划到货日期', '应到日期', 'dueon', 'due', 'duedate', 'deliverydate', 'promiseddate'],
  ordered: ['订购数量', '订单数量', '采购数量', '订货数量', '应到数量', '订购量', 'ordered', 'orderedquantity', 'orderquantity', 'quantityordered'],
  receiptNumber: ['收货单号', '入库单号', '到货单号', '送货单号', '收货单', '入库单', 'receipt', 'receiptnumber', 'receiptno', 'grn'],
  arrivedOn: ['到货日期', '收货日期', '入库日期', '实际到货日期', '实际交货日期', '到货日', '实到日期', 'arrivedon', 'arrived', 'arrivaldate', 'receiveddate', 'receiptdate'],
  arrivedQuantity: ['到货数量', '收货数量', '入库数量', '实收数量', '实到数量', '到货量', 'arrivedquantity', 'receivedquantity', 'quantityreceived'],
  accepted: ['合格数量', '检验合格数量', '合格数', '合格量', 'accepted', 'acceptedquantity', 'passed'],
  rejected: ['不合格数量', '不合格数', '退货数量', '不合格量', 'rejected', 'rejectedquantity', 'returned'],
  invoice: ['发票', '发票号', '发票号码', '有无发票', '发票有无', '是否开票', '开票', '发票合规', '开票合规', '发票是否合规', '开票情况', 'invoice', 'invoiceinorder'],
  contract: ['合同编号', '合同号', '合同', 'contract', 'contractnumber', 'contractno'],
  remarks: ['备注', '说明', '检验说明', 'remarks', 'note'],
}
/** What each column fills. */
export const matchDeliveryColumns = columnMatcher<DeliveryField>(HEADINGS)

/** What the columns do not say: whose, which order, when it is due, how much was ordered. The unit may stand with the quantity. */
export const missingInDeliveries = (fields: readonly DeliveryField[], isOneParty: boolean): DeliveryField[][] =>
  missingOf(fields, [...(isOneParty ? [] : [['party'] as const]), ['orderNumber'], ['dueOn'], ['ordered']])

const INVOICE: ReadonlyMap<string, boolean> = new Map([
  ...['合规', '有', '是', '正常', '已开', '√', '✓', '✔', '对', 'yes', 'y', 'true', '1', 'inorder', 'ok'].map((word) => [word, true] as const),
  ...['不合规', '无', '没有', '未开', '否', '有误', '错误', '退票', '×', '✗', '✘', 'x', 'no', 'n', 'false', '0', 'notinorder'].map((word) => [word, false] as const),
])

export type DeliveryDraft = Known & { party: string; contract: string; orderNumber: string; goods: string; unit: string; dueOn: string; remarks: string | null }

/** Reads one row, before anybody has asked whose it is. `headings`: a quantity's may name the unit, `订购数量（吨）`. */
export function readDeliveryRow(cells: readonly Cell[], fields: readonly DeliveryField[], today: string, headings: readonly string[] = []): DeliveryDraft | DeliveryRefusal {
  const cell = (field: DeliveryField): Cell => cells[fields.indexOf(field)] ?? null
  const text = (field: DeliveryField) => lineOf(cell(field))
  const [party, contract, orderNumber, goods, receiptNumber, remarks] = [text('party'), text('contract'), text('orderNumber'), text('goods'), text('receiptNumber'), noteOf(cell('remarks'))]
  if (orderNumber === '') return 'order-missing'
  if ([party, contract].some((one) => one.length > 200) || orderNumber.length > 60 || goods.length > 100 || receiptNumber.length > 60 || text('unit').length > 10 || remarks.length > 500) return 'text-too-long'
  const dueOn = dayOf(cell('dueOn'))
  const arrivedOn = dayOf(cell('arrivedOn'))
  if (dueOn === undefined || arrivedOn === undefined) return 'date-impossible'
  if (dueOn === null) return 'due-missing'
  if (arrivedOn !== null && arrivedOn > today) return 'arrival-to-come'
  const [ordered, arrived, accepted, rejected] = [quantityOf(cell('ordered')), quantityOf(cell('arrivedQuantity')), quantityOf(cell('accepted')), quantityOf(cell('rejected'))]
  if (ordered === undefined || arrived === undefined || accepted === undefined || rejected === undefined) return 'quantity-unreadable'
  if (ordered === null || ordered.thousandths === 0) return 'ordered-missing'
  const unit = text('unit') || ordered.unit || (arrived?.unit ?? '') || unitOfHeading(headings[fields.indexOf('ordered')] ?? '')
  if (unit === '') return 'unit-missing'
  const invoice = invoiceOf(text('invoice'))
  if (invoice === undefined) return 'invoice-unknown'
  const arrival = arrivalOf(arrivedOn, { arrived: arrived?.thousandths ?? null, accepted: accepted?.thousandths ?? null, rejected: rejected?.thousandths ?? null, hasMore: receiptNumber !== '' || invoice === true })
  if (typeof arrival === 'string') return arrival
  return { party, contract, orderNumber, goods, unit, dueOn, orderedQuantity: ordered.thousandths, receiptNumber, isInvoiceInOrder: arrival.arrivedOn === null ? null : invoice, remarks: remarks || null, ...arrival }
}

type Quantities = { arrived: number | null; accepted: number | null; rejected: number | null; hasMore: boolean }

/** Nought arrived is not arrived yet: many ledgers fill the column so. */
function arrivalOf(arrivedOn: string | null, { arrived, accepted, rejected, hasMore }: Quantities): Pick<Known, 'arrivedOn' | 'arrivedQuantity' | 'acceptedQuantity'> | DeliveryRefusal {
  if (arrivedOn === null) {
    const isThere = (arrived ?? 0) > 0 || (accepted ?? 0) > 0 || (rejected ?? 0) > 0 || hasMore
    return isThere ? 'arrival-missing' : { arrivedOn, arrivedQuantity: null, acceptedQuantity: null }
  }
  if (arrived === null || arrived === 0) return 'arrived-missing'
  const acceptedQuantity = accepted ?? (rejected === null ? null : arrived - rejected)
  if (acceptedQuantity !== null && (acceptedQuantity < 0 || acceptedQuantity > arrived)) return 'accepted-above'
  if (accepted !== null && rejected !== null && accepted + rejected !== arrived) return 'accepted-above'
  return { arrivedOn, arrivedQuantity: arrived, acceptedQuantity }
}

/** The number of an invoice of any kind, eight to twenty digits, with its code before it or not. */
const NUMBER = /^(?:no\.?)?[a-z]{0,2}\d{8,20}(?:-\d{1,20})?$/u

/** A number alone, or several, says that there is an invoice. */
function invoiceOf(word: string): boolean | null | undefined {
  const bare = word.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')
  if (bare === '') return null
  return INVOICE.get(bare) ?? (bare.split(/[、,;/]/u).every((one) => NUMBER.test(one)) ? true : undefined)
}

/** `订购数量（吨）`: 吨. */
const unitOfHeading = (heading: string): string => /[([【](\p{L}{1,10})[)\]】]\s*$/u.exec(heading.normalize('NFKC'))?.[1] ?? ''

const MOST = 9_000_000_000_000

/** A quantity in thousandths, with the unit behind it where there is one: `1,200`, `3.5吨`. Undefined for more than three decimals, a sign, or what is no number. */
export function quantityOf(cell: Cell): { thousandths: number; unit: string } | null | undefined {
  const text = (typeof cell === 'number' ? Number(cell.toPrecision(15)).toString() : lineOf(cell)).normalize('NFKC').replaceAll(/[\s,]/gu, '')
  if (text === '') return null
  const parts = /^(\d{1,10})(?:\.(\d{1,3})0*)?(\p{L}{0,10})$/u.exec(text)
  if (!parts) return undefined
  const thousandths = Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0'))
  return thousandths > MOST ? undefined : { thousandths, unit: parts[3] ?? '' }
}
