import type { Facts, FindingRule, ItemCode } from '../../rules/checks/items.ts'
import type { checks as reference } from '../zh-CN/checks.ts'

const hazard: Record<string, string> = {
  javascript: 'a script', launch: 'a program to launch', 'embedded-file': 'embedded files', 'form-submit': 'a form that sends data', 'rich-media': 'rich media', macros: 'macros',
  'embedded-object': 'embedded objects',
}
const condition: Record<string, string> = { damaged: 'damaged', incomplete: 'incomplete' }
const of = (facts: Facts, name: string) => String(facts[name] ?? '')

const item: Record<ItemCode, { name: string; what: string }> = {
  'ZS-1': { name: 'Scans unaltered', what: 'Every byte decrypted and compared with the SHA-256 of its storing' },
  'ZS-2': { name: 'Log intact', what: 'Each audit entry about the folder fits its hash and the one before; the opening is recorded' },
  'ZS-3': { name: 'Number proper', what: 'In the register, made by the pattern of its regulation' },
  'ZS-4': { name: 'Metadata plausible', what: 'No day to come, nothing before its cause, year as opened, lines of the catalogue' },
  'ZS-5': { name: 'File as recorded', what: 'Kind told by content equals the recorded kind and the name\'s ending' },
  'WZ-1': { name: 'Required documents', what: 'Everything the catalogue requires is in the folder' },
  'WZ-2': { name: 'Numbers gapless', what: 'None of the department\'s and year\'s numbers left out; voided ones in the register' },
  'WZ-3': { name: 'Pages complete', what: 'Every line has pages; the cover says what the contents add up to' },
  'WZ-4': { name: 'Scans complete', what: 'In a scanned folder every line has its scan' },
  'WZ-5': { name: 'Pages of scans agree', what: 'Pages of the scans against contents and record' },
  'WZ-6': { name: 'No duplicates', what: 'Nothing listed twice, no scan in two places' },
  'WZ-7': { name: 'Process recorded', what: 'Confirmed, custody unbroken, both sides signed every transfer' },
  'WZ-8': { name: 'Files present', what: 'Every recorded scan lies in the store' },
  'KY-1': { name: 'Opens', what: 'PDF page tree, TIFF pages, beginning and end of pictures can be read' },
  'KY-2': { name: 'Accepted format', what: 'A format the archive takes, without password' },
  'KY-3': { name: 'Text readable', what: 'Titles and names without garbled or unseen characters' },
  'AQ-1': { name: 'No active content', what: 'No script, launch or embedded file in a PDF, no macro in an Office file' },
  'AQ-2': { name: 'No disguised program', what: 'Neither content nor name is executable' },
  'AQ-3': { name: 'Encrypted at rest', what: 'Database and scans lie on the disk sealed' },
  'AQ-4': { name: 'Backup recent', what: 'A backup that was read back, and not old' },
  'AQ-5': { name: 'Folder safe', what: 'Not missing, came back whole, no open incident' },
  'AQ-6': { name: 'Virus scan', what: 'Runs offline: this program cannot scan for viruses' },
}

