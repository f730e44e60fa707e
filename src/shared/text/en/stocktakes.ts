import type { Text } from '../index.ts'

export const stocktakes: Text['stocktakes'] = {
  title: 'Stocktakes',
  state: { first: 'First count', waiting: 'Second count due', second: 'Second count', findings: 'Findings', closed: 'Closed', cancelled: 'Cancelled' },
  kind: {
    missing: 'Missing', misplaced: 'Misplaced', outOfOrder: 'Out of order', unknown: 'Unknown', lentFound: 'Lent but there', missingFound: 'Missing but there',
    movingFound: 'Moving but there', goneFound: 'Gone but there', disputed: 'Counts differ',
  },
  kindHint: {
    missing: 'Should be there; neither count saw it', misplaced: 'Not in its own drawer', outOfOrder: 'In its drawer, not between its neighbours',
    unknown: 'No folder has this number', lentFound: 'On loan by the books, yet there', missingFound: 'Missing by the books, yet there',
    movingFound: 'Handed over by the books, yet there', goneFound: 'Voided or destroyed by the books, yet there', disputed: 'The two counts saw different things',
  },
  resolution: {
    reportedMissing: 'Report missing', putBack: 'Put back', movedHere: 'Record here', takenBack: 'Take back', found: 'Report found', removed: 'Taken out',
    seenInPlace: 'Seen in place', explained: 'Explain',
  },
  resolutionHint: {
    reportedMissing: 'Marked missing in the cabinet until it is found', putBack: 'The folder is back where the books have it', movedHere: 'The books follow the folder to the drawer it was found in',
    takenBack: 'Pages counted, the loan ended', found: 'No longer missing, back in its place', removed: 'Taken out of the drawer by hand', seenInPlace: 'Looked again: it is in its place',
    explained: 'Say why; nothing is changed',
  },
  verdict: {
    inPlace: 'In place', elsewhere: 'Not of this drawer', lent: 'On loan by the books', missing: 'Missing by the books', moving: 'Handed over by the books', gone: 'Voided or destroyed',
    unknown: 'No such number',
  },
  tab: { label: 'View', counts: 'Stocktakes', drawers: 'Drawers' },
  action: {
    open: 'New stocktake', finishFirst: 'End first count', beginSecond: 'Begin second count', finishSecond: 'End second count', sign: 'Sign', signSpot: 'Other counter signs here',
    cancel: 'Cancel', print: 'Print report', resolve: 'Deal with', look: 'Look',
  },
  list: {
    number: 'Number', scope: 'Scope', state: 'State', expected: 'Expected', drawers: 'Drawers', first: 'First', second: 'Second', findings: 'Findings', opened: 'Begun', closed: 'Ended',
    anyState: 'Any state', running: 'Running', counted: (count) => `${count} stocktakes`, open: (count) => `${count} open`,
    empty: 'No stocktake yet', emptyHint: 'Everything is counted every two or three years, and after a change of keeper or a move.', noMatch: 'No stocktake fits',
  },
  coverage: {
    room: 'Room', cabinet: 'Cabinet', drawer: 'Drawer', label: 'Label', folders: 'Folders', counted: 'Last counted', never: 'Never', running: 'Being counted', years: (years) => `${years} years ago`,
    thisYear: 'Within a year', empty: 'No cabinet yet', total: (drawers, never) => `${drawers} drawers, ${never} never counted`,
  },
  open: {
    title: 'New stocktake', room: 'Room', cabinet: 'Cabinet', wholeRoom: 'The whole room', drawers: 'Drawers', allDrawers: 'All', hint: 'What the books say now is what is expected. You make the first count; somebody else makes the second.',
    confirm: 'Begin first count', chosen: (drawers, folders) => `${drawers} drawers, ${folders} folders`, opened: (number) => `${number} begun`,
  },
  steps: { first: 'First count', second: 'Second count', findings: 'Findings', signed: 'Signed', waiting: 'waiting', by: (name) => name },
  count: {
    drawers: 'Drawers', scanned: (scanned, expected) => `${scanned} / ${expected}`, scannedOnly: (scanned) => `${scanned} scanned`,
    field: 'Scan a folder or a drawer label', hint: 'A drawer label changes the drawer, a folder goes into the current one. From front to back, one by one.',
    blindHint: 'Blind count: neither what is expected nor the first count is shown. From front to back, one by one.',
    current: 'Current drawer', noDrawer: 'Scan a drawer label, or choose a drawer on the left', last: 'Just scanned', books: 'By the books', list: 'Scanned in this drawer', none: 'Nothing scanned yet', strike: 'Undo', again: 'Scanned before', moved: 'now in this drawer',
    home: (place) => `Belongs to ${place}`, noHome: 'Never shelved', unreadable: (code) => `"${code}" was not recorded`, waiting: (count) => `${count} waiting`,
    foreignDrawer: (code) => `${code} is not in this count`, drawerNow: (code) => `Now ${code}`, recorded: 'Recorded',
    unscanned: (drawers) => (drawers === 0 ? 'Every drawer has been scanned' : `${drawers} drawers should hold folders and have no scan`), finishTitle: 'End the count', finishHint: 'Nothing can be scanned afterwards.',
    blindWaiting: 'The first count is over; its result is not open', blindWaitingMine: 'Waiting for another archivist. Whoever made the first count cannot make the second.',
    blindBegin: 'You can make the second count. It does not see the first.',
    secondRunning: (name) => `${name} is making the second count; no result is open yet`, firstRunning: (name) => `${name} is making the first count`, cancelled: 'This stocktake was cancelled',
    pasteTitle: 'Paste from a data collector', paste: 'Paste several', pasteHint: 'One a line, in the order of scanning', pasteConfirm: 'Record in this drawer', pasted: (count) => `${count} recorded`,
  },
  finding: {
    title: 'Findings', kind: 'Finding', number: 'Number', name: 'Title', home: 'By the books', found: 'Seen', neighbours: 'Neighbours', resolution: 'Dealt with', open: 'Open', all: 'All',
    noHome: 'never shelved', notSeen: 'not seen', both: (place) => place, differs: (first, second) => `1st ${first}, 2nd ${second}`,
    between: (after, before) => `between ${after} and ${before}`, after: (code) => `after ${code}`, before: (code) => `before ${code}`,
    none: 'Both counts agree with the books', noneLeft: 'None of this kind', incident: 'Open an incident', incidentNumber: (number) => `Incident ${number}`,
    way: 'How to deal with it', remarks: 'Remarks', remarksNeeded: 'Say why', pages: 'Pages brought back', condition: 'Condition', lent: (slip, pages) => `${slip}, ${pages} pages lent`,
    confirm: 'OK', resolved: (number) => `${number} dealt with`, left: (count) => (count === 0 ? 'All findings dealt with' : `${count} left`),
  },
  sums: { expected: 'Expected', first: 'First count', second: 'Second count', inOrder: 'In order', findings: 'Findings', unresolved: 'Open' },
  sign: {
    title: 'Signatures', own: (name) => `${name} signs`, spotTitle: 'Sign on the spot', who: 'Who signs', password: 'Password', done: 'Signed', closed: 'Both have signed; the stocktake is closed', waiting: (name) => `${name} has yet to sign`,
    signed: (name, at) => `${name} ${at}`,
  },
  cancel: { title: (number) => `Cancel ${number}`, hint: 'The number stays and is not used again. What was scanned is kept.', reason: 'Reason', done: 'Cancelled' },
  notFound: 'There is no such stocktake',
  method: {
    'stocktakes.list': 'Stocktakes listed', 'stocktakes.coverage': 'Count days read', 'stocktakes.get': 'Stocktake read', 'stocktakes.scans': 'Scans read', 'stocktakes.findings': 'Findings read',
    'stocktakes.open': 'Stocktake opened', 'stocktakes.scan': 'Stocktake scanned', 'stocktakes.strikeScan': 'Scan undone', 'stocktakes.finishFirst': 'First count ended',
    'stocktakes.beginSecond': 'Second count begun', 'stocktakes.finishSecond': 'Second count ended', 'stocktakes.resolve': 'Finding dealt with', 'stocktakes.sign': 'Stocktake signed',
    'stocktakes.cancel': 'Stocktake cancelled',
  },
}
