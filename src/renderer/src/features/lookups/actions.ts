import type { Role } from '../../../../shared/roles.ts'
import type { Desk, SlipRow } from './queries.ts'

/** Groups of the desk, in the order in which they are worked through. */
export const GROUPS = ['overdue', 'dueToday', 'toSign', 'toHandOut', 'out', 'drafts'] as const
export type Group = (typeof GROUPS)[number]

/** The one thing that a row offers. What the case itself forbids is refused by the use case, in words. */
export type RowAction = 'remind' | 'takeBack' | 'sign' | 'signSpot' | 'handOut' | 'submit'

const has = (roles: readonly Role[], ...any: Role[]) => any.some((role) => roles.includes(role))

/** What the person at this desk does next with a slip of the group; null where it is not his to do. */
export function rowAction(group: Group, row: SlipRow, roles: readonly Role[]): RowAction | null {
  const isArchivist = has(roles, 'archivist')
  switch (group) {
    // What is said to be back, or known to be lost, is not asked for again: it is taken back when it turns up.
    case 'overdue': return isArchivist ? (row.isClaimedReturned || row.isLost ? 'takeBack' : 'remind') : null
    case 'dueToday':
    case 'out': return isArchivist ? 'takeBack' : null
    case 'toSign': return has(roles, 'officeDirector', 'generalManager') ? 'sign' : isArchivist ? 'signSpot' : null
    case 'toHandOut': return isArchivist ? 'handOut' : null
    case 'drafts': return 'submit'
  }
}

/** The slip that is shown when none was chosen: the first that waits. */
export const firstRow = (desk: Desk | undefined): SlipRow | null =>
  (desk && GROUPS.map((group) => desk[group][0]).find((row) => row !== undefined)) ?? null

/** The last part of a slip's number, by which people at the desk call it: `CX-2026-0412` → `0412`. */
export const shortNumber = (number: string): string => number.split('-').at(-1) ?? number