const finding: Record<FindingRule, (facts: Facts) => string> = {
  'bytes-changed': () => 'The scan was altered: it does not decrypt or has another hash',
  'entry-changed': (facts) => `Audit entry #${of(facts, 'sequence')} was altered or does not follow its predecessor`,
  'opening-unrecorded': () => 'The log does not know its opening',
  'chain-broken': (facts) => `The audit chain breaks at ${of(facts, 'item')}`,
  'number-pattern': (facts) => `Number ${of(facts, 'number')} is not by the pattern: ${of(facts, 'made')}`,
  'number-unregistered': (facts) => `Number ${of(facts, 'number')} is not in the register`,
  'dated-in-future': (facts) => `Document date ${of(facts, 'on')} is to come`,
  'dated-after-added': (facts) => `Document date ${of(facts, 'on')} is after it was filed (${of(facts, 'added')})`,
  'expires-before-dated': (facts) => `Valid until ${of(facts, 'until')}, before its date ${of(facts, 'on')}`,
  'added-in-future': (facts) => `Filed on ${of(facts, 'on')}, a day to come`,
  'added-before-opened': (facts) => `Filed on ${of(facts, 'on')}, before the folder was opened`,
  'opened-in-future': (facts) => `Opened on ${of(facts, 'on')}, a day to come`,
  'year-differs': (facts) => `Opened on ${of(facts, 'on')}, not in its year ${of(facts, 'year')}`,
  'scan-before-line': (facts) => `Scan of ${of(facts, 'on')} is older than its line`,
  'unknown-item': (facts) => `Line ${of(facts, 'item')} is not in the catalogue`,
  'kind-differs': (facts) => `Recorded as ${of(facts, 'recorded')}, content is ${of(facts, 'found')}`,
  'extension-differs': (facts) => `Ending .${of(facts, 'ending')} does not fit ${of(facts, 'kind')}`,
  'required-missing': (facts) => `Missing: ${of(facts, 'item')}`,
  'number-gap': (facts) => `${of(facts, 'department')} ${of(facts, 'year')}: number ${of(facts, 'sequence')} left out`,
  'no-pages': () => 'No pages and no scan',
  'cover-differs': (facts) => `Cover ${of(facts, 'coverDocuments')} documents, ${of(facts, 'coverPages')} pages; contents ${of(facts, 'documents')} and ${of(facts, 'pages')}`,
  'empty-folder': () => 'The folder is empty',
  'scan-missing': (facts) => `${of(facts, 'pages')} pages listed, no scan`,
  'pages-differ': (facts) => `${of(facts, 'listed')} pages listed, ${of(facts, 'scanned')} scanned`,
  'recount-differs': (facts) => `${of(facts, 'recorded')} pages recorded, ${of(facts, 'found')} in the file`,
  'line-twice': (facts) => `Listed twice (${of(facts, 'otherPages')} and ${of(facts, 'pages')} pages)`,
  'scan-twice': (facts) => `The same scan ${of(facts, 'times')} times in the folder`,
  'not-confirmed': () => 'Not confirmed yet',
  'no-holder': () => 'Nobody answered for it when it was opened',
  'stage-differs': () => 'Its stage differs from the custody ledger',
  'signature-missing': (facts) => `Transfer ${of(facts, 'transfer')} lacks a signature`,
  'file-missing': () => 'The scan is not in the store',
  'does-not-open': (facts) => `${of(facts, 'kind')} does not open`,
  'format-refused': (facts) => `Content is ${of(facts, 'kind')}, not an accepted format`,
  locked: () => 'Locked by a password or certificate',
  'unreadable-text': () => 'Garbled or unseen characters in title or name',
  'active-content': (facts) => `Contains ${hazard[of(facts, 'kind')] ?? of(facts, 'kind')}`,
  'cannot-tell': () => 'Its structure cannot be read whole: active content cannot be ruled out',
  executable: (facts) => `Content is an executable ${of(facts, 'kind')}`,
  'disguised-name': (facts) => `Its name ends in .${of(facts, 'ending')}`,
  'stored-plainly': () => 'The database is not encrypted',
  'no-backup': () => 'Never backed up',
  'backup-old': (facts) => `Last backup ${of(facts, 'on')}, ${of(facts, 'days')} days ago`,
  'folder-missing': (facts) => `Missing since ${of(facts, 'since')}`,
  'folder-damaged': (facts) => `Came back ${condition[of(facts, 'condition')] ?? ''}`,
  'incident-open': (facts) => `Incident ${of(facts, 'item')} is open`,
  'not-run': (facts) => `Could not be checked (${of(facts, 'reason')})`,
}

const remedy: Record<FindingRule, string> = {
  'bytes-changed': 'Restore the file from a backup or scan the paper again; open an incident', 'entry-changed': 'Seal the archive, compare with a printed audit head, restore a backup',
  'opening-unrecorded': 'Find what it was opened on; tell the auditor', 'chain-broken': 'Seal the archive, compare with a printed audit head, restore a backup',
  'number-pattern': 'Check the pattern; void and open again', 'number-unregistered': 'Look into the register; tell the auditor',
  'dated-in-future': 'Correct the document date', 'dated-after-added': 'Correct the document date', 'expires-before-dated': 'Correct the validity', 'added-in-future': 'Set the machine\'s clock',
  'added-before-opened': 'Set the clock; tell the auditor', 'opened-in-future': 'Set the machine\'s clock', 'year-differs': 'Void and open again in its year', 'scan-before-line': 'Set the clock; tell the auditor',
  'unknown-item': 'Choose a line of the catalogue', 'kind-differs': 'Strike it and bring it in again', 'extension-differs': 'Bring it in again under the right ending',
  'required-missing': 'Ask the handler for it', 'number-gap': 'Look into the register; explain the gap', 'no-pages': 'Count and enter its pages', 'cover-differs': 'Count again and print a new cover',
  'empty-folder': 'Collect its documents or void it', 'scan-missing': 'Scan it', 'pages-differ': 'Count the paper; correct the pages or scan again', 'recount-differs': 'Bring the scan in again',
  'line-twice': 'Strike one of them', 'scan-twice': 'Strike the spare scan', 'not-confirmed': 'Have it confirmed', 'no-holder': 'Tell the auditor; complete the ledger', 'stage-differs': 'Tell the auditor; compare the ledger',
  'signature-missing': 'Tell the auditor; have it signed', 'file-missing': 'Restore the file from a backup or scan the paper again; open an incident', 'does-not-open': 'Scan the paper again',
  'format-refused': 'Convert it and bring it in again', locked: 'Unlock it and bring it in again', 'unreadable-text': 'Correct title or name', 'active-content': 'Scan again or save as plain PDF, and replace it',
  'cannot-tell': 'Scan again or save as standard PDF, and replace it', executable: 'Strike it; tell IT', 'disguised-name': 'Strike it; tell IT', 'stored-plainly': 'Stop using it; tell IT', 'no-backup': 'Back up now',
  'backup-old': 'Back up now', 'folder-missing': 'Search; open an incident', 'folder-damaged': 'Repair or complete it; open an incident', 'incident-open': 'Find out and close it', 'not-run': 'Remove the cause and check again',
}

