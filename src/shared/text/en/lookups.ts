import type { Text } from '../index.ts'

const count = (number: number | string, one: string, many = `${one}s`) => `${number} ${Number(number) === 1 ? one : many}`

export const lookups: Text['lookups'] = {
  title: 'Lookups and loans',
  state: {
    draft: 'Draft', submitted: 'To sign', signed: 'To hand out', refused: 'Refused', out: 'Out', returned: 'Returned', cancelled: 'Cancelled', overdue: 'Overdue',
  },
  manner: { read: 'Read', borrow: 'Borrow', copy: 'Copy' },
  condition: { good: 'Good', damaged: 'Damaged', incomplete: 'Incomplete' },
  tab: { desk: 'Desk', mine: 'My slips', all: 'All', label: 'Which slips' },
  action: {
    blank: 'Empty slip', scan: 'Scan returns', create: 'New slip', print: 'Print', more: 'More actions',
    sign: 'Sign', signSpot: 'Sign here', handOut: 'Hand out', takeBack: 'Return', renew: 'Renew', remind: 'Remind', claim: 'Claimed returned', lost: 'Report lost',
    cancel: 'Cancel', submit: 'Submit', change: 'Change',
  },
  group: { overdue: 'Overdue', dueToday: 'Due today', toSign: 'To sign', toHandOut: 'To hand out', out: 'Out', drafts: 'Drafts' },
  groupHint: {
    overdue: 'Counted from the day after', dueToday: 'Back today', toSign: 'Waiting for signatures', toHandOut: 'Count the pages first', out: 'By due day',
    drafts: 'Not submitted',
  },
  jump: (name) => `Show: ${name}`,
  list: { number: 'No.', party: 'Customer', manner: 'Manner', applicant: 'Reader', due: 'Due', state: 'State', filled: 'Filled in', more: (all) => `+ ${all - 1}`, unknownDossier: 'For the archive to find', search: 'Number, customer, reader, dossier', searchLabel: 'Find slips',
    from: 'Filled in from', to: 'until', anyState: 'Any state', stateLabel: 'State', counted: (all) => count(all, 'slip'),
  },
  due: { over: (days) => `${count(days, 'day')} over`, today: 'Today', claimed: 'Claimed', lost: 'Lost',},
  empty: {
    desk: 'Nothing on the desk', deskHint: 'Fill in a slip; once it is signed the folder can be read or lent', mine: 'You have not filled in a slip yet',
    mineHint: 'To see another department\'s dossier, fill in a slip first', all: 'No slip matches', allHint: 'Try other conditions', slip: 'No slip selected',
    slipHint: 'Choose one at the left, or fill in a new one', gone: 'There is no such slip, or you may not see it',
  },
  slip: {
    title: 'Lookup slip', number: 'No.', applicant: 'Reader', unit: 'Unit', party: 'Customer', dossier: 'Dossier', purpose: 'Purpose', manner: 'Manner',
    until: 'Until', level: 'Level', signature: 'signature', copyPages: (pages) => count(pages, 'page'), byRoom: 'Found by the archive from the customer\'s name',
    amount: (documents, pages) => `${count(documents, 'doc.', 'docs')}, ${count(pages, 'page')}`, waiting: (names) => `Waits for ${names}`,
    nobody: 'Nobody may sign', agreed: 'Agreed', refused: 'Refused', onSpot: 'on the spot', inSession: 'own session', onPaper: 'on paper',
    digest: (hash) => `digest ${hash}`, filledBy: (name) => `Filled in by ${name}`, printed: (times) => `Printed ${count(times, 'time')}`,
    form: (number) => `Slip ${number}`, loanDays: (days) => `${count(days, 'day')}, from the day after`,
    out: (pages, condition) => `Out: ${count(pages, 'page')}, ${condition.toLowerCase()}`, back: (pages, condition) => `Back: ${count(pages, 'page')}, ${condition.toLowerCase()}`,
    placed: (cabinet, drawer, slot) => `${cabinet}-${drawer}-${slot}`, unplaced: 'no shelf', renewed: (times) => `Renewed ${count(times, 'time')}`,
    claimed: (at) => `Claimed returned ${at}; not received`, lostAt: (at) => `Reported lost ${at}`, folders: 'Folders', takenBack: (by, at) => `${at} taken back by ${by}`,
    history: 'History',
  },
  sign: {
    title: 'Signature', spot: 'Sign on the spot', spotHint: 'The signer types the own password here', own: 'Sign as yourself', ownHint: 'Under the name you are signed in with',
    way: 'How to sign', signer: 'Signer', password: 'Password', passwordOf: (name) => `Password of ${name}`, notSelf: 'Not the applicant',
    chained: 'text and signature go into the audit log', agree: 'Agree and sign', refuse: 'Refuse', reason: 'Reason for refusing', refuseAndSign: 'Refuse and sign',
    noCandidates: 'Nobody here may sign this slip: not the applicant, nor who filled it in', signed: 'signed', wasRefused: 'refused',
  },
  process: {
    title: 'Progress', step: { filled: 'Filled in', submitted: 'Submitted', signed: 'Signed', handedOut: 'Handed out', returned: 'Returned' },
    waited: (words) => `waiting ${words}`, minutes: (all) => `${all} min`, hours: (all) => `${all} h`, days: (all) => count(all, 'day'), limit: (day) => `by ${day}`,
    done: 'done', now: 'in progress', future: 'to come',
  },
  event: {
    filled: 'Filled in', changed: 'Changed', submitted: 'Submitted', agreed: 'Agreed', refused: 'Refused', cancelled: 'Cancelled', handedOut: 'Handed out', reminded: 'Reminded',
    renewed: 'Renewed', claimedReturned: 'Claimed returned', lost: 'Reported lost', takenBack: 'Taken back', printed: 'Printed',
  },
  handOut: {
    title: (number) => `Hand out ${number}`, hint: 'Count the pages of each folder against its contents before it leaves', pages: 'Pages counted',
    catalogue: (documents, pages) => `Contents: ${count(documents, 'document')}, ${count(pages, 'page')}`, counted: 'Counted', condition: 'Condition', remarks: 'Remarks',
    differs: (pages) => `The contents say ${count(pages, 'page')}: give the reason`, confirm: 'Hand out', done: 'handed out', folder: (number) => `Count of ${number}`,
    counting: (counted, all) => `${counted} of ${count(all, 'folder')} counted`,
  },
  takeBack: {
    title: (number) => `Return ${number}`, hint: 'Count the pages against those handed out', pages: 'Pages brought back',
    lent: (pages, condition) => `Out: ${count(pages, 'page')}, ${condition.toLowerCase()}`, differs: (pages) => `${count(pages, 'page')} went out: give the reason`,
    condition: 'Condition', remarks: 'Remarks', confirm: 'Take back', done: (place) => `taken back, goes to ${place}`, doneUnplaced: 'taken back, has no shelf yet',
  },
  scan: {
    title: 'Scan returns', label: 'Scan a dossier or slip number', hint: 'Scan a folder, type its pages, Enter takes it back', notFound: (code) => `There is no "${code}"`,
    notOut: (code) => `${code} is not out`, several: (all) => `${count(all, 'folder')} of this slip are out: scan the dossier number`, counted: 'Pages', confirm: 'Take back (Enter)', list: 'Taken back now', none: 'Nothing taken back yet', count: (all) => `${count(all, 'folder')} taken back`, differs: 'The pages differ: give the reason, then Enter',
    finish: 'Done', other: 'This folder is not taken back yet: count its pages first', skip: 'Skip this folder',
  },
  renew: { title: (number) => `Renew ${number}`, dueOn: 'New due day', was: (day) => `Was ${day}`, reason: 'Reason', confirm: 'Renew', done: 'renewed' },
  claim: {
    title: (number) => `Claimed returned: ${number}`, hint: 'The borrower says it is back; the archive room has not got it. It stays on loan until found or lost.',
    remarks: 'When, and given to whom', confirm: 'Record', done: 'recorded',
  },
  lost: {
    title: (number) => `Report lost: ${number}`, hint: 'The folder counts as missing, the loan stays open until it is found and taken back. The findings go into the audit log.',
    findings: 'Search and responsibility', confirm: 'Report lost', done: 'reported lost',
  },
  cancel: { title: (number) => `Cancel ${number}`, hint: 'The number stays and is not used again.', reason: 'Reason', confirm: 'Cancel the slip', done: 'cancelled' },
  remind: { done: (step) => `Reminder ${step} recorded`,},
  create: {
    title: 'New lookup slip', changeTitle: (number) => `Change ${number}`, applicant: 'Reader', unit: 'Unit', phone: 'Phone', party: 'Customer',
    partyHint: 'For a customer you cannot see, write the full name or the credit code: it is checked when submitted', partyPlaceholder: 'Name, short name or credit code',
    typed: (name) => `Submit as "${name}"`, dossiers: 'Dossiers', noDossiers: 'This customer has no dossier yet', byRoom: 'The archive finds the dossier', purpose: 'Purpose',
    purposeHint: 'What it is looked up for', manner: 'Manner', copyPages: 'Pages to copy', until: 'Until', untilHint: (regulation) => `Loan days of ${regulation} are checked by the program`,
    submit: 'Submit', draft: 'Keep as draft', save: 'Save', created: (number) => `${number} submitted`, kept: (number) => `${number} kept as a draft`, changed: 'Changed', searching: 'Searching', hits: 'Matching parties',
    prefillFailed: 'You may not see this dossier: write the customer\'s full name or credit code', noUnit: 'No department',
  },
  done: { submitted: 'Submitted',},
  register: {
    title: 'Borrowing register', from: 'From', to: 'Until', period: 'Period', thisMonth: 'This month', thisYear: 'This year', lastYear: 'Last year', print: 'Print', xlsx: 'Export XLSX',
    counted: (all) => count(all, 'loan'), empty: 'No loan in this period', emptyHint: 'Every folder handed out gets a line here',
    exported: (file) => `Exported ${file}`, file: (from, to) => `Borrowing register ${from} to ${to}`, badPeriod: 'The first day is after the last', out: 'Out', overdue: 'Overdue',
    slip: 'Slip', sheet: 'Borrowing register', pagesOut: 'Pages out', pagesIn: 'Pages back',
  },
}
