import type { Text } from '../index.ts'

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

export const print: Text['print'] = {
  preview: {
    fourProperties: 'Four-property report', blankSlip: 'Blank forms', ratingReport: 'Rating report', ratingForm: 'Rating approval form', limitForm: 'Limit approval form', limitNotice: 'Notice of credit limit', limitLedger: 'Ledger of limits',
    slip: 'Lookup slip', register: 'Borrowing register', cover: 'Dossier cover', contents: 'Contents list', label: 'Spine and barcode labels',
    contractLedger: 'Contract ledger', ageing: 'Ageing of receivables',
    transfer: 'Transfer list', keeperChange: 'Change of keeper',
    spine: 'Spine labels', drawerLabel: 'Drawer labels', boxSpine: 'Box spines', stocktake: 'Stocktake report', incident: 'Incident record', destructionList: 'Destruction list',
    auditHead: 'Audit head', regulation: 'How the regulation is kept', agreement: 'Confidentiality agreement', print: 'Print', pdf: 'Save as PDF', back: 'Back',
    printed: (times) => (times === 0 ? 'Never printed' : `Printed ${count(times, 'time', 'times')}`),
    recorded: 'Every print and PDF is written into the audit log', unrecorded: 'A copy that is not recorded has nothing on it. Use "Print" on the page.',
    loading: 'Laying out', unknownForm: 'There is no such form', notFound: 'Nothing to print',
    sheetName: (form, page, pages) => `${form}, sheet ${page} of ${pages}`,
    saved: (file) => `Saved as ${file}`,
  },
  fourProperties: { reviewer: 'Reviewed by' },
  room: 'Customer credit archive',
  stamp: {
    chain: (seq, head) => `Audit log #${seq}   ${head}`,
    pendingChain: 'Audit log #              ————-————',
    printed: (by, at, copy) => `Printed by ${by}   ${at}   copy ${copy}`,
    pendingPrinted: 'Printed by                           copy',
  },
  page: (page, pages) => `Page ${page} of ${pages}`,
  year: 'y.', month: 'm.', day: 'd.', hour: 'h.',
  slip: {
    title: 'Lookup slip', annex: 'Lookup slip, annex', number: 'No.', filled: 'Filled in',
    halves: [{ part: 'Part 1', keeper: 'archive room' }, { part: 'Part 2', keeper: 'reader' }],
    applicant: 'Reader', unit: 'Unit', phone: 'Phone', party: 'Customer', level: 'Level', dossier: 'Dossier', amount: 'Contents', place: 'Place',
    purpose: 'Purpose', manner: 'Manner', copyPages: 'pages', until: 'Until', signature: 'signature', seal: 'stamp', archivistLines: ['Archivist', ''],
    handover: 'Handover', out: 'Out', back: 'Back', pages: 'Pages', good: 'Good', damaged: 'Poor', receipt: 'Received',
    documents: (number) => count(number, 'doc.', 'docs'), pageCount: (number) => count(number, 'page', 'pages'),
    placed: (cabinet, drawer, slot) => `${cabinet} · ${drawer} · ${slot}`,
    together: (dossiers, documents, pages) => `${count(dossiers, 'dossier', 'dossiers')}, ${count(documents, 'document', 'documents')}, ${count(pages, 'page', 'pages')}`,
    seeAnnex: 'see annex', wholeOnAnnex: '… (whole text on the annex)', returnedOf: (back, all) => `${back} of ${all} back`,
    agreed: 'Agreed', refused: 'Refused', onPaper: (hash) => `signed on paper   ${hash}`, inProgram: (hash, spot) => `${spot ? 'password on the spot' : 'in the program'}   ${hash}`,
    state: {
      draft: 'Draft', submitted: 'Not signed', refused: 'Refused', cancelled: 'Cancelled', signed: null, out: null,
      returned: null,
    },
    rule: 'No lending on, taking apart or altering. Overdue from the next day.', cut: 'Cut here   A5 × 2', sequence: 'No.', title2: 'Title',
  },
  register: {
    title: 'Borrowing register', period: (from, to) => `${from} – ${to}`, lines: (number) => count(number, 'loan', 'loans'),
    columns: {
      sequence: 'No.', handedAt: 'Lent', applicant: 'Reader', unit: 'Unit', phone: 'Phone', dossier: 'Dossier', title: 'Title', level: 'Level',
      place: 'Place', purpose: 'Purpose', manner: 'How', signedBy: 'Signed by', dueOn: 'Due', receipt: 'Signature', returnedAt: 'Returned',
      condition: 'Condition', takenBackBy: 'Taken by', remarks: 'Remarks',
    },
    pagesDiffer: (out, back) => `${out} → ${back} p.`,
  },
  contractLedger: {
    title: 'Contract ledger', lines: (count) => `${count} contracts`, all: 'All contracts', pageSum: 'This page', total: 'Total', yuan: 'Amounts in yuan',
    bothSums: (sale, purchase) => `Sales ${sale}　Purchases ${purchase}`, amountFrom: (amount) => `from ${amount} × 10k yuan`, amountTo: (amount) => `up to ${amount} × 10k yuan`,
    signedFrom: (day) => `signed from ${day}`, signedTo: (day) => `signed until ${day}`, text: (words) => `"${words}"`,
    party: 'One party',
  },
  ageing: { title: 'Ageing of receivables', lines: (count) => `${count} customers`, all: 'All customers' },
  cover: {
    kind: { credit: 'Credit dossier', contract: 'Contract dossier' }, number: 'No.', title: 'Title', unit: 'Filed by', period: 'From',
    retention: 'Kept', level: 'Level', amount: 'Contents', years: (years) => `${years} years`, permanent: 'permanently', creditCode: 'Credit code', until: 'to',
    contract: { party: 'Other party', amount: 'Amount', handler: 'Handler', signed: 'Signed on', performance: 'Performance', ended: 'Ended', yuan: (amount) => `${amount} yuan` },
  },
  contents: {
    title: 'Contents', number: 'No.', party: 'Title',
    columns: { sequence: 'No.', code: 'Code', author: 'Author', title: 'Title', date: 'Date', pages: 'Pages', remarks: 'Remarks' },
    total: 'Total', original: 'Original', copy: 'Copy', continued: 'Continued',
  },
  label: {
    spine: (millimetres) => `Spine ${millimetres} mm`, barcode: 'Barcode labels 70 × 37 mm', retention: 'Kept', number: 'No.', year: (year) => String(year),
  },
  agreement: {
    title: 'Confidentiality agreement',
    opening: (name: string, unit: string, company: string) => `I, ${name}${unit === '' ? '' : ` (${unit})`}, use the customer credit dossiers of ${company} for my work and promise:`,
    promises: [
      'to read only what I have leave for, as long as I have it, and for the purpose on the slip;',
      'to copy, photograph or pass on nothing; what has to be copied is signed for and copied in the archive room;',
      'not to speak of customers\' credit, limits, debts or business to anybody who has no part in it, nor after I have left;',
      'to keep lent folders safe and return them whole and in time; to report missing pages, damage, loss or a leak on the same day;',
      'to tell nobody my password; every reading in my name is recorded, and I answer for it.',
    ],
    closing: (clause: string | null) => `If I break this promise I answer for it under the company's rules${clause === null ? '' : ` (clause ${clause})`}.`,
    signer: 'Signed', receiver: 'Received by', number: 'No. BM-',
  },
  regulation: {
    title: 'How the regulation is kept', version: (id, title, day) => `${id} ${title}, in force from ${day}`, asOf: (day) => `As of ${day}`, share: (percent) => `${percent} not overdue`,
    columns: { id: 'No.', summary: 'Asks', by: 'Carried out', cases: 'Cases', inOrder: 'In order', dueSoon: 'Due soon', overdue: 'Overdue' }, total: 'Together (each case once)', notYet: (names) => `Not yet: ${names}`, continued: 'Continued',
  },
  transfer: {
    title: 'Transfer list', number: 'List', from: 'From', to: 'To', on: 'Handed over', draft: 'Draft: nobody has signed', waiting: 'The receiver has not signed', withdrawn: 'Withdrawn: proves nothing',
    columns: {
      sequence: 'No.', number: 'Number', title: 'Title (customer)', year: 'Year', retention: 'Kept', level: 'Level', documents: 'Doc.', pages: 'Pages', medium: 'Medium', result: 'Checked',
      stage: 'Where', remarks: 'Remarks',
    },
    paper: 'Paper', both: 'Paper, scans', total: (folders) => `Total: ${count(folders, 'folder', 'folders')}`, accepted: 'Accepted', refused: (reason) => `Refused: ${reason}`,
    sums: (accepted, refused) => `${accepted} accepted, ${refused} refused`, differs: (listed, counted) => `${listed} → ${counted}`,
    sender: 'Sender', receiver: 'Receiver', witness: 'Witness', signature: 'Signature', date: 'Date', copies: [{ part: 'Copy 1', keeper: 'the sender\'s' }, { part: 'Copy 2', keeper: 'the receiver\'s' }],
    rule: 'Count every folder. With each line the receiver ticks, he answers for that folder; what he refuses stays the sender\'s.', remarks: 'Remarks',
  },
  keeperChange: {
    title: 'Change of keeper', leaving: 'Leaving', successor: 'Successor', rule: 'From this signature on the successor answers for these folders; those on loan stay with their readers.',
  },
  destructionList: {
    title: 'Destruction list', fonds: 'Archive', number: 'List', amount: 'Destroyed', amounts: (folders: number, documents: number, pages: number) => `${folders} folders, ${documents} items, ${pages} pages`, basis: 'Under', members: 'Appraisal group',
    head: 'Head of the group', approver: 'Approved by', supervisor: (turn: number) => `Supervisor ${turn}`, destroyed: 'Manner and day', carrier: 'Carried out by', keep: 'This list is kept for ever.',
    inProgram: (at: string, digest: string) => `signed by password ${at}, ${digest}`, total: (folders: number) => `Total: ${folders} folders`, gone: (day: string) => `Destroyed ${day}`, years: (years: string) => `${years} years`,
    columns: { sequence: 'No.', title: 'Title', year: 'Year', number: 'Number', due: 'To be kept', kept: 'Kept', pages: 'Pages', remarks: 'Remarks' },
  },
  stocktake: {
    title: 'Stocktake report', drawers: 'Drawers', first: 'First count', second: 'Second count', director: 'Office director', signature: 'Signature', counted: (at) => `counted until ${at}`, inProgram: (at) => `signed ${at}`,
    columns: { sequence: 'No.', kind: 'Finding', number: 'Number', title: 'Title', home: 'By the books', seen: 'Seen', resolution: 'Dealt with', by: 'By', remarks: 'Remarks' },
  },
  incident: { title: 'Incident record', number: 'Number', kind: 'Kind', dossier: 'Title', linked: 'About', director: 'Office director' },
  boxSpine: { year: 'Year', unit: 'Unit', from: 'From', to: 'To', box: 'Box', contents: 'In this box', pages: (pages) => `${pages} p.` },
  auditHead: {
    title: 'Head of the audit log', entry: 'Entry', head: 'Head', at: 'Printed', by: 'By', pending: '———', copy: (by, copy) => `${by}, copy ${copy}`,
    printer: 'Signature of the printer', witness: 'Signature of a witness',
    note: 'Keep this sheet apart from the archive. Give entry and head when the log is verified: if what follows was cut off or rewritten, the program names the first break.',
  },
}
