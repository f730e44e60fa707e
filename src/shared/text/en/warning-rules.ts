import type { warningRules as reference } from '../zh-CN/warning-rules.ts'

type Values = Readonly<Record<string, string | number>>

const fault: Record<string, (values: Values) => string> = {
  'rule-code': ({ code }) => `The program has no rule ${code}`, 'rule-name': () => 'The condition is not the program’s: give it a name of your own', 'rule-advice': () => 'The condition is not the program’s: say yourselves what to do',
  'rule-factless': () => 'No fact in it: the same for everybody', 'rule-no-question': () => 'It has to answer yes or no, as “longestOverdueDays > 60” does', 'rules-all-off': () => 'At least one rule has to be on',
  'rule-share': ({ name, value, percent }) => `“${name}” is a share: ${value} is ${percent}%; you may mean ${value}%`, 'rule-range': ({ name, least, most, value }) => `“${name}” lies between ${least} and ${most}: beside ${value} the answer is always the same`,
  'leak-outcome': () => 'It asks what is known only afterwards',
}

export const warningRules: typeof reference = {
  method: {
    'warningRules.list': 'Warning rules listed', 'warningRules.save': 'Warning rules drafted', 'warningRules.propose': 'Warning rules proposed', 'warningRules.decide': 'Warning rules decided', 'warningRules.withdraw': 'Warning rules withdrawn', 'warningRules.preview': 'Warning rules tried',
  },
  advice: {
    W01: 'Ask about orders and lost customers; grant no more for now', W02: 'Find out whether it stopped or invoices under another name', W03: 'Visit; look at orders and stock', W04: 'Tell season from unsteady orders; deliver by the low months', W05: 'Sign nothing new until the new licence is there', W06: 'Ask for the certificate in force', W07: 'Survey control and guarantees anew',
    W11: 'Find out how that customer pays', W12: 'Find out whether supply is safe and can be replaced', W13: 'Shorten terms, visit more often', W14: 'Hold contracts against the licensed scope',
    W21: 'No sales on credit without security', W22: 'Ask for recent months; cut the limit', W23: 'Look at loans falling due and guarantees', W24: 'Ask what it will pay from; shorten terms', W25: 'Ask for its ageing; is it pushing stock out?', W26: 'Ask for the latest year', W27: 'Look at whom it guarantees; count equity again', W28: 'Ask what the auditor reserved',
    W31: 'Stop deliveries, report to the office director', W32: 'Collect; no new sales on credit', W33: 'Find out the cause, the sum and what is attached', W34: 'Ask why invoices are void or red, and about returns', W35: 'Look into the complaints and disputes; rate again if need be', W39: 'Deliver only after payment', W36: 'Collect, and get a promise of payment', W37: 'No new sales on credit; collect item by item', W38: 'See the owner; cash or security from now on',
  },
  state: { draft: 'Draft', proposed: 'To be decided', agreed: 'Agreed', refused: 'Refused', withdrawn: 'Withdrawn' },
  field: { isOn: 'On', severity: 'Severity', aspect: 'Aspect', when: 'Condition', name: 'Name', advice: 'What to do' },
  faultOf: (code, values) => fault[code]?.(values),
  parts: 'Pages of the rules', part: { rules: 'Rules', changes: 'Changes', preview: 'Try', history: 'History' },
  programSet: 'The program’s rules', set: (id) => `Set ${id}`, inForce: 'In force', since: (day) => `since ${day}`, draftOf: (name) => `written by ${name}`, proposedBy: (name, reason) => `proposed by ${name}: ${reason}`, decidedBy: (name) => `decided by ${name}`,
  shown: 'Which set', edition: 'Set', table: 'Rules of early warning, Enter edits', code: 'Code', name: 'Warning', reads: 'Condition', state_: 'State', on: 'On', off: 'Off', turn: (name) => `Turn on ${name}`,
  own: 'Own', changed: 'Changed', count: (on, all) => `${on} of ${all} on`, changes: (count) => `${count} ${count === 1 ? 'differs' : 'differ'} from those in force`,
  edit: (code) => `Rule ${code}`, add: 'Add a rule', addTitle: (code) => `Add rule ${code}`, save: 'Save', remove: 'Remove it', reset: 'Back to the program’s', resetAll: 'All back to the program’s', resetAllSure: 'Every rule of the draft becomes the program’s; your own are not kept in it.',
  aspect: 'Aspect', severity: 'Severity', when: 'Condition', whenHint: 'As longestOverdueDays > 60; shares as 30%', ownName: 'Name', nameHint: 'Empty: the program’s', adviceLabel: 'What to do', whenOfProgram: (formula) => `The program’s: ${formula}`,
  propose: 'Propose', proposeTitle: (id) => `Propose rules, set ${id}`, reason: 'What changed and why', proposed: 'Proposed, to be decided by another', withdraw: 'Withdraw', withdrawSure: 'It will not come into force; another can be written over the rules in force.',
  decide: 'Decide', decideTitle: (id) => `Decide rules, set ${id}`, agree: 'Agree', refuse: 'Refuse', remarks: 'Opinion', fromToday: 'Scans ask it from today; warnings that it no longer asks are over at once.', decided: (ended) => (ended === 0 ? 'Decided' : `Decided; ${ended} ${ended === 1 ? 'warning is' : 'warnings are'} over`),
  preview: 'Try', previewHint: 'Asks the rules in force and this set of every party; nothing is written', previewNone: 'Not tried yet', previewWhat: 'It tells how many parties each rule hits now and then, and whose warnings appear or vanish.', previewAsks: 'No different from the rules in force: nothing to try.',
  previewed: (parties, withheld) => (withheld === 0 ? `${parties} parties` : `${parties} parties; ${withheld} more whose figures you may not read`), hitsTable: 'Parties that each rule hits', movedTable: 'Parties whose warnings change', now: 'Now', later: 'Then', unknown: 'No data', appear: 'Appear', vanish: 'Vanish', party: 'Party', noneMoved: 'Nobody’s warnings change', movedTotal: (shown, total) => (shown === total ? `${total} ${total === 1 ? 'party' : 'parties'}` : `${total} parties, the first ${shown}`),
  changesTable: 'What this set changes', noChanges: 'Nothing is changed', noChangesHint: 'A condition, severity, switch or name that is changed appears here.', before: 'Was', after: 'Becomes', added: 'Added', removed: 'Removed', yes: 'On', no: 'Off',
  historyNone: 'The program’s rules all along', historyNoneHint: 'The credit administrator writes a set and gives a reason; agreed to by the office director or general manager, scans ask it.', historyTable: 'Sets of rules', who: 'By', why: 'Reason and opinion', look: 'Look', startFrom: 'New set from it',
  foundBy: (set) => `Found by ${set.charAt(0).toLowerCase()}${set.slice(1)}`, endedBy: (id) => `No longer asked by set ${id}`,
  oneRunning: (name) => `${name} is writing a set: finish that first.`,
}
