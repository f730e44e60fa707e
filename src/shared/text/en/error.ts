import type { Details } from '../../errors.ts'
import type { Role } from '../../roles.ts'
import type { Text } from '../index.ts'
import type { EvidenceKind } from '../../rules/qualifications/standing.ts'
import { common } from './common.ts'
import { regulations } from './regulations.ts'
import { qualifications } from './qualifications.ts'
import { contracts } from './contracts.ts'
import { disposal } from './disposal.ts'
import { ratings } from './ratings.ts'
import { statements } from './statements.ts'
import { custody } from './custody.ts'

const wait = (seconds: number) => (seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`)
const of = (details: Details, key: string, before = '', after = ''): string => {
  const value = details[key]
  return typeof value === 'string' || typeof value === 'number' ? `${before}${value}${after}` : ''
}

function field(details: Details, before: string): string {
  const [issue] = Array.isArray(details['issues']) ? (details['issues'] as { path?: unknown }[]) : []
  const path = details['path'] ?? issue?.path
  return typeof path === 'string' && path !== '' ? before + path : ''
}
const stage = (details: Details, key: string): string => (custody.stage[details[key] as keyof typeof custody.stage] ?? 'other place').toLowerCase()
const roleOf = (details: Details, key: string): string | undefined => common.role[details[key] as Role]

const lacks = (details: Details, before: string): string =>
  Array.isArray(details['lacks']) ? before + details['lacks'].map((kind) => qualifications.kind[kind as EvidenceKind] ?? '').join(', ') : ''
type Level = keyof typeof common.level

/** Where a regulation does not hold, and why: the first place of those that were found. */
function fault(details: Details): string {
  const place = Array.isArray(details['place']) ? (details['place'] as (string | number)[]) : []
  const where = place.map((step) => (typeof step === 'number' ? regulations.nth(step + 1) : regulations.place[step] ?? step)).join(' › ')
  const why = regulations.fault[String(details['reason'])]?.(0) ?? ''
  return [where, why].filter(Boolean).map((part, index) => (index === 0 ? ': ' : ', ') + part).join('')
}

export const error: Text['error'] = {
  'unknown-method': 'The program does not know this action.',
  'bad-input': (details) => `What was filled in does not fit${field(details, ': ')}.`,
  'not-signed-in': 'Nobody is signed in.',
  locked: 'The screen is locked.',
  forbidden: 'Your roles do not allow this.',
  internal: (details) =>
    details['unreachable']
      ? 'The program does not answer. Is it still running?'
      : `The program failed${of(details, 'incident', ', incident ')}. It is in the log.`,
  cancelled: 'Cancelled.',
  busy: 'Another task is running; wait until it is done.',

  'no-archive': 'There is no archive here.',
  'archive-exists': 'There is an archive here already.',
  'archive-in-use': 'Another program has this archive open.',
  'archive-damaged': 'The archive is damaged; restore it from a backup.',
  'archive-newer': 'A newer version made this archive; update the program first.',
  'wrong-password': (details) => (details['isNamePicked'] ? 'The password is wrong.' : 'The login or the password is wrong.'),
  'wrong-recovery-code': 'The recovery code is wrong.',
  'too-many-attempts': (details) => `Too many failed attempts; try again in ${wait(Number(details['seconds'] ?? 60))}.`,
  'password-too-weak': (details) =>
    ({
      'too-short': 'Too short: at least 8 characters.',
      'is-login': 'A password must not be the login.',
      'too-simple': 'Too simple: at least 4 different characters, and no run.',
      unchanged: 'The new password must not be the old one.',
    })[String(details['fault'])] ?? 'The password is too weak.',
  'password-change-required': 'Replace the temporary password first.',
  'not-an-archive-backup': 'This is not a backup of an archive.',
  'backup-damaged': 'The backup is damaged and cannot be restored. The present archive is untouched.',
  'folder-not-empty': 'The folder is not empty; choose another.',
  'disk-full': 'The disk is full.',
  'file-unreadable': (details) =>
    details['reason'] === 'too-large' ? 'The file is too large.' : `The file cannot be read${of(details, 'file', ': ')}${details['place'] === undefined ? '' : `${of(details, 'place', ', at ')}${of(details, 'reason', ' (', ')')}`}.`,
  'file-unwritable': (details) => (details['reason'] === 'EEXIST' ? 'A file of that name is there already. Choose another name.' : 'Nothing can be written there. Choose another place.'),

  'not-found': 'Not found, or not for you to see.',
  'sums-too-large': 'All together would be more than can be counted to the fen.',
  'over-allocated': 'More is allocated than the receipt or the receivable has left.',
  'changed-meanwhile': 'Somebody changed it first; reload and change it again.',
  duplicate: (details) => `There is one like it already${of(details, 'twin', ': ')}.`,
  'wrong-state': (details) => (details['struck'] === true ? 'All its rows have been struck already.' : 'Not possible in its present state.'),
  'same-person': 'The same person cannot do and check it.',
  'empty-file': 'The file is empty.',
  'file-kind-refused': (details) => `Files of this kind are not taken${of(details, 'mime', ': ')}.`,

  'login-taken': 'This login is taken.',
  'last-administrator': 'One system administrator must remain.',
  'roles-conflict': (details) => {
    const [first, second] = [roleOf(details, 'first'), roleOf(details, 'second')]
    return first && second ? `${first} and ${second} cannot be one person.` : 'One person cannot hold these roles together.'
  },

  'credit-code-invalid': 'The unified social credit code is wrong; check it.',
  'party-exists': (details) => `This party is there already${of(details, 'name', ': ')}.`,
  'columns-not-found': 'No column holds the names; choose it.',
  'party-in-use': 'This party has a dossier and cannot be removed.',

  'conditions-unmet': (details) => `${details['needs'] === 'any' ? 'One of these must hold' : 'These must hold'} before a dossier is opened: ${(details['conditions'] as string[] | undefined ?? []).join('; ')}.`,
  'dossier-exists': (details) => `This party has such a dossier already${of(details, 'number', ': ')}.`,
  'number-voided': 'This number is voided.',
  'document-not-empty': 'There are documents in it.',
  'upload-expired': 'The uploaded file has expired; choose it again.',
  'attachment-damaged': 'The attachment is not what was stored; it is not shown. Run the verification.',
  'attachment-missing': 'The attachment is not in the archive. Run the verification.',

  'contract-event-refused': (details) => contracts.refused(details),

  'slot-taken': 'There is a folder in this place.',
  'drawer-full': 'This drawer is full.',
  'drawer-not-empty': 'There are folders in the drawer; it cannot hold less.',
  'folder-not-in': 'The folder is not on its shelf.',
  'nothing-to-undo': 'There is no move to undo.',

  'dossier-lent': (details) => `The folder is lent${of(details, 'slipNumber', ': ')}${of(details, 'borrower', ', ')}.`,
  'dossier-not-shelved': (details) =>
    `The folder${of(details, 'number', ' ')} is ${details['custody'] === 'moving' ? 'being moved' : details['custody'] === 'gone' ? 'destroyed or voided' : 'missing'} and cannot be handed out.`,
  'applicant-left': 'The borrower has been disabled: nothing is agreed, handed out or renewed for them.',
  'signature-missing': 'A signature is missing.',
  'due-before-today': (details) =>
    of(details, 'dueOn', 'The day must be later than ', '.') || of(details, 'untilOn', 'The last day, ', ', has passed.') || 'The day lies before today.',
  'renewal-limit': (details) =>
    of(details, 'latest', 'It can be renewed until ', ' at the latest.') || of(details, 'max', 'Renewals are limited to ', '.') || 'No further renewal.',
  'no-dossier-on-slip': 'No dossier on the slip can be dealt with.',
  'pages-differ': (details) =>
    `${of(details, 'counted', 'Counted ', ' pages')}${of(details, 'expected', ', expected ') || 'The pages differ'}; say why in the remarks.`,
  'not-qualified': (details) => `The qualification is incomplete: the role of archivist rests${lacks(details, '; missing: ')}.`,
  'not-cleared': (details) => `No clearance for ${common.level[details['level'] as Level] ?? 'this level'}${of(details, 'clause', ' (clause ', ')')}.`,
  'not-authorised': (details) => `Reading needs the ${roleOf(details, 'role') ?? 'director'}'s authorisation${of(details, 'clause', ' (clause ', ')')}.`,
  'agreement-missing': (details) => `Reading needs a signed confidentiality agreement${of(details, 'clause', ' (clause ', ')')}.`,
  'evidence-unfit': 'Education has a degree, an examination a score, other evidence neither.',
  'nothing-done': (details) => `Nothing was done: all${of(details, 'refused', ' ')} were refused.`,
  'not-due': (details) => `The day has not come${of(details, 'on', ': ')}.`,

  'limit-running': (details) => `${of(details, 'number')} is still running; of a customer there is one at a time.`,
  'limit-no-scheme': 'No scheme proposes limits: adopt a customer scheme with a part on limits first.',
  'limit-until': (details) => `The last day has to be after today and not after ${of(details, 'latest')}, within a year.`,
  'limit-reason': (details) => details?.['ceilingFen'] !== undefined && details['ceilingFen'] !== null ? 'The customer is restricted and asks for more than it has: say why; the general manager approves.' : (details?.['reviewOn'] ? `The rating was to be renewed by ${of(details, 'reviewOn')}: say why it is granted on it.` : 'The sum or the term is not the proposed one: say why.'),
  'limit-basis': 'What it stands on has changed: the rating, the scheme, the guarantees or the lists. Send it back to be taken anew.',
  'limit-suspended': (details) => `Credit to this customer is suspended since ${of(details, 'on')} (${of(details, 'number')}): nothing may be granted until it is released. Lower it to nothing, or refuse.`,
  'rating-running': (details) => `${of(details, 'number')} is still running; of a kind there is one rating at a time.`,
  'override-refused': (details) => ratings.overrideFault(details),
  'rating-evidence': (details) => ratings.evidenceFault(details),
  'rating-basis': (details) => ratings.basisFault(details),
  'party-rated': 'This party has its grade from a rating; it is not entered by hand any more.',

  'statement-exists': (details) => statements.exists(of(details, 'periodEnd'), details['state'] === 'draft'),
  'no-statement-found': 'No statement was recognised in the file: it needs the names of the lines, with headings such as 项目 and 期末余额.',
  'statement-faults': (details) => statements.faulty(of(details, 'count')),

  'no-scheme': (details) => `There is no rating scheme for ${details['for'] === 'supplier' ? 'suppliers' : 'customers'} in force: adopt one first.`,
  'scheme-refused': (details) => `The scheme does not hold in ${of(details, 'count') || 'some'} places: mend it first.`,
  'scheme-unchanged': 'It is the same as the version in force.',
  'warning-rules-refused': (details) => `The rules do not hold in ${of(details, 'count') || 'some'} places: mend them first.`,
  'warning-rules-unchanged': 'They are the same as the rules in force.',
  'scheme-running': (details) => `A version of this scheme is being prepared already${of(details, 'number', ': version ')}.`,

  'regulation-refused': (details) => `The regulation does not hold together${fault(details)}.`,
  'regulation-unchanged': 'It is the same as the version in force.',
  'retention-too-short': (details) => `The regulation keeps it ${of(details, 'years', '', ' years') || 'permanently'}${of(details, 'clause', ' (clause ', ')')}; it cannot be less.`,
  'disposal-obstacle': (details) => disposal.stands(details),
  'disposal-not-regulated': 'The regulation in force names nobody to approve and watch a destruction. Adopt a version that does.',
  'opinions-missing': (details) => `Opinions on ${of(details, 'count')} folders are still missing.`,
  'not-checked': (details) => `${of(details, 'count')} folders have not been checked one by one.`,
  'supervisors-missing': (details) => `${of(details, 'needed')} supervisors sign on the day itself; ${of(details, 'present')} have.`,
  'box-mixed': (details) => `They may not share a box: ${({ department: 'another department', year: 'another year', kind: 'another kind', retention: 'another retention' })[String(details['mixed'])] ?? 'another kind'} than box ${of(details, 'box')}.`,
  'box-full': (details) => `It does not fit into the box${of(details, 'needed', ': ', ' mm needed')}${of(details, 'capacity', ', ', ' mm there are')}.`,
  'stocktake-running': (details) => `A stocktake is going on here${of(details, 'number', ': ')}.`,
  'stocktake-blind': 'The blind count is not over; what the other count saw is not shown.',
  'findings-open': (details) => `${of(details, 'count')} findings are still open.`,
  'incident-unfinished': 'Findings, consequences and measures must be written before it is closed.',

  'not-handed-over': (details) =>
    `The folder${of(details, 'number', ' ')} is with the ${stage(details, 'stage')}: it is handed over to the ${stage(details, 'to')} first, and received by the archive room. Old stock is taken in first.`,
  'no-transfer-step': (details) => `The regulation${of(details, 'regulation', ' ')} of${of(details, 'number', ' ')} has no such step.`,
  'stage-differs': (details) => `The folder${of(details, 'number', ' ')} is with the ${stage(details, 'stage')}: it does not leave from here.`,
  'other-department': (details) => `The folder${of(details, 'number', ' ')} belongs to another department: list it separately.`,
  'on-transfer': (details) => `The folder${of(details, 'number', ' ')} is on transfer${of(details, 'transferNumber', ' ')} already.`,
  'lines-open': (details) => `Folders still to check${of(details, 'open', ': ')}. The list cannot be signed yet.`,
  'receipt-check-failed': (details) => `A check of${of(details, 'number', ' ')} failed: refuse it, or accept it with a remark.`,
  'transfer-open': (details) => `Transfer${of(details, 'transferNumber', ' ')} is not finished: receive or withdraw it first.`,
  'keeper-unfit': (details) => `The roles of${of(details, 'name', ' ')} do not fit folders of the ${stage(details, 'stage')}.`,
}
