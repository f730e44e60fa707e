import { createSecretKey } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { abortable } from './abortable.ts'
import { writeFully, writeRefusal } from './atomic-file.ts'
import { CHUNK_BYTES, HEADER_BYTES, sealChunk } from './file-format.ts'
import { giveBack } from './give-back.ts'

/** Encrypted bytes handed to the system in one call, and how many such calls may be underway. */
const BATCH_BYTES = 4 * CHUNK_BYTES
const CALLS_UNDERWAY = 2
/** A large file is pushed to the disk as it grows, or the system would hold all of it back for the final sync. */
const SYNC_EVERY_BYTES = 64 << 20

/**
 * Cuts a stream into chunks, encrypts them and writes them behind the place of the header; `onPlain` sees the bytes in
 * order. Answers how many there were. Hashing and encrypting run here, reading and writing meanwhile on the system's
 * threads. When it ends, well or badly, nothing is being written any more.
 */
export async function writeChunks(
  handle: FileHandle,
  fileKey: Buffer,
  source: AsyncIterable<Uint8Array>,
  onPlain: (plain: Uint8Array) => void,
  signal: AbortSignal | undefined,
): Promise<number> {
  const output = createOutput(handle)
  const key = createSecretKey(fileKey)
  // What is not yet known to be followed by more; at the end it is the last chunk.
  const held = Buffer.allocUnsafeSlow(CHUNK_BYTES)
  let heldBytes = 0
  let index = 0
  let size = 0

  const seal = (plain: Uint8Array, isLast: boolean) => {
    onPlain(plain)
    output.add(sealChunk(key, index++, isLast, plain))
  }

  try {
    for await (const part of abortable(source, signal)) {
      size += part.length
      for (let at = 0; at < part.length; ) {
        if (heldBytes === CHUNK_BYTES) {
          seal(held, false)
          heldBytes = 0
        }
        // A chunk that lies in this part as a whole, with more behind it, needs no copying.
        if (heldBytes === 0 && part.length - at > CHUNK_BYTES) {
          seal(part.subarray(at, at + CHUNK_BYTES), false)
          at += CHUNK_BYTES
        } else {
          const count = Math.min(part.length - at, CHUNK_BYTES - heldBytes)
          held.set(part.subarray(at, at + count), heldBytes)
          heldBytes += count
          at += count
        }
        if (output.waiting() >= BATCH_BYTES) await output.write()
      }
    }
    if (heldBytes > 0) seal(held.subarray(0, heldBytes), true)
    await output.write()
    await output.done()
    return size
  } finally {
    await output.atRest()
  }
}

function createOutput(handle: FileHandle) {
  let batch: Buffer[] = []
  let batchBytes = 0
  let position = HEADER_BYTES
  let unsynced = 0
  const underway: Promise<void>[] = []
  return {
    add: (buffers: readonly Buffer[]) => {
      for (const buffer of buffers) {
        batch.push(buffer)
        batchBytes += buffer.length
      }
    },
    waiting: () => batchBytes,
    /** Sets the batch going; waits only when too much is underway already, and then throws what went wrong there. */
    write: async () => {
      unsynced += batchBytes
      const isSyncDue = unsynced >= SYNC_EVERY_BYTES
      if (isSyncDue) unsynced = 0
      const written = writeBatch(handle, batch, position, isSyncDue)
      written.catch(() => undefined) // awaited below or by `done`; until then it must not count as unhandled
      underway.push(written)
      position += batchBytes
      batch = []
      batchBytes = 0
      if (underway.length > CALLS_UNDERWAY) await underway.shift()
    },
    /** Everything underway is on its way to the disk, or this throws what went wrong. */
    done: async () => {
      await Promise.all(underway)
    },
    /** Waits until nothing is being written any more, whatever became of it. */
    atRest: async () => {
      await Promise.allSettled(underway)
    },
  }
}

async function writeBatch(handle: FileHandle, buffers: readonly Buffer[], position: number, isSyncDue: boolean): Promise<void> {
  try {
    await writeFully(handle, buffers, position)
    if (isSyncDue) await handle.datasync()
  } catch (error) {
    throw writeRefusal(error)
  } finally {
    buffers.forEach(giveBack)
  }
}
