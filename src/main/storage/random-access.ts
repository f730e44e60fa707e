import type { AttachmentStore } from './attachments.ts'
import { CHUNK_BYTES } from './file-format.ts'

/** Plain bytes that can be read here and there, without the whole. Reading past the end answers fewer bytes. */
export type RandomAccess = {
  readonly size: number
  read(start: number, end: number): Promise<Buffer>
}

const BLOCKS_KEPT = 4

/** Nearly always it is one part, which needs no copying. */
function joined(parts: readonly Uint8Array[]): Buffer {
  const [only] = parts
  return only && parts.length === 1 ? Buffer.from(only.buffer, only.byteOffset, only.byteLength) : Buffer.concat(parts)
}

/** A stored attachment, decrypted in memory block by block; the last few blocks are kept, since readers jump about. */
export function randomAccess(store: AttachmentStore, sha256: string, size: number): RandomAccess {
  const blocks = new Map<number, Buffer>()
  const block = async (index: number) => {
    let bytes = blocks.get(index)
    if (!bytes) {
      const parts: Uint8Array[] = []
      const range = { start: index * CHUNK_BYTES, end: Math.min(size, (index + 1) * CHUNK_BYTES) }
      for await (const part of store.read(sha256, range)) parts.push(part)
      bytes = joined(parts)
    }
    blocks.delete(index)
    blocks.set(index, bytes)
    if (blocks.size > BLOCKS_KEPT) blocks.delete(blocks.keys().next().value!)
    return bytes
  }
  return {
    size,
    read: async (from, to) => {
      const start = Math.max(0, from)
      const end = Math.min(size, to)
      const parts: Buffer[] = []
      for (let at = start; at < end; ) {
        const index = Math.floor(at / CHUNK_BYTES)
        const bytes = (await block(index)).subarray(at - index * CHUNK_BYTES, end - index * CHUNK_BYTES)
        if (bytes.length === 0) break
        parts.push(bytes)
        at += bytes.length
      }
      return joined(parts)
    },
  }
}
