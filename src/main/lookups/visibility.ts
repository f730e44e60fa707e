import { type Expression, sql, type SqlBool } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import type { SlipState } from '../../shared/rules/lookups/steps.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import { hasRole, ownDepartment, seesWholeArchive } from '../people/visibility.ts'
import { regulationOfVersion } from '../regulations/load.ts'

type Reader = Pick<Context, 'trx' | 'actor' | 'regulation'>

/** The roles that work with everybody's slips, besides those that the regulation has sign them. */
const DESK_ROLES: readonly Role[] = ['archivist', 'creditAdministrator', 'generalManager']

const RUNNING_VERSIONS = `SELECT id FROM regulationVersion AS version
  WHERE EXISTS (SELECT 1 FROM slip WHERE slip.regulationVersionId = version.id AND slip.state IN ('draft', 'submitted', 'signed', 'out'))`

/** Whom the regulation in force has sign, and those that slips still running began under. */
export function signerRoles({ trx, regulation }: Pick<Reader, 'trx' | 'regulation'>): Role[] {
  const running = trx.prepare(RUNNING_VERSIONS).all() as { id: number }[]
  return [...new Set([regulation, ...running.map(({ id }) => regulationOfVersion(trx, id))].flatMap(({ lookup }) => lookup.signers.map((signer) => signer.role)))]
}

export function seesEverySlip(reader: Reader): boolean {
  return hasRole(reader.actor, DESK_ROLES) || hasRole(reader.actor, signerRoles(reader))
}

/** SQL that is true for the slips a person may see: everybody's by his role, else those for him or filled in by him. */
export function visibleSlip(reader: Reader, alias = 'slip'): Expression<SqlBool> {
  if (seesEverySlip(reader)) return sql<SqlBool>`1`
  const slip = sql.ref(alias)
  const { personId } = reader.actor
  return sql<SqlBool>`(${slip}.applicantId = ${personId} OR ${slip}.filledBy = ${personId})`
}

/** Refuses with `not-found` (never `forbidden`: that would betray it) unless the person may see the slip. */
export function requireVisibleSlip(reader: Reader, id: number): void {
  const { trx } = reader
  const found = trx.one(trx.sql.selectFrom('slip').select('slip.id').where('slip.id', '=', id).where(visibleSlip(reader)))
  if (!found) throw new AppError('not-found', { slipId: id })
}

/** States from which on the applicant may know which dossiers his slip is about. */
export const TOLD_STATES: readonly SlipState[] = ['signed', 'out', 'returned']

/**
 * Whether a reader of the slip may know which dossiers it is about, and so whether the party has any: who sees the whole
 * archive, the department that owns them all, and the applicant once it has been signed. Everybody else gets the same
 * answer whether a dossier exists or not.
 */
export function knowsDossiers(actor: Actor, slip: { state: SlipState; applicantId: number }, departmentIds: readonly number[]): boolean {
  if (seesWholeArchive(actor)) return true
  if (slip.applicantId === actor.personId && TOLD_STATES.includes(slip.state)) return true
  const own = ownDepartment(actor)
  return own !== null && departmentIds.length > 0 && departmentIds.every((id) => id === own)
}
