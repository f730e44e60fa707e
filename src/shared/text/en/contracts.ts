import type { Details } from '../../errors.ts'
import type { ContractEventKind, Objection } from '../../rules/contracts/events.ts'
import type { Text } from '../index.ts'

const event: Text['contracts']['event'] = { signed: 'Signed', changed: 'Changed', performed: 'Performed', terminated: 'Terminated' }

const refusal: Record<Objection['reason'] | 'rests', (day: string, what: string) => string> = {
  'to-come': () => 'The day must not be later than today.',
  'not-signed': () => 'The signing is not recorded yet.',
  'signed-already': (day) => `Signed on ${day}, as recorded.`,
  'performed-already': (day) => `Performed on ${day}, as recorded.`,
  'terminated-already': (day) => `Terminated on ${day}.`,
  'before-signing': (day) => `Not before the signing on ${day}.`,
  'before-last': (day) => `Not before the last event on ${day}.`,
  rests: (day, what) => `First strike "${what}" of ${day}.`,
}

/** English: contracts. */
export const contracts: Text['contracts'] = {
  event,
  state: { negotiating: 'Negotiating', signed: 'Signed', changed: 'Changed', performed: 'Performed', terminated: 'Terminated' },
  direction: { sale: 'Sale', purchase: 'Purchase' },
  partyRole: { guarantor: 'Guarantor', third: 'Third party' },
  refused: (details: Details): string => {
    const { reason, day } = details as { reason?: keyof typeof refusal; day?: string }
    return reason === undefined ? 'This does not fit the order of the events recorded.' : refusal[reason](day ?? '', event[details['what'] as ContractEventKind] ?? '')
  },

  page: {
    open: 'Open contract', export: 'Export XLSX', print: 'Print ledger', exported: (file) => `Exported ${file}`,
    count: (total) => `${total} contracts`, ofParty: (count) => `All ${count} contracts`, file: (day) => `Contract ledger ${day}`, sheet: 'Contracts',
    tooMany: (most) => `More than ${most} contracts: filter before printing`,
    empty: 'No contracts yet', emptyHint: 'One folder a contract; its number is the contract number.',
    noneFound: 'No contract fits', noneFoundHint: 'Try another word, or clear the filters.', clear: 'Clear filters', tableLabel: 'Contracts, Enter opens',
  },
  filter: {
    text: 'Subject, party, number, pinyin', department: 'All units', year: 'All years', direction: 'All kinds', state: 'All states', handler: 'All handlers',
    more: 'Amount and dates', party: 'One party', amountFrom: 'Amount from', amountTo: 'Amount to', signedFrom: 'Signed from', signedTo: 'Signed until', wan: '10k yuan', badAmount: 'A number, in 10,000 yuan',
  },
  sum: {
    label: 'Sums', contracts: (count) => `${count} contracts`, wan: (amount) => `${amount} × 10k yuan`, unpriced: (count) => `${count} without amount`,
    total: 'Total',
  },
  column: {
    sequence: 'No.', number: 'Contract no.', subject: 'Subject', party: 'Other party', department: 'Department', handler: 'Handler', yuan: 'Amount (yuan)',
    firstYuan: 'Amount at signing (yuan)', direction: 'Kind', state: 'State', signed: 'Signed', changed: 'Changed', performed: 'Performed', terminated: 'Terminated',
    until: 'Perform until', from: 'Perform from', counterNumber: 'Their number', guarantee: 'Warranty until', changes: 'Changes', completeness: 'Complete', remarks: 'Remarks',
  },
  field: {
    party: 'Other party', department: 'Department of the number', subject: 'Subject', direction: 'Kind', handler: 'Handler', amount: 'Amount', amountRemarks: 'About the amount',
    counterNumber: 'Their contract no.', signedOn: 'Signed on', openedOn: 'Opened on', level: 'Security level', performFrom: 'Perform from', performUntil: 'Perform until', guaranteeUntil: 'Warranty until',
    paymentTerms: 'Payment terms', parties: 'Guarantors and third parties', remarks: 'Remarks', wan: '10k yuan', firstAmount: 'At signing', changedAmount: 'Amount after the change', role: 'Role', name: 'Name',
    partyHint: 'Name, pinyin or credit code', subjectHint: 'Goods and quantity', amountHint: 'Empty for a framework without an amount', departmentHint: 'Numbered by this department and year',
    signedHint: 'Empty while negotiating', addParty: 'Add a guarantor or third party', removeParty: (name) => `Remove ${name || 'this party'}`, chooseParty: 'Choose the other party', noHits: 'No such party',
    badAmount: 'A number with at most six decimals', noAmount: 'Not fixed', more: 'Performance, payment, guarantee',
  },
  opened: (number) => `Opened ${number}`,
  saved: 'Saved',
  recorded: (name) => `Recorded: ${name}`,
  card: {
    title: 'Contract', change: 'Change', record: 'Record event', struck: (by, reason) => `Struck by ${by}: ${reason}`, strike: 'Strike', noEvents: 'Signing not recorded yet',
    amount: (from, to) => `${from} → ${to} × 10k yuan`, amountChanged: (from, to) => `Changed: signed for ${from} × 10k yuan, now ${to} × 10k yuan`, changedMark: 'changed', wan: (amount) => `${amount} × 10k yuan`, events: 'Events', by: (name) => `Recorded by ${name}`,
    performance: 'Performance', more: 'Actions on this line', changed: (count) => `Changed ${count}×`,
  },
  dialog: {
    open: 'Open contract', change: 'Change contract', record: 'Record contract event', what: 'Event', on: 'Day', remarks: 'Remarks', amountHint: 'Total of the whole contract from then on; empty if unchanged',
    strike: (name) => `Strike: ${name}`, strikeHint: 'The line stays with the reason; the contract is what the others leave it.', submit: 'Open', save: 'Save', recordAction: 'Record',
  },

  /** Its methods in the audit log. */
  method: {
    'contracts.ledger': 'View contract ledger',
    'contracts.statistics': 'Contract statistics',
    'contracts.open': 'Open contract dossier',
    'contracts.change': 'Change contract',
    'contracts.recordEvent': 'Record contract event',
    'contracts.strikeEvent': 'Strike contract event',
  },
}
