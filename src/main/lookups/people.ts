import type { Role } from '../../shared/roles.ts'
import type { Person } from '../../shared/rules/lookups/signers.ts'
import type { Trx } from '../storage/database.ts'

export type SlipPerson = Person & { readonly login: string; readonly name: string }

/** Active people who hold one of the roles, by name: those who could sign a line. */
export function peopleWithRoles(trx: Trx, roles: readonly Role[]): SlipPerson[] {
  const rows = trx
    .prepare(
      `SELECT id AS personId, login, name, roles FROM person
       WHERE isActive = 1 AND EXISTS (SELECT 1 FROM json_each(person.roles) AS held WHERE held.value IN (SELECT value FROM json_each(?)))
       ORDER BY name, id`,
    )
    .all(JSON.stringify(roles)) as { personId: number; login: string; name: string; roles: string }[]
  return rows.map((row) => ({ ...row, roles: JSON.parse(row.roles) as Role[] }))
}
