import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Output } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { GENESIS, type Head } from '../audit/chain.ts'
import type { JobControl, JobUseCase } from '../jobs/job.ts'
import { syncFolder, systemCode, TEMPORARY_SUFFIX, writeRefusal } from '../storage/atomic-file.ts'
import { deriveKey } from '../storage/derive.ts'
import { KEY_FILE_NAME } from '../storage/keys.ts'
import { type Connection, openSnapshot, takeSnapshot } from '../storage/snapshot.ts'
import type { Archive } from './archive.ts'
import { type Format, FORMAT_NAME, FORMAT_VERSION, type Manifest, MANIFEST_NAME, type ManifestEntry, sealOf } from './backup-format.ts'
import { readBackup } from './backup-reader.ts'
import { ATTACHMENTS_NAME, DATABASE_NAME, SAMPLE_NAME } from './folder.ts'
import { writeSetting } from './settings.ts'
import { type TarWriter, writeTar } from './tar-writer.ts'

export type BackupResult = Output<'archive.backup'> & { head: Head }

/**
 * Writes the whole archive into one encrypted file and reads it back before it counts: until then it bears another name,
 * and an older backup of that name stays. Nothing in the clear touches the disk. An attachment that is gone from the
 * archive does not stop the backup of all the others: `missing` says how many.
 * Refuses `disk-full`, `file-unwritable` (also inside the archive itself), `backup-damaged` when reading back fails.
 */
export async function writeBackup(archive: Archive, target: string, control: JobControl): Promise<BackupResult> {
  const file = resolve(target)
  if (`${file}${sep}`.startsWith(`${resolve(archive.folder)}${sep}`)) throw new AppError('file-unwritable', { reason: 'inside-archive' })
  const part = file + TEMPORARY_SUFFIX
  const scratch = `${part}-check`
  const sweep = () => Promise.all([rm(part, { force: true }), rm(scratch, { recursive: true, force: true })])
  try {
    await sweep()
    await mkdir(scratch, { mode: 0o700 })
    const packed = await packArchive(archive, part, join(scratch, 'snapshot.db'), control)
    await checkBackup(archive, part, scratch, packed.head, control)
    control.throwIfCancelled()
    await rename(part, file)
    await syncFolder(dirname(file))
    return { file, ...packed, checkedAt: archive.clock.now().toISOString() }
  } catch (error) {
    throw writeRefusal(error)
  } finally {
    await sweep().catch(() => undefined)
  }
}

type Packed = { bytes: number; attachments: number; missing: number; head: Head }

async function packArchive(archive: Archive, part: string, snapshot: string, control: JobControl): Promise<Packed> {
  const keysText = await snapshotWithKeys(archive, snapshot)
  const { head, hashes } = readSnapshot(archive, snapshot)
  const createdAt = archive.clock.now().toISOString()
  const { archiveId } = archive.keys
  const format: Format = { format: 'juanzong-backup', version: FORMAT_VERSION, archiveId, createdAt, keysSha256: sha256Of(keysText) }
  let packed: Omit<Packed, 'bytes' | 'head'> = { attachments: 0, missing: 0 }

  const bytes = await writeTar(part, async (tar, append) => {
    const entries = [await tar.addText(FORMAT_NAME, JSON.stringify(format)), await tar.addText(KEY_FILE_NAME, keysText)]
    const sample = await readFile(join(archive.folder, SAMPLE_NAME), 'utf8').catch(() => null)
    if (sample !== null) entries.push(await tar.addText(SAMPLE_NAME, sample))
    entries.push(await tar.addFile(DATABASE_NAME, snapshot, (await stat(snapshot)).size, () => control.throwIfCancelled()))
    const { stored, missing } = await packAttachments(archive, tar, hashes, control)
    const manifest: Manifest = {
      archiveId, createdAt, auditSeq: head.seq, auditHash: head.hash, attachments: stored.length, missing, entries: [...entries, ...stored],
    }
    await tar.addText(MANIFEST_NAME, JSON.stringify(manifest))
    await append(sealOf(archive.dataKey, await tar.finish()))
    packed = { attachments: stored.length, missing: missing.length }
  })
  await rm(snapshot)
  return { ...packed, bytes, head }
}

