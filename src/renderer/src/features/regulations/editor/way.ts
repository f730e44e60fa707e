import type { Role } from '../../../../../shared/roles.ts'
import { OWN_RULE } from '../../../../../shared/rules/regulations/contradictions.ts'
import type { Stage, Transfer } from '../../../../../shared/rules/regulations/duties-of-office.ts'
import type { DossierKind } from '../../../../../shared/rules/regulations/schema.ts'

/** Who usually has a folder in hand at a stage: what a new step begins with. */
const USUALLY: Record<Stage, Role> = { department: 'departmentClerk', administrator: 'creditAdministrator', office: 'officeDirector', archiveRoom: 'archivist' }

type Steps = readonly Transfer[]

/** The stages that folders of this kind pass, as far as the steps lead; a kind without steps goes to the archive room at once. */
export function wayOf(transfers: Steps, kind: DossierKind): Stage[] {
  const steps = transfers.filter((step) => step.kind === kind)
  if (steps.length === 0) return ['department', 'archiveRoom']
  const way: Stage[] = ['department']
  for (;;) {
    const next = steps.find(({ from }) => from === way.at(-1))?.to
    if (next === undefined || way.includes(next)) return way
    way.push(next)
  }
}

/** A step that leads on from where a way ends before the archive room; with both ways whole, one out of the department. */
export function nextStep(transfers: Steps): Transfer {
  const broken = (['credit', 'contract'] as const).find((kind) => transfers.every((step) => step.kind !== kind) || wayOf(transfers, kind).at(-1) !== 'archiveRoom')
  const kind = broken ?? 'credit'
  const from = broken !== undefined && transfers.some((step) => step.kind === kind) ? wayOf(transfers, kind).at(-1) ?? 'department' : 'department'
  return { clause: OWN_RULE, kind, from, to: 'archiveRoom', senders: [USUALLY[from]], receivers: [USUALLY.archiveRoom] }
}
