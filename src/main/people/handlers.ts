import { AppError } from '../../shared/errors.ts'
import { rolesConflict } from '../../shared/rules/people/password.ts'
import type { Role } from '../../shared/roles.ts'
import { writeSetting } from '../archive/settings.ts'
import { type Context, type Handlers, withPreparation } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { newRecoveryCode, RECOVERY } from '../storage/keys.ts'
import { prepareSlot, sweepSlots } from './passwords.ts'

type PersonRecord = { id: number; login: string; name: string; roles: string; isActive: 0 | 1 }

function findPerson(trx: Trx, id: number): PersonRecord {
  const row = trx.prepare('SELECT id, login, name, roles, isActive FROM person WHERE id = ?').get(id) as PersonRecord | undefined
  if (!row) throw new AppError('not-found', { personId: id })
  return row
}

/** Refuses `roles-conflict` for roles that no one person may hold together. */
export function requireCompatibleRoles(roles: readonly Role[]): void {
  const clash = rolesConflict(roles)
  if (clash) throw new AppError('roles-conflict', { first: clash[0], second: clash[1] })
}

/** An archive without a system administrator could never be given one again. */
function requireAnotherAdministrator(trx: Trx, personId: number): void {
  const others = trx
    .prepare("SELECT count(*) AS n FROM person WHERE isActive = 1 AND id <> ? AND roles LIKE '%\"systemAdministrator\"%'")
    .get(personId) as { n: number }
  if (others.n === 0) throw new AppError('last-administrator')
}

function requireDepartment(trx: Trx, id: number | null): void {
  if (id !== null && !trx.prepare('SELECT 1 FROM department WHERE id = ?').get(id)) throw new AppError('not-found', { departmentId: id })
}

/** Adds a person whose key slot is written already. */
export function insertPerson(
  { trx, now }: Pick<Context, 'trx' | 'now'>,
  person: { login: string; name: string; phone: string | null; roles: readonly Role[]; departmentId: number | null; slotId: string; mustChangePassword: boolean },
): number {
  requireCompatibleRoles(person.roles)
  if (trx.prepare('SELECT 1 FROM person WHERE login = ?').get(person.login)) throw new AppError('login-taken', { login: person.login })
  requireDepartment(trx, person.departmentId)
  return trx.run(
    trx.sql.insertInto('person').values({
      login: person.login, name: person.name, phone: person.phone, roles: JSON.stringify(person.roles), departmentId: person.departmentId,
      slotId: person.slotId, mustChangePassword: person.mustChangePassword ? 1 : 0, createdAt: now,
    }),
  ).lastId
}

