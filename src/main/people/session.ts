import { AppError } from '../../shared/errors.ts'
import { isUnchanged, type PasswordFault } from '../../shared/rules/people/password.ts'
import { openArchive, hasArchive } from '../archive/folder.ts'
import type { Archive } from '../archive/archive.ts'
import { readSetting, writeSetting } from '../archive/settings.ts'
import { sweepOrphans } from '../archive/sweep.ts'
import { appendEntry } from '../audit/chain.ts'
import { deleteBlobs } from '../disposal/delete-blobs.ts'
import { withPreparation, type Handlers } from '../pipeline/context.ts'
import { localDay } from '../pipeline/days.ts'
import type { OutsideHandlers } from '../pipeline/handlers.ts'
import { type Connection, endSession, newSession, type Program } from '../pipeline/program.ts'
import type { Trx } from '../storage/database.ts'
import { type KeyFile, newRecoveryCode, normaliseRecoveryCode, openKeyFile, RECOVERY } from '../storage/keys.ts'
import { withPatience } from './attempts.ts'
import { asQualified } from '../qualifications/standing.ts'
import { findActor, findActorByLogin, prepareSlot, requireGoodPassword, slotIsCurrent, sweepSlots, verifyPassword } from './passwords.ts'

/** The signed-in person as the contract shows him. */
export function sessionPerson(trx: Trx, personId: number, today: string) {
  const person = findActor(trx, personId)
  if (!person) throw new AppError('not-signed-in')
  const actor = asQualified(trx, person, today)
  const department = trx.prepare('SELECT name FROM department WHERE id = ?').get(actor.departmentId) as { name: string } | undefined
  return { ...actor, roles: [...actor.roles], departmentName: department?.name ?? null }
}

const todayOf = (archive: Archive) => localDay(archive.clock.now())

function record(archive: Archive, method: string, person: { personId: number; name: string }, detail: Record<string, unknown> = {}, also?: (trx: Trx) => void) {
  return archive.writeLock.run(() =>
    archive.store.write((trx) => {
      also?.(trx)
      return appendEntry(trx, {
        at: archive.clock.now().toISOString(), actorId: person.personId, actorName: person.name, method, outcome: 'done',
        subjectKind: 'person', subjectId: person.personId, subjectLabel: person.name, detail,
      })
    }),
  )
}

/**
 * Opens the closed archive with a person's password: the slot gives the key, the key opens the database, and only a slot
 * that the person's row still names counts.
 */
async function openWithPassword(program: Program, login: string, password: string): Promise<{ archive: Archive; failuresBefore: number }> {
  const { folder, clock } = program
  if (!hasArchive(folder)) throw new AppError('no-archive', { folder })
  const keys = openKeyFile(folder)
  const attempt = { folder, archiveId: keys.archiveId, login, clock }
  const { result: archive, failuresBefore } = await withPatience(attempt, async () => {
    const opened = await keys.unlock(login, password)
    if (!opened) throw new AppError('wrong-password', { login })
    const archive = openArchive({ folder, dataKey: opened.dataKey, keys, clock })
    if (slotIsCurrent(archive.store, login, opened.slotId)) return archive
    await archive.close()
    throw new AppError('wrong-password', { login })
  })
  await tidyUp(archive)
  return { archive, failuresBefore }
}

/** What a crash may have left behind: staged files that no document names, key slots that no person names, scans of destroyed dossiers. */
async function tidyUp(archive: Archive): Promise<void> {
  await sweepSlots(archive)
  await deleteBlobs(archive)
  if (archive.wasInterrupted) await sweepOrphans(archive)
}

async function signIn(program: Program, connection: Connection, login: string, password: string) {
  let failuresBefore = 0
  let openedHere = false
  if (program.archive) await verifyPassword(program.archive, login, password)
  else {
    const opened = await openWithPassword(program, login, password)
    // Two windows may have asked at once: the second open is refused by the claim on the folder, so this one is alone.
    program.archive = opened.archive
    failuresBefore = opened.failuresBefore
    openedHere = true
  }
  const { archive } = program
  const actor = findActorByLogin(archive.store, login)
  if (!actor) throw new AppError('wrong-password', { login })
  const former = connection.session
  if (former) archive.tickets.revokeSession(former.id)
  if (former) archive.uploads.forgetSession(former.id)
  connection.session = newSession(actor.personId, actor.login, archive.clock)
  await record(archive, 'session.signIn', actor, { failuresBefore, openedArchive: openedHere }, (trx) => {
    trx.prepare('UPDATE person SET lastSignedInAt = ? WHERE id = ?').run(archive.clock.now().toISOString(), actor.personId)
  })
  return sessionPerson(archive.store, actor.personId, todayOf(archive))
}

