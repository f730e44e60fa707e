import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { syncFolder, systemCode, TEMPORARY_SUFFIX, writeFully, writeRefusal } from './atomic-file.ts'
import { CHUNK_BYTES, encodeHeader, HEADER_BYTES } from './file-format.ts'
import { deriveKey } from './derive.ts'
import { type Range, readSealed } from './sealed-reader.ts'
import { writeChunks } from './sealed-writer.ts'
import { listStored, statStored, type StoredFile } from './stored-files.ts'

export type { Range, StoredFile }

/**
 * Encrypted files named by their content: the same bytes are stored once, and nobody outside can tell from the disk
 * whether a file that he knows is among them. A file is there whole or not at all, whatever happens to the machine.
 */
export type AttachmentStore = {
  readonly folder: string
  /**
   * Hashes, encrypts and stores a stream in one pass and flat memory; the same content is stored once, and a damaged
   * copy of it is replaced. What `add` has answered survives a power cut.
   * Refuses `empty-file`, `disk-full`, `file-unwritable`, `cancelled`; an error of the source comes out as it is.
   */
  add(source: AsyncIterable<Uint8Array>, options?: { signal?: AbortSignal }): Promise<{ sha256: string; size: number; alreadyStored: boolean }>
  /**
   * Decrypted bytes from `start` to before `end` (cut to the file's size). Every chunk is authenticated before it is
   * given out, and the last one of a whole file only once the SHA-256 fits. Refuses `attachment-missing`,
   * `attachment-damaged`.
   */
  read(sha256: string, range?: Range): AsyncIterable<Uint8Array>
  has(sha256: string): Promise<boolean>
  /** No complaint when it is not there. Only for what no row names. */
  remove(sha256: string): Promise<void>
  /**
   * Deletes it for good, at once: its key is overwritten before the file goes, so that bytes left on the medium open for
   * nobody. No complaint when it is not there. Only for what no row names.
   */
  destroy(sha256: string): void
  /** Reads the whole file. `size` is the row's, when there is one. */
  check(sha256: string, size?: number): Promise<'ok' | 'changed' | 'missing'>
  /** Every file of the folder, temporary and foreign ones too, in no order. */
  list(): AsyncIterable<StoredFile>
  /** Bytes on disk and the last change (milliseconds since 1970) of a listed file; null when it is gone. */
  statOf(path: string): Promise<{ size: number; changedAt: number } | null>
  /** HMAC-SHA256 of the content's hash, 64 hexadecimal digits. */
  diskName(sha256: string): string
  /** Where a file of that name lies, relative to the folder, with `/`. */
  pathOf(diskName: string): string
}

/** @param attachmentKey 32 bytes, `deriveKey(dataKey, 'juanzong/attachments')` */
export function createAttachmentStore(folder: string, attachmentKey: Buffer): AttachmentStore {
  // A key object: made anew for each of a hundred thousand names, the key would cost ten times as much as the HMAC.
  const nameKey = createSecretKey(deriveKey(attachmentKey, 'juanzong/attachment-names'))
  const wrappingKey = deriveKey(attachmentKey, 'juanzong/attachment-wrapping')

  const diskName = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256')
    return createHmac('sha256', nameKey).update(Buffer.from(sha256, 'hex')).digest('hex')
  }
  const pathOf = (name: string) => `${name.slice(0, 2)}/${name}`
  const fileOf = (sha256: string) => join(folder, pathOf(diskName(sha256)))

  const read = (sha256: string, range?: Range) => {
    const name = diskName(sha256)
    return readSealed(join(folder, pathOf(name)), { wrappingKey, diskName: name, sha256 }, range)
  }

  const check = async (sha256: string, size?: number) => {
    let bytes = 0
    try {
      for await (const part of read(sha256)) bytes += part.length
    } catch (error) {
      if (error instanceof AppError && error.code === 'attachment-missing') return 'missing'
      if (error instanceof AppError && error.code === 'attachment-damaged') return 'changed'
      throw error
    }
    return size === undefined || size === bytes ? 'ok' : 'changed'
  }

  const settle = async (handle: FileHandle, temporary: string, sha256: string, header: Buffer) => {
    await writeFully(handle, [header], 0)
    await handle.sync()
    await handle.close()
    const file = fileOf(sha256)
    const subfolder = join(folder, diskName(sha256).slice(0, 2))
    const isNew = (await mkdir(subfolder, { recursive: true })) !== undefined
    await rename(temporary, file)
    await syncFolder(subfolder)
    if (isNew) await syncFolder(folder)
  }

  const add: AttachmentStore['add'] = async (source, { signal } = {}) => {
    const temporary = join(folder, randomBytes(12).toString('hex') + TEMPORARY_SUFFIX)
    const fileKey = randomBytes(32)
    const handle = await createTemporary(folder, temporary)
    try {
      const digest = createHash('sha256')
      const size = await writeChunks(handle, fileKey, source, (plain) => digest.update(plain), signal)
      if (size === 0) throw new AppError('empty-file')
      const sha256 = digest.digest('hex')
      if ((await check(sha256)) === 'ok') return { sha256, size, alreadyStored: true }
      signal?.throwIfAborted()
      const header = encodeHeader({ size, chunkBytes: CHUNK_BYTES, fileKey }, wrappingKey, diskName(sha256))
      await settle(handle, temporary, sha256, header).catch((error: unknown) => {
        throw writeRefusal(error)
      })
      return { sha256, size, alreadyStored: false }
    } catch (error) {
      throw signal?.aborted ? new AppError('cancelled') : error
    } finally {
      await handle.close().catch(() => undefined)
      await rm(temporary, { force: true })
    }
  }

  return {
    folder,
    add,
    read,
    check,
    diskName,
    pathOf,
    has: async (sha256) => {
      try {
        return (await stat(fileOf(sha256))).size > HEADER_BYTES
      } catch (error) {
        if (systemCode(error) === 'ENOENT') return false
        throw error
      }
    },
    remove: (sha256) => rm(fileOf(sha256), { force: true }),
    destroy: (sha256) => destroyFile(fileOf(sha256)),
    list: () => listStored(folder),
    statOf: (path) => statStored(folder, path),
  }
}

function destroyFile(file: string): void {
  try {
    const descriptor = openSync(file, 'r+')
    try {
      writeSync(descriptor, Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    rmSync(file)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}

async function createTemporary(folder: string, temporary: string): Promise<FileHandle> {
  try {
    await mkdir(folder, { recursive: true })
    return await open(temporary, 'wx', 0o600)
  } catch (error) {
    throw writeRefusal(error)
  }
}
