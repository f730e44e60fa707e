import type { ratings as contract } from '../../contract/ratings.ts'
import type { Details } from '../../errors.ts'
import type { OverrideFault } from '../../rules/ratings/override.ts'
import type { RatingState, RatingStepName } from '../../rules/ratings/steps.ts'
import type { RatingKind } from '../../rules/schemes/schema.ts'
import type { ratings as reference } from '../zh-CN/ratings.ts'
import { facts } from './facts.ts'

const fault: Record<NonNullable<OverrideFault>, string> = {
  'not-rated': 'there is no grade to move', 'unknown-grade': 'the regulation has no such grade', 'same-grade': 'it is the computed grade', 'too-far': 'further than the scheme allows', 'too-long': 'longer than the scheme allows', past: 'its last day is past',
}

const points = (centi: unknown): string => (typeof centi === 'number' ? (centi / 100).toFixed(1) : '—')
/** `revenue[-1]`: of a year before. */
const factWord = (name: string): string => {
  const [base = '', back] = name.split('[-')
  return back === undefined ? facts.name[base] ?? base : facts.yearsBack(facts.name[base] ?? base, Number(back.slice(0, -1)))
}

/** English text: ratings. */
export const ratings: typeof reference = {
  method: {
    'ratings.list': 'List ratings', 'ratings.counts': 'Count ratings', 'ratings.get': 'Read a rating', 'ratings.history': 'Read rating history', 'ratings.pages': 'List pages of evidence', 'ratings.create': 'Open a rating',
    'ratings.refresh': 'Gather facts again', 'ratings.mark': 'Mark an indicator', 'ratings.remark': 'Remark on a rating', 'ratings.override': 'Propose an override', 'ratings.submit': 'Submit a rating', 'ratings.review': 'Review a rating',
    'ratings.approve': 'Approve a rating', 'ratings.return': 'Return a rating', 'ratings.withdraw': 'Withdraw a rating', 'ratings.recompute': 'Compute a rating again',
  } satisfies Record<keyof typeof contract, string>,
  overrideFault: (details: Details): string => {
    const { up, down, months } = details as Record<string, number | undefined>
    const limits = up === undefined ? '' : ` (at most ${up} up, ${down} down, ${months} months)`
    const why = fault[String(details['fault']) as NonNullable<OverrideFault>]
    return `The override does not hold${why ? `: ${why}` : ''}${limits}.`
  },
  evidenceFault: (details: Details): string => {
    const why = String(details['why'])
    if (why === 'page') return `That scan has ${String(details['pages'])} pages only.`
    if (details['title'] === undefined && why !== 'party') return 'The evidence does not hold: name another page.'
    return why === 'party' ? 'Evidence comes from a dossier of this party.' : `"${String(details['title'])}" has been struck out or destroyed: name another page.`
  },
  basisFault: (details: Details): string => {
    const { facts: names = '', industry, scheme, fromScore, toScore } = details
    const all = [...(scheme === true ? ['the scheme'] : []), ...String(names).split(' ').filter((name) => name !== '').map(factWord), ...(industry === true ? ['industry'] : [])]
    const which = all.length === 0 ? '' : `: ${all.slice(0, 3).join(', ')}${all.length > 3 ? ` and ${all.length - 3} more` : ''}`
    const moved = fromScore === toScore ? '' : `; score ${points(fromScore)} → ${points(toScore)}`
    return `Facts of the rated day have changed since they were gathered${which}${moved}. The maker has to gather them again first.`
  },
  kind: { presale: 'Pre-sale', aftersale: 'After-sale' } satisfies Record<RatingKind, string>,
  kindLong: { presale: 'Pre-sale rating', aftersale: 'After-sale rating' } satisfies Record<RatingKind, string>,
  state: { draft: 'Draft', submitted: 'To review', reviewed: 'To approve', returned: 'Returned', approved: 'Approved', withdrawn: 'Withdrawn' } satisfies Record<RatingState, string>,
  step: {
    made: 'Opened', gathered: 'Facts gathered', overrideProposed: 'Override proposed', overrideDropped: 'Override dropped', submitted: 'Submitted', reviewed: 'Reviewed', returned: 'Returned', approved: 'Approved', withdrawn: 'Withdrawn',
  } satisfies Record<RatingStepName, string>,
  title: 'Ratings',
  group: { label: 'Views of ratings', mine: 'For me', running: 'Running', current: 'Standing', all: 'All' },
  list: {
    number: 'Number', party: 'Party', kind: 'Kind', state: 'State', asOf: 'As of', score: 'Score', grade: 'Grade', coverage: 'Coverage', scheme: 'Scheme', maker: 'Made by', approved: 'Approved', review: 'Next',
    search: 'Party or number', anyKind: 'Any kind', anyGrade: 'Any grade', unrated: 'Not rated', counted: (count: string) => `${count} ratings`, noMatch: 'No rating fits these conditions',
    empty: { mine: 'No rating waits for you', running: 'No rating is running', current: 'No rating has been approved yet', all: 'There are no ratings yet' },
    emptyHint: 'Begin with “New rating”, or on the ratings tab of a party.', grades: 'By grade', chip: (label: string, count: string) => `${label} ${count}`,
  },
  also: { rerating: 'Re-rating', validity: 'Validity' },
  create: {
    action: 'New rating', title: 'New rating', party: 'Party', partyHint: 'Name, pinyin or credit code', kind: 'Kind', asOf: 'As of', asOfHint: 'Under the scheme and the regulation in force on that day', side: 'Card', customer: 'Customer', supplier: 'Supplier', confirm: 'Open', made: (number: string) => `${number} has been opened`, none: 'Nothing found',
  },
  card: {
    table: 'Rating card: up and down for the line, Enter for its source, digits for a mark, E for evidence, Ctrl+Enter to submit', indicator: 'Indicator', value: 'Value', source: 'Source', band: 'Bands', points: 'Points', trend: 'Trend', weight: (weight: string) => `weight ${weight}`,
    missing: 'Missing', noMark: 'To mark', noEvidence: 'No evidence', better: { up: 'more is better', down: 'less is better', none: '' }, demoted: 'one band down',
    counted: (weight: string) => `weight ${weight} counts, no points`, left: (weight: string) => `weight ${weight} is left out`, full: (weight: string) => `none means all points, weight ${weight}`,
    todo: {
      statement: 'Add statements', invoices: 'Import invoices', contracts: 'Enter contracts', survey: 'Record a visit', certificates: 'Add certificates', references: 'Add references', notices: 'Record notices', defaults: 'Record defaults', listings: 'See the lists', limits: 'See limits', receivables: 'Enter receivables', deliveries: 'Record deliveries', industry: 'Record the outlook', party: 'Complete base data', rating: '', outcome: '', mark: 'Give a mark and name a page',
    },
    option: (no: number, name: string) => `${no} ${name}`, clear: 'Take back', evidence: 'Name a page', evidenceCount: (count: number) => `${count} pages`, page: (title: string, page: number) => `${title}, page ${page}`, rows: (what: string, rows: string) => `${what} ${rows}`,
    sheet: { balance: 'Balance', income: 'Income', cash: 'Cash flow' }, line: (sheet: string, line: string) => `${sheet}, line ${line}`, saving: 'Saving', marked: (name: string, option: string) => `${name}: ${option}`, trendLabel: (name: string, points: string) => `${name}: ${points}`, bandLabel: (no: number, of: number) => `band ${no} of ${of}`,
  },
  pane: {
    title: 'Source', formula: 'Formula', none: 'Choose a line to see its source', years: 'By year', noSource: 'Nothing behind it', open: { statement: 'Open statements', invoices: 'Open invoices', contracts: 'Open the ledger', survey: 'Open surveys', party: 'Open the party', defaults: 'Open defaults', receivables: 'Open receivables', deliveries: 'Open deliveries', other: 'Open' }, from: (from: string, until: string) => `${from} to ${until}`, latest: (on: string) => `latest ${on}`, value: 'Value', fact: 'Fact', period: 'Period', evidence: 'Evidence', close: 'Close', statement: 'Statement', amount: 'Amounts (yuan)', item: 'Item', prior: 'Year before',
  },
  side: {
    score: 'Score and grade', ofWeight: (points: string, weight: string) => `${points} of ${weight}`, coverage: 'Coverage', unrated: 'Not rated', unratedHint: (share: string) => `${share} of the weights must have data for a grade`, byHand: 'By hand',
    wayUp: 'The way up', lift: (label: string) => `Shortest way up to ${label}`, wanted: 'Data that would allow a rating', wantedHint: (now, asked, then, isEnough) => `Coverage ${now}, ${asked} needed for a grade. ${isEnough ? `With these data it is ${then}; the score depends on what they say` : `With all that could be brought it is ${then} only`}`, covers: (share) => `covers +${share}`, changes: (count: number, from: string, to: string) => `${count === 1 ? '1 change' : `${count} changes`}   ${from} → ${to}`, top: 'The best grade there is', none: 'No set of changes reaches it', noneHint: 'These gates stand in the way and must end first', blocked: 'Must end first', reach: (name: string, from: string, to: string) => `${name} ${from} → ${to}`, provide: (name: string, to: string) => `${name}: provide, reach ${to}`, give: (name: string, option: string) => `${name}: “${option}”`, gained: (points: string) => `+${points}`,
    gates: 'Gates and caps', hit: 'Hit', pass: 'Not hit', unknownHit: 'Cannot be told, counts as hit', unknownPass: 'Cannot be told, counts as not hit', veto: 'veto', cap: (label: string) => `at most ${label}`, down: (grades: number) => `${grades} down`, changed: 'lowers the grade', unchanged: 'does not change the grade', lowCoverage: (full) => `Coverage below ${full}`, until: (on) => `until ${on}`, quiet: (count: number) => `${count} more, not hit`,
    history: 'History', before: (grade: string, score: string, on: string) => `before: ${grade}  ${score}  ${on}`, notCounted: 'never counted', noBefore: 'First rating', now: 'now', steps: 'Steps', chart: 'Scores so far', limits: 'may be set to',
  },
  head: { scheme: (name: string, on: string | null) => `Scheme ${name}, ${on === null ? 'with the program' : `since ${on}`}`, asOf: (on: string) => `as of ${on}`, gathered: (at: string) => `facts of ${at}`, original: 'Original' },
  act: {
    refresh: 'Gather again', override: 'Override', submit: 'Submit', review: 'Review', approve: 'Approve', return: 'Return', withdraw: 'Withdraw', print: 'Print the report', form: 'Print the approval form', recompute: 'Compute again', remarks: 'Remarks', spot: 'Sign here', more: 'More',
    refreshed: (count: number) => (count === 0 ? 'Nothing has changed' : `${count} facts have changed`), submitted: 'Submitted', reviewed: 'Reviewed', approved: 'Approved', returned: 'Returned', withdrawn: 'Withdrawn', saved: 'Saved',
    same: (hash: string) => `Computed again, the same: ${hash}`, differs: (where: string) => `Computed again, it differs: ${where}`, keys: 'Ctrl+Enter',
  },
  changes: { title: 'What has changed', name: 'Fact', before: 'Before', after: 'Now' },
  moved: {
    title: 'Facts of the rated day have changed since they were gathered', mend: 'Gather them again before you submit.', mendReturned: 'Return it to its maker to gather them again.', mendOther: 'Its maker gathers them again.', score: (from, to) => `Score ${from} → ${to}`, sameScore: 'Score unchanged', grade: (from, to) => `Grade ${from} → ${to}`, sameGrade: 'Grade unchanged',
    scheme: 'Scheme', schemeNo: (no) => `version ${no}`, industry: 'Industry', one: (name, before, after) => `${name} ${before} → ${after}`, all: (count) => `All ${count}`, none: 'not given',
  },
  dialog: {
    who: 'Signed by', own: 'Myself', spot: 'At this desk', login: 'Login', password: 'Password', remarks: 'Remarks', reason: 'Why it goes back', withdrawReason: 'Why it is given up', reviewTitle: (number: string) => `Review   ${number}`, approveTitle: (number: string) => `Approve   ${number}`, returnTitle: (number: string) => `Return   ${number}`, withdrawTitle: (number: string) => `Withdraw   ${number}`, stuck: (name) => `Only ${name} could approve it: once ${name} has reviewed it nobody can. Let another review it.`, noApprover: 'Nobody can approve it now; once reviewed it stays so.', result: (score: string, label: string, coverage: string) => `Score ${score}, grade ${label}, coverage ${coverage}`,
    override: { title: 'Override', grade: 'Set to', until: 'Until', reason: 'Reason', hint: (up: number, down: number, months: number) => `At most ${up} up, ${down} down, ${months} months. It counts once the approver agrees; then the computed grade returns.`, propose: 'Propose', drop: 'Take back', agree: 'Agree', refuse: 'Leave out', asked: (label: string, until: string, reason: string) => `The maker proposes ${label} until ${until}. Reason: ${reason}`, decide: 'Override', none: 'There is no grade to set it to' },
    evidence: { title: (name: string) => `Evidence   ${name}`, search: 'File name', page: 'Page', pages: (pages: number) => `${pages} pages`, add: 'Take this page', chosen: 'Taken', empty: 'No scan in this party’s dossiers yet', emptyHint: 'Add a scan to the dossier, then name its page here.', save: 'Save evidence', remove: (title: string) => `Leave out ${title}` },
    note: { title: 'Remarks', save: 'Save' },
  },
  history: { title: 'Ratings', none: 'No rating has been approved yet', noneHint: 'The credit administrator makes a rating; reviewed and approved, it gives the grade.', today: (label: string) => `Grade today: ${label}`, until: (on: string) => `set by hand until ${on}`, review: (on: string) => `next ${on}`, running: (number: string, state: string) => `${number} ${state}`, chart: 'Scores so far', make: { presale: 'Rate pre-sale', aftersale: 'Rate after-sale' }, point: (on: string, score: string, label: string) => `${on}  ${score}  ${label}` },
  print: {
    report: 'Credit rating report', form: 'Credit rating approval form', party: 'Party', code: 'Unified credit code', industry: 'Industry', kind: 'Kind', asOf: 'As of', scheme: 'Scheme', regulation: 'Regulation', score: 'Score', grade: 'Grade', coverage: 'Coverage', measures: 'Measures', limit: 'Proposed limit', indicators: 'Indicators', gates: 'Gates and caps', remarks: 'Remarks', override: 'Override', previous: 'Rating before', review: 'Next rating', maker: 'Made by', reviewer: 'Reviewed by', approver: 'Approved by', hash: 'Hash of the input', audit: 'Audit entry', sign: 'Signature', date: 'Date', marks: 'Marks given', opinionOf: { maker: 'Maker', reviewer: 'Reviewer', approver: 'Approver' }, agreed: 'Agreed', notYet: 'Not approved yet, for reading only', missing: 'missing', notCounted: 'left out', evidence: 'Evidence', recompute: 'At any time the frozen input computes the same result, digit for digit.', none: 'none', hitOnly: 'No gate was hit', noneLowered: 'No gate changed the grade', idle: (names) => `Hit without changing the grade: ${names}`, met: (names) => `Met: ${names}`, byHand: (from, to, until, reason) => `${from} → ${to}, until ${until}. Reason: ${reason}`, proposed: (told) => `Proposed: ${told}`, hands: 'Override', group: 'Sum', serial: (number: string) => `No. ${number}`,
  },
}
