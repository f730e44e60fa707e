import type { Role } from '../../roles.ts'
import type { Text } from '../index.ts'
import { when } from '../when.ts'
import type { EvidenceKind } from '../../rules/qualifications/standing.ts'
import type { GuaranteeKind } from '../../rules/limits/guarantees.ts'
import { common } from './common.ts'
import { schemes } from './schemes.ts'
import { qualifications } from './qualifications.ts'
import { retentionEvent, retentionGround } from './disposal.ts'
import { dutyEvent, dutyLength, dutyPeriod } from './duties.ts'

const roles = (value: string | number | null | undefined) =>
  String(value ?? '').split(',').map((role) => common.role[role.trim() as Role]?.toLowerCase() ?? role.trim()).join(' and ')

const by = (value: string | number | null | undefined) => (value === null || value === undefined || value === '' ? '' : ` by ${value}`)
const days = (value: string | number | null | undefined) => `${value} ${Number(value) === 1 ? 'day' : 'days'}`

/** Fen as yuan. */
const yuan = (fen: string | number | null | undefined) => `CNY ${(Number(fen) / 100).toLocaleString('en', { maximumFractionDigits: 2 })}`

/** Kinds of evidence, as one text separated by commas. */
const evidence = (value: string | number | null | undefined, separator: string) =>
  String(value ?? '').split(',').map((kind) => qualifications.kind[kind as EvidenceKind] ?? kind).join(separator)

