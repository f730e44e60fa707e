import type { risks as reference } from '../zh-CN/risks.ts'
import { warningRules } from './warning-rules.ts'

export const risks: typeof reference = {
  method: {
    'risks.ofParty': 'Risks read', 'warnings.list': 'Warnings listed', 'warnings.scan': 'Scan for warnings', 'warnings.handle': 'Warning dealt with', 'listings.list': 'Lists read', 'listings.propose': 'Proposed for a list',
    ...warningRules.method, 'listings.decide': 'Listing decided', 'listings.proposeRelease': 'Release proposed', 'listings.decideRelease': 'Release decided', 'listings.prolong': 'Term prolonged',
  },
  rules: warningRules,
  warning: {
    W01: 'Sales down by more than 30%', W02: 'Invoiced in six months or fewer of twelve', W03: 'Less than 60% of capacity in use', W04: 'Monthly sales swing widely', W05: 'Business licence expired', W06: 'A certificate expired', W07: 'Control changed within a year',
    W11: 'One customer takes more than half', W12: 'One supplier gives more than 70%', W13: 'Outlook of its industry worse', W14: 'Business beyond its licensed scope',
    W21: 'Liabilities exceed assets', W22: 'Losses two years running', W23: 'Debt ratio above 75%', W24: 'Operating and net cash both negative', W25: 'Receivables outgrow revenue by 30 points', W26: 'Statements older than 18 months', W27: 'Guarantees above half its equity', W28: 'Audit opinion not clean',
    W31: 'Dishonest, bankrupt, deregistered or fraud', W32: 'Open defaults', W33: 'Open lawsuits', W34: 'Many void or red invoices', W35: 'Three complaints or disputes in a year', W39: 'Over its limit', W36: 'A receivable more than 30 days overdue', W37: 'More than 30% of receivables overdue', W38: 'A payment promise broken in two years',
  },
  aspect: { operating: 'Operating risk', market: 'Market risk', financial: 'Financial risk', conduct: 'Conduct' },
  severity: { act: 'To act on', look: 'To look at' },
  list: { watch: 'Watch list', bad: 'Bad customers' },
  measure: { observe: 'Observe', restrict: 'Restrict credit', suspend: 'Suspend credit' },
  reason: { overdue: 'Overdue', brokenPromise: 'Broken promise', default: 'Default', lawsuit: 'Lawsuit', dishonest: 'Dishonest', fraud: 'Fraud', deterioration: 'Deterioration', warning: 'Warning', other: 'Other' },
  state: { proposed: 'To be decided', inForce: 'On the list', refused: 'Refused', releaseProposed: 'Release proposed', released: 'Released' },
  zone: { safe: 'Safe', grey: 'Grey', distress: 'Distress' }, listed: { observe: 'Watched', restrict: 'Restricted', suspend: 'Suspended' },
  listedTitle: (list, number, on) => `${list} ${number}, since ${on}`, limitOf: (amount, available) => `Limit ${amount}, ${available} left`,
  tabs: 'Pages of warnings and lists', tab: { warnings: 'Warnings', bad: 'Bad customers', watch: 'Watch list', rules: 'Warning rules' },
  owes: (balance) => `Owes ${balance}, nothing overdue`, owesOverdue: (balance, overdue, days) => `Owes ${balance}, ${overdue} of it overdue, up to ${days} days`,
  unknown: 'Data missing', partly: (clear, unknown) => `${clear} clear, ${unknown} without data`, unknownCount: (count) => (count === 1 ? '1 rule lacks data' : `${count} rules lack data`), clear: 'None', hits: (count) => `${count} ${count === 1 ? 'warning' : 'warnings'}`, asOf: (day) => `as of ${day}`,
  altman: 'Altman Z″', altmanHint: 'A side light, never counted in a rating; from the latest year', altmanNone: 'Cannot be computed without statements', altmanParts: { X1: 'Working capital ÷ assets', X2: 'Retained earnings ÷ assets', X3: 'EBIT ÷ assets', X4: 'Equity ÷ liabilities' },
  scan: 'Scan', scanHint: 'Asks every rule of every party with a dossier', scanned: (parties, found, over) => `${parties} parties, ${found} new, ${over} over`, scannedOn: (day) => `Last scan ${day}`, neverScanned: 'Never scanned',
  noWarnings: 'No warnings', noWarningsHint: 'Enter statements, invoices and surveys, then scan: parties that meet a rule appear here.', warningTable: 'Warnings, Enter opens the party', warningState: { open: 'Open', handled: 'Dealt with', over: 'Over' },
  stateLabel: 'State', allRules: 'All rules', party: 'Party', rule: 'Warning', found: 'Found', basis: 'Basis', since: (first, last) => (first === last ? first : `${first} to ${last}`),
  handle: 'Deal with', handleTitle: (party) => `Deal with: ${party}`, handling: 'What was done', handlingHint: 'What was found and what was done about it', handled: (name) => `Dealt with by ${name}`,
  propose: 'Propose', proposeTitle: (party) => `Propose: ${party}`, listLabel: 'List', reasonLabel: 'Ground', detail: 'Facts', detailHint: 'What happened, amounts, and where it stands', measureLabel: 'Measure', measureAndLimit: 'Measure, limit (10,000 yuan)', until: 'Term', untilHint: 'To be released or prolonged then; empty: without a term', unlimited: 'No term', proposed: 'Proposed, to be decided by another',
  number: 'Number', term: 'Term', termOver: 'Term over', by: 'Proposed by', decidedBy: 'Decided by',
  decide: 'Decide', agree: 'Agree', refuse: 'Refuse', decideTitle: (number) => `Decide ${number}`, remarks: 'Opinion', release: 'Propose release', releaseTitle: (number) => `Propose release of ${number}`, releaseReason: 'Ground', decideRelease: 'Decide release', decideReleaseTitle: (number) => `Decide release of ${number}`,
  prolong: 'Prolong', prolongTitle: (number) => `Prolong ${number}`, done: 'Done', noListings: 'Nobody is on this list', noListingsHint: 'Propose from a warning or a party’s risks; the office director or general manager decides.', listingTable: 'List, Enter opens the party', current: 'Current', past: 'Ended', search: 'Party or number',
  onList: (what, measure) => `${what}: ${measure}`, notListed: 'On no list', listings: 'Lists', history: (count) => `${count} before`,
}
