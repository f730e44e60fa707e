import { isAbsolute, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import { appendEntry, auditHead, shortHead } from '../audit/chain.ts'
import { enterJob } from '../jobs/jobs.ts'
import type { Actor, Handlers } from '../pipeline/context.ts'
import type { OutsideHandlers } from '../pipeline/handlers.ts'
import { closeArchive, type Connection, type Program } from '../pipeline/program.ts'
import { currentRegulation } from '../regulations/load.ts'
import { findActor, findActorByLogin } from '../people/passwords.ts'
import { hasRole } from '../people/visibility.ts'
import { keysFromText, normaliseRecoveryCode, openKeyFile, RECOVERY } from '../storage/keys.ts'
import { createArchive } from './create.ts'
import { hasArchive, openArchive, readSamplePeople } from './folder.ts'
import { requireFree } from './in-use.ts'
import { restoreBackup } from './restore.ts'
import { createSampleArchive } from './sample/create-sample.ts'
import { readSetting, writeSetting } from './settings.ts'

function phaseOf(program: Program): 'none' | 'closed' | 'open' {
  if (program.archive) return 'open'
  return hasArchive(program.folder) ? 'closed' : 'none'
}

/** The folder a call names, or the program's own. A relative one has no meaning in a window. */
function chosenFolder(program: Program, folder: string | undefined): string {
  if (folder === undefined) return program.folder
  if (program.shell.kind !== 'terminal' && !isAbsolute(folder)) throw new AppError('bad-input', { issues: [{ path: 'folder', problem: 'relative' }] })
  return resolve(folder)
}

async function useFolder(program: Program, folder: string): Promise<void> {
  await closeArchive(program)
  program.folder = folder
  await program.rememberFolder(folder)
}

export const archiveOutside = {
  'archive.state': (program) => {
    const phase = phaseOf(program)
    const sample = phase === 'none' ? null : readSamplePeople(program.folder)
    return {
      phase,
      folder: program.folder,
      isSample: sample !== null,
      samplePeople: (sample ?? []).map((person) => ({ ...person, roles: person.roles as Role[] })),
      regulations: program.presets.map(({ id, title, summary, qualification }) => ({ id, title, summary, asksQualification: qualification !== null })),
      shell: {
        kind: program.shell.kind, canChooseFolder: program.shell.chooseFolder !== null, canSavePdf: program.shell.canSavePdf,
      },
    }
  },

  'archive.create': async (program, _connection, input) => {
    const folder = chosenFolder(program, input.folder)
    const regulation = program.presets.find((preset) => preset.id === input.regulation)
    if (!regulation) throw new AppError('not-found', { regulation: input.regulation })
    if (!input.people.some((person) => person.roles.includes('systemAdministrator'))) throw new AppError('last-administrator')
    const { recoveryCode } = await createArchive(folder, { ...input, regulation }, program.clock)
    await useFolder(program, folder)
    return { folder, recoveryCode }
  },

  'archive.createSample': async (program, _connection, input) => {
    const folder = chosenFolder(program, input.folder)
    let isCancelled = false
    const job = enterJob(program.jobs, input.jobId ?? 'sample', () => { isCancelled = true })
    try {
      const { recoveryCode } = await createSampleArchive(folder, program, {
        progress: (done, total, step) => Object.assign(job, { done, total, step }),
        throwIfCancelled: () => {
          if (isCancelled) throw new AppError('cancelled')
        },
      })
      job.state = 'done'
      await useFolder(program, folder)
      return { folder, recoveryCode }
    } catch (error) {
      job.state = isCancelled ? 'cancelled' : 'failed'
      throw error
    }
  },

  'archive.chooseFolder': async (program) => ({ folder: (await program.shell.chooseFolder?.()) ?? null }),

  'archive.useFolder': async (program, _connection, input) => {
    const folder = chosenFolder(program, input.folder)
    if (folder !== program.folder) await useFolder(program, folder)
    return { folder, phase: phaseOf(program) }
  },

  'archive.restore': restore,
} satisfies OutsideHandlers<
  'archive.state' | 'archive.create' | 'archive.createSample' | 'archive.chooseFolder' | 'archive.useFolder' | 'archive.restore'
>

/**
 * Who may put a backup in the place of the archive: a system administrator of the backup, by the password of then, or
 * whoever holds its recovery code. While somebody is signed in here, only a system administrator of the present archive.
 */
async function restore(program: Program, connection: Connection, input: { jobId?: string; file?: string; login?: string; password: string }) {
  requireMayReplace(program, connection)
  // Known before a large backup is unpacked in vain; asked once more when it takes the archive's place.
  if (!program.archive) requireFree(program.folder)
  const file = await program.shell.backupSource(input.file)
  if (file === null) throw new AppError('cancelled')
  const job = enterJob(program.jobs, input.jobId ?? 'restore', () => {})
  const who = input.login ?? RECOVERY
  const secret = input.login === undefined ? normaliseRecoveryCode(input.password) : input.password
  let slotId = ''
  let dataKey: Buffer | null = null
  try {
    const { keptAs } = await restoreBackup({
      file, folder: program.folder,
      progress: (done, total, step) => Object.assign(job, { done, total, step }),
      unlock: async (keysText) => {
        const opened = await keysFromText(keysText).unlock(who, secret)
        if (!opened) throw new AppError(input.login === undefined ? 'wrong-recovery-code' : 'wrong-password')
        slotId = opened.slotId
        dataKey = Buffer.from(opened.dataKey)
        return opened.dataKey
      },
      mayRestore: (store) => {
        if (input.login === undefined) {
          if (readSetting(store, 'recoverySlotId') !== slotId) throw new AppError('wrong-recovery-code')
          return
        }
        const person = findActorByLogin(store, input.login)
        if (!person || !hasRole(person, ['systemAdministrator'])) throw new AppError('forbidden')
      },
      beforeReplacing: () => closeArchive(program),
    })
    const head = await recordRestore(program, dataKey!, input.login ?? null, keptAs)
    job.state = 'done'
    return { keptAs, auditSeq: head.seq, auditHead: shortHead(head.hash) }
  } catch (error) {
    job.state = 'failed'
    throw error
  }
}

function requireMayReplace(program: Program, connection: Connection): void {
  if (!program.archive || ![...program.connections].some((other) => other.session)) return
  const actor: Actor | undefined = connection.session ? findActor(program.archive.store, connection.session.personId) : undefined
  if (!actor || connection.session?.isLocked || !hasRole(actor, ['systemAdministrator'])) throw new AppError('forbidden')
}

/** The restored archive's own log says that it was restored, by whom, and where the former one was kept. */
async function recordRestore(program: Program, dataKey: Buffer, login: string | null, keptAs: string | null) {
  const archive = openArchive({ folder: program.folder, dataKey, keys: openKeyFile(program.folder), clock: program.clock })
  try {
    const person = login === null ? undefined : findActorByLogin(archive.store, login)
    return archive.store.write((trx) =>
      appendEntry(trx, {
        at: program.clock.now().toISOString(), actorId: person?.personId ?? null, actorName: person?.name ?? '', method: 'archive.restore',
        outcome: 'done', subjectKind: 'archive', subjectId: null, subjectLabel: null,
        detail: { byRecoveryCode: login === null, presentArchiveKept: keptAs !== null },
      }),
    )
  } finally {
    await archive.close()
  }
}

export const archiveHandlers = {
  'archive.status': ({ trx, today, now }) => {
    const { regulation: { id, title, defaultLevel, opening, grades }, effectiveOn } = currentRegulation(trx, today)
    const head = auditHead(trx)
    return {
      company: readSetting(trx, 'company') ?? '',
      isSample: readSetting(trx, 'isSample') === '1',
      regulation: { id, title, effectiveOn, defaultLevel, opening, grades },
      auditSeq: head.seq,
      auditHead: shortHead(head.hash),
      lastBackupAt: readSetting(trx, 'lastBackupAt') ?? null,
      today,
      now,
      idleLockMinutes: Number(readSetting(trx, 'idleLockMinutes') ?? 10),
    }
  },
  'archive.changeSettings': ({ trx, record }, input) => {
    if (input.company !== undefined) writeSetting(trx, 'company', input.company)
    if (input.idleLockMinutes !== undefined) writeSetting(trx, 'idleLockMinutes', String(input.idleLockMinutes))
    record({ kind: 'archive', id: null }, input)
    return {}
  },
} satisfies Handlers<'archive.status' | 'archive.changeSettings'>