export const because: Text['because'] = {
  'loan-due': (values) => `Lent ${when(values['from'])} + ${days(values['days'])} = ${when(values['due'])}; overdue from the next day`,
  'loan-overdue': (values) => `Due ${when(values['due'])}; ${days(values['days'])} over, counted from the next day`,
  'renewed': (values) => `Renewed until ${when(values['due'])}${by(values['by'])}`,
  'signed-by': (values) => `Signed ${when(values['at'])}${by(values['by'])}`,
  'waiting-for-signature': (values) => `Submitted ${when(values['since'])}; waits for the ${roles(values['roles'])}`,
  'opened': (values) => `Opened ${when(values['on'])}${by(values['by'])}`,
  'confirmed': (values) => `Confirmed ${when(values['on'])}${by(values['by'])}`,
  'not-confirmed': (values) => `Opened ${when(values['opened'])}; waits for the sales director`,
  'shelved': (values) => `On its shelf since ${when(values['since'])}`,
  'not-shelved': (values) => `Without a shelf since ${when(values['since'])}`,
  'lent': (values) => `${values['slip']}, due back ${when(values['due'])}`,
  'missing': (values) => `Not found since ${when(values['since'])}, reported${by(values['by'])}`,
  'retention': ({ years, from, until, clause, by: ground }) =>
    until === null || until === undefined
      ? `Kept permanently${retentionGround(ground, clause)}`
      : `Kept ${years} years from ${when(from)}, until ${when(until)}${retentionGround(ground, clause)}`,
  'disposal-waits': ({ since, folders }) => `Since ${when(since)}, ${folders} folders`,
  'retention-over': ({ folders, oldest }) => `${folders} folders, the earliest since ${when(oldest)}`,
  'retention-waits': ({ years, event, clause, by: ground }) =>
    `Kept ${years} years from 1 January after ${retentionEvent(event)}, not counted yet${retentionGround(ground, clause)}`,
  'expires': (values) =>
    Number(values['days']) < 0
      ? `${values['title']} expired ${when(values['on'])}, ${days(-Number(values['days']))} ago`
      : `${values['title']} valid until ${when(values['on'])}, ${days(values['days'])} left`,
  'refused': (values) => `Refused${by(values['by'])}: ${values['reason'] ?? 'no reason given'}`,
  'draft': (values) => `Kept as a draft ${when(values['since'])}, not submitted`,
  'claimed-returned': (values) => `${values['by']} says it was brought back ${when(values['at'])}; the archive room has not got it`,
  'due-after-event': (values) => `${dutyEvent(values['event'])} ${when(values['on'])} + ${dutyLength(values['months'], values['days'])} = ${when(values['due'])}`,
  'due-after-years': (values) =>
    `Files of ${values['year']} stay with the department until ${when(values['until'])}; + ${dutyLength(values['months'], values['days'])} = ${when(values['due'])}`,
  'due-after-period': (values) => `${dutyPeriod(values['period'])}; by ${when(values['due'])}`,
  'lost': (values) => `Reported lost ${when(values['at'])}`,
  'qualification-lacks': ({ clause, kinds }) => `Clause ${clause}: missing ${evidence(kinds, ', ')}`,
  'qualification-lapses': ({ months, until }) => `${months} months from the examination, valid until ${when(until)}`,
  'authorisation-asked': ({ at, purpose }) => `${when(at)}　${purpose}`,
  'paper-conflict': ({ at }) => `Contradiction found ${when(at)}; to be decided`,
  'paper-proposed': ({ at }) => `Contradiction found ${when(at)}; decided, awaits your agreement`,
  'blanks-out': ({ count, at, days }) => `${count} out for more than ${days} days, the first since ${when(at)}`,
  'downgrade-planned': ({ on, to }) => `To be lowered to ${common.level[to as keyof typeof common.level] ?? to} on ${when(on)}`,
  'first-count-done': ({ on, by }) => `${by} ended the first count on ${when(on)}; somebody else makes the second`,
  'incident-investigated': ({ on, by }) => `opened by ${by} on ${when(on)}, looked into, to be closed`,
  'first-due-first': ({ count, first }) => (first === null ? 'nothing is open, all of it is an advance' : `first due first, from what fell due ${when(first)}: ${count} in all`),
  'statements-entered': ({ by, on, sets }) => `${Number(sets) > 1 ? `${sets} years ` : ''}entered by ${by} on ${when(on)}, to be confirmed by another`,
  'rating-waits': ({ since, by, reason }) => `${when(since)} by ${by}${reason ? `, returned: ${reason}` : ''}`,
  'rating-review': ({ on, asOf, months, grade }) => `approved ${when(on)}${grade ? ` as ${grade}` : ', not rated'}, due again ${months} months after ${asOf ? `the day rated, ${when(asOf)}` : 'that'}`,
  'override-ends': ({ until, grade, computed }) => `set by hand to ${grade} until ${when(until)}; the computed ${computed} returns after`,
  'limit-none': () => 'No limit granted: paid before delivery', 'limit-expired': ({ until }) => `Limit ended ${when(until)}`, 'limit-frozen': ({ reason }) => `Limit frozen: ${reason}`, 'limit-over': ({ since }) => `Over its limit since ${when(since)}`,
  'limit-overdue': ({ days }) => `Oldest item ${days} days overdue`, 'limit-suspended': ({ number, on }) => `On the bad customer list since ${when(on)} (${number}), credit suspended: nothing is available, nothing may be granted`,
  'limit-restricted': ({ number, on, ceilingFen }) => `On the bad customer list since ${when(on)} (${number}), credit restricted${ceilingFen === undefined || ceilingFen === null ? '' : `: above ${Number(ceilingFen) / 1_000_000} (10,000 yuan) it takes a reason and the general manager`}`,
  'limit-watched': ({ number, on }) => `On the watch list since ${when(on)} (${number}), observed`,
  'guarantee-page': ({ kind, title, page, type }) => `${schemes.credit.guarantee[kind as GuaranteeKind] ?? 'Guarantee'}: “${title}”, page ${page}, filed as “${type}”, is no paper of guarantee by its name`,
  'limit-hold': ({ since, by, reason }) => `${by} asked ${when(since)}: ${reason}`,
  'limit-ends': ({ until }) => `Limit until ${when(until)}; to be granted anew before`, 'limits-over': ({ parties, first }) => `${parties === 1 ? '1 party' : `${parties} parties`}, the first since ${when(first)}`,
  'listing-proposed': ({ by, on }) => `proposed by ${by} on ${when(on)}, to be decided by another`,
  'listing-term': ({ until }) => `term ends ${when(until)}: to be released or prolonged`,
  'promises-broken': ({ parties, days, first }) => `${parties} in ${days} days promised nothing since and still owe, the first ${when(first)}`,
  'promise-broken': ({ dueOn, on, amountFen, receivedFen }) => `promised ${yuan(amountFen)} for ${when(dueOn)}, ${Number(receivedFen) > 0 ? `${yuan(receivedFen)} came in` : 'nothing came in'}; broken on ${when(on)}`,
  'reratings-due': ({ late, first }) => (Number(late) > 0 ? `${late} past their day, the first ${when(first)}` : `the first ${when(first)}`),
  'warning-rules-proposed': ({ by, on }) => `proposed by ${by} on ${when(on)}, to be decided by another`,
  'warnings-open': ({ parties, first }) => `${parties} ${parties === 1 ? 'party' : 'parties'}, the first on ${when(first)}`,
  'handed-over': ({ transfer }) => `Handed over on ${transfer}`,
  'taken-in': ({ on }) => `Old stock, taken in ${when(on)}`,
  'on-transfer': ({ transfer, since }) => `Handed over ${when(since)}; ${transfer} is to be received`,
  'to-hand-over': ({ clause }) => `To be handed over by clause ${clause}`,
  'keeper-changed': ({ list }) => `Passed on by ${list}`,
  'to-receive': ({ since, by }) => `Handed over by ${by} on ${when(since)}, who answers until it is ticked`,
}
