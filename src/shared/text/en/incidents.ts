import type { Text } from '../index.ts'

export const incidents: Text['incidents'] = {
  title: 'Incidents',
  kind: { missing: 'Missing', damaged: 'Damaged', leaked: 'Leaked' },
  state: { open: 'Open', closed: 'Closed' },
  stage: { department: 'Department', administrator: 'Credit administrator', office: 'Leading group\'s office', archiveRoom: 'Archive room', reader: 'Reader', destroyed: 'Destroyed' },
  how: {
    opened: 'opened', received: 'received', takenIn: 'shelved', lent: 'lent', returned: 'returned', keeperChanged: 'keeper changed', destroyed: 'destroyed', undone: 'given back', read: 'read a scan',
  },
  action: { open: 'Open an incident', trace: 'Trace a watermark', print: 'Print', save: 'Save', close: 'Close' },
  list: {
    number: 'Number', kind: 'Kind', dossier: 'Dossier', title: 'Title', found: 'Found', answerable: 'Answerable then', openedBy: 'Opened by', state: 'State', search: 'Number, dossier, party', searchLabel: 'Find an incident', anyKind: 'Any kind',
    anyState: 'Any state', from: 'Found from', to: 'to', counted: (count) => `${count} incidents`, empty: 'No incident', emptyHint: 'What is missing, damaged or leaked is entered here, with whoever answered for it then.', noMatch: 'No incident fits',
  },
  open: {
    title: 'Open an incident', kind: 'Kind', dossier: 'Dossier number', dossierHint: 'Scan the folder or type its number', noDossier: (code) => `There is no "${code}"`, from: 'Happened from', to: 'to', when: 'When', whenHint: 'From and to, where the moment is not known',
    foundOn: 'Found on', what: 'What happened', people: 'Answerable then', peopleHint: 'By the custody ledger', nobody: 'It had not been opened then', badTime: 'Ends before it begins', confirm: 'Open', opened: (number) => `${number} opened`, offer: 'Open an incident',
    offered: (number) => `${number} reported missing`,
  },
  card: {
    what: 'What happened', happened: 'When', at: (at) => at, between: (from, to) => `${from} to ${to}`, found: 'Found', foundBy: (day, name) => `${day}   ${name}`, opened: 'Opened', document: 'Document', stocktake: 'Stocktake', slip: 'Slip',
    reading: 'Reading', people: 'Answerable then', span: (from, to) => `${from} – ${to}`, until: 'now', findings: 'Findings', consequences: 'Consequences', measures: 'Measures', findingsHint: 'Search, cause, responsibility', consequencesHint: 'For those answerable and the customer',
    measuresHint: 'Against a repetition', closing: 'Closing remark', closed: 'Closed', notYet: 'Not written yet', unfinished: 'Closed once findings, consequences and measures are written', byOther: 'Closed by the office director, who neither opened it nor answers for it',
    investigate: 'Investigation', saved: 'Saved', closedDone: 'Closed', notFound: 'There is no such incident',
  },
  trace: {
    title: 'Trace a watermark', field: 'Watermark', hint: 'As on the photograph: name   slip   MM-DD HH:MM', search: 'Trace', slip: 'Slip', readings: 'Readings of that minute', none: 'No reading of this slip in that minute', named: 'The name on the watermark',
    other: 'Another name than on the watermark', openIncident: 'Open a leak', bad: 'Slip number, date and time are needed', leaked: (watermark) => `Watermark of the leaked page: ${watermark}`,
  },
  method: {
    'incidents.list': 'Incidents listed', 'incidents.get': 'Incident read', 'incidents.answerable': 'Answerable people read', 'incidents.trace': 'Watermark traced', 'incidents.open': 'Incident opened',
    'incidents.investigate': 'Incident investigated', 'incidents.close': 'Incident closed',
  },
}
