import type { receivables as reference } from '../zh-CN/receivables.ts'

export const receivables: typeof reference = {
  method: {
    'receivables.ofParty': 'Account read', 'receivables.items': 'Receivables listed', 'receivables.receipts': 'Receipts listed', 'receivables.propose': 'Allocation proposed', 'receivables.add': 'Receivable entered', 'receivables.receive': 'Receipt entered', 'receivables.allocate': 'Receipt reallocated',
    'receivables.promise': 'Payment promise entered', 'receivables.strike': 'Receivable, receipt or promise struck', 'receivables.ageing': 'Ageing read', 'receivables.previewImport': 'Import of receivables previewed', 'receivables.import': 'Receivables or receipts imported',
  },
  bucket: { notDue: 'Not due', d30: '1–30 days', d60: '31–60 days', d90: '61–90 days', d180: '91–180 days', d365: '181–365 days', older: 'Over 365 days' },
  bucketShort: { notDue: 'Not due', d30: '1–30 d', d60: '31–60 d', d90: '61–90 d', d180: '91–180 d', d365: '181–365 d', older: 'Over 365 d' },
  means: { transfer: 'Transfer', draft: 'Acceptance draft', cash: 'Cash', offset: 'Set off' }, manner: { written: 'In writing', phone: 'By phone', visit: 'On a visit' }, promiseState: { open: 'Open', kept: 'Kept', part: 'In part', broken: 'Broken' },
  itemState: { open: 'Open', overdue: 'Overdue', settled: 'Settled', struck: 'Struck' },
  field: { party: 'Party', number: 'Number', issuedOn: 'Issued', dueOn: 'Due', termDays: 'Term in days', receivedOn: 'Received', amount: 'Amount', means: 'Means', reference: 'Reference', contract: 'Contract', remarks: 'Remarks', skip: 'Skip' },
  refusal: {
    'row-unreadable': 'Row cannot be read', 'party-missing': 'No party named', 'party-unknown': 'No such party', 'party-ambiguous': 'Several parties fit: give the credit code or outer code', 'party-other': 'Another party’s', 'number-missing': 'No number',
    'number-differs': 'Number is entered with another day or amount', 'date-missing': 'No date', 'date-impossible': 'Date does not exist or cannot be read', 'date-to-come': 'Date is to come', 'date-too-early': 'Before 1990', 'due-missing': 'Neither due day nor term', 'due-before': 'Due before it was issued', 'due-too-late': 'Due more than ten years after it was issued',
    'amount-missing': 'No amount', 'amount-unreadable': 'Amount cannot be read', 'amount-not-positive': 'Amount must be above zero', 'amount-too-large': 'Too much: at most 100 billion yuan each, and no more in all than can be counted to the fen', 'means-unknown': 'Means not known', 'contract-unknown': 'The party has no such contract', 'text-too-long': 'Text too long',
  },
  only: { overdue: 'Overdue', overdue30: 'Over 30 days overdue', overdue90: 'Over 90 days overdue', promise: 'With open promise', broken: 'Promise broken', advances: 'With advances' }, importWhat: { receivables: 'Receivables', receipts: 'Receipts' },
  receiptState: { standing: 'Standing', advances: 'Advances', struck: 'Struck' },
  balance: 'Balance', open: 'Open', overdue: 'Overdue', advances: 'Advances', oldest: 'Oldest due', longest: (days) => `${days} days overdue`, notOverdue: 'Nothing overdue', balanceHint: 'Open less advances', index: 'Payment index', indexHint: '24 months, weighted by amount; 80 on the due day, 100 before it, less the later', noIndex: 'Nothing due yet',
  share: 'Share overdue', shareHint: 'The worse of now and the mean of the last 12 month ends', sales: 'Credit sales, 12 months', asOf: 'As of', today: 'Today', buckets: 'Ageing', bucketBar: (name, amount, share) => `${name} ${amount}, ${share}`,
  items: 'Receivables', receipts: 'Receipts', promises: 'Payment promises', count: (count) => count, number: 'Number', issuedOn: 'Issued', dueOn: 'Due', amount: 'Amount', openAmount: 'Open', late: 'Overdue', longestDays: 'Longest', days: (days) => `${days} d`, contract: 'Contract',
  receivedOn: 'Received', meansLabel: 'Means', reference: 'Reference', pays: 'Pays', unallocated: (amount) => `Advance ${amount}`, paysNothing: 'Not allocated', paid: (day, amount) => `${amount} on ${day}`, settledOn: 'Settled', remarks: 'Remarks', state: 'State', itemsTable: 'Receivables; arrow keys choose a row', receiptsTable: 'Receipts; arrow keys choose a row',
  noAccount: 'No receivables', noAccountHint: 'Enter receivables and receipts, or import the tables of the accounts; the rating takes payment, overdue and promises from here.', noItems: 'No receivables', noReceipts: 'No receipts', noPromises: 'No payment promises',
  add: 'Enter receivable', addTitle: (name) => `Enter receivable · ${name}`, added: 'Receivable entered', receive: 'Enter receipt', receiveTitle: (name) => `Enter receipt · ${name}`, received: 'Receipt entered', promise: 'Enter promise', promiseTitle: (name) => `Enter payment promise · ${name}`, promised: 'Promise entered',
  amountYuan: 'Amount (yuan)', term: 'Term (days)', termHint: 'Days give the due day', noContract: 'Of no contract', allocation: 'Allocation', propose: 'First due first', clear: 'All as advance', allocated: 'Allocated', rest: 'Advance', over: 'More than was received', owed: 'Open', nothingOpen: 'Nothing is open; all of it is an advance.', reallocate: 'Reallocate', reallocateTitle: (day, amount) => `Reallocate · ${day} ${amount}`, reallocated: 'Reallocated',
  madeOn: 'Made on', promisedDue: 'To pay by', promisedBy: 'Promised by', how: 'How', from: (who, how) => `${who}, ${how.toLowerCase()}`, receivedOf: (received, amount) => `${received} of ${amount} received`, countsUntil: (day) => `counts until ${day}`,
  strike: 'Strike', strikeTitle: { receivable: 'Strike this receivable', receipt: 'Strike this receipt', promise: 'Strike this promise' }, strikeHint: { receivable: 'It counts no more; what paid it becomes an advance. Record and reason are kept.', receipt: 'It counts no more; what it paid is open again. Record and reason are kept.', promise: 'It counts no more. Record and reason are kept.' }, reason: 'Reason', struckDone: 'Struck', struck: (name, reason) => `Struck by ${name}: ${reason}`,
  by: (name, day) => `Entered by ${name}, ${day}`, fromFile: (file) => `From ${file}`, more: 'More', actions: (what) => `Actions of ${what}`, openParty: 'Open party',
  page: {
    title: 'Ageing', count: (count) => `${count} customers`, table: 'Ageing; Enter opens the party', search: 'Find a party', party: 'Party', department: 'Department', salesperson: 'Salesperson', promise: 'Promise', promiseDue: (day, amount) => `${amount} by ${day}`, all: 'All', onlyLabel: 'Only', allDepartments: 'All departments',
    clear: 'Clear filters', none: 'Nothing is open', noneHint: 'Enter receivables on a customer’s page, or import the tables of the accounts.', noMatch: 'No customer fits', noMatchHint: 'Change the filters, or clear them.', total: 'Total', withheld: (count) => `${count} more are withheld by level or authorisation`, identity: 'The buckets less advances are the balance',
    export: 'Export', inYuan: 'amounts in yuan', exported: (file) => `Exported ${file}`, file: (day) => `ageing-${day}`, sheet: 'Ageing', currency: 'yuan', share: (share) => share,
  },
  imports: {
    import: 'Import', title: 'Import receivables or receipts', titleOf: (name) => `Import receivables or receipts · ${name}`, what: 'The table holds', file: 'XLSX or CSV', kinds: { receivables: 'Needs party, number, day issued, amount, and due day or term; contract and remarks may be absent', receipts: 'Needs party, day received and amount; means, reference, number paid and remarks may be absent' }, allocate: 'Allocate first due first', allocateHint: 'A number in the table is paid first; unticked, the rest stays an advance',
    amount: 'Amount', allocated: 'Allocated',
  },
}
