import { checks } from './checks.ts'
import type { custody as reference } from '../zh-CN/custody.ts'

const many = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

export const custody: typeof reference = {
  method: {
    'transfers.ways': 'List transfer routes', 'transfers.candidates': 'List folders to hand over', 'transfers.create': 'List a transfer', 'transfers.change': 'Change a transfer list',
    'transfers.submit': 'Sign as sender', 'transfers.withdraw': 'Withdraw a transfer', 'transfers.receive': 'Check at receipt', 'transfers.get': 'View a transfer', 'transfers.list': 'List transfers',
    'custody.of': 'View custody', 'custody.at': 'View custody at a moment', 'custody.takeIn': 'Take old stock in', 'custody.keepers': 'List keepers', 'custody.changeKeeper': 'Change of keeper',
    'custody.keeperChange': 'View a change of keeper', 'custody.keeperChanges': 'List changes of keeper',
  },
  title: 'Transfers',
  state: { draft: 'Draft', submitted: 'To receive', closed: 'Handed over', withdrawn: 'Withdrawn' },
  lineState: { listed: 'Listed', moving: 'To check', accepted: 'Accepted', refused: 'Refused', withdrawn: 'Withdrawn' },
  reason: {
    'pages-differ': 'Pages differ', 'not-delivered': 'Not delivered', 'wrong-folder': 'Wrong folder', damaged: 'Damaged', incomplete: 'Incomplete', 'check-failed': 'Check failed', other: 'Other',
  },
  stage: {
    department: 'Department', administrator: 'Credit administrator', office: 'Leading group\'s office', archiveRoom: 'Archive room', reader: 'Reader', destroyed: 'Destroyed',
  },
  event: {
    opened: 'Opened', sent: 'Handed over', received: 'Received', takenIn: 'Taken in', undone: 'Undone', lent: 'Lent', returned: 'Returned', keeperChanged: 'Keeper changed', destroyed: 'Destroyed',
  },
  way: (from, to) => `${from} → ${to}`,
  folders: (count) => many(count, 'folder'),
  amount: (documents, pages) => `${many(documents, 'document')}, ${many(pages, 'page')}`,
  tab: { label: 'Which transfers', waiting: 'Waiting for me', all: 'All', keepers: 'Keepers', moment: 'At a moment' },
  action: {
    create: 'New transfer', submit: 'Sign and hand over', receive: 'Check and receive', sign: 'Sign', withdraw: 'Withdraw', change: 'Change', print: 'Print', open: 'Open', takeIn: 'Take in old stock', keeper: 'Change of keeper',
  },
  list: {
    number: 'List', way: 'Route', sender: 'Sender', on: 'Day', folders: 'Folders', progress: 'Checked', state: 'State', search: 'List or dossier number', searchLabel: 'Find a transfer',
    anyState: 'Any state', counted: (count) => `${count} in all`, decided: (done, all) => `${done} / ${all}`, refused: (count) => `${count} refused`, waits: 'Waiting',
  },
  empty: {
    waiting: 'No transfer waits for you', waitingHint: 'Lists to receive and drafts of yours appear here', all: 'No transfers yet', allHint: 'List the folders that are due; both sides sign', found: 'No such transfer', foundHint: 'Try other conditions',
    gone: 'There is no such list, or you may not see it',
    ways: 'Nothing to hand over', waysHint: 'The regulation has no step that your roles hand over', candidates: 'No folders on this route', candidatesHint: 'Choose another year, kind or route',
    keepers: 'No keepers', keepersHint: 'Whoever opens a dossier answers for it', moment: 'No folders at that moment', momentHint: 'Choose another moment or condition', changes: 'No change of keeper yet',
  },
  create: {
    title: 'New transfer', changeTitle: (number) => `Change ${number}`, way: 'Route', year: 'Year', kind: 'Kind', anyYear: 'Any year', anyKind: 'Any kind', search: 'Number or customer', searchLabel: 'Find among the folders', remarks: 'Remarks',
    table: 'Folders to hand over; Space chooses', chosen: (folders, pages) => `${many(folders, 'folder')}, ${many(pages, 'page')} chosen`, chooseDue: 'Choose what is due', chooseNone: 'Choose none', due: 'Due', isDue: 'Due', noDue: 'No date', folder: 'Number', party: 'Customer', pages: 'Pages', holder: 'Keeper now',
    why: 'Why', draft: 'Keep as draft', submit: 'Sign and hand over', made: (number) => `${number} listed`, kept: (number) => `${number} kept as draft`, changed: 'Changed', most: (count) => `At most ${count} folders a list`,
    shown: (shown, total) => `${shown} of ${total} folders`,
  },
  page: {
    table: 'Transfer list: Space accepts, R refuses, digits count pages', sequence: 'No.', folder: 'Number', party: 'Title', amount: 'Doc. / p.', counted: 'Counted', condition: 'Condition', result: 'Result', remarks: 'Remarks',
    keys: 'Space accepts · R refuses · digits count pages · Backspace reopens · a scan jumps to the folder', scan: 'Scan a number to jump to it', scanned: (number) => `${number} is on the list`, notOnList: (code) => `${code} is not on the list`,
    progress: (done, all) => `${done} of ${all} checked`, refusedCount: (count) => `${count} refused`, accepted: (count) => `${count} accepted`,
    refuseTitle: (number) => `Refuse ${number}`, refuseReason: 'Why', refuse: 'Refuse', pagesOf: (number) => `Pages counted in ${number}`, differs: (pages) => `Listed with ${pages}; say why`,
    remarksOf: (number) => `Remarks on ${number}`, undo: 'Reopen', staged: 'On the spot: check every folder, then the receiver signs with a password', finding: 'Checks', responsible: 'The sender answers until a line is ticked', acceptRest: 'Accept the rest as listed', acceptRestHint: 'Every unchecked folder is accepted with the pages listed',
  },
  sign: {
    title: 'Signatures', sender: 'Sender signs', receiver: 'Receiver signs', own: 'As myself', spot: 'On the spot', way: 'How to sign', ownHint: 'Signs as who is signed in', spotHint: 'The signer types the own password here', signer: 'Signer', password: 'Password', passwordOf: (name) => `Password of ${name}`,
    nobody: 'Nobody can sign: sender and receiver are never the same person', waitingFor: 'Not signed', signedAt: (at) => at, digest: (hash) => `Digest ${hash}`, onSpot: 'Password on the spot', inSession: 'Own session', onPaper: 'on paper', submitAction: 'Sign and hand over', closeAction: 'Sign the receipt', stillOpen: (count) => `${many(count, 'folder')} still to check`,
    submitted: 'Signed and on its way', closed: 'Signed: handed over', chained: 'The whole text of the list is signed and kept in the audit chain',
  },
  withdraw: { title: (number) => `Withdraw ${number}`, hint: 'The folders stay with the sender; the number is not used again.', reason: 'Why', confirm: 'Withdraw', done: 'Withdrawn' },
  history: 'History',
  eventOf: { filled: 'Listed', changed: 'Changed', submitted: 'Sender signed', withdrawn: 'Withdrawn', closed: 'Receiver signed', printed: 'Printed' },
  takeIn: { title: (number) => `Take in ${number}`, hint: 'For folders that were in the archive room before the program. You answer for it from now on; it is recorded.', reason: 'On what grounds', confirm: 'Take in', done: 'Taken in; it may be shelved' },
  keeper: {
    title: 'Change of keeper', table: 'Folders by keeper', name: 'Keeper', folders: 'Folders', stages: 'Where', successor: 'Successor', disabled: 'Disabled', noSuccessor: 'Nobody has the roles for it', change: 'Hand over', hint: (name, folders) => `All ${many(folders, 'folder')} of ${name} pass on once the successor signs. Folders on loan stay with their readers.`,
    password: (name) => `Password of ${name}`, remarks: 'Remarks', confirm: 'Sign and take over', done: (number, folders) => `${number}: ${many(folders, 'folder')} passed on`, list: 'Lists of changes', of: (from, to) => `${from} → ${to}`, print: 'Print the list',
  },
  moment: {
    title: 'At a moment', at: 'Moment', day: 'Day', time: 'Time', holder: 'Answerable', stage: 'Where', department: 'Department', since: 'Since', how: 'By', folder: 'Number', party: 'Title', anyHolder: 'Anybody', anyStage: 'Anywhere', anyDepartment: 'Any department', counted: (count) => `${count} folders`, table: 'Who answered for each folder then',
  },
  of: {
    title: 'Custody', ask: 'At a moment', at: 'When', answer: (name, stage) => `${name}, ${stage}`, nobody: 'Not opened yet', onTransfer: (number) => `On its way on ${number}: the sender answers`, since: (at, how) => `${how} ${at}`, ledger: 'Who answered, and when',
  },
  finding: { fourProperties: checks.atReceipt, notChecked: () => 'Not checked yet; the check is made as it is received' },
}
