import type { fallback as reference } from '../zh-CN/fallback.ts'
import { custody } from './custody.ts'

const event = (how: string | undefined) => custody.event[how as keyof typeof custody.event] ?? how ?? ''
const stage = (name: string | undefined) => custody.stage[name as keyof typeof custody.stage] ?? name ?? ''

export const fallback: typeof reference = {
  title: 'Paper forms',
  form: { slip: 'Lookup slip', transfer: 'Transfer list', incident: 'Incident note' },
  state: { out: 'Out', used: 'Used', voided: 'Voided' },
  paperState: { waiting: 'To post', posted: 'Posted', setAside: 'Does not count' },
  rule: {
    'entered-twice': ({ blank }) => `${blank} was entered twice`,
    'used-already': ({ blank, reference }) => `${blank} became ${reference} and was entered as well`,
    'before-blank': ({ at, issuedAt }, minute) => `The paper says ${minute(at ?? '')}, before the blank was printed (${minute(issuedAt ?? '')})`,
    'not-there': ({ at, openedAt, goneAt }, minute) => (openedAt ? `${minute(at ?? '')} is before it was opened (${minute(openedAt)})` : `It was voided or destroyed (${minute(goneAt ?? '')})`),
    'missing-then': ({ since }, minute) => `By the program's record it has been missing since ${minute(since ?? '')}`,
    'back-before-out': ({ at, backAt }, minute) => `Returned ${minute(backAt ?? '')}, before it went out ${minute(at ?? '')}`,
    'papers-overlap': () => 'Two papers have this folder out at the same time',
    'loan-overlaps': ({ slip }) => `By the program's record ${slip} had this folder at that time`,
    'moved-meanwhile': ({ at, how }, minute) => `Meanwhile the program recorded: ${event(how)} (${minute(at ?? '')})`,
    'received-before-sent': ({ at, receivedAt }, minute) => `Received ${minute(receivedAt ?? '')}, before it was handed over ${minute(at ?? '')}`,
    'lent-while-handed': () => 'A slip has this folder out while a list hands it over',
    'on-other-list': ({ transfer }) => `By the program's record it was on transfer list ${transfer} at that time`,
    'from-elsewhere': ({ at, stage: held, from }, minute) => `The list hands it over from: ${stage(from)}; by the program's record it was at: ${stage(held)}, since ${minute(at ?? '')}`,
    'moved-since': ({ at, how, stage: held }, minute) => `Afterwards the program recorded: ${event(how)}, still at: ${stage(held)} (${minute(at ?? '')})`,
    'lists-disagree': () => 'Two lists disagree on where this folder went',
    'holder-differs': ({ holder, answerable }) => `The paper names ${holder} as keeper then; by the custody ledger it was ${answerable}`,
    'seen-since': ({ at, how }, minute) => `After it went missing and before that was found: ${event(how)} (${minute(at ?? '')})`,
    'incident-known': ({ incident }) => (incident ? `${incident} in the program is of the same kind and time` : 'Two notes tell of the same kind of incident at the same time'),
    'incident-settled': ({ incident }) => `By this paper others answered at the time of closed incident ${incident}`,
  },
  tab: { label: 'Views', entries: 'Entered', blanks: 'Blanks', conflicts: 'Conflicts' },
  action: {
    issue: 'Print blanks', print: 'Print', void: 'Void', use: 'Record use', enter: 'Enter a paper', post: 'Post', withdraw: 'Take entry back', propose: 'Decide', confirm: 'Agree', reject: 'Disagree', addFolder: 'Add folder', openSlip: 'Open slip', slips: 'Lookups',
  },
  blank: {
    number: 'Number', form: 'Form', issuedAt: 'Issued', issuedBy: 'By', state: 'State', closed: 'Closed', remarks: 'Became, or why', anyForm: 'All forms', anyState: 'All states', search: 'Number, what it became', searchLabel: 'Find a blank',
    entered: 'Entered', counted: (count, out) => `${count} blanks, ${out} out`, empty: 'No blanks yet', emptyHint: 'For power cuts and a second desk: print numbered forms now, enter them later', noMatch: 'No such blanks',
  },
  issue: { title: 'Print blanks', form: 'Form', count: 'How many', hint: 'Numbers run on and are never used again. Two halves of a slip on one A4.', confirm: 'Take numbers and print', done: (from, to) => (from === to ? `${from} taken` : `${from} to ${to} taken`) },
  voiding: { title: (number) => `Void ${number}`, hint: 'Number and reason stay in the register.', reason: 'Reason', done: 'Voided' },
  using: { title: (number) => `Record use of ${number}`, hint: 'For one made in the program as well: its number there. One on paper alone is entered.', reference: 'Number in the program', confirm: 'Record', done: 'Recorded' },
  enter: {
    title: 'Enter a paper', number: 'Blank number', numberHint: 'Scan its bar code', applicant: 'Applicant', party: 'Party', purpose: 'Purpose', manner: 'Manner', copyPages: 'Pages to copy', until: 'Until',
    signer: 'Signed by', signedAt: 'Signed at', handedBy: 'Handed out by', handedAt: 'Handed out at', takenBackBy: 'Taken back by', remarks: 'Remarks', folder: 'Dossier number', folderHint: 'Scan or type, then Enter', pagesOut: 'Pages out', isBack: 'Returned',
    returnedAt: 'Returned at', pagesIn: 'Pages back', condition: 'Condition', remove: 'Remove', confirm: 'Enter', done: (number) => `${number} entered, to be posted`, conflicted: (number, count) => `${number} entered with ${count === 1 ? 'a conflict' : `${count} conflicts`}`, notFound: (code) => `There is no ${code}`,
    paperTimes: 'Times as written on the paper; the year may be left out', badMoment: 'As 11-16 09:40', keys: 'Enter records it and begins the next', form: 'Form', formOf: (number, name) => `${number}: ${name}`,
  },
  enterList: {
    way: 'Way', department: 'From department', sender: 'Handed over by', sentAt: 'Handed over at', receiver: 'Received by', receivedAt: 'Received at', dayOnly: 'A day without a time counts as noon', badMoment: 'As 11-16 or 11-16 09:40', pages: 'Pages', pagesIn: 'Counted', decision: 'Decision',
    accepted: 'Accepted', refused: 'Refused', reason: 'Reason', remarks: 'Remarks', remarksNeeded: 'Other page counts and other reasons need a remark', lines: (count, pages) => `${count} folders, ${pages} pages`, noWay: 'The regulation in force has no transfers',
  },
  enterNote: {
    kind: 'Kind', folder: 'Dossier number', happened: 'Happened at', happenedFrom: 'Happened from', happenedTo: 'To', isSpan: 'Only from and to are known', foundAt: 'Found at', foundBy: 'Found by', holder: 'Keeper then', holderHint: 'As on the paper; may be empty', what: 'What happened', measures: 'Done at once', witness: 'Witness',
    people: 'Answerable then', peopleHint: 'By the custody ledger; final when posted', nobody: 'Not opened yet then',
  },
  list: {
    number: 'Blank', form: 'Form', who: 'By', at: 'At', outcome: 'Outcome', became: 'Became', accepted: (count) => `${count} in`, refused: (count) => `${count} back`, returned: (at) => `back ${at}`, applicant: 'Applicant', folders: 'Folders', out: 'Out', back: 'Back', state: 'State', entered: 'Entered', anyState: 'All states', stillOut: 'Still out', conflicts: (count) => (count === 1 ? '1 conflict' : `${count} conflicts`),
    counted: (count) => `${count} papers`, ready: (ready, waiting) => `${waiting} to post, ${ready} ready`, empty: 'No papers entered', emptyHint: 'Print blanks first; slips, lists and notes filled in by hand are entered from "Blanks" and posted together where nothing conflicts', noMatch: 'None in this state', more: (count) => `and ${count} in all`,
  },
  posting: { title: 'Post', hint: (count) => `${count} papers become slips, transfers and incidents with the paper's own times. Those in conflict are left.`, done: (posted, left) => `${posted} posted${left > 0 ? `, ${left} left` : ''}` },
  withdrawing: { title: (number) => `Take back the entry of ${number}`, hint: 'This entry does not count; the blank can be entered again.', reason: 'Reason', done: 'Taken back' },
  conflict: {
    facts: { slip: 'Slip', transfer: 'Transfer', incident: 'Incident', answerable: 'Answerable', stage: 'At', how: 'By', at: 'When', openedAt: 'Opened', goneAt: 'Gone', since: 'Missing since', issuedAt: 'Blank printed', reference: 'Became' },
    open: 'To decide', proposed: 'Awaits another person', settled: 'Settled', empty: 'No conflicts', emptyHint: 'Papers that contradict one another or the program\'s record are decided here by two people', thisPaper: 'This paper', otherPaper: 'The other', recorded: 'The program\'s record', recordedHint: 'As recorded at the time; not changed',
    title: 'Decide', which: 'Which paper does not count', neither: 'Both are true; explain', setAside: (number) => `${number} does not count`, explained: 'Both are true', reason: 'Reason', proposedBy: (name, at) => `Decided by ${name}, ${at}`, hint: 'Takes effect when another person agrees; until then nothing is posted.',
    done: 'Decided; another person has to agree', confirmed: 'In effect', rejected: 'Sent back', all: 'Settled', waiting: 'Waiting', entry: (name, at) => `Entered by ${name}, ${at}`, signer: 'Signed', keeper: 'Handed out by', folder: (number) => number, sender: 'From', receiver: 'To', way: 'Way', found: 'Found', happened: 'Happened', holder: 'Keeper', kind: 'Kind', line: 'Folder',
  },
  origin: { measures: 'Done at once', witness: 'Witness', holder: 'Keeper on paper' },
  slip: { fromPaper: (blank) => `From paper ${blank}`, entered: (name, at, poster) => `Entered by ${name}, ${at}; posted by ${poster}` },
  print: { title: 'Blank forms', note: 'For times without the program. Enter each afterwards; bring spoilt ones back.', fields: { from: 'From', to: 'To', sender: 'Handed over by', receiver: 'Received by', date: 'Date', number: 'No.', dossier: 'Dossier', name: 'Title', pages: 'Pages', checked: 'Checked', remarks: 'Remarks', kind: 'Kind', found: 'Found at', happened: 'Happened at', signed: '      /         :     ', verdict: 'In / back', finder: 'Found by', what: 'What happened', holder: 'Who held it', measures: 'Done at once', witness: 'Witness' } },
  method: {
    'fallback.issue': 'Blanks printed', 'fallback.void': 'Blank voided', 'fallback.use': 'Use of a blank recorded', 'fallback.enter': 'Paper entered', 'fallback.enterList': 'Paper list entered', 'fallback.enterNote': 'Paper note entered', 'fallback.withdraw': 'Entry taken back', 'fallback.post': 'Papers posted',
    'fallback.propose': 'Conflict decided', 'fallback.confirm': 'Decision agreed to', 'fallback.blanks': 'Blanks listed', 'fallback.entries': 'Papers listed', 'fallback.conflicts': 'Conflicts listed', 'fallback.ofCase': 'Paper of a case read',
  },
}
