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
