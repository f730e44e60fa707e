import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** What a file is called while it is being written; such a file never counts, and is swept. */
export const TEMPORARY_SUFFIX = '.part'

export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'])
const UNWRITABLE = new Set([
  'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EIO', 'ENAMETOOLONG', 'EINVAL', 'EBUSY', 'EEXIST', 'ENODEV', 'ENXIO',
  'SQLITE_CANTOPEN', 'SQLITE_IOERR', 'SQLITE_READONLY',
])

/** A failure of writing as a refusal a person can act on (`disk-full`, `file-unwritable`); anything else as it came. */
export function writeRefusal(error: unknown): unknown {
  const code = systemCode(error)
  if (code === undefined) return error
  if (FULL.has(code)) return new AppError('disk-full')
  // SQLite's extended codes begin with the plain one: SQLITE_IOERR_WRITE.
  if (UNWRITABLE.has(code) || UNWRITABLE.has(code.split('_').slice(0, 2).join('_'))) return new AppError('file-unwritable', { reason: code })
  return error
}

/**
 * Makes the names in a folder durable (creations, renames, removals). Windows has no such call and writes its folders
 * through a journal, so a refusal there is no failure.
 */
export async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle
  try {
    handle = await open(folder, 'r')
  } catch (error) {
    if (process.platform === 'win32') return
    throw error
  }
  try {
    await handle.sync()
  } catch (error) {
    if (process.platform !== 'win32') throw error
  } finally {
    await handle.close()
  }
}

/** Writes all of the buffers, one after another from `position` on, however often the system stops half-way. */
export async function writeFully(handle: FileHandle, buffers: readonly Uint8Array[], position: number): Promise<void> {
  let rest = without(buffers, 0) // empty ones at the front would look like a disk that takes nothing
  for (let at = position; rest.length > 0; ) {
    const { bytesWritten } = await handle.writev(rest, at)
    if (bytesWritten === 0) throw Object.assign(new Error('nothing written'), { code: 'ENOSPC' })
    at += bytesWritten
    rest = without(rest, bytesWritten)
  }
}

function without(buffers: readonly Uint8Array[], bytes: number): readonly Uint8Array[] {
  let left = bytes
  let index = 0
  for (; index < buffers.length && buffers[index]!.length <= left; index++) left -= buffers[index]!.length
  return left === 0 ? buffers.slice(index) : [buffers[index]!.subarray(left), ...buffers.slice(index + 1)]
}

/**
 * Replaces a small file as a whole: temporary name in the same folder, sync, rename, sync of the folder. After a crash
 * the old or the new content is there, never a mixture. Refuses `disk-full`, `file-unwritable`.
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `${basename(file)}-${randomBytes(6).toString('hex')}${TEMPORARY_SUFFIX}`)
  try {
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await writeFully(handle, [bytes], 0)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    await syncFolder(dirname(file))
  } catch (error) {
    await rm(temporary, { force: true })
    throw writeRefusal(error)
  }
}
