import type { Database as Connection } from 'better-sqlite3'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../pipeline/context.ts'
import { writeRefusal } from '../storage/atomic-file.ts'
import { createAttachmentStore } from '../storage/attachments.ts'
import { deleteBlobs } from '../disposal/delete-blobs.ts'
import { bringRetentionUp } from '../disposal/keep-retention.ts'
import { bringSchemesUp } from '../schemes/load.ts'
import { bringGradesUp } from '../ratings/standing.ts'
import { bringDutiesUp } from '../duties/rebuild.ts'
import { openStore } from '../storage/database.ts'
import { deriveKey } from '../storage/derive.ts'
import { KEY_FILE_NAME, type KeyFile } from '../storage/keys.ts'
import type { Archive } from './archive.ts'
import { finishInterruptedRestore } from './replacement.ts'
import { claimArchive } from './in-use.ts'
import { createMutex, type Mutex } from './mutex.ts'
import { clearMark, markOpen } from './open-mark.ts'
import { sweepOrphans } from './sweep.ts'
import { createTickets } from './tickets.ts'
import { createUploads, type Uploads } from './uploads.ts'

export const DATABASE_NAME = 'archive.db'
export const ATTACHMENTS_NAME = 'attachments'
export const SAMPLE_NAME = 'sample.json'

/** Whether an archive lies in the folder, told from outside. A restore that was cut short is brought to its end first. */
export function hasArchive(folder: string): boolean {
  finishInterruptedRestore(folder)
  return existsSync(join(folder, KEY_FILE_NAME)) && existsSync(join(folder, DATABASE_NAME))
}

/** Makes a folder ready for a new archive. Refuses one that holds an archive or anything else. */
export function prepareEmptyFolder(folder: string): void {
  if (hasArchive(folder)) throw new AppError('archive-exists', { folder })
  makeFolder(folder)
  if (readdirSync(folder).length > 0) throw new AppError('folder-not-empty', { folder })
}

/**
 * Makes a folder and what is missing above it, step by step: asked to do it in one call, the system's own way can turn in
 * circles for ever where nothing can be made (`/proc`). Refuses `file-unwritable`.
 */
function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.unshift(path)
  try {
    for (const path of missing) mkdirSync(path, { mode: 0o700 })
    if (!statSync(folder).isDirectory()) throw new AppError('file-unwritable', { reason: 'ENOTDIR' })
  } catch (error) {
    throw writeRefusal(error)
  }
}

export type OpenParts = {
  folder: string
  dataKey: Buffer
  keys: KeyFile
  clock: Clock
  /** Only the program itself claims the folder; its workers share the claim. */
  isWorker?: boolean
  uploads?: Uploads
  writeLock?: Mutex
  create?: boolean
}

/** Opens the encrypted parts of an archive with its data key. */
export function openArchive(parts: OpenParts): Archive {
  const release = parts.isWorker ? () => {} : claimArchive(parts.folder)
  let wasInterrupted = false
  try {
    wasInterrupted = !parts.isWorker && markOpen(parts.folder)
    const store = openStore(join(parts.folder, DATABASE_NAME), deriveKey(parts.dataKey, 'juanzong/database'), {
      create: parts.create,
      beforeMigration: (connection, from) => keepBeforeMigration(parts.folder, connection, from),
    })
    if (!parts.isWorker) {
      bringDutiesUp(store)
      bringRetentionUp(store)
      bringSchemesUp(store, parts.clock.now())
      bringGradesUp(store, parts.clock.now())
    }
    const archive: Archive = {
      folder: parts.folder,
      wasInterrupted,
      store,
      dataKey: parts.dataKey,
      attachments: createAttachmentStore(join(parts.folder, ATTACHMENTS_NAME), deriveKey(parts.dataKey, 'juanzong/attachments')),
      uploads: parts.uploads ?? createUploads(),
      tickets: createTickets(),
      keys: parts.keys,
      clock: parts.clock,
      writeLock: parts.writeLock ?? createMutex(),
      close: async () => {
        if (!parts.isWorker) await leaveTidy(archive)
        store.close()
        release()
        if (!parts.isWorker) parts.dataKey.fill(0)
      },
    }
    return archive
  } catch (error) {
    if (!parts.isWorker && !wasInterrupted) clearMark(parts.folder)
    release()
    throw error
  }
}

/** Clears away what was staged and never used; where that fails, the mark stays and the next opening does it. */
async function leaveTidy(archive: Archive): Promise<void> {
  try {
    archive.uploads.forgetAll()
    await deleteBlobs(archive)
    await sweepOrphans(archive)
    clearMark(archive.folder)
  } catch {
    // Closing goes on: a damaged database must not keep the program from ending.
  }
}

/** The database as it was before a newer program changes it: an encrypted copy beside it, named for its version. */
function keepBeforeMigration(folder: string, connection: Connection, from: number): void {
  const file = join(folder, `archive-before-migration-from-${from}.db`)
  rmSync(file, { force: true })
  connection.prepare('VACUUM INTO ?').run(file)
}

export type SamplePeople = { login: string; name: string; roles: string[]; department: string | null; password: string }[]

/** The people of a sample archive with their passwords; null for a real archive. */
export function readSamplePeople(folder: string): SamplePeople | null {
  const file = join(folder, SAMPLE_NAME)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { people: SamplePeople }).people : null
}
