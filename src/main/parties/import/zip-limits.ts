import { crc32, inflateRawSync } from 'node:zlib'
import { AppError } from '../../../shared/errors.ts'

/*
 * A workbook is a zip archive, and a zip archive of a few kilobytes can claim to hold terabytes. Nothing of it is handed to
 * the reader before it has been unpacked here within a budget; what the reader then gets is a plain archive without
 * compression, of exactly these parts, so that it cannot be told another size, another part or another order.
 */

const MOST_BYTES = 400_000_000
const MOST_PARTS = 5000
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50

type Part = { name: Buffer; data: Buffer }

/** The same archive, its parts of XML only and uncompressed. Refuses `file-unreadable` for damage and for what is too big. */
export function repackWithinLimits(archive: Buffer, mostBytes = MOST_BYTES): Buffer {
  try {
    return pack(unpack(archive, mostBytes))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('file-unreadable')
  }
}

function unpack(archive: Buffer, mostBytes: number): Part[] {
  const end = endOfDirectory(archive)
  const count = archive.readUInt16LE(end + 10)
  if (count > MOST_PARTS) throw new AppError('file-unreadable', { reason: 'too-large' })
  const parts: Part[] = []
  let at = archive.readUInt32LE(end + 16)
  let room = mostBytes
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new AppError('file-unreadable')
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.subarray(at + 46, at + 46 + nameLength)
    if (/\.xml(\.rels)?$/i.test(name.toString('latin1'))) {
      const data = unpackPart(archive, at, room)
      room -= data.length
      parts.push({ name, data })
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return parts
}

/** The newest end record: at the file's end but for a comment of at most 65535 bytes. */
function endOfDirectory(archive: Buffer): number {
  for (let at = archive.length - 22; at >= 0 && at >= archive.length - 22 - 65_535; at--) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw new AppError('file-unreadable')
}

function unpackPart(archive: Buffer, entry: number, room: number): Buffer {
  const isEncrypted = (archive.readUInt16LE(entry + 8) & 1) === 1
  const method = archive.readUInt16LE(entry + 10)
  const packedLength = archive.readUInt32LE(entry + 20)
  const header = archive.readUInt32LE(entry + 42)
  if (isEncrypted || archive.readUInt32LE(header) !== LOCAL_HEADER) throw new AppError('file-unreadable')
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28)
  const packed = archive.subarray(start, start + packedLength)
  if (method === 0 && packed.length <= room) return packed
  if (method !== 8) throw new AppError('file-unreadable', { reason: method === 0 ? 'too-large' : 'compression' })
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
  } catch (error) {
    const isTooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new AppError('file-unreadable', isTooLarge ? { reason: 'too-large' } : {})
  }
}

function pack(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data } of parts) {
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(data), 0)
    sizes.writeUInt32LE(data.length, 4)
    sizes.writeUInt32LE(data.length, 8)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(LOCAL_HEADER, 0)
    local.writeUInt16LE(20, 4)
    sizes.copy(local, 14)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(DIRECTORY_ENTRY, 0)
    entry.writeUInt16LE(20, 4)
    entry.writeUInt16LE(20, 6)
    sizes.copy(entry, 16)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    pieces.push(local, name, data)
    directory.push(entry, name)
    offset += local.length + name.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_OF_DIRECTORY, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.reduce((sum, piece) => sum + piece.length, 0), 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, ...directory, end])
}
