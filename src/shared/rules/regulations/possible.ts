import type { Deadline, Event, Fulfilment } from './deadline.ts'
import type { Stage } from './duties-of-office.ts'
import type { RegulationBody } from './schema.ts'

/* Whether what a deadline counts from, and what it waits for, can ever happen under the rest of the regulation. */

type Ways = Pick<RegulationBody, 'transfers' | 'confirmation'>

const leadsTo = ({ transfers }: Ways, { kind }: Deadline, stages: readonly Stage[]): boolean =>
  transfers.some((step) => step.kind === kind && stages.includes(step.to))

const ofContracts = ({ kind }: Deadline, event: string): string | null => (kind === 'contract' ? null : `only a contract is ${event}`)

/** Why the event that the deadline counts from never happens; null where it may. */
export function whyNeverFrom(ways: Ways, deadline: Deadline): string | null {
  const reasons: Record<Event, () => string | null> = {
    'first-business': () => (deadline.kind === 'credit' ? null : 'the first business begins a credit dossier'),
    'opened': () => null,
    'year-end': () => null,
    'signed': () => ofContracts(deadline, 'signed'),
    'changed': () => ofContracts(deadline, 'changed'),
    'performed': () => ofContracts(deadline, 'performed'),
    'terminated': () => ofContracts(deadline, 'terminated'),
    'received-by-administrator': () => (leadsTo(ways, deadline, ['administrator']) ? null : 'no step leads to the credit administrator'),
    'received-by-office': () => (leadsTo(ways, deadline, ['office']) ? null : 'no step leads to the office'),
    'verified': () => whyNeverVerified(ways, deadline),
  }
  return reasons[deadline.from]()
}

/** Why what the deadline waits for never happens, or has happened before it begins; null where it may. */
export function whyNeverUntil(ways: Ways, deadline: Deadline): string | null {
  if (isPast(deadline)) return `${deadline.until} lies before ${deadline.from}`
  const reasons: Record<Fulfilment, () => string | null> = {
    'opened': () => null,
    'confirmed': () => (ways.confirmation ? null : 'nobody confirms dossiers'),
    'complete': () => null,
    'left-department': () => (ways.transfers.some(({ kind }) => kind === deadline.kind) ? null : 'no step leads out of the department'),
    'verified': () => whyNeverVerified(ways, deadline),
    'in-archive-room': () => null,
  }
  return reasons[deadline.until]()
}

/** Whoever receives a folder between the department and the archive room verifies it. */
function whyNeverVerified(ways: Ways, deadline: Deadline): string | null {
  return leadsTo(ways, deadline, ['administrator', 'office']) ? null : 'nobody between the department and the archive room verifies it'
}

function isPast({ from, until }: Deadline): boolean {
  if (until === 'opened') return from !== 'first-business'
  if (until === 'left-department') return ['received-by-administrator', 'received-by-office', 'verified'].includes(from)
  return until === 'verified' && from === 'verified'
}