export const sessionOutside = {
  'session.signIn': (program, connection, input) => signIn(program, connection, input.login, input.password),
  'session.current': (program, connection) => {
    const { session } = connection
    if (!program.archive || !session || !findActor(program.archive.store, session.personId)) return { person: null, isLocked: false }
    return { person: sessionPerson(program.archive.store, session.personId, todayOf(program.archive)), isLocked: session.isLocked }
  },
  'session.lock': async (program, connection) => {
    const { archive } = program
    const { session } = connection
    if (!archive || !session) throw new AppError('not-signed-in')
    if (session.isLocked) return {}
    session.isLocked = true
    archive.tickets.revokeSession(session.id)
    await record(archive, 'session.lock', sessionPerson(archive.store, session.personId, todayOf(archive)))
    return {}
  },
  'session.unlock': async (program, connection, { password }) => {
    const { archive } = program
    const { session } = connection
    if (!archive || !session) throw new AppError('not-signed-in')
    const actor = await verifyPassword(archive, session.login, password)
    session.isLocked = false
    session.lastUsedAt = archive.clock.now().getTime()
    await record(archive, 'session.unlock', actor)
    return sessionPerson(archive.store, actor.personId, todayOf(archive))
  },
  'session.signOut': async (program, connection) => {
    const { archive } = program
    const { session } = connection
    if (!archive || !session) throw new AppError('not-signed-in')
    await record(archive, 'session.signOut', sessionPerson(archive.store, session.personId, todayOf(archive)))
    await endSession(program, connection)
    return {}
  },
  'session.recover': async (program, _connection, input) => recover(program, input.login, input.recoveryCode, input.newPassword),
} satisfies OutsideHandlers<
  'session.signIn' | 'session.current' | 'session.lock' | 'session.unlock' | 'session.signOut' | 'session.recover'
>

/** A person of the archive gets a new password by the recovery code, which is used up: a fresh one is answered. */
async function recover(program: Program, login: string, typedCode: string, newPassword: string): Promise<{ recoveryCode: string }> {
  const { folder, clock } = program
  if (!hasArchive(folder)) throw new AppError('no-archive', { folder })
  requireGoodPassword(newPassword, login)
  const keys = program.archive?.keys ?? openKeyFile(folder)
  const attempt = { folder, archiveId: keys.archiveId, login: RECOVERY, clock }
  const { result } = await withPatience(attempt, () => recoverWith(program, keys, login, typedCode, newPassword))
  return result
}

async function recoverWith(program: Program, keys: KeyFile, login: string, typedCode: string, newPassword: string): Promise<{ recoveryCode: string }> {
  const { folder, clock } = program
  const opened = await keys.unlock(RECOVERY, normaliseRecoveryCode(typedCode))
  if (!opened) throw new AppError('wrong-recovery-code')
  const wasOpen = program.archive
  const archive = wasOpen ?? openArchive({ folder, dataKey: opened.dataKey, keys, clock })
  try {
    if (readSetting(archive.store, 'recoverySlotId') !== opened.slotId) throw new AppError('wrong-recovery-code')
    const actor = findActorByLogin(archive.store, login)
    if (!actor) throw new AppError('not-found', { login })
    const recoveryCode = newRecoveryCode()
    const slot = await prepareSlot(archive, login, newPassword)
    const recoverySlot = await archive.keys.wrap(archive.dataKey, RECOVERY, recoveryCode)
    await archive.keys.add(recoverySlot)
    await record(archive, 'session.recover', actor, {}, (trx) => {
      trx.prepare('UPDATE person SET slotId = ?, mustChangePassword = 0 WHERE id = ?').run(slot.id, actor.personId)
      writeSetting(trx, 'recoverySlotId', recoverySlot.id)
    })
    await sweepSlots(archive)
    return { recoveryCode }
  } finally {
    if (!wasOpen) await archive.close()
  }
}

export const sessionHandlers = {
  'session.changePassword': withPreparation<'session.changePassword', { slotId: string }>({
    prepare: async ({ archive, actor }, input) => {
      await verifyPassword(archive, actor.login, input.oldPassword)
      if (isUnchanged(input.oldPassword, input.newPassword)) throw new AppError('password-too-weak', { fault: 'unchanged' satisfies PasswordFault })
      return { slotId: (await prepareSlot(archive, actor.login, input.newPassword)).id }
    },
    run: ({ trx, actor, record: say }, _input, { slotId }) => {
      trx.prepare('UPDATE person SET slotId = ?, mustChangePassword = 0 WHERE id = ?').run(slotId, actor.personId)
      say({ kind: 'person', id: actor.personId, label: actor.name })
      return {}
    },
    after: sweepSlots,
  }),
} satisfies Handlers<'session.changePassword'>
