import { type CipherKey, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/*
 * An attachment on disk, format 1. All numbers big-endian.
 *
 *   header   4  "JZAF"
 *            1  format version, 1
 *            1  binary logarithm of the chunk size
 *            2  zero
 *            8  size of the plain bytes
 *           12  nonce  ┐
 *           32  file key, wrapped by the attachment key (AES-256-GCM)
 *           16  tag    ┘ authenticates the 16 bytes before and the file's name
 *   chunks  AES-256-GCM under the file key, each followed by its tag of 16 bytes; all but the last are full
 *
 * A chunk's nonce is its number, and its number and whether it is the last are authenticated with it. That is safe
 * because a file key is random and encrypts one file once. So no chunk can be moved, dropped or taken from another file,
 * the end cannot be cut off, and a whole file cannot stand under another's name.
 */

export const HEADER_BYTES = 76
export const TAG_BYTES = 16
/** 256 KiB: measured best; smaller costs more calls, larger more to read for a single page. */
export const CHUNK_EXPONENT = 18
export const CHUNK_BYTES = 1 << CHUNK_EXPONENT

const MAGIC = Buffer.from('JZAF')
const VERSION = 1
const FRONT_BYTES = 16
const NONCE_BYTES = 12

export type Header = { readonly size: number; readonly chunkBytes: number; readonly fileKey: Buffer }

/** Thrown for bytes that are not, or no longer, what was written; the store turns it into a refusal. */
export class DamagedFile extends Error {}

export function chunkCount(header: Pick<Header, 'size' | 'chunkBytes'>): number {
  return Math.ceil(header.size / header.chunkBytes)
}

/** How long a sound file is on disk. */
export function sealedBytes(header: Pick<Header, 'size' | 'chunkBytes'>): number {
  return HEADER_BYTES + header.size + chunkCount(header) * TAG_BYTES
}

export function encodeHeader(header: Header, wrappingKey: Buffer, diskName: string): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES)
  MAGIC.copy(bytes, 0)
  bytes.writeUInt8(VERSION, 4)
  bytes.writeUInt8(Math.log2(header.chunkBytes), 5)
  bytes.writeBigUInt64BE(BigInt(header.size), 8)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce)
  cipher.setAAD(Buffer.concat([bytes.subarray(0, FRONT_BYTES), Buffer.from(diskName)]))
  nonce.copy(bytes, FRONT_BYTES)
  cipher.update(header.fileKey).copy(bytes, FRONT_BYTES + NONCE_BYTES)
  cipher.final()
  cipher.getAuthTag().copy(bytes, HEADER_BYTES - TAG_BYTES)
  return bytes
}

/** Refuses with `DamagedFile` anything but a header that this key wrote for a file of this name. */
export function decodeHeader(bytes: Buffer, wrappingKey: Buffer, diskName: string): Header {
  if (bytes.length !== HEADER_BYTES || !bytes.subarray(0, 4).equals(MAGIC)) throw new DamagedFile('no header')
  if (bytes.readUInt8(4) !== VERSION) throw new DamagedFile('unknown format version')
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, bytes.subarray(FRONT_BYTES, FRONT_BYTES + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.concat([bytes.subarray(0, FRONT_BYTES), Buffer.from(diskName)]))
  decipher.setAuthTag(bytes.subarray(HEADER_BYTES - TAG_BYTES))
  const fileKey = decipher.update(bytes.subarray(FRONT_BYTES + NONCE_BYTES, HEADER_BYTES - TAG_BYTES))
  try {
    decipher.final()
  } catch {
    throw new DamagedFile('header changed')
  }
  return { size: Number(bytes.readBigUInt64BE(8)), chunkBytes: 2 ** bytes.readUInt8(5), fileKey }
}

/** What is authenticated with a chunk, and its nonce: where it stands, and whether anything follows. */
function chunkParameters(index: number, isLast: boolean): { nonce: Buffer; additional: Buffer } {
  const nonce = Buffer.alloc(NONCE_BYTES)
  nonce.writeBigUInt64BE(BigInt(index), NONCE_BYTES - 8)
  return { nonce, additional: Buffer.concat([nonce.subarray(NONCE_BYTES - 8), Buffer.of(isLast ? 1 : 0)]) }
}

/** The encrypted bytes and their tag, to be written one after the other. A key object is prepared once for all chunks. */
export function sealChunk(fileKey: CipherKey, index: number, isLast: boolean, plain: Uint8Array): [Buffer, Buffer] {
  const { nonce, additional } = chunkParameters(index, isLast)
  const cipher = createCipheriv('aes-256-gcm', fileKey, nonce)
  cipher.setAAD(additional)
  const sealed = cipher.update(plain)
  cipher.final()
  return [sealed, cipher.getAuthTag()]
}

/** Refuses with `DamagedFile` what was not written as this chunk of this file. */
export function openChunk(fileKey: CipherKey, index: number, isLast: boolean, sealed: Buffer): Buffer {
  const { nonce, additional } = chunkParameters(index, isLast)
  const decipher = createDecipheriv('aes-256-gcm', fileKey, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(additional)
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const plain = decipher.update(sealed.subarray(0, -TAG_BYTES))
  try {
    decipher.final()
  } catch {
    throw new DamagedFile(`chunk ${index} changed`)
  }
  return plain
}
