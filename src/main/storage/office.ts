import { inflateRawSync } from 'node:zlib'
import type { RandomAccess } from './random-access.ts'

export const ZIP_MAGIC = Buffer.from('PK\x03\x04', 'latin1')
export const CFB_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** Beyond this a directory or a list of parts is no Office file's, but an attempt to fill the memory. */
const MOST_DIRECTORY_BYTES = 8 << 20
const MOST_LIST_BYTES = 2 << 20

/**
 * What kind of Office file a ZIP or compound file is (`docx`, `xls`, `odt` …); for any other the word to refuse it by:
 * `docm` and the like for files with macros, `encrypted-office`, `zip`, `cfb`.
 */
export async function officeKind(bytes: RandomAccess, container: 'zip' | 'compound'): Promise<string> {
  try {
    return await (container === 'zip' ? zipKind(bytes) : compoundKind(bytes))
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) {
      return container === 'zip' ? 'zip' : 'cfb'
    }
    throw error
  }
}

/** The names of what is inside of it, folders of a compound file too; RangeError for a file that is cut off or damaged. */
export async function partNames(bytes: RandomAccess, container: 'zip' | 'compound'): Promise<string[]> {
  if (container === 'zip') return (await readDirectory(bytes)).map(({ name }) => name)
  return (await compoundEntries(bytes)).map(({ name }) => name)
}

type ZipEntry = { name: string; method: number; packed: number; offset: number }

const MAIN_PARTS: readonly (readonly [string, string])[] = [
  ['wordprocessingml.document.main+xml', 'docx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['presentationml.presentation.main+xml', 'pptx'],
  ['ms-word.document.macroEnabled.main+xml', 'docm'],
  ['ms-excel.sheet.macroEnabled.main+xml', 'xlsm'],
  ['ms-powerpoint.presentation.macroEnabled.main+xml', 'pptm'],
]

async function zipKind(bytes: RandomAccess): Promise<string> {
  const entries = await readDirectory(bytes)
  const types = entries.find((entry) => entry.name === '[Content_Types].xml')
  if (types) {
    const xml = await readEntry(bytes, types)
    return MAIN_PARTS.find(([part]) => xml.includes(`application/vnd.${part.startsWith('ms-') ? '' : 'openxmlformats-officedocument.'}${part}`))?.[1] ?? 'zip'
  }
  const mimetype = entries.find((entry) => entry.name === 'mimetype')
  const named = mimetype ? (await readEntry(bytes, mimetype)).trim() : ''
  if (named === 'application/vnd.oasis.opendocument.text') return 'odt'
  if (named === 'application/vnd.oasis.opendocument.spreadsheet') return 'ods'
  return entries.some((entry) => entry.name === 'META-INF/MANIFEST.MF') ? 'jar' : 'zip'
}

/** The central directory (APPNOTE 4.3.12), found from the end as every reader of ZIP files does. */
async function readDirectory(bytes: RandomAccess): Promise<ZipEntry[]> {
  const tail = await bytes.read(bytes.size - 65_557, bytes.size)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > tail.length) throw new RangeError('no end of directory')
  const size = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (size > MOST_DIRECTORY_BYTES) throw new RangeError('directory too large')
  const directory = await bytes.read(start, start + size)
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function readEntry(bytes: RandomAccess, entry: ZipEntry): Promise<string> {
  if (entry.packed > MOST_LIST_BYTES) throw new RangeError('entry too large')
  const header = await bytes.read(entry.offset, entry.offset + 30)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = await bytes.read(start, start + entry.packed)
  const plain = entry.method === 8 ? inflateRawSync(packed, { maxOutputLength: MOST_LIST_BYTES }) : packed
  return plain.toString('utf8')
}

const STREAMS: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', 'encrypted-office'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
]

/** Names of the streams of a compound file's root decide (MS-CFB 2.6); installers and mails are compound files as well. */
async function compoundKind(bytes: RandomAccess): Promise<string> {
  const names = new Set((await compoundEntries(bytes)).filter(({ isStream }) => isStream).map(({ name }) => name))
  return STREAMS.find(([name]) => names.has(name))?.[1] ?? 'cfb'
}

async function compoundEntries(bytes: RandomAccess): Promise<{ name: string; isStream: boolean }[]> {
  const header = await bytes.read(0, 512)
  const exponent = header.readUInt16LE(30)
  if (exponent !== 9 && exponent !== 12) throw new RangeError('sector size')
  const sectorBytes = 1 << exponent
  const sector = (index: number) => bytes.read((index + 1) * sectorBytes, (index + 2) * sectorBytes)
  const found: { name: string; isStream: boolean }[] = []
  const visited = new Set<number>()
  for (let index = header.readUInt32LE(48); index < 0xfffffffa && !visited.has(index) && visited.size < 1000; ) {
    visited.add(index)
    const entries = await sector(index)
    for (let at = 0; at + 128 <= entries.length; at += 128) {
      const length = entries.readUInt16LE(at + 64)
      const type = entries[at + 66]
      if ((type === 1 || type === 2) && length >= 2 && length <= 64) found.push({ name: entries.toString('utf16le', at, at + length - 2), isStream: type === 2 })
    }
    index = await nextSector(header, sector, sectorBytes, index)
  }
  return found
}

/** The chain as the allocation table goes on. Only the table's sectors that the header names: enough for directories. */
async function nextSector(header: Buffer, sector: (index: number) => Promise<Buffer>, sectorBytes: number, index: number): Promise<number> {
  const perSector = sectorBytes / 4
  const table = Math.floor(index / perSector)
  if (table >= 109) return 0xfffffffe
  const entries = await sector(header.readUInt32LE(76 + table * 4))
  return entries.readUInt32LE((index % perSector) * 4)
}