export const peopleHandlers = {
  'people.list': ({ trx }) =>
    trx.all(
      trx.sql.selectFrom('person').leftJoin('department', 'department.id', 'person.departmentId')
        .select([
          'person.id', 'person.login', 'person.name', 'person.phone', 'person.roles', 'person.departmentId',
          'department.name as departmentName', 'person.isActive', 'person.mustChangePassword', 'person.createdAt', 'person.lastSignedInAt',
        ])
        .orderBy('person.isActive', 'desc').orderBy('person.id'),
    ).map((row) => ({
      ...row, roles: JSON.parse(row.roles) as Role[], isActive: row.isActive === 1, mustChangePassword: row.mustChangePassword === 1,
    })),

  'people.directory': ({ trx }) =>
    trx.all(
      trx.sql.selectFrom('person').leftJoin('department', 'department.id', 'person.departmentId')
        .select(['person.id', 'person.name', 'person.phone', 'person.roles', 'person.departmentId', 'department.name as departmentName'])
        .where('person.isActive', '=', 1).orderBy('person.id'),
    ).map((row) => ({ ...row, roles: JSON.parse(row.roles) as Role[] })),

  'people.departments': ({ trx }) =>
    (trx.prepare(
      `SELECT department.id, code, department.name, department.isActive,
              (SELECT count(*) FROM person WHERE departmentId = department.id AND person.isActive = 1) AS people
       FROM department ORDER BY department.id`,
    ).all() as { id: number; code: string; name: string; isActive: 0 | 1; people: number }[])
      .map((row) => ({ ...row, isActive: row.isActive === 1 })),

  'people.addDepartment': ({ trx, record }, { code, name }) => {
    if (trx.prepare('SELECT 1 FROM department WHERE code = ?').get(code)) throw new AppError('duplicate', { code })
    const { lastId } = trx.run(trx.sql.insertInto('department').values({ code, name }))
    record({ kind: 'department', id: lastId, label: code }, { name })
    return { id: lastId }
  },

  'people.changeDepartment': ({ trx, record }, { id, name, isActive }) => {
    const { changes } = trx.run(trx.sql.updateTable('department').set({ name, isActive: isActive ? 1 : 0 }).where('id', '=', id))
    if (changes === 0) throw new AppError('not-found', { departmentId: id })
    record({ kind: 'department', id, label: name }, { isActive })
    return {}
  },

  'people.add': withPreparation<'people.add', { slotId: string }>({
    prepare: async ({ archive, trx }, input) => {
      if (trx.prepare('SELECT 1 FROM person WHERE login = ?').get(input.login)) throw new AppError('login-taken', { login: input.login })
      requireCompatibleRoles(input.roles)
      return { slotId: (await prepareSlot(archive, input.login, input.temporaryPassword)).id }
    },
    run: (context, input, { slotId }) => {
      const id = insertPerson(context, { ...input, slotId, mustChangePassword: true })
      context.record({ kind: 'person', id, label: input.name }, { login: input.login, roles: input.roles })
      return { id }
    },
    after: sweepSlots,
  }),

  'people.change': ({ trx, actor, record }, input) => {
    const person = findPerson(trx, input.id)
    // Nobody gives himself a role, least of all the one who gives roles to others (domain.md, separation of duties).
    const isSame = [...input.roles].sort().join() === (JSON.parse(person.roles) as Role[]).sort().join()
    if (input.id === actor.personId && !isSame) throw new AppError('same-person')
    requireCompatibleRoles(input.roles)
    requireDepartment(trx, input.departmentId)
    if (person.isActive && person.roles.includes('"systemAdministrator"') && !input.roles.includes('systemAdministrator')) {
      requireAnotherAdministrator(trx, input.id)
    }
    trx.run(
      trx.sql.updateTable('person')
        .set({ name: input.name, phone: input.phone, roles: JSON.stringify(input.roles), departmentId: input.departmentId })
        .where('id', '=', input.id),
    )
    record({ kind: 'person', id: input.id, label: input.name }, { rolesBefore: JSON.parse(person.roles), roles: input.roles })
    return {}
  },

  'people.disable': {
    run: ({ trx, record }, { id, reason }) => {
      const person = findPerson(trx, id)
      if (!person.isActive) throw new AppError('wrong-state', { personId: id })
      if (person.roles.includes('"systemAdministrator"')) requireAnotherAdministrator(trx, id)
      trx.run(trx.sql.updateTable('person').set({ isActive: 0, slotId: null }).where('id', '=', id))
      record({ kind: 'person', id, label: person.name }, { reason })
      return {}
    },
    after: sweepSlots,
  },

  'people.enable': withPreparation<'people.enable', { slotId: string }>({
    prepare: async ({ archive, trx }, { id, temporaryPassword }) => {
      const person = findPerson(trx, id)
      if (person.isActive) throw new AppError('wrong-state', { personId: id })
      return { slotId: (await prepareSlot(archive, person.login, temporaryPassword)).id }
    },
    run: ({ trx, record }, { id }, { slotId }) => {
      const person = findPerson(trx, id)
      if (person.isActive) throw new AppError('wrong-state', { personId: id })
      trx.run(trx.sql.updateTable('person').set({ isActive: 1, slotId, mustChangePassword: 1 }).where('id', '=', id))
      record({ kind: 'person', id, label: person.name })
      return {}
    },
    after: sweepSlots,
  }),

  'people.resetPassword': withPreparation<'people.resetPassword', { slotId: string }>({
    prepare: async ({ archive, trx }, { id, temporaryPassword }) => {
      const person = findPerson(trx, id)
      if (!person.isActive) throw new AppError('wrong-state', { personId: id })
      return { slotId: (await prepareSlot(archive, person.login, temporaryPassword)).id }
    },
    run: ({ trx, record }, { id }, { slotId }) => {
      const person = findPerson(trx, id)
      trx.run(trx.sql.updateTable('person').set({ slotId, mustChangePassword: 1 }).where('id', '=', id))
      record({ kind: 'person', id, label: person.name })
      return {}
    },
    after: sweepSlots,
  }),

  'people.renewRecoveryCode': withPreparation<'people.renewRecoveryCode', { slotId: string; recoveryCode: string }>({
    prepare: async ({ archive }) => {
      const recoveryCode = newRecoveryCode()
      const slot = await archive.keys.wrap(archive.dataKey, RECOVERY, recoveryCode)
      await archive.keys.add(slot)
      return { slotId: slot.id, recoveryCode }
    },
    run: ({ trx, record }, _input, { slotId, recoveryCode }) => {
      writeSetting(trx, 'recoverySlotId', slotId)
      record({ kind: 'archive', id: null })
      return { recoveryCode }
    },
    after: sweepSlots,
  }),
} satisfies Handlers<
  | 'people.list' | 'people.directory' | 'people.departments' | 'people.addDepartment' | 'people.changeDepartment' | 'people.add'
  | 'people.change' | 'people.disable' | 'people.enable' | 'people.resetPassword' | 'people.renewRecoveryCode'
>
