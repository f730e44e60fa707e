import type { Role } from '../../roles.ts'

/* The steps of an appraisal and destruction, and who may take which: nobody two that watch each other. */

export const DISPOSAL_STATES = ['appraisal', 'approval', 'execution', 'done', 'cancelled'] as const
export type DisposalState = (typeof DISPOSAL_STATES)[number]
export const OPINIONS = ['destroy', 'keep', 'forEver'] as const
export type Opinion = (typeof OPINIONS)[number]

export type GivenOpinion = { personId: number; opinion: Opinion; keepUntilYear: number | null }
export type Decision = { opinion: Opinion; keepUntilYear: number | null }

/**
 * What a group decides about a line: only when all say destroy is it destroyed, else it is kept as long as whoever would keep
 * it longest. Null while somebody of the group has not spoken.
 */
export function decisionOf(group: readonly number[], given: readonly GivenOpinion[]): Decision | null {
  const spoken = group.flatMap((personId) => given.find((one) => one.personId === personId) ?? [])
  if (spoken.length < group.length || group.length === 0) return null
  if (spoken.some(({ opinion }) => opinion === 'forEver')) return { opinion: 'forEver', keepUntilYear: null }
  const years = spoken.flatMap(({ opinion, keepUntilYear }) => (opinion === 'keep' && keepUntilYear !== null ? [keepUntilYear] : []))
  return years.length === 0 ? { opinion: 'destroy', keepUntilYear: null } : { opinion: 'keep', keepUntilYear: Math.max(...years) }
}

export type Person = { readonly personId: number; readonly roles: readonly Role[] }
export type Parties = {
  openedBy: number
  /** The appraisal group. */
  group: readonly number[]
  /** Signatures that count: of approvers with the role they signed for, of supervisors. */
  approvals: readonly { role: Role; signerId: number }[]
  supervisors: readonly number[]
  approvers: readonly Role[]
}

export const openApprovals = ({ approvers, approvals }: Pick<Parties, 'approvers' | 'approvals'>): Role[] =>
  approvers.filter((role) => !approvals.some((one) => one.role === role))

type Refusal = 'forbidden' | 'same-person' | null

/**
 * Whether a person may approve: holds a role that is still wanted, did not make the list, did not appraise, and has not
 * approved for another role.
 */
export function whyNotApprove(parties: Parties, person: Person): Refusal {
  const { openedBy, group, approvals } = parties
  if (!openApprovals(parties).some((role) => person.roles.includes(role))) return 'forbidden'
  const isParty = openedBy === person.personId || group.includes(person.personId) || approvals.some(({ signerId }) => signerId === person.personId)
  return isParty ? 'same-person' : null
}

/**
 * The approval that a person's signature goes to: holding the roles of several, the one that fewest others could give, so that
 * he does not take the place of somebody who can give no other.
 */
export function approvalFor(parties: Parties, person: Person, everybody: readonly Person[]): Role | undefined {
  if (whyNotApprove(parties, person) !== null) return undefined
  const others = (role: Role) => everybody.filter((other) => other.personId !== person.personId && other.roles.includes(role) && !whyNotApprove(parties, other)).length
  return openApprovals(parties).filter((role) => person.roles.includes(role)).sort((one, two) => others(one) - others(two))[0]
}

/**
 * Who watches a destruction: neither who made the list, nor who approved it, nor who carries it out (`carrierId`), nor twice
 * the same. Who appraised may: he watches that what he judged is what goes.
 */
export function whyNotSupervise({ openedBy, approvals, supervisors }: Parties, personId: number, carrierId: number): Refusal {
  const isParty = personId === openedBy || personId === carrierId || approvals.some(({ signerId }) => signerId === personId) || supervisors.includes(personId)
  return isParty ? 'same-person' : null
}

/** Who carries it out: an archivist who neither approved nor supervises. */
export function whyNotCarryOut({ approvals, supervisors }: Pick<Parties, 'approvals' | 'supervisors'>, personId: number): Refusal {
  return approvals.some(({ signerId }) => signerId === personId) || supervisors.includes(personId) ? 'same-person' : null
}
