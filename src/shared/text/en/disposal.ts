import type { disposal as contract } from '../../contract/disposal.ts'
import type { Details } from '../../errors.ts'
import type { HoldKind, ObstacleKind } from '../../rules/disposal/obstacles.ts'
import { when } from '../when.ts'

type Value = string | number | null | undefined

const event: Record<string, string> = { opened: 'its opening', terminated: 'the end of the contract', settled: 'the last debt was settled' }
export const retentionEvent = (value: Value): string => event[String(value)] ?? ''
const ground: Record<string, string> = { own: 'set for this dossier', appraisal: 'kept by an appraisal' }
/** What made it so long: the clause, the dossier's own wish, an appraisal. */
export const retentionGround = (by: Value, clause: Value): string => {
  const words = ground[String(by)] ?? (clause ? String(clause) : '')
  return words === '' ? '' : ` (${words})`
}

const obstacle: Record<ObstacleKind, string> = {
  retention: 'Retention not over', debt: 'Money owed', guarantee: 'Guarantee runs', lawsuit: 'Lawsuit open', other: 'On hold', contract: 'Contract running',
  contractGuarantee: 'Guarantee of a contract runs', notInRoom: 'Not in the archive room', lent: 'Lent', missing: 'Missing', moving: 'Being handed over',
  slip: 'Lookup slip open', incident: 'Incident open', stocktake: 'Being counted', case: 'In another case',
}
/** What ends it. */
const end: Record<ObstacleKind, string> = {
  retention: 'the end of the term', debt: 'release once paid', guarantee: 'release of the guarantee', lawsuit: 'release once decided', other: 'release of the hold',
  contract: 'performance or termination', contractGuarantee: 'the end of the guarantee', notInRoom: 'hand-over to the archive room', lent: 'return', missing: 'finding it',
  moving: 'the end of the hand-over', slip: 'the end of the slip', incident: 'closing the incident', stocktake: 'the end of the count', case: 'the end of that case',
}
const hold: Record<HoldKind, string> = { debt: 'Debt', guarantee: 'Guarantee', lawsuit: 'Lawsuit', other: 'Other' }
const yuan = (fen: number): string => `CNY ${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`

type Shown = { kind: ObstacleKind; subject: string; until: string | null; amountFen: number | null }
const told = ({ kind, subject, until, amountFen }: Shown): string =>
  [obstacle[kind], subject, ...(amountFen === null ? [] : [yuan(amountFen)]), ...(until === null ? [] : [`until ${when(until)}`])].filter(Boolean).join(', ')

