import type { Role } from '../../../../../shared/roles.ts'
import { OWN_RULE } from '../../../../../shared/rules/regulations/contradictions.ts'
import { type Stage, STAGES, type Transfer } from '../../../../../shared/rules/regulations/duties-of-office.ts'
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

/**
 * A step that leads on: from where a way breaks off, to the step that was cut off by it, else to the archive room. With no
 * way broken, one out of the department for the kind that has no steps yet.
 */
export function nextStep(transfers: Steps): Transfer {
  const stepsOf = (kind: DossierKind) => transfers.filter((step) => step.kind === kind)
  const kinds = ['credit', 'contract'] as const
  const broken = kinds.find((kind) => stepsOf(kind).length > 0 && wayOf(transfers, kind).at(-1) !== 'archiveRoom')
  const kind = broken ?? kinds.find((one) => stepsOf(one).length === 0) ?? 'credit'
  const way = broken === undefined ? [] : wayOf(transfers, broken)
  const from = way.at(-1) ?? 'department'
  const cutOff = stepsOf(kind).map((step) => step.from).filter((stage) => broken !== undefined && !way.includes(stage))
  const to = STAGES.slice(STAGES.indexOf(from) + 1).find((stage) => cutOff.includes(stage)) ?? 'archiveRoom'
  return { clause: OWN_RULE, kind, from, to, senders: [USUALLY[from]], receivers: [USUALLY[to]] }
}
