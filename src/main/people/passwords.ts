import { AppError } from '../../shared/errors.ts'
import { passwordFault } from '../../shared/rules/people/password.ts'
import type { Role } from '../../shared/roles.ts'
import type { Archive } from '../archive/archive.ts'
import type { Actor } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { KeySlot } from '../storage/keys.ts'
import { withPatience } from './attempts.ts'

/** The active person of this id as the database has him now; undefined when disabled or unknown. */
export function findActor(trx: Trx, personId: number): (Actor & { mustChangePassword: boolean }) | undefined {
  return actorWhere(trx, 'person.id = ?', personId)
}

export function findActorByLogin(trx: Trx, login: string): (Actor & { mustChangePassword: boolean }) | undefined {
  return actorWhere(trx, 'person.login = ?', login)
}

function actorWhere(trx: Trx, condition: string, value: string | number) {
  const row = trx
    .prepare(`SELECT id, login, name, roles, departmentId, mustChangePassword FROM person WHERE ${condition} AND isActive = 1`)
    .get(value) as
    | { id: number; login: string; name: string; roles: string; departmentId: number | null; mustChangePassword: 0 | 1 }
    | undefined
  return row && {
    personId: row.id, login: row.login, name: row.name, roles: JSON.parse(row.roles) as Role[], departmentId: row.departmentId,
    mustChangePassword: row.mustChangePassword === 1,
  }
}

/** Refuses `password-too-weak` with what is wrong. */
export function requireGoodPassword(password: string, login: string): void {
  const fault = passwordFault(password, login)
  if (fault) throw new AppError('password-too-weak', { fault })
}

/**
 * Whose login and password these are, in the open archive. Refuses `wrong-password` for an unknown login, a disabled
 * person, an outdated password and a wrong one alike, and `too-many-attempts` while somebody has to wait.
 */
export async function verifyPassword(archive: Archive, login: string, password: string): Promise<Actor> {
  const attempt = { folder: archive.folder, archiveId: archive.keys.archiveId, login, clock: archive.clock }
  const { result } = await withPatience(attempt, async () => {
    const opened = await archive.keys.unlock(login, password)
    const actor = opened && opened.dataKey.equals(archive.dataKey) && slotIsCurrent(archive.store, login, opened.slotId)
      ? findActorByLogin(archive.store, login) : undefined
    opened?.dataKey.fill(0)
    if (!actor) throw new AppError('wrong-password', { login })
    return actor
  })
  return result
}

/** Whether the person's row names this slot: one left over from an interrupted change opens nothing. */
export function slotIsCurrent(trx: Trx, login: string, slotId: string): boolean {
  const row = trx.prepare('SELECT slotId FROM person WHERE login = ? AND isActive = 1').get(login) as { slotId: string } | undefined
  return row?.slotId === slotId
}

/** A new slot for the password, durable before the transaction that will name it. */
export async function prepareSlot(archive: Archive, login: string, password: string): Promise<KeySlot> {
  requireGoodPassword(password, login)
  const slot = await archive.keys.wrap(archive.dataKey, login, password)
  await archive.keys.add(slot)
  return slot
}

/** Destroys every slot that no person's row (and not the recovery setting) names any more. */
export async function sweepSlots(archive: Archive): Promise<void> {
  const rows = archive.store
    .prepare("SELECT slotId FROM person WHERE slotId IS NOT NULL UNION SELECT value FROM setting WHERE name = 'recoverySlotId'")
    .all() as { slotId: string }[]
  await archive.keys.keepOnly(new Set(rows.map((row) => row.slotId)))
}