/** English: disposal. */
export const disposal = {
  title: 'Appraisal and disposal',
  tab: { label: 'Views of disposal', due: 'Due', cases: 'Appraisals', stubs: 'Stubs', holds: 'Holds' },
  state: { appraisal: 'Appraising', approval: 'For approval', execution: 'To be destroyed', done: 'Done', cancelled: 'Cancelled' },
  opinion: { destroy: 'Destroy', keep: 'Keep longer', forEver: 'Keep for ever' },
  opinionUntil: (opinion: 'destroy' | 'keep' | 'forEver', year: number | null): string => (opinion === 'keep' ? `Keep until ${year}` : opinion === 'destroy' ? 'Destroy' : 'Keep for ever'),
  clear: 'Clear',
  ends: (what: string) => `Ends with ${what}`,
  due: {
    number: 'Number', party: 'Title', department: 'Department', year: 'Year', kind: 'Kind', pages: 'Pages', ended: 'Ended', place: 'Place', obstacles: 'In the way', anyDepartment: 'Any department', anyYear: 'Any year', anyKind: 'Any kind',
    counted: (count: string) => `${count} folders due`, chosen: (count: number) => `${count} chosen`, choose: (number: string) => `Choose ${number}`, all: 'Choose what is clear', none: 'Choose none',
    open: 'Propose', empty: 'No retention is over', emptyHint: 'Every folder\'s term is counted from its own event; it is listed here the day after it ends.', noMatch: 'No folder fits', more: (count: number) => `${count} in all`,
  },
  open: {
    title: 'Propose for appraisal', folders: (count: number) => (count === 1 ? '1 folder' : `${count} folders`), group: 'Appraisal group', groupHint: 'At least two; the first leads', head: 'Head', member: 'Member', approver: 'Approver', remarks: 'Remarks', confirm: 'Propose', opened: (number: string) => `${number} is open`,
    warn: 'Members cannot approve', few: 'Choose at least two',
  },
  list: {
    number: 'Case', state: 'State', folders: 'Folders', destroyed: 'Destroyed', stopped: 'Stopped', openedBy: 'Proposed by', opened: 'Proposed', closed: 'Closed', anyState: 'Any state', running: 'Running',
    counted: (count: string) => `${count} cases`, empty: 'No appraisals yet', emptyHint: 'Choose folders under Due and propose them.', noMatch: 'No case fits',
  },
  case: {
    history: 'History',
    notFound: 'There is no such case', group: 'Appraisal group', given: (given: number, all: number) => `${given} of ${all}`, head: 'Head', approvers: 'Approval', supervisors: 'Supervision', waiting: 'waiting', opener: 'Proposed by', clause: 'Under', manner: 'How and where', carrier: 'Carried out by',
    opine: 'Give opinion', opineAll: 'Opinion on all', submit: 'Submit', approve: 'Approve', check: 'Check', supervise: 'Supervisor signs', carryOut: 'Destroy', cancel: 'Cancel case', print: 'Print destruction list',
    sentBack: (name: string, reason: string) => `Sent back by ${name}: ${reason}`, stopped: 'Stopped', destroyed: 'Destroyed', checked: 'Checked', notChecked: 'Not checked', noOpinion: 'none yet',
    steps: { appraisal: 'Appraisal', approval: 'Approval', execution: 'Destruction', done: 'Stubs' },
    columns: { number: 'Number', party: 'Title', retention: 'Due / kept', pages: 'Pages', opinions: 'Opinions', decision: 'Decision', state: 'State', check: 'Check' },
    years: (years: string, kept: number) => `${years} / ${kept} years`, permanent: 'for ever', scan: 'Scan to check', scanHint: 'Taken from the shelf, one by one', scanned: (number: string) => `${number} checked`, notOnList: (code: string) => `"${code}" is not to be destroyed here`,
    left: (left: number) => (left === 0 ? 'All checked' : `${left} not checked`), supervisorsLeft: (present: number, needed: number) => `Supervisors ${present} of ${needed}`,
  },
  opine: { title: 'Opinion', lines: (count: number) => (count === 1 ? '1 folder' : `${count} folders`), opinion: 'Opinion', year: 'Keep until (year)', reason: 'Reason', confirm: 'Record', done: (left: number) => (left === 0 ? 'All your opinions are given' : `${left} folders left`) },
  submit: { title: 'Submit', hint: 'The head signs for the group. Only what all would destroy is destroyed; else the longest keeps.', done: (destroy: number, keep: number, stopped: number) => `Destroy ${destroy}, keep ${keep}${stopped > 0 ? `, stopped ${stopped}` : ''}` },
  approve: { title: 'Approval', agree: 'Agree', refuse: 'Send back', reason: 'Reason', own: 'Sign myself', spot: 'On the spot', who: 'Login', password: 'Password', done: 'Signed', sentBack: 'Sent back to the group', stopped: (count: number) => `Something new stands in the way of ${count}: stopped` },
  supervise: { title: 'Supervisor signs', hint: 'Supervisors sign where it happens, with their own password, for that day alone. Neither proposer, approver nor who carries it out.', who: 'Login', password: 'Password', confirm: 'Sign', done: (present: number, needed: number) => `Supervisors ${present} of ${needed}` },
  carryOut: {
    title: 'Destroy', warn: (count: number) => `Destroys ${count} folders. Scans are deleted for good; number, title and pages stay as stubs.`, manner: 'Manner', place: 'Place', manners: ['Shredding', 'Pulping', 'Burning'], confirm: 'Destroy', done: (destroyed: number, stopped: number) => `${destroyed} destroyed${stopped > 0 ? `, ${stopped} stopped` : ''}`,
  },
  cancel: { title: (number: string) => `Cancel ${number}`, hint: 'Its number stays. The folders are due again.', reason: 'Reason' },
  stubs: {
    linePages: (pages: number) => (pages === 1 ? '1 page' : `${pages} pages`),
    number: 'Number', party: 'Title', department: 'Department', year: 'Year', period: 'Dates', pages: 'Items / pages', destroyed: 'Destroyed', list: 'List', search: 'Number, party', searchLabel: 'Find stubs', counted: (count: string) => `${count} folders`,
    empty: 'No stubs', emptyHint: 'What is destroyed leaves its number, title, pages and story here for ever.', noMatch: 'No stub fits', title: (number: string) => `Stub ${number}`, opened: 'Opened', retention: 'Kept', scans: 'Scans', scansGone: (count: number) => `${count}, deleted`, approvers: 'Approved by', supervisors: 'Watched by', carrier: 'Carried out by',
    how: 'How and where', hash: 'Digest of content', contents: 'Contents', place: (list: string, line: number) => `${list}, line ${line}`,
  },
  holds: {
    kind: 'Kind', subject: 'Party', dossier: 'Number', amount: 'Amount (CNY)', until: 'Until', reason: 'Reason', placed: 'Placed', state: 'State', release: 'Release', place: 'Place a hold', search: 'Party, number, reason', searchLabel: 'Find holds', anyKind: 'Any kind', holding: 'Holding', ended: 'Ended', all: 'All', wholeParty: 'All its folders',
    counted: (count: string) => `${count} holds`, empty: 'No holds', emptyHint: 'While money is owed, a guarantee runs or a case is open, the folders are not destroyed.', noMatch: 'No hold fits', dialog: 'Place a hold', on: 'On', onHint: 'Dossier number, or the party\'s full name', noSubject: (text: string) => `There is no "${text}"`, untilHint: 'A guarantee ends by itself; debts and lawsuits are released by hand',
    releaseTitle: 'Release the hold', releaseReason: 'Grounds', lapsed: 'Lapsed', released: (name: string, reason: string) => `${name}: ${reason}`, placedDone: 'Hold placed', releasedDone: 'Released',
  },
  obstacle,
  obstacleEnd: end,
  hold,
  told,
  /** As a refusal: which folder, and the first fact that stands in its way. */
  stands: (details: Details): string => {
    const facts = Array.isArray(details['obstacles']) ? (details['obstacles'] as Shown[]) : []
    const [first] = facts
    const more = facts.length > 1 ? ` and ${facts.length - 1} more` : ''
    return `${typeof details['number'] === 'string' ? `${details['number']} ` : ''}cannot be destroyed: ${first ? `${told(first)}${more}` : 'something is open'}.`
  },
  /** Its methods in the audit log. */
  method: {
    'holds.list': 'List holds', 'holds.place': 'Place a hold', 'holds.release': 'Release a hold', 'disposal.due': 'List what is due', 'disposal.retention': 'See the retention',
    'disposal.list': 'List disposals', 'disposal.get': 'Open a disposal', 'disposal.people': 'List appraisers', 'disposal.open': 'Propose for appraisal',
    'disposal.opine': 'Give an opinion', 'disposal.submit': 'Submit an appraisal', 'disposal.approve': 'Approve a destruction', 'disposal.check': 'Check before destruction',
    'disposal.supervise': 'Sign as supervisor', 'disposal.carryOut': 'Destroy', 'disposal.cancel': 'Cancel a disposal', 'disposal.stubs': 'List stubs', 'disposal.stub': 'Open a stub',
  } satisfies Record<keyof typeof contract, string>,
}
