import { requiredLines } from '../../shared/rules/lookups/signers.ts'
import type { SlipEventTable } from '../storage/tables.ts'
import type { Context } from '../pipeline/context.ts'
import type { LoadedSlip } from './slip.ts'
import { knowsDossiers, TOLD_STATES } from './visibility.ts'

export type EventRow = Pick<SlipEventTable, 'what' | 'at' | 'remarks' | 'by'> & { byName: string }

/**
 * The slip as a reader may see it. Who may not know its dossiers gets it as if the party had none and as if the level
 * were the ordinary one: an additional signature, or a signature given while others are missing, would betray a
 * confidential dossier.
 */
export function shownTo({ actor }: Pick<Context, 'actor'>, slip: LoadedSlip): LoadedSlip {
  if (knowsDossiers(actor, slip, slip.folders.map((folder) => folder.departmentId))) return slip
  const { regulation } = slip
  const lines = requiredLines(regulation.lookup, regulation.defaultLevel).map((line) => ({
    ...line, signerId: TOLD_STATES.includes(slip.state) ? (slip.lines.find((one) => one.role === line.role)?.signerId ?? null) : null,
  }))
  const signatures = slip.signatures.filter((signature) =>
    lines.some((line) => line.role === signature.role) && (signature.decision === 'refused' || TOLD_STATES.includes(slip.state)))
  return { ...slip, folders: [], partyId: null, shortName: null, level: regulation.defaultLevel, lines, signatures }
}

/** The slip's history as the same reader may see it: nothing that the ordinary case would not have. */
export function eventsShownTo({ actor }: Pick<Context, 'actor'>, slip: LoadedSlip, events: readonly EventRow[]): EventRow[] {
  if (knowsDossiers(actor, slip, slip.folders.map((folder) => folder.departmentId))) return [...events]
  const submitted = events.findLastIndex((event) => event.what === 'submitted')
  return events
    .filter((event, index) => event.what !== 'changed' || index < submitted || submitted < 0)
    .filter((event) => event.what !== 'agreed' || TOLD_STATES.includes(slip.state))
    .map((event) => (event.what === 'refused' ? { ...event, byName: refuserShownTo(slip) } : event))
}

/** Who refused, for a reader who may not know the dossiers: nobody, unless every slip asks for that signature. */
function refuserShownTo(slip: LoadedSlip): string {
  const ordinary = requiredLines(slip.regulation.lookup, slip.regulation.defaultLevel)
  const refusal = slip.signatures.find((signature) => signature.decision === 'refused')
  return refusal && ordinary.some((line) => line.role === refusal.role) ? refusal.signerName : ''
}
