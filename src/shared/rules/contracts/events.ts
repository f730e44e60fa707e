/** What can happen to a contract, in the order in which it usually does (S22 2). */
export const CONTRACT_EVENTS = ['signed', 'changed', 'performed', 'terminated'] as const
export type ContractEventKind = (typeof CONTRACT_EVENTS)[number]
/** What the last event left it in; under negotiation before the first. */
export const CONTRACT_STATES = ['negotiating', ...CONTRACT_EVENTS] as const
export type ContractState = (typeof CONTRACT_STATES)[number]

export type ContractEvent = { readonly id: number; readonly what: ContractEventKind; readonly on: string; readonly amountFen: number | null }

/** The events that stand, in the order in which they happened; of one day, as they were recorded. */
export function inOrder<Event extends ContractEvent>(events: readonly Event[]): Event[] {
  return events.toSorted((one, other) => (one.on === other.on ? one.id - other.id : one.on < other.on ? -1 : 1))
}

/** Why an event cannot be recorded. `day` is the day that stands in its way. */
export type Objection =
  | { reason: 'to-come' }
  | { reason: 'not-signed' }
  | { reason: 'signed-already' | 'performed-already' | 'terminated-already' | 'before-signing' | 'before-last'; day: string }

/**
 * Whether a contract on which these events stand can take another. It begins with its signing, which happens once; nothing
 * is before it, nothing after its termination, and nothing is to come. A performed contract may still be changed, and is
 * then to be performed anew. Null when nothing stands in the way.
 */
export function objectionTo(events: readonly ContractEvent[], next: Pick<ContractEvent, 'what' | 'on'>, today: string): Objection | null {
  if (next.on > today) return { reason: 'to-come' }
  const standing = inOrder(events)
  const signed = standing.find(({ what }) => what === 'signed')
  const terminated = standing.find(({ what }) => what === 'terminated')
  if (next.what === 'signed') return signed ? { reason: 'signed-already', day: signed.on } : null
  if (!signed) return { reason: 'not-signed' }
  if (terminated) return { reason: 'terminated-already', day: terminated.on }
  if (next.on < signed.on) return { reason: 'before-signing', day: signed.on }
  const last = standing.at(-1)!
  if (next.what === 'performed' && last.what === 'performed') return { reason: 'performed-already', day: last.on }
  // A change found out later may be entered on its own day; performance and termination close what came before them.
  if (next.what !== 'changed' && next.on < last.on) return { reason: 'before-last', day: last.on }
  return null
}

/** The first line that could not stand without the one to be struck: nothing without a signing, no second performance without a change. */
export function restsOn<Event extends ContractEvent>(events: readonly Event[], struck: Event): Event | null {
  const left = inOrder(events).filter(({ id }) => id !== struck.id)
  return left.find((event, index) => objectionTo(left.slice(0, index), event, event.on) !== null) ?? null
}

export type Standing = {
  state: ContractState
  amountFen: number | null
  signedOn: string | null
  changedOn: string | null
  performedOn: string | null
  terminatedOn: string | null
  changes: number
}

/** Where the events that stand leave a contract concluded for `firstAmountFen` (fen; null where no amount was fixed). */
export function standingOf(events: readonly ContractEvent[], firstAmountFen: number | null): Standing {
  const standing = inOrder(events)
  const lastDay = (kind: ContractEventKind) => standing.findLast(({ what }) => what === kind)?.on ?? null
  return {
    state: standing.at(-1)?.what ?? 'negotiating',
    amountFen: standing.findLast(({ amountFen }) => amountFen !== null)?.amountFen ?? firstAmountFen,
    signedOn: lastDay('signed'), changedOn: lastDay('changed'), performedOn: lastDay('performed'), terminatedOn: lastDay('terminated'),
    changes: standing.filter(({ what }) => what === 'changed').length,
  }
}
