import { pdfPages } from './pdf-pages.ts'
import type { RandomAccess } from './random-access.ts'

/** Pages of a stored PDF or TIFF; null for other kinds, and where it cannot be told cheaply. */
export async function countPages(bytes: RandomAccess, mime: string): Promise<number | null> {
  try {
    if (mime === 'application/pdf') return await pdfPages(bytes)
    if (mime === 'image/tiff') return await tiffPages(bytes)
  } catch (error) {
    // A file that ends in the middle or points nowhere: then nobody can say, and no harm is done.
    if (!(error instanceof RangeError)) throw error
  }
  return mime === 'image/jpeg' || mime === 'image/png' || mime === 'image/webp' ? 1 : null
}

const MOST_PAGES = 20_000
const REDUCED_IMAGE = 1

/** One page a directory, thumbnails not counted (TIFF 6.0, NewSubfileType; BigTIFF has wider numbers). */
async function tiffPages(bytes: RandomAccess): Promise<number | null> {
  const head = await bytes.read(0, 16)
  const isLittle = head[0] === 0x49
  const short = (from: Buffer, at: number) => (isLittle ? from.readUInt16LE(at) : from.readUInt16BE(at))
  const long = (from: Buffer, at: number) => (isLittle ? from.readUInt32LE(at) : from.readUInt32BE(at))
  const wide = (from: Buffer, at: number) => Number(isLittle ? from.readBigUInt64LE(at) : from.readBigUInt64BE(at))
  const isBig = short(head, 2) === 43
  const layout = isBig ? { count: 8, entry: 20, value: 12, offset: wide } : { count: 2, entry: 12, value: 8, offset: long }

  const visited = new Set<number>()
  let pages = 0
  let at = layout.offset(head, isBig ? 8 : 4)
  while (at !== 0) {
    if (visited.has(at) || visited.size >= MOST_PAGES) return null
    visited.add(at)
    const countBytes = await bytes.read(at, at + layout.count)
    const count = isBig ? wide(countBytes, 0) : short(countBytes, 0)
    if (count > 4096) return null
    const entriesAt = at + layout.count
    const entries = await bytes.read(entriesAt, entriesAt + count * layout.entry + (isBig ? 8 : 4))
    let isThumbnail = false
    for (let index = 0; index < count; index++) {
      const entry = index * layout.entry
      if (short(entries, entry) === 254) isThumbnail = (long(entries, entry + layout.value) & REDUCED_IMAGE) !== 0
    }
    if (!isThumbnail) pages++
    at = layout.offset(entries, count * layout.entry)
  }
  return pages || null
}
