import type { surveys as reference } from '../zh-CN/surveys.ts'

export const surveys: typeof reference = {
  method: {
    'surveys.list': 'Surveys read', 'surveys.record': 'Survey recorded', 'surveys.clear': 'Notice cleared', 'surveys.withdraw': 'Survey withdrawn',
    'industries.list': 'Industry outlook read', 'industries.record': 'Industry outlook recorded',
  },
  kind: { site: 'Site visit', related: 'Related parties', reference: 'References', notice: 'Notices and changes' },
  record: (what) => `Record: ${what.toLowerCase()}`,
  recorded: 'Recorded',
  on: { site: 'Visited on', related: 'Surveyed on', reference: 'Issued on', notice: 'Published on' },
  none: {
    site: 'No site visit yet. A rating takes operations and position from the latest one.', related: 'No survey of related parties yet.', reference: 'No reference within twelve months.',
    notice: 'No notice was recorded. Offline, nothing is looked up: a person enters it with its source.',
  },
  visitors: 'Visitors', place: 'Place', operatingRate: 'Capacity in use', operatingRateHint: 'Empty where nothing is produced; below 60% the marks stop at 59', score: 'Marks', points: (points) => `${points}`,
  siteItem: { utilisation: 'Running and equipment', stock: 'Stock', staff: 'Staff', premises: 'Order on site', taxAndPower: 'Power and tax' },
  itemsTitle: 'Each part, 0–20', management: { rules: 'Rules in place', audited: 'Accounts audited', internalControl: 'Internal control', noConsumptionBan: 'Head not under a spending ban', stableStaff: 'Stable staff' },
  managementTitle: 'Management', positionTitle: 'Position', position: { leader: 'Leader', nationalTopTen: 'National top ten', regionalTopTen: 'Regional top ten', ordinary: 'Ordinary', fringe: 'Fringe' },
  marketShare: 'Market share', marketSource: 'Source of the share', marketSourceHint: 'A share without a source does not count', withinScope: 'Business within its licensed scope', outsideScope: 'Business beyond its licensed scope',
  relatedName: 'Name', relation: { controller: 'Controller', shareholder: 'Shareholder', subsidiary: 'Subsidiary', sameController: 'Same controller', guarantor: 'Guarantees it', guaranteed: 'Guaranteed by it', family: 'Close family' },
  relationTitle: 'Relation', share: 'Share held', guaranteed: 'Guaranteed for it (10,000 yuan)', addRelated: 'Add a related party', removeRelated: (name) => `Remove ${name}`, noRelated: 'None found',
  referee: { bank: 'Bank', peer: 'Peer', partner: 'Partner', agency: 'Rating agency' }, refereeTitle: 'Kind of referee', from: 'Referee', mark: 'Mark', markHint: '0–100', externalGrade: 'Grade given',
  notice: { dishonest: 'Dishonest debtor', deregistered: 'Revoked or deregistered', bankruptcy: 'Bankruptcy accepted', fraud: 'Fraud', lawsuit: 'Lawsuit', award: 'Award', negative: 'Adverse report', controlChanged: 'Change of control' },
  noticeTitle: 'Matter', source: 'Source', sourceHint: 'Site, gazette or letter, and the day it was found', caseNumber: 'Reference no.',
  clear: 'Clear', clearTitle: (what) => `Clear: ${what}`, clearedOn: 'Cleared on', cleared: (day) => `Cleared ${day}`, standing: 'Stands',
  withdraw: 'Withdraw', withdrawTitle: 'Withdraw this entry', withdrawHint: 'It no longer counts for ratings; the entry and the reason are kept.', reason: 'Reason', withdrawn: (reason) => `Withdrawn: ${reason}`,
  evidence: 'Page behind it', evidenceHint: 'A scan of the dossier and its page', noScans: 'The credit dossier of this party holds no scans yet', page: 'Page', pageOf: (page) => `p. ${page}`, noEvidence: 'No page',
  remarks: 'Remarks', by: (name, day) => `${name}, ${day}`, older: (count) => `${count} earlier`, showWithdrawn: (count) => `With ${count} withdrawn`,
  industries: {
    title: 'Industry outlook', hint: 'Once an industry and half-year; a rating takes it by the industry of the party.', industry: 'Industry', half: 'Half-year', halfOf: (half) => `${half.endsWith('1') ? 'H1' : 'H2'} ${half.slice(0, 4)}`,
    growth: 'Growth', competition: 'Competition', demand: 'Demand', outlook: { better: 'Better', same: 'Level', worse: 'Worse' }, sum: 'Sum', record: 'Record outlook', missing: (count) => `${count} ${count === 1 ? 'industry has' : 'industries have'} none yet`,
    none: 'No outlook was recorded yet', stale: 'Out of date',
  },
}