async function packAttachments(archive: Archive, tar: TarWriter, hashes: readonly string[], control: JobControl) {
  const stored: ManifestEntry[] = []
  const missing: string[] = []
  for (const [index, sha256] of hashes.entries()) {
    control.throwIfCancelled()
    control.progress(index, hashes.length, 'packing')
    const diskName = archive.attachments.diskName(sha256)
    const path = archive.attachments.pathOf(diskName)
    const found = await archive.attachments.statOf(path)
    if (found) stored.push(await tar.addFile(`${ATTACHMENTS_NAME}/${path}`, join(archive.attachments.folder, path), found.size, () => control.throwIfCancelled()))
    else missing.push(diskName)
  }
  return { stored, missing }
}

const MOST_TRIES = 5

/** A copy of the database together with the keys of the same moment: a password changed in between is taken once more. */
async function snapshotWithKeys(archive: Archive, snapshot: string): Promise<string> {
  const keysFile = join(archive.folder, KEY_FILE_NAME)
  for (let tries = 1; ; tries++) {
    const before = await readFile(keysFile, 'utf8')
    takeSnapshot(archive.store, snapshot)
    if ((await readFile(keysFile, 'utf8')) === before) return before
    if (tries === MOST_TRIES) throw new AppError('busy')
    await rm(snapshot)
  }
}

/** What the copy says of itself: its audit head, and the attachments it names. */
function readSnapshot(archive: Archive, snapshot: string): { head: Head; hashes: string[] } {
  const connection = openSnapshot(snapshot, deriveKey(archive.dataKey, 'juanzong/database'))
  try {
    const head = headOf(connection)
    const hashes = connection.prepare('SELECT sha256 FROM blob ORDER BY sha256').pluck().all() as string[]
    return { head, hashes }
  } finally {
    connection.close()
  }
}

function headOf(connection: Connection): Head {
  const row = connection.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as Head | undefined
  return row ?? { seq: 0, hash: GENESIS }
}

/** Reads the finished file back as a restore would, opens its database, and compares its audit head. */
async function checkBackup(archive: Archive, part: string, scratch: string, head: Head, control: JobControl): Promise<void> {
  await readBackup({
    file: part, folder: scratch,
    unlock: async () => archive.dataKey,
    wants: (name) => name === DATABASE_NAME,
    onBytes: (done, total) => {
      control.throwIfCancelled()
      control.progress(done, total, 'checking')
    },
  })
  requireSoundDatabase(join(scratch, DATABASE_NAME), archive.dataKey, head)
}

/** Opens a database of a backup: its own check finds nothing, and its log ends with this head. Refuses `backup-damaged`. */
export function requireSoundDatabase(file: string, dataKey: Buffer, head: Head): void {
  const damaged = new AppError('backup-damaged', { entry: basename(file) })
  try {
    const connection = openSnapshot(file, deriveKey(dataKey, 'juanzong/database'))
    try {
      const found = headOf(connection)
      const isSound = connection.pragma('quick_check(1)', { simple: true }) === 'ok'
      if (!isSound || found.seq !== head.seq || found.hash !== head.hash) throw damaged
    } finally {
      connection.close()
    }
  } catch (error) {
    const isOfDatabase = (error instanceof AppError && error.code === 'archive-damaged') || systemCode(error)?.startsWith('SQLITE_')
    throw isOfDatabase ? damaged : error
  }
}

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')

/** `archive.backup`: the door has said where to; the log tells when and how much, never the place. */
export const backupJob: JobUseCase<'archive.backup', BackupResult> = {
  prepare: async (context, { file }) => {
    if (file === undefined) throw new AppError('bad-input', { issues: [{ path: 'file', problem: 'missing' }] })
    return writeBackup(context.archive, file, context)
  },
  run: (context, _input, { head, ...result }) => {
    writeSetting(context.trx, 'lastBackupAt', result.checkedAt)
    context.record({ kind: 'archive', id: null }, {
      bytes: result.bytes, attachments: result.attachments, missing: result.missing, auditSeq: head.seq, auditHead: head.hash,
    })
    return result
  },
}
