import { AppError } from '../../shared/errors.ts'
import { hasRole } from '../people/visibility.ts'
import type { Actor } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

/*
 * Seeing a party is decided in people/visibility.ts; a lookup slip lets one see, never change. The credit administrator
 * keeps every party's data, a salesperson and a department clerk those of their department and their own customers.
 */

export type Belonging = { id: number; departmentId: number | null; salespersonId: number | null }

/** Whether this person may change this party's data. */
export function mayChange(trx: Trx, actor: Actor, party: Belonging): boolean {
  if (hasRole(actor, ['creditAdministrator'])) return true
  if (actor.departmentId === null) return false
  if (party.departmentId === actor.departmentId || party.salespersonId === actor.personId) return true
  const dossier = trx.prepare('SELECT 1 FROM dossier WHERE departmentId = ? AND partyId = ? AND voidedAt IS NULL LIMIT 1')
  return dossier.get(actor.departmentId, party.id) !== undefined
}

/**
 * The department a new or changed party shall belong to. The credit administrator decides; for anybody else it is the one
 * it has, or his own. Refuses `forbidden` for another and for a person without a department.
 */
export function departmentFor(actor: Actor, wanted: number | null, present: number | null): number | null {
  if (hasRole(actor, ['creditAdministrator'])) return wanted
  if (actor.departmentId === null) throw new AppError('forbidden', { field: 'departmentId' })
  if (wanted === null || wanted === present || wanted === actor.departmentId) return wanted ?? present ?? actor.departmentId
  throw new AppError('forbidden', { field: 'departmentId' })
}

/** Refuses `not-found` with the field's name unless the department and the salesperson are there and active. */
export function requireReferences(trx: Trx, departmentId: number | null, salespersonId: number | null): void {
  const isThere = (table: 'department' | 'person', id: number) =>
    trx.prepare(`SELECT 1 FROM ${table} WHERE id = ? AND isActive = 1`).get(id) !== undefined
  if (departmentId !== null && !isThere('department', departmentId)) throw new AppError('not-found', { field: 'departmentId' })
  if (salespersonId !== null && !isThere('person', salespersonId)) throw new AppError('not-found', { field: 'salespersonId' })
}
