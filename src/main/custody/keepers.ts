import type { Output } from '../../shared/contract/index.ts'
import { isFitKeeper, type Kept } from '../../shared/rules/custody/keepers.ts'
import type { Stage } from '../../shared/rules/regulations/duties-of-office.ts'
import { DOSSIER_ROLES } from '../../shared/roles.ts'
import { peopleWithRoles } from '../lookups/people.ts'
import type { Context } from '../pipeline/context.ts'
import { findActor } from '../people/passwords.ts'
import { hasRole, visibleDossier } from '../people/visibility.ts'
import { sql } from 'kysely'
import { allRaw } from '../storage/all-raw.ts'
import type { Trx } from '../storage/database.ts'

/** SQL of the folders that each person answers for now, on loan or not: `held` has dossierId, holderId, stage. */
export const HELD_NOW = `
  SELECT dossier.id AS dossierId, held.holderId, held.stage FROM dossier JOIN custody AS held ON held.id = (
    SELECT id FROM custody WHERE custody.dossierId = dossier.id ORDER BY fromAt DESC, id DESC LIMIT 1)
  WHERE dossier.voidedAt IS NULL AND held.stage NOT IN ('reader', 'destroyed')`

type Counted = { personId: number; stage: Stage; departmentId: number; folders: number }

/** Who answers for folders that are not on loan; the reader sees those of the dossiers that he may see. */
export function listKeepers(context: Context): Output<'custody.keepers'> {
  const { trx, actor, today } = context
  const counted = allRaw(trx, sql<Counted>`
    SELECT held.holderId AS personId, held.stage, dossier.departmentId, count(*) AS folders
    FROM (${sql.raw(HELD_NOW)}) AS held JOIN dossier ON dossier.id = held.dossierId
    WHERE ${visibleDossier(actor, today)} GROUP BY held.holderId, held.stage, dossier.departmentId`)
  const people = peopleWithRoles(trx, DOSSIER_ROLES).flatMap(({ personId }) => findActor(trx, personId) ?? [])
  return [...Map.groupBy(counted, (row) => row.personId)].map(([personId, rows]) => {
    const person = trx.prepare('SELECT name, isActive FROM person WHERE id = ?').get(personId) as { name: string; isActive: 0 | 1 }
    const stages = [...Map.groupBy(rows, (row) => row.stage)].map(([stage, of]) => ({ stage, folders: of.reduce((sum, row) => sum + row.folders, 0) }))
    const kept: Kept[] = rows
    return {
      personId, name: person.name, isActive: person.isActive === 1, stages, folders: stages.reduce((sum, one) => sum + one.folders, 0),
      mayChange: mayChangeKeeper(context, personId),
      successors: people.filter((other) => other.personId !== personId && kept.every((one) => isFitKeeper(other, one)))
        .map(({ login, name }) => ({ login, name })),
    }
  }).sort((one, two) => two.folders - one.folders || one.personId - two.personId)
}

/** A keeper passes on what is his; the office director does it for one who is gone already. */
export function mayChangeKeeper({ actor }: Pick<Context, 'actor'>, personId: number): boolean {
  return actor.personId === personId || hasRole(actor, ['officeDirector'])
}

/** What a person answers for now, by number. */
export function keptBy(trx: Trx, personId: number): (Kept & { dossierId: number })[] {
  return trx
    .prepare(
      `SELECT held.dossierId, held.stage, dossier.departmentId FROM (${HELD_NOW}) AS held JOIN dossier ON dossier.id = held.dossierId
       WHERE held.holderId = ? ORDER BY dossier.number`,
    )
    .all(personId) as (Kept & { dossierId: number })[]
}
