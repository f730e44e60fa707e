import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'

const PART_BYTES = 1 << 20

/**
 * A file of the disk as a stream, in large parts and always one part ahead. Two buffers take turns: a part is valid
 * until the next one is asked for. Refuses `file-unreadable`.
 */
export async function* fileSource(file: string): AsyncGenerator<Uint8Array> {
  const handle = await readable(() => open(file, 'r'))
  const buffers = [Buffer.allocUnsafeSlow(PART_BYTES), Buffer.allocUnsafeSlow(PART_BYTES)] as const
  let next = readPart(handle, buffers[0])
  try {
    for (let turn = 1; ; turn++) {
      const part = await next
      if (part.length === 0) return
      next = readPart(handle, buffers[turn % 2 === 0 ? 0 : 1])
      yield part
    }
  } finally {
    await next.catch(() => undefined)
    await handle.close()
  }
}

async function readPart(handle: FileHandle, buffer: Buffer): Promise<Uint8Array> {
  const { bytesRead } = await readable(() => handle.read(buffer, 0, buffer.length, null))
  return buffer.subarray(0, bytesRead)
}

async function readable<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch {
    throw new AppError('file-unreadable')
  }
}
