import type { Details } from '../../errors.ts'
import type { ContractEventKind, Objection } from '../../rules/contracts/events.ts'
import type { Text } from '../index.ts'

const event: Text['contracts']['event'] = { signed: 'Signed', changed: 'Changed', performed: 'Performed', terminated: 'Terminated' }

const refusal: Record<Objection['reason'] | 'rests', (day: string, what: string) => string> = {
  'to-come': () => 'The day must not be later than today.',
  'not-signed': () => 'The signing is not recorded yet.',
  'signed-already': (day) => `Signed on ${day}, as recorded.`,
  'performed-already': (day) => `Performed on ${day}, as recorded.`,
  'terminated-already': (day) => `Terminated on ${day}.`,
  'before-signing': (day) => `Not before the signing on ${day}.`,
  'before-last': (day) => `Not before the last event on ${day}.`,
  rests: (day, what) => `First strike "${what}" of ${day}.`,
}

/** English: contracts. */
export const contracts: Text['contracts'] = {
  event,
  state: { negotiating: 'Negotiating', signed: 'Signed', changed: 'Changed', performed: 'Performed', terminated: 'Terminated' },
  direction: { sale: 'Sale', purchase: 'Purchase' },
  partyRole: { guarantor: 'Guarantor', third: 'Third party' },
  refused: (details: Details): string => {
    const { reason, day } = details as { reason?: keyof typeof refusal; day?: string }
    return reason === undefined ? 'This does not fit the order of the events recorded.' : refusal[reason](day ?? '', event[details['what'] as ContractEventKind] ?? '')
  },

  /** Its methods in the audit log. */
  method: {
    'contracts.ledger': 'View contract ledger',
    'contracts.statistics': 'Contract statistics',
    'contracts.open': 'Open contract dossier',
    'contracts.change': 'Change contract',
    'contracts.recordEvent': 'Record contract event',
    'contracts.strikeEvent': 'Strike contract event',
  },
}
