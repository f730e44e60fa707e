import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Pack, pack } from 'tar-stream'
import { writeFully } from '../storage/atomic-file.ts'
import { fileSource } from '../storage/file-source.ts'
import type { ManifestEntry } from './backup-format.ts'

export type TarWriter = {
  /** Adds an entry and answers it with its hash; `size` must be the size. */
  addFile(name: string, file: string, size: number, onBytes?: (count: number) => void): Promise<ManifestEntry>
  addText(name: string, text: string): Promise<ManifestEntry>
  /** Ends the tar and answers the SHA-256 of all its bytes. */
  finish(): Promise<Buffer>
}

/** Writes a tar into a new file, which `work` fills; whatever it then appends belongs behind the tar. Synced before it ends. */
export async function writeTar(file: string, work: (tar: TarWriter, append: (bytes: Buffer) => Promise<void>) => Promise<void>): Promise<number> {
  const handle = await open(file, 'wx', 0o600)
  try {
    const packed = pack()
    const drain = drainInto(handle, packed)
    let diskError: unknown = null
    // A full disk ends the packing, or the one who packs would wait for room for ever.
    drain.ended.catch((error: Error) => {
      diskError ??= error
      packed.destroy(error)
    })
    try {
      await work(createWriter(packed, drain), drain.append)
    } catch (error) {
      // What stopped the disk is the cause; that the pipe then closed is only how one hears of it.
      const cause = diskError ?? error
      packed.destroy()
      await drain.ended.catch(() => undefined)
      throw cause
    }
    await handle.sync()
    return drain.bytes()
  } finally {
    await handle.close()
  }
}

function createWriter(packed: Pack, drain: ReturnType<typeof drainInto>): TarWriter {
  // Every backup's headers are alike: neither the time of a file nor its owner is anybody's business.
  const header = (name: string, size: number) => ({ name, size, mode: 0o600, mtime: new Date(0) })
  const add = async (name: string, size: number, source: AsyncIterable<Uint8Array>) => {
    const digest = createHash('sha256')
    const hashing = async function* (): AsyncGenerator<Buffer> {
      for await (const part of source) {
        digest.update(part)
        // A copy: the pipe holds it while the source's buffer is filled anew.
        yield Buffer.from(part)
      }
    }
    await pipeline(Readable.from(hashing(), { objectMode: false, highWaterMark: 1 << 20 }), packed.entry(header(name, size)))
    return { name, size, sha256: digest.digest('hex') }
  }
  return {
    addFile: (name, file, size, onBytes) => add(name, size, counted(fileSource(file), onBytes)),
    addText: (name, text) => {
      const bytes = Buffer.from(text)
      return add(name, bytes.length, Readable.from([bytes]))
    },
    finish: () => {
      packed.finalize()
      return drain.ended
    },
  }
}

async function* counted(source: AsyncIterable<Uint8Array>, onBytes?: (count: number) => void): AsyncGenerator<Uint8Array> {
  for await (const part of source) {
    onBytes?.(part.length)
    yield part
  }
}

function drainInto(handle: FileHandle, packed: Pack) {
  let position = 0
  const append = async (bytes: Buffer) => {
    await writeFully(handle, [bytes], position)
    position += bytes.length
  }
  const run = async () => {
    const digest = createHash('sha256')
    for await (const bytes of packed as unknown as AsyncIterable<Buffer>) {
      digest.update(bytes)
      await append(bytes)
    }
    return digest.digest()
  }
  return { ended: run(), append, bytes: () => position }
}
