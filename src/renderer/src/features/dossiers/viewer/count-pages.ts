import { viewKind } from './kinds.ts'

/** Larger files are not read twice only to be counted; the person at the desk counts those. */
const LIMIT = 200_000_000

/** The pages of a chosen file: PDF and TIFF by their own count, a picture is one, a recording has none. Null where a person has to count. */
export async function countPages(file: Blob, mime: string): Promise<number | null> {
  const kind = viewKind(mime)
  if (kind === 'image') return 1
  if (kind === 'audio' || kind === 'video') return 0
  if ((kind !== 'pdf' && kind !== 'tiff') || file.size > LIMIT) return null
  try {
    const bytes = await file.arrayBuffer()
    if (kind === 'tiff') return await (await import('./tiff-source.ts')).countTiffPages(bytes)
    return await (await import('./pdf-source.ts')).countPdfPages(new Uint8Array(bytes))
  } catch {
    return null
  }
}
