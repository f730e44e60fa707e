import { AppError } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

export type ActivePerson = { id: number; name: string; roles: Role[]; departmentName: string | null }

/** Everybody who may sign in, in the order in which they came. */
export function activePeople(trx: Trx): ActivePerson[] {
  const rows = trx
    .prepare(
      `SELECT person.id, person.name, person.roles, department.name AS departmentName
       FROM person LEFT JOIN department ON department.id = person.departmentId WHERE person.isActive = 1 ORDER BY person.id`,
    )
    .all() as (Omit<ActivePerson, 'roles'> & { roles: string })[]
  return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as Role[] }))
}

/** An active person other than the one who acts; `not-found`, or `same-person`: nobody records or grants for himself. */
export function requireOther({ trx, actor }: Context, personId: number): { id: number; name: string } {
  const person = trx.prepare('SELECT id, name FROM person WHERE id = ? AND isActive = 1').get(personId) as { id: number; name: string } | undefined
  if (!person) throw new AppError('not-found', { personId })
  if (person.id === actor.personId) throw new AppError('same-person')
  return person
}
