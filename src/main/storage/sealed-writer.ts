import type { FileHandle } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import { writeFully, writeRefusal } from './atomic-file.ts'
import { CHUNK_BYTES, type ChunkCipher, HEADER_BYTES, TAG_BYTES } from './file-format.ts'

/** Chunks being encrypted or written at once: enough that hashing, encrypting and writing never wait for one another. */
const IN_FLIGHT = 4

/**
 * Cuts a stream into chunks, encrypts them and writes them behind the place of the header; `onPlain` sees the bytes in
 * order. Answers how many there were. When it ends, well or badly, nothing is being written any more.
 */
export async function writeChunks(
  handle: FileHandle,
  cipher: ChunkCipher,
  source: AsyncIterable<Uint8Array>,
  onPlain: (plain: Uint8Array) => void,
  signal: AbortSignal | undefined,
): Promise<number> {
  const underway: Promise<void>[] = []
  const ring: Buffer[] = []
  let index = 0
  let filled = 0
  let size = 0

  // A chunk's buffer is used again only once the chunk is on its way to the disk: at most IN_FLIGHT are underway.
  const buffer = () => (ring[index % (IN_FLIGHT + 1)] ??= Buffer.allocUnsafeSlow(CHUNK_BYTES))

  const finishChunk = async (isLast: boolean) => {
    const plain = buffer().subarray(0, filled)
    const position = HEADER_BYTES + index * (CHUNK_BYTES + TAG_BYTES)
    const written = sealAndWrite(handle, cipher, { index, isLast, plain, position })
    written.catch(() => undefined) // it is awaited below; until then a failure must not count as unhandled
    underway.push(written)
    onPlain(plain)
    index++
    filled = 0
    if (underway.length >= IN_FLIGHT) await underway.shift()
  }

  try {
    for await (const part of abortable(source, signal)) {
      size += part.length
      for (let at = 0; at < part.length; ) {
        // Only now is it sure that the chunk before was not the last.
        if (filled === CHUNK_BYTES) await finishChunk(false)
        const count = Math.min(part.length - at, CHUNK_BYTES - filled)
        buffer().set(part.subarray(at, at + count), filled)
        filled += count
        at += count
      }
    }
    if (filled > 0) await finishChunk(true)
    await Promise.all(underway)
    return size
  } finally {
    await Promise.allSettled(underway)
  }
}

type Chunk = { index: number; isLast: boolean; plain: Uint8Array; position: number }

async function sealAndWrite(handle: FileHandle, cipher: ChunkCipher, chunk: Chunk): Promise<void> {
  const sealed = await cipher.seal(chunk.index, chunk.isLast, chunk.plain)
  try {
    await writeFully(handle, sealed, chunk.position)
  } catch (error) {
    throw writeRefusal(error)
  }
}

/** The same stream, ended with `cancelled` at once when the signal says so, even while the source keeps us waiting. */
async function* abortable(source: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]()
  let isOver = false
  let onAbort: () => void = () => undefined
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new AppError('cancelled'))
  })
  aborted.catch(() => undefined)
  if (signal?.aborted) onAbort()
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    for (;;) {
      const step = await (signal ? Promise.race([aborted, iterator.next()]) : iterator.next())
      if (step.done) {
        isOver = true
        return
      }
      yield step.value
    }
  } catch (error) {
    // A generator that waits for a dead sender would answer `return` only after it: it is told, not waited for.
    void Promise.resolve(iterator.return?.()).catch(() => undefined)
    isOver = true
    throw error
  } finally {
    signal?.removeEventListener('abort', onAbort)
    if (!isOver) await iterator.return?.()
  }
}
