import type { invoices as reference } from '../zh-CN/invoices.ts'

/** Invoices of parties. */
export const invoices: typeof reference = {
  method: {
    'invoices.overview': 'Invoice flow read', 'invoices.list': 'Invoices listed', 'invoices.previewImport': 'Import of invoices previewed', 'invoices.import': 'Invoices imported', 'invoices.strikeBatch': 'Batch of invoices struck',
  },
  direction: { sale: 'Sale', purchase: 'Purchase' },
  state: { valid: 'Valid', void: 'Void', red: 'Red', uneven: 'Total does not add up' },
  field: {
    party: 'Party', direction: 'Sale or purchase', code: 'Invoice code', number: 'Invoice number', issuedOn: 'Issued on', buyer: 'Buyer', buyerCode: 'Buyer’s tax number', seller: 'Seller', sellerCode: 'Seller’s tax number',
    counterparty: 'Other side', amount: 'Amount', tax: 'Tax', total: 'Total with tax', state: 'State', skip: 'Skip',
  },
  refusal: {
    'row-unreadable': 'The row cannot be read', 'number-missing': 'No invoice number', 'number-unreadable': 'Number or code has characters that are not allowed', 'date-impossible': 'The day is missing, does not exist or cannot be read',
    'date-to-come': 'The day is still to come', 'state-unknown': 'The state is not known', 'direction-unknown': 'Sale or purchase cannot be told', 'amount-missing': 'No amount', 'amount-unreadable': 'Amount, tax or total cannot be read',
    'name-too-long': 'A name is longer than 200 characters', 'party-missing': 'No party is named', 'party-unknown': 'No such party; import the list of companies first', 'party-ambiguous': 'Several parties fit; give the credit code or the outer code',
    'party-other': 'Another party’s invoice',
  },
  title: 'Invoice flow', asOf: 'As of', import: 'Import invoices', empty: 'No invoices yet', emptyHint: 'Import lists of purchase and sales invoices; turnover, volatility and concentration follow from them.', emptyReadOnly: 'The credit administrator imports lists of purchase and sales invoices.',
  span: (from, until, count) => `${from} to ${until}, ${count} invoices`,
  window: (from, until) => `12 months: ${from} to ${until}`,
  flow: {
    until: (day) => `Invoices imported up to ${day}`, each: (sale, purchase) => `Sales imported up to ${sale}, purchases up to ${purchase}`, behind: ', more than a quarter ago: figures are no longer computed',
    hint: 'By the latest month invoiced in the imported files. Figures of 12 months end on this day; only a month that the files cover counts as one without invoices.',
  },
  chart: { title: 'Sales and purchases by month', unit: '10,000 yuan', label: (month, sale, purchase) => `${month}: sales ${sale}, purchases ${purchase} (10,000 yuan)`, summary: 'Sales and purchases of 36 months, without tax' },
  figures: {
    title: 'Figures', turnover: 'Turnover', purchases: 'Purchases', growth: 'Growth of sales', growthNone: 'No full year before', months: 'Months with sales', monthsOf: (months) => `${months} / 12`, history: 'History', historyOf: (months) => `${months} months`,
    volatility: 'Volatility of sales', volatilityHint: 'Standard deviation ÷ mean of monthly sales', invoices: 'Sales invoices', voidShare: 'Void share', redShare: 'Red share', customers: 'Customers', suppliers: 'Suppliers',
    topCustomer: 'Largest customer', topFiveCustomers: 'Five largest customers', topSupplier: 'Largest supplier', topFiveSuppliers: 'Five largest suppliers', count: (count) => count, firms: (count) => count, open: (what) => `${what}: show invoices`,
  },
  absent: { notProvided: 'Not provided', notApplicable: 'Not applicable', notKept: 'No invoices', undefined: 'Cannot be computed' },
  largest: { sale: 'Ten largest customers', purchase: 'Ten largest suppliers', none: 'None in the last 12 months', invoices: (count) => `${count} invoices` },
  list: {
    title: 'Invoices', label: 'List of invoices', direction: 'Kind', number: 'Number', counterparty: 'Other side', issuedOn: 'Issued on', amount: 'Amount', tax: 'Tax', total: 'Total', state: 'State', anyDirection: 'Sales and purchases', anyState: 'Any state',
    from: 'From', until: 'Until', search: 'Invoice number', count: (total) => `${total} invoices`, clear: 'Clear filters', none: 'No invoice fits', unnamed: 'Other side not named', uneven: 'Does not add up', only: (name) => `Only ${name}`,
  },
  batches: {
    title: 'Imports', by: (name, day) => `${name}, ${day}`, counts: (mine, added, parties) => (parties > 1 ? `${mine} of this party, ${added} of ${parties} parties in all` : `${mine} invoices`),
    strike: 'Strike', strikeTitle: 'Strike this import', strikeHint: (parties, added) => `${added} invoices of ${parties} parties no longer count anywhere; they stay on record, and the file may be imported again.`, reason: 'Reason', struck: (name, reason) => `Struck by ${name}: ${reason}`, done: 'Struck',
  },
  imports: {
    title: (name) => `Import invoices · ${name}`, titleMany: 'Import invoices', kinds: 'XLSX or CSV (UTF-8, GB18030); purchases and sales may be chosen together', files: 'Lists of invoices', known: 'Columns are told by their headings: number, day and amount must be there; a list that names buyers is of sales, one that names sellers of purchases.',
    ask: 'Kind',
    whole: 'The files hold every party’s invoices', wholeHint: 'Parties not named issued none in that time',
    voided: 'Become void', uneven: 'Total does not add up', span: 'Issued',
  },
}
