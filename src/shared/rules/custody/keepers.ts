import type { Stage } from '../regulations/duties-of-office.ts'
import type { Person } from './steps.ts'

/** A folder, or folders alike, that somebody answers for. */
export type Kept = { readonly stage: Stage; readonly departmentId: number }

/**
 * Whether a person can answer for folders of a stage: the department's own people for what is with the department, and
 * the role of the stage for the rest.
 */
export function isFitKeeper(who: Person, { stage, departmentId }: Kept): boolean {
  const holds = (role: Person['roles'][number]) => who.roles.includes(role)
  switch (stage) {
    case 'department': return holds('creditAdministrator') || ((holds('salesperson') || holds('departmentClerk')) && who.departmentId === departmentId)
    case 'administrator': return holds('creditAdministrator')
    case 'office': return holds('officeDirector')
    case 'archiveRoom': return holds('archivist')
  }
}
