import { existsSync, readdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Head } from '../audit/chain.ts'
import type { JobStep } from '../jobs/job.ts'
import { syncFolder, writeRefusal } from '../storage/atomic-file.ts'
import { createAttachmentStore } from '../storage/attachments.ts'
import { openStore, type Store } from '../storage/database.ts'
import { deriveKey } from '../storage/derive.ts'
import { KEY_FILE_NAME } from '../storage/keys.ts'
import { requireSoundDatabase } from './backup.ts'
import type { Manifest } from './backup-format.ts'
import { readBackup } from './backup-reader.ts'
import { ATTACHMENTS_NAME, DATABASE_NAME } from './folder.ts'
import { beginReplacement } from './replacement.ts'

export type Restoring = {
  file: string
  /** Where the archive is, or will be. */
  folder: string
  /** Opens the keys in the backup; its refusal (a wrong password) comes out as it is. */
  unlock: (keysText: string) => Promise<Buffer>
  /** Looks at the database of the backup, and throws unless this person may put it in place. */
  mayRestore?: (store: Store) => void
  /** Called once everything has been checked: whoever has the present archive open closes it now. */
  beforeReplacing?: () => Promise<void>
  progress?: (done: number, total: number | null, step: JobStep) => void
  throwIfCancelled?: () => void
  now?: Date
}

/**
 * Puts a backup in the place of the archive. It is unpacked and checked beside it first, to the last byte; then the
 * present folder is kept under another name and the new one takes its name. Killed at any moment, the former or the
 * restored archive is in place, or is put there by `finishInterruptedRestore`.
 * Refuses `not-an-archive-backup`, `backup-damaged`, `archive-newer`, `file-unreadable`, what `unlock` and `mayRestore`
 * refuse, `folder-not-empty` where something else than an archive lies, `disk-full`, `file-unwritable`.
 */
export async function restoreBackup(restoring: Restoring): Promise<{ keptAs: string | null; head: Head }> {
  const folder = resolve(restoring.folder)
  if (existsSync(folder) && !looksLikeArchive(readdirSync(folder))) throw new AppError('folder-not-empty', { folder })
  const replacement = await beginReplacement(folder, restoring.now ?? new Date())
  try {
    const { manifest, dataKey } = await readBackup({
      file: restoring.file, folder: replacement.staging, unlock: restoring.unlock, wants: () => true,
      onBytes: (done, total) => {
        restoring.throwIfCancelled?.()
        restoring.progress?.(done, total, 'writing')
      },
    })
    restoring.progress?.(0, null, 'checking')
    const head = await checkUnpacked(replacement.staging, manifest, dataKey, restoring.mayRestore)
    await syncTree(replacement.staging)
    restoring.throwIfCancelled?.()
    restoring.progress?.(0, null, 'finishing')
    const keptAs = await replacement.carryOut(restoring.beforeReplacing ?? (async () => {}))
    return { keptAs, head }
  } catch (error) {
    await replacement.abandon()
    throw writeRefusal(error)
  }
}

/** An empty folder too, and an archive that has lost a part: that is what restoring is for. */
function looksLikeArchive(names: readonly string[]): boolean {
  return names.length === 0 || names.some((name) => [KEY_FILE_NAME, DATABASE_NAME, ATTACHMENTS_NAME].includes(name))
}

async function checkUnpacked(staging: string, manifest: Manifest, dataKey: Buffer, mayRestore: ((store: Store) => void) | undefined): Promise<Head> {
  const file = join(staging, DATABASE_NAME)
  const head = { seq: manifest.auditSeq, hash: manifest.auditHash }
  requireSoundDatabase(file, dataKey, head)
  // As the program will open it; a backup of an older version is brought up to date here, not in its place.
  const store = openStore(file, deriveKey(dataKey, 'juanzong/database'))
  try {
    const attachments = createAttachmentStore(join(staging, ATTACHMENTS_NAME), deriveKey(dataKey, 'juanzong/attachments'))
    const missing = new Set(manifest.missing)
    const hashes = store.prepare('SELECT sha256 FROM blob').iterate() as IterableIterator<{ sha256: string }>
    for (const { sha256 } of hashes) {
      const diskName = attachments.diskName(sha256)
      const isThere = missing.has(diskName) || existsSync(join(attachments.folder, attachments.pathOf(diskName)))
      if (!isThere) throw new AppError('backup-damaged', { entry: diskName })
    }
    mayRestore?.(store)
  } finally {
    store.close()
  }
  return head
}

/** Makes every name below durable, the folder's own last. */
async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await syncTree(join(folder, entry.name))
  }
  await syncFolder(folder)
}

export { finishInterruptedRestore } from './replacement.ts'
