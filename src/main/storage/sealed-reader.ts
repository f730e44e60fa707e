import { createHash, createSecretKey, type KeyObject } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import { systemCode } from './atomic-file.ts'
import { chunkCount, DamagedFile, decodeHeader, type Header, HEADER_BYTES, openChunk, sealedBytes, TAG_BYTES } from './file-format.ts'
import { giveBack } from './give-back.ts'

/** From `start` to before `end`, in plain bytes. */
export type Range = { start: number; end: number }

type Seal = { wrappingKey: Buffer; diskName: string; sha256: string }

/** Chunks read before they are asked for. */
const AHEAD = 3

/** See `AttachmentStore.read`. The file is open only while somebody iterates. */
export async function* readSealed(file: string, seal: Seal, range?: Range): AsyncGenerator<Uint8Array> {
  const handle = await openStored(file, seal)
  try {
    const header = await readHeader(handle, seal)
    const start = Math.max(0, range?.start ?? 0)
    const end = Math.min(header.size, range?.end ?? header.size)
    if (start >= end) return
    const chunks = readChunks(handle, header, Math.floor(start / header.chunkBytes), Math.ceil(end / header.chunkBytes))
    const whole = start === 0 && end === header.size ? createHash('sha256') : null
    for await (const { index, plain } of chunks) {
      whole?.update(plain)
      const at = index * header.chunkBytes
      if (whole && at + plain.length === header.size && whole.digest('hex') !== seal.sha256) throw new DamagedFile('other content')
      yield plain.subarray(Math.max(0, start - at), Math.min(plain.length, end - at))
    }
  } catch (error) {
    if (error instanceof DamagedFile || systemCode(error) === 'EIO') throw new AppError('attachment-damaged', { sha256: seal.sha256 })
    throw error
  } finally {
    await handle.close()
  }
}

async function openStored(file: string, seal: Seal): Promise<FileHandle> {
  try {
    return await open(file, 'r')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new AppError('attachment-missing', { sha256: seal.sha256 })
    throw error
  }
}

async function readHeader(handle: FileHandle, seal: Seal): Promise<Header> {
  const header = decodeHeader(await readExactly(handle, HEADER_BYTES, 0), seal.wrappingKey, seal.diskName)
  if ((await handle.stat()).size !== sealedBytes(header)) throw new DamagedFile('other length')
  return header
}

async function* readChunks(handle: FileHandle, header: Header, first: number, end: number) {
  const key = createSecretKey(header.fileKey)
  const underway: Promise<{ index: number; plain: Uint8Array }>[] = []
  try {
    for (let next = first; next < end || underway.length > 0; ) {
      for (; next < end && underway.length < AHEAD; next++) {
        const chunk = readChunk(handle, header, key, next)
        chunk.catch(() => undefined) // awaited in its turn
        underway.push(chunk)
      }
      yield await underway.shift()!
    }
  } finally {
    await Promise.allSettled(underway)
  }
}

async function readChunk(handle: FileHandle, header: Header, key: KeyObject, index: number) {
  const isLast = index === chunkCount(header) - 1
  const plainBytes = isLast ? header.size - index * header.chunkBytes : header.chunkBytes
  const sealed = await readExactly(handle, plainBytes + TAG_BYTES, HEADER_BYTES + index * (header.chunkBytes + TAG_BYTES))
  const plain = openChunk(key, index, isLast, sealed)
  giveBack(sealed)
  return { index, plain }
}

async function readExactly(handle: FileHandle, length: number, position: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length)
  for (let done = 0; done < length; ) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done)
    if (bytesRead === 0) throw new DamagedFile('too short')
    done += bytesRead
  }
  return bytes
}
