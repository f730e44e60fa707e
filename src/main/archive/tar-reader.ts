import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar-stream'
import { AppError } from '../../shared/errors.ts'
import { SEAL_BYTES } from './backup-format.ts'

export type TarEntry = { readonly name: string; readonly size: number; readonly bytes: AsyncIterable<Buffer> }

/** What is behind the last entry. */
export type TarEnd = { sha256: Buffer; seal: Buffer }

const PART_BYTES = 1 << 20

/**
 * Goes through a backup's entries in their order; `onEntry` must read each to its end. Answers the hash of the tar and the
 * seal behind it. A file that is no tar, or stops in the middle, is refused with `backup-damaged`.
 */
export async function readTar(file: string, onEntry: (entry: TarEntry) => Promise<void>, onBytes: (done: number, total: number) => void): Promise<TarEnd> {
  const handle = await open(file, 'r').catch(() => {
    throw new AppError('file-unreadable')
  })
  try {
    const { size } = await handle.stat()
    if (size <= SEAL_BYTES) throw new AppError('backup-damaged')
    const digest = createHash('sha256')
    const source = async function* (): AsyncGenerator<Buffer> {
      for (let at = 0; at < size - SEAL_BYTES; ) {
        const length = Math.min(PART_BYTES, size - SEAL_BYTES - at)
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(length), 0, length, at)
        if (bytesRead === 0) throw new AppError('backup-damaged')
        const part = buffer.subarray(0, bytesRead)
        digest.update(part)
        at += bytesRead
        onBytes(at, size)
        yield part
      }
    }
    await walkEntries(source(), onEntry)
    const seal = Buffer.alloc(SEAL_BYTES)
    await handle.read(seal, 0, SEAL_BYTES, size - SEAL_BYTES)
    return { sha256: digest.digest(), seal }
  } finally {
    await handle.close()
  }
}

async function walkEntries(source: AsyncGenerator<Buffer>, onEntry: (entry: TarEntry) => Promise<void>): Promise<void> {
  const reader = extract()
  let sourceError: unknown = null
  const feeding = pipeline(Readable.from(source, { objectMode: false, highWaterMark: PART_BYTES }), reader).catch((error: unknown) => {
    sourceError = error
  })
  let refusal: unknown = null
  try {
    for await (const entry of reader) {
      const { name, size, type } = entry.header
      if (type !== 'file' || size === undefined) throw new AppError('backup-damaged', { entry: name })
      await onEntry({ name, size, bytes: bytesOf(entry as AsyncIterable<Buffer>, name) }).catch((error: unknown) => {
        refusal = error
        throw error
      })
    }
    await feeding
    if (sourceError) throw sourceError
  } catch (error) {
    reader.destroy()
    await feeding
    // A refusal of the source (cancelled) is the cause of all that follows; then what somebody said to an entry. What
    // the tar reader itself throws is about bytes that are not as they should be.
    if (sourceError instanceof AppError) throw sourceError
    throw refusal ?? (error instanceof AppError ? error : new AppError('backup-damaged'))
  }
}

/** The same bytes; where they break off, the backup is damaged. */
async function* bytesOf(entry: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  try {
    yield* entry
  } catch {
    throw new AppError('backup-damaged', { entry: name })
  }
}
