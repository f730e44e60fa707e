import type { Deadline, Event, Fulfilment } from './deadline.ts'
import type { Stage } from './duties-of-office.ts'
import type { RegulationBody } from './schema.ts'

/* Whether what a deadline counts from, and what it waits for, can ever happen under the rest of the regulation. */

export const IMPOSSIBLE = [
  'only contracts have such a day', 'the first business begins a credit dossier', 'no step leads to the administrator',
  'no step leads to the office', 'nobody on the way verifies it', 'lies before the day it counts from', 'nobody confirms dossiers',
  'it never leaves the department',
] as const
export type Impossible = (typeof IMPOSSIBLE)[number]

type Ways = Pick<RegulationBody, 'transfers' | 'confirmation'>

const leadsTo = ({ transfers }: Ways, { kind }: Deadline, stages: readonly Stage[]): boolean =>
  transfers.some((step) => step.kind === kind && stages.includes(step.to))

const ofContracts = ({ kind }: Deadline): Impossible | null => (kind === 'contract' ? null : 'only contracts have such a day')

/** Why the event that the deadline counts from never happens; null where it may. */
export function whyNeverFrom(ways: Ways, deadline: Deadline): Impossible | null {
  const reasons: Record<Event, () => Impossible | null> = {
    'first-business': () => (deadline.kind === 'credit' ? null : 'the first business begins a credit dossier'),
    'opened': () => null,
    'year-end': () => null,
    'signed': () => ofContracts(deadline),
    'changed': () => ofContracts(deadline),
    'performed': () => ofContracts(deadline),
    'terminated': () => ofContracts(deadline),
    'received-by-administrator': () => (leadsTo(ways, deadline, ['administrator']) ? null : 'no step leads to the administrator'),
    'received-by-office': () => (leadsTo(ways, deadline, ['office']) ? null : 'no step leads to the office'),
    'verified': () => whyNeverVerified(ways, deadline),
  }
  return reasons[deadline.from]()
}

/** Why what the deadline waits for never happens, or has happened before it begins; null where it may. */
export function whyNeverUntil(ways: Ways, deadline: Deadline): Impossible | null {
  if (isPast(deadline)) return 'lies before the day it counts from'
  const reasons: Record<Fulfilment, () => Impossible | null> = {
    'opened': () => null,
    'confirmed': () => (ways.confirmation ? null : 'nobody confirms dossiers'),
    'complete': () => null,
    'left-department': () => (ways.transfers.some(({ kind }) => kind === deadline.kind) ? null : 'it never leaves the department'),
    'verified': () => whyNeverVerified(ways, deadline),
    'in-archive-room': () => null,
  }
  return reasons[deadline.until]()
}

/** Whoever receives a folder between the department and the archive room verifies it. */
function whyNeverVerified(ways: Ways, deadline: Deadline): Impossible | null {
  return leadsTo(ways, deadline, ['administrator', 'office']) ? null : 'nobody on the way verifies it'
}

function isPast({ from, until }: Deadline): boolean {
  if (until === 'opened') return from !== 'first-business'
  if (until === 'left-department') return ['received-by-administrator', 'received-by-office', 'verified'].includes(from)
  return until === 'verified' && from === 'verified'
}
