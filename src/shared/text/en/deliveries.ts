import type { deliveries as reference } from '../zh-CN/deliveries.ts'

/** What suppliers delivered. */
export const deliveries: typeof reference = {
  method: {
    'deliveries.overview': 'Deliveries read', 'deliveries.list': 'Deliveries listed', 'deliveries.record': 'Delivery recorded', 'deliveries.complete': 'Arrival and inspection added', 'deliveries.correct': 'Delivery corrected', 'deliveries.strike': 'Delivery struck',
    'deliveries.previewImport': 'Deliveries previewed', 'deliveries.import': 'Deliveries imported',
  },
  state: { open: 'Not arrived', late: 'Not whole in time', rejected: 'Partly rejected', invoice: 'Invoice not in order', struck: 'Struck' },
  refusal: {
    'row-unreadable': 'The row cannot be read', 'party-missing': 'No supplier is named', 'party-unknown': 'No such party', 'party-ambiguous': 'Several parties fit; give the credit code or the outer code', 'party-other': 'Another party’s', 'not-supplier': 'Not a supplier',
    'order-missing': 'No order number', 'text-too-long': 'Too long', 'date-impossible': 'The day does not exist or cannot be read', 'due-missing': 'No day due', 'arrival-to-come': 'The arrival is still to come', 'arrival-missing': 'Something arrived, and no day', 'arrived-missing': 'A day of arrival, and no quantity',
    'quantity-unreadable': 'The quantity cannot be read (three decimals at most)', 'ordered-missing': 'No quantity ordered', 'accepted-above': 'Accepted and rejected do not fit what arrived', 'unit-missing': 'No unit: add a column, or write it behind the quantity as in “5 t”', 'invoice-unknown': 'Of an invoice: yes, no, in order, not in order, or its number', 'contract-unknown': 'No such contract',
    differs: 'Another thing is on record; correct it there',
  },
  title: 'Deliveries', empty: 'No deliveries', emptyHint: 'Record what was due, what arrived, what was accepted and the invoice: the rates follow, and the supplier card takes its points from them.', emptyReadOnly: 'The credit administrator records them.', asOf: 'As of',
  span: (from, until, count) => `Due ${from} to ${until}, ${count} in all`, overdue: (count) => `${count} overdue`,
  rates: {
    title: 'Last 24 months', onTimeDelivery24: 'Delivered on time', acceptedQuality24: 'Accepted quality', invoicedInOrder24: 'Invoices in order',
    orders: (counted, failed) => `${counted} orders, ${failed} not whole in time`, lots: (counted, failed) => `${counted} lots inspected, ${failed} partly rejected`, invoices: (counted, failed) => `${counted} lots, ${failed} not in order`, none: 'None in this time', open: (what) => `${what}: see what went wrong`,
    how: {
      onTimeDelivery24: 'Of every order (same number, goods and day due) how much had arrived by that day, on average; what did not come counts as nothing.', acceptedQuality24: 'Of every lot inspected how much was accepted, on average.', invoicedInOrder24: 'Of the lots whose invoice was checked, those in order.',
    },
  },
  chart: { title: 'By month', onTime: 'Whole in time', late: 'Not in time', label: (month, onTime, late) => `${month}: ${onTime} whole in time, ${late} not`, summary: 'Orders of 24 months, in time and not', inspected: (inspected, rejected) => `${inspected} inspected, ${rejected} rejected`, none: 'No order fell due in the last 24 months' },
  list: {
    title: 'Deliveries', label: 'Deliveries', anyState: 'All', from: 'Due from', until: 'Due until', search: 'Order, goods, receipt', count: (count) => count, clear: 'Clear', none: 'No deliveries match',
    order: 'Order', goods: 'Goods', dueOn: 'Due', ordered: 'Ordered', arrivedOn: 'Arrived', arrived: 'Quantity', accepted: 'Accepted', invoice: 'Invoice', result: 'Delivery',
  },
  inTime: 'In time', waiting: 'To come', short: 'Short', lateBy: (days) => `${days} d late`, overdueBy: (days) => `${days} d overdue`, invoiceYes: 'In order', invoiceNo: 'Not in order',
  record: 'Record', recordTitle: (name) => `Record a delivery · ${name}`, recorded: 'Recorded', field: {
    orderNumber: 'Order number', goods: 'Goods', unit: 'Unit', dueOn: 'Due', ordered: 'Ordered', orderedHint: 'Of the whole order, the same on every lot', contract: 'Contract', noContract: 'None', receiptNumber: 'Receipt number', arrivedOn: 'Arrived on', arrived: 'Arrived', accepted: 'Accepted', invoice: 'Invoice', remarks: 'Remarks', unknown: 'Not checked',
  },
  arrival: 'Arrival and inspection', arrivalHint: 'Leave empty until it arrives, and add it then.',
  complete: 'Add', completeTitle: 'Add arrival and inspection', completed: 'Added', correct: 'Correct', correctTitle: 'Correct this delivery', corrected: 'Corrected', correctReason: 'Why it is corrected', strike: 'Strike', strikeTitle: 'Strike this delivery', strikeHint: 'It no longer counts in ratings; the record and the reason stay.', reason: 'Reason', struckDone: 'Struck',
  imports: {
    action: 'Import', title: (name) => `Import deliveries · ${name}`, titleMany: 'Import deliveries', drop: 'List of deliveries', kinds: (isMany) => `XLSX or CSV with ${isMany ? 'supplier, ' : ''}order number, day due, quantity ordered and its unit (a column, behind the quantity as in “5 t”, or in brackets in its heading); arrival, accepted quantity and invoice may be absent. Of an invoice: yes, no, in order, not in order, or its number. Imported again, only what is new is added.`,
    field: {
      party: 'Supplier', orderNumber: 'Order', goods: 'Goods', unit: 'Unit', dueOn: 'Due', ordered: 'Ordered', receiptNumber: 'Receipt', arrivedOn: 'Arrived on', arrivedQuantity: 'Arrived', accepted: 'Accepted', rejected: 'Rejected', invoice: 'Invoice', contract: 'Contract', remarks: 'Remarks', skip: 'Skip',
    },
    completed: 'Added to',
  },
  detail: { title: (order) => `Delivery · ${order}`, by: (name, at) => `Recorded by ${name}, ${at}`, file: (file) => `Imported from ${file}`, struck: (name, reason) => `Struck by ${name}: ${reason}`, replaced: 'A corrected record stands in its place', replaces: 'Corrects an earlier one', close: 'Close' },
}
