import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { DOSSIER_ROLES } from '../../shared/roles.ts'
import { clearedTo } from '../../shared/rules/clearances/levels.ts'
import { keepRetention } from '../disposal/keep-retention.ts'
import { seenDossier } from '../dossiers/rights.ts'
import { activePeople, requireOther } from '../people/active.ts'
import type { Context } from '../pipeline/context.ts'

type Grant = Output<'clearances.list'>['people'][number]['grants'][number]

/** Everybody whose work is with dossiers, the level he is cleared for today, and the clearances given to him. */
export function listClearances({ trx, today, regulation }: Context): Output<'clearances.list'> {
  const rows = trx
    .prepare(
      `SELECT clearance.id, personId, level, fromOn, untilOn, reason, granter.name AS grantedBy, grantedAt, revokedAt, revokeReason
       FROM clearance JOIN person AS granter ON granter.id = grantedBy ORDER BY clearance.id DESC`,
    )
    .all() as (Omit<Grant, 'isRunning'> & { personId: number })[]
  const byPerson = Map.groupBy(rows, (row) => row.personId)
  const people = activePeople(trx).filter(({ roles }) => roles.some((role) => (DOSSIER_ROLES as readonly string[]).includes(role)))
  return {
    clause: regulation.access.clearance?.clause ?? null,
    people: people.map(({ id, name, departmentName }) => {
      const grants = byPerson.get(id) ?? []
      return {
        personId: id, name, departmentName, level: clearedTo(grants, today),
        grants: grants.map(({ personId: _person, ...grant }) => ({
          ...grant, isRunning: grant.revokedAt === null && grant.fromOn <= today && (grant.untilOn === null || grant.untilOn >= today),
        })),
      }
    }),
  }
}

/** Clears somebody else for a level, from today or a day on. Refuses an end before its beginning or before today, and the same again (`duplicate`). */
export function grantClearance(context: Context, input: Parsed<'clearances.grant'>): Output<'clearances.grant'> {
  const { trx, actor, now, today } = context
  const person = requireOther(context, input.personId)
  const fromOn = input.fromOn ?? today
  if (fromOn < today) throw new AppError('bad-input', { path: 'fromOn' })
  if (input.untilOn !== null && input.untilOn < fromOn) throw new AppError('bad-input', { path: 'untilOn' })
  const known = trx
    .prepare('SELECT 1 FROM clearance WHERE personId = ? AND level = ? AND fromOn = ? AND untilOn IS ? AND revokedAt IS NULL')
    .get(person.id, input.level, fromOn, input.untilOn)
  if (known) throw new AppError('duplicate')
  const id = trx.run(
    trx.sql.insertInto('clearance').values({
      personId: person.id, level: input.level, fromOn, untilOn: input.untilOn, reason: input.reason, grantedBy: actor.personId, grantedAt: now,
      revokedAt: null, revokedBy: null, revokeReason: null,
    }),
  ).lastId
  context.record({ kind: 'person', id: person.id, label: person.name }, { level: input.level, from: fromOn, untilOn: input.untilOn, reason: input.reason })
  return { id }
}

export function revokeClearance(context: Context, { id, reason }: Parsed<'clearances.revoke'>): Output<'clearances.revoke'> {
  const { trx, actor, now } = context
  const grant = trx.one(trx.sql.selectFrom('clearance').select(['personId', 'level', 'revokedAt']).where('id', '=', id))
  if (!grant) throw new AppError('not-found', { clearanceId: id })
  if (grant.revokedAt !== null) throw new AppError('wrong-state', { revokedAt: grant.revokedAt })
  const person = requireOther(context, grant.personId)
  trx.run(trx.sql.updateTable('clearance').set({ revokedAt: now, revokedBy: actor.personId, revokeReason: reason }).where('id', '=', id))
  context.record({ kind: 'person', id: person.id, label: person.name }, { level: grant.level, reason })
  return {}
}

/** Lowers a level whose day has come, as it was set down when the level was given. Refuses `not-due` before that day. */
export function downgrade(context: Context, { dossierId }: Parsed<'clearances.downgrade'>): Output<'clearances.downgrade'> {
  const { trx, today } = context
  const dossier = seenDossier(context, dossierId)
  const planned = trx.one(trx.sql.selectFrom('dossier').select(['downgradeOn', 'downgradeTo']).where('id', '=', dossierId))
  if (!planned?.downgradeOn || !planned.downgradeTo) throw new AppError('wrong-state', { downgradeOn: null })
  if (planned.downgradeOn > today) throw new AppError('not-due', { on: planned.downgradeOn })
  trx.run(
    trx.sql.updateTable('dossier')
      .set({ level: planned.downgradeTo, downgradeOn: null, downgradeTo: null, version: dossier.version + 1 }).where('id', '=', dossierId),
  )
  keepRetention(trx, dossierId)
  context.record({ kind: 'dossier', id: dossierId, label: dossier.number }, { levelBefore: dossier.level, level: planned.downgradeTo, dueOn: planned.downgradeOn })
  return {}
}
