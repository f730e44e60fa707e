import type { limits as reference } from '../zh-CN/limits.ts'

export const limits: typeof reference = {
  method: {
    'limits.list': 'List limits', 'limits.counts': 'Count limits', 'limits.get': 'Read a limit', 'limits.ofParty': "Read a party's limit", 'limits.pages': 'List pages for guarantees', 'limits.create': 'Open a limit', 'limits.save': 'Save a limit', 'limits.refresh': 'Take the basis anew',
    'limits.submit': 'Submit a limit', 'limits.review': 'Review a limit', 'limits.approve': 'Approve a limit', 'limits.refuse': 'Refuse a limit', 'limits.return': 'Send a limit back', 'limits.withdraw': 'Withdraw a limit', 'limits.proposeHold': 'Ask to freeze or release', 'limits.decideHold': 'Decide on a freeze or release',
    'limits.recompute': 'Recompute a limit', 'limits.matrix': 'Read who approves', 'limits.setMatrix': 'Set who approves',
  },
  proposal: {
    title: 'Proposed limit', limit: 'Proposed limit', term: 'Term', days: (days) => (days === 1 ? '1 day' : `${days} days`), binds: 'binds', owed: (why) => `${why}: new customer limit`, leftOut: (why) => `${why}: left out`, none: 'No credit, paid before delivery',
    onGrade: (label, coefficient) => `${label}, coefficient ${coefficient}`, unrated: 'Unrated', because: (binding) => `Decided by “${binding}”`, noPart: 'The scheme has no part on limits', wan: '10,000 yuan',
  },
  title: 'Credit limits', caseTitle: (party) => `Limit: ${party}`,
  state: { draft: 'Draft', submitted: 'To review', reviewed: 'To approve', returned: 'Sent back', approved: 'Approved', refused: 'Refused', withdrawn: 'Withdrawn' },
  validity: { valid: 'Valid', frozen: 'Frozen', expired: 'Ended' }, use: { within: 'Within', near: 'Nearly used', over: 'Over' }, hold: { none: '', freezeProposed: 'Freeze asked', frozen: 'Frozen', releaseProposed: 'Release asked' },
  superseded: 'Superseded', wan: '10,000 yuan', none: '—', days: (days) => (days === 1 ? '1 day' : `${days} days`),
  group: { label: 'Groups', current: 'In use', mine: 'For me', running: 'Running', all: 'All' }, filter: { label: 'Filter', over: 'Over', near: 'Nearly used', expiring: 'Ending', held: 'Frozen' },
  list: {
    search: 'Party or number', number: 'Number', party: 'Party', grade: 'Grade', gradeThen: 'was', gradeBehind: 'Grade when granted', limit: 'Limit', term: 'Term', used: 'Used', available: 'Available', use: 'Used %', overdue: 'Overdue', until: 'Until', state: 'State', asked: 'Asked', proposed: 'Proposed', maker: 'Made by', from: 'Approved',
    counted: (count) => (count === '1' ? '1 party' : `${count} parties`), cases: (count) => (count === '1' ? '1 case' : `${count} cases`), sums: (granted, used) => `Granted ${granted}, used ${used} (10,000 yuan)`, usedLabel: (party, use) => `${party}: ${use} used`,
    empty: { current: 'No limit is granted yet', mine: 'Nothing waits for you', running: 'No case is running', all: 'No limits yet' }, emptyHint: 'The credit administrator opens a case on the rating; reviewed and approved it counts.', noMatch: 'No limit matches',
    export: 'Export ledger', exported: (file) => `Exported ${file}`, file: (day) => `Limits ${day}`, sheet: 'Limits', overdueYuan: 'Overdue (yuan)', usedYuan: 'Used (yuan)', limitYuan: 'Limit (yuan)', availableYuan: 'Available (yuan)', validity: 'Validity', oldest: 'Oldest due',
  },
  matrix: { action: 'Who approves', title: 'Who approves', director: 'Office director up to', hint: 'Above it, beyond the proposed sum or term, and on a rating past its review, the general manager approves.', save: 'Save', now: (amount) => `The office director approves up to ${amount} (10,000 yuan); above it and beyond the proposal the general manager` },
  create: { action: 'New limit', title: 'New limit', party: 'Party', partyHint: 'Name, pinyin or credit code', confirm: 'Open', made: (number) => `${number} opened`, none: 'Nothing found' },
  ask: {
    title: 'Asked for', amount: 'Limit asked', term: 'Term', until: 'Last day', untilHint: (day) => `${day} at the latest`, reason: 'Reason', reasonNeeded: 'Not as proposed: say why', reasonPast: 'The rating is past its review: say why', asOf: 'Rated as of', reviewOn: 'Review by', past: 'past', scheme: 'Scheme', reviewPast: (number, on) => `Rating ${number} was to be renewed by ${on}. A limit on it needs a reason, and the general manager approves.`, rerating: 'Being rated anew:', remarks: 'Use and notes', save: 'Save', saved: 'Saved', unsaved: 'Not saved', period: 'Valid', fromTo: (from, until) => `${from} to ${until}`, fromApproval: (until) => `From approval to ${until}`,
    above: (by) => `${by} above the proposal`, below: (by) => `${by} below the proposal`, longer: (days) => `${days} days longer than proposed`, shorter: (days) => `${days} days shorter than proposed`, same: 'As proposed', toProposal: 'Take the proposal', total: 'Proposed in all', added: 'Guarantees add', basis: 'Basis', basisRating: (number, asOf) => `${number}, as of ${asOf}`, basisNone: 'Unrated', basisScheme: (name, no) => `${name}, version ${no}`, basisOld: 'The basis has changed: take it anew before you submit', previous: (number, amount) => `Before: ${number}, ${amount}`,
  },
  guarantee: {
    title: 'Guarantees', none: 'No guarantees', kind: 'Kind', amount: 'Amount', until: 'Until', giver: 'Guarantor, paper no.', page: 'Page', counted: 'Counts', add: 'Add', remove: (kind) => `Remove ${kind}`, choose: 'Choose a page', change: 'Another page', pageTitle: 'Page behind the guarantee', done: 'Done', whyNot: { 'no-page': 'No page: not counted', 'no-giver': 'No guarantor or paper: not counted', 'no-end': 'No last day: not counted', lapses: 'Ends before the limit: not counted' }, noUntil: 'Open', pageOf: (title, page) => `${title}, page ${page}`, gone: 'Scan is gone', lost: (each) => `No longer held, not taken over from the limit before: ${each.join('; ')}.`, lostOne: (what, why) => `${what} (${why})`, endedOn: (day) => `ended ${day}`,
  },
  exposure: { title: 'Use', ungranted: 'Owed, no limit', used: 'Used', available: 'Available', overdue: 'Overdue', oldest: 'Oldest due', none: 'Nothing owed', ofLimit: (share) => `${share} used` },
  approver: { title: 'Approved by', sum: (amount) => `Above ${amount}: the general manager`, proposal: 'Beyond the proposal: the general manager', review: 'The rating is past its review: the general manager', director: 'The office director' },
  steps: {
    title: 'History', made: 'Opened', submitted: 'Submitted', reviewed: 'Reviewed', returned: 'Sent back', approved: 'Approved', refused: 'Refused', withdrawn: 'Withdrawn', superseded: 'Superseded', freezeProposed: 'Freeze asked', frozen: 'Frozen', freezeDropped: 'Not frozen', releaseProposed: 'Release asked', released: 'Released', releaseDropped: 'Not released',
  },
  act: {
    refresh: 'Take basis anew', submit: 'Submit', review: 'Review', approve: 'Approve', refuse: 'Refuse', return: 'Send back', withdraw: 'Withdraw', freeze: 'Freeze', release: 'Release', decideHold: 'Decide', recompute: 'Recompute', form: 'Print approval form', notice: 'Print notice', more: 'More', spot: 'Sign here',
    submitted: 'Submitted', reviewed: 'Reviewed', approved: 'Approved', refused: 'Refused', returned: 'Sent back', withdrawn: 'Withdrawn', refreshed: 'Basis taken anew', held: 'Asked; another decides', decided: 'Decided', same: (hash) => `The same again, hash ${hash}`, differs: (where) => `Not the same: ${where}`,
  },
  dialog: {
    title: (act, number) => `${act} ${number}`, told: (amount, days, until) => `Limit ${amount} (10,000 yuan), term ${days} days, until ${until}`, who: 'Signed by', own: 'Myself', spot: 'At this desk', password: 'Password', remarks: 'Opinion', reason: 'Reason', holdTitle: { freeze: 'Ask to freeze', release: 'Ask to release' }, holdHint: 'Counts once another agrees.', agree: 'Agree', drop: 'Do not agree',
    decideHint: (by, reason) => `${by} asks: ${reason}`, decideTitle: { freezeProposed: 'Freeze it?', releaseProposed: 'Release it?' },
  },
  tab: {
    title: 'Credit at a glance', none: 'No limit', noneHint: 'A case proposes one from the rating; reviewed and approved it counts.', grade: 'Grade', limit: 'Limit', used: 'Used', available: 'Available', overdue: 'Overdue', oldest: 'Oldest due', review: 'Next rating', promises: 'Open promises', promise: (count, on) => `${count}, the next ${on}`, blocks: 'Blocks', noBlocks: 'No block: sold to within the limit', history: 'Limits so far', make: 'New limit', running: (number, state) => `${number} ${state}`, term: 'Term', until: 'Until', days: (days) => `${days} days overdue`, advances: 'Advances',
  },
  print: {
    form: 'Credit limit approval', notice: 'Notice of credit limit', serial: (number) => `No. ${number}`, party: 'Customer', code: 'Credit code', grade: 'Grade', rating: 'Rating', scheme: 'Scheme', previous: 'Limit before', proposed: 'Proposed', candidates: 'Computed', asked: 'Asked for', term: 'Term', until: 'Valid', guarantees: 'Guarantees', reason: 'Reason', remarks: 'Use and notes', used: 'Owed now', maker: 'Prepared', reviewer: 'Reviewed', approver: 'Approved', sign: 'Signed', none: 'None', hash: 'Hash', audit: 'Audit entry', notYet: 'Not approved yet, for review only', capital: 'In words', counted: (amount) => `counts ${amount}`, level: 'Approved by',
    to: (party) => `To ${party}:`, opening: (from, until) => `We have granted you the following credit from ${from} to ${until}:`, limit: 'Credit limit', days: 'Credit term', daysFrom: (days) => `${days} days from invoice`, rules: ['Within the sum and the time the limit may be used again; unpaid goods together do not exceed it.', 'Should payments be overdue or your business or finances change for the worse, we may reduce, freeze or end the limit.', 'The limit is no promise to deliver; the contract decides, also where its term is another.'], closing: 'Please confirm, seal and return one copy.', regards: 'Yours faithfully', company: '(seal)', receipt: 'Confirmation', receiptText: (number) => `We have received the notice no. ${number} and agree to it.`, receiptSign: 'Customer (seal)', date: 'Date', prepaid: 'No credit for this period: goods are paid before delivery.',
  },
}
