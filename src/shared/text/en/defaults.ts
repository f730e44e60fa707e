import type { defaults as reference } from '../zh-CN/defaults.ts'

/** Defaults and complaints. */
export const defaults: typeof reference = {
  method: { 'defaults.list': 'Defaults and complaints read', 'defaults.add': 'Default or complaint recorded', 'defaults.settle': 'Settlement recorded', 'defaults.strike': 'Record of default struck', 'defaults.previewImport': 'Defaults previewed', 'defaults.import': 'Defaults imported' },
  kind: {
    late30: 'Over 30 days late', late90: 'Over 90 days late', dispute: 'Dispute', lawsuitLost: 'Lawsuit lost', misuse: 'Credit put to another use', writeOff: 'Written off', complaintTheirs: 'Complaint (their fault)', complaintOurs: 'Complaint (our fault)',
  },
  refusal: {
    'row-unreadable': 'The row cannot be read', 'party-missing': 'No party is named', 'party-unknown': 'No such party', 'party-ambiguous': 'Several parties fit; give the credit code or the outer code', 'date-impossible': 'The day does not exist or cannot be read',
    'date-to-come': 'The day is still to come', 'date-missing': 'No day in the row, and none stated', 'settled-before': 'Settled before it happened', 'kind-unknown': 'The kind is not known', 'kind-missing': 'No kind in the row, and none stated', 'answer-unknown': 'Whether it defaulted must be yes or no',
    'amount-unreadable': 'The amount cannot be read', 'text-too-long': 'The description is longer than 1000 characters',
  },
  title: 'Defaults and complaints', defaults: 'Defaults', complaints: 'Complaints', add: 'Record', addTitle: (name) => `Record a default or complaint · ${name}`, added: 'Recorded',
  none: 'No defaults', noComplaints: 'No complaints', noneHint: 'Late payment, disputes, lawsuits lost, misuse and write-offs are recorded as they happen; ratings take no record for no default.',
  severity: 'Default points, three years', severityHint: '30 days late 1, 90 days 3, dispute 2, lawsuit lost 5, misuse 2, write-off 8; halved with every full year', open: 'Open', points: (points) => `${points} points`, count: (count) => String(count),
  what: 'Kind', on: 'Happened on', amount: 'Amount (yuan)', description: 'What happened', settledOn: 'Settled on', settled: (day) => `Settled on ${day}`, unsettled: 'Open', settle: 'Settle', settleTitle: 'Record the settlement', settleNote: 'How it was settled', settleDone: 'Settlement recorded',
  strike: 'Strike', strikeTitle: 'Strike this record', strikeHint: 'It no longer counts in ratings; the record and the reason stay.', reason: 'Reason', struck: (name, reason) => `Struck by ${name}: ${reason}`, struckDone: 'Struck',
  by: (name, day) => `Recorded by ${name}, ${day}`, fromFile: (file) => `Imported from ${file}`,
  import: 'Import', importTitle: 'Import defaults', importKinds: 'XLSX or CSV; a column names the party; kind and day are stated above where there is no column; amount and description may be absent', importKind: 'Where the table has no kind', importOn: 'Where the table has no day',
  noDefault: 'Without a default', kindInstead: ' Where the table has no kind, state it above.',
  field: { party: 'Party', kind: 'Kind', isDefault: 'Default or not', on: 'Day', amount: 'Amount', description: 'Description', settledOn: 'Settled on', skip: 'Skip' },
}