export const checks: typeof reference = {
  title: 'Four-property check',
  property: { authenticity: 'Authenticity', completeness: 'Completeness', usability: 'Usability', safety: 'Safety' },
  outcome: { passed: 'Passed', failed: 'Failed', notRun: 'Not run', notCarriedOut: 'By hand' },
  verdict: { failed: 'Failed', unfinished: 'Awaits a person', passed: 'Passed' },
  scope: { dossier: 'Dossier', transfer: 'Transfer', archive: 'Whole archive' },
  item,
  finding,
  remedy,
  byHand: 'Scan the storage media with the company\'s scanner and record the result',
  action: {
    run: 'Check', runArchive: 'Check the whole archive', attest: 'Record check by hand', print: 'Print report', back: 'All reports', open: 'Open dossier', again: 'Check again', expand: 'Show', fold: 'Hide', toTransfer: 'Open transfer',
  },
  list: {
    number: 'Report', scope: 'Scope', subject: 'Subject', at: 'Time', by: 'By', verdict: 'Verdict', items: 'Passed', findings: 'Findings', files: 'Files',
    anyScope: 'All scopes', counted: (count) => `${count} reports`, whole: 'Whole archive', empty: 'Nothing checked yet', emptyHint: 'Enter a dossier number, or check the whole archive', noMatch: 'No reports of this scope',
  },
  start: {
    field: 'Dossier or transfer number', hint: 'Scan or type, then Enter', running: 'Checking', notFound: (code) => `There is no ${code}`, archiveHint: 'Reads every scan to its end', reading: 'Reading files', done: (number) => `${number} is ready`,
  },
  report: {
    of: (number) => `Four-property report ${number}`, checked: (count) => `${count} checked`, found: (count) => `${count} found`, none: 'Nothing found', more: (count) => `${count} more not listed`, required: 'Required at receipt',
    isNew: 'New', former: (number, at) => `Before: ${number} (${at})`, mended: (count) => `${count} mended`, added: (count) => `${count} new`, noFormer: 'First check', same: 'As before',
    amount: (dossiers, documents, files, size) => `${dossiers} dossiers · ${documents} documents · ${files} files · ${size}`,
    auditSeq: (seq) => `Audit #${seq}`, attested: (name, at) => `Recorded by ${name}, ${at}`, line: 'Document', code: 'No.', item: 'Item', finding: 'Finding', remedy: 'Remedy', wholeArchive: 'Whole archive', general: 'In general', notFound: 'No such report, or not for you',
    sums: (passed, all) => `${passed} of ${all} passed`,
  },
  attest: { title: 'Record check by hand', hint: 'Say which scanner, when, which media, with what result. It cannot be changed.', remarks: 'What was done', confirm: 'Record', done: 'Recorded' },
  atReceipt: (facts) => {
    const rule = of(facts, 'rule') as FindingRule
    const count = Number(facts['count'] ?? 1)
    return `${of(facts, 'code')} ${finding[rule]?.(facts) ?? rule}${count > 1 ? ` (${count} times)` : ''}`
  },
  method: {
    'checks.run': 'Four-property check', 'checks.runArchive': 'Four-property check of the archive', 'checks.attest': 'Check by hand recorded', 'checks.list': 'Check reports listed', 'checks.get': 'Check report read',
  },
}
