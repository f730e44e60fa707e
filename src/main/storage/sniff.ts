import { fileTypeFromBuffer } from 'file-type'
import { isLayer3Audio } from './mp3.ts'
import { CFB_MAGIC, officeKind, ZIP_MAGIC } from './office.ts'
import type { RandomAccess } from './random-access.ts'
import { readAsText, textKind } from './text-kind.ts'

/** What a file is wanted for: as a scan or recording of a document, or as a list to be read in. */
export type Purpose = 'attachment' | 'import'

/**
 * - `accepted`: what it is, by its content.
 * - `container`: ZIP and compound files keep what they are further inside; `sniffContainer` looks when all bytes are there.
 * - `refused`: what it is instead, as a short word for people (`exe`, `html`, `zip`, `unknown`).
 */
export type Verdict =
  | { readonly outcome: 'accepted'; readonly mime: string }
  | { readonly outcome: 'container'; readonly container: 'zip' | 'compound' }
  | { readonly outcome: 'refused'; readonly kind: string }

/** Enough for every kind told from the beginning of a file. */
export const HEAD_BYTES = 64 * 1024

/** Office files, by what is inside of them. */
export const OFFICE_MIMES = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
} as const

/** Kinds as file-type names them, and as the archive names them: those a viewer knows, without parameters. */
const MEDIA: Readonly<Record<string, string>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/tiff': 'image/tiff',
  'image/webp': 'image/webp',
  'audio/mpeg': 'audio/mpeg',
  'audio/mp4': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/wav': 'audio/wav',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/flac': 'audio/flac',
  'audio/amr': 'audio/amr',
  'video/mp4': 'video/mp4',
  'video/x-m4v': 'video/mp4',
  'video/quicktime': 'video/quicktime',
  'video/webm': 'video/webm',
  'video/vnd.avi': 'video/x-msvideo',
  'video/matroska': 'video/x-matroska',
}

/**
 * Says what a file is from its first bytes (up to `HEAD_BYTES`; `isWhole` when there are no more). Its name decides
 * nothing, but that a list of names in one column, without a comma, is taken for CSV when it is called so.
 */
export async function sniffHead(head: Buffer, isWhole: boolean, fileName: string, purpose: Purpose): Promise<Verdict> {
  if (/^\uFEFF?\s*%PDF-\d/.test(head.subarray(0, 64).toString('utf8'))) {
    return purpose === 'attachment' ? { outcome: 'accepted', mime: 'application/pdf' } : { outcome: 'refused', kind: 'pdf' }
  }
  const text = readAsText(head, isWhole)
  if (text !== null) {
    const kind = textKind(text, fileName)
    return kind === 'csv' && purpose === 'import' ? { outcome: 'accepted', mime: 'text/csv' } : { outcome: 'refused', kind }
  }
  if (head.subarray(0, 4).equals(ZIP_MAGIC)) return { outcome: 'container', container: 'zip' }
  if (head.subarray(0, 8).equals(CFB_MAGIC)) return { outcome: 'container', container: 'compound' }
  return sniffMedia(head, purpose)
}

async function sniffMedia(head: Buffer, purpose: Purpose): Promise<Verdict> {
  // A malformed file may make the detector stumble: then it is of no kind we know.
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  // Where a TIFF's directory lies behind its pages, the detector has not enough to go on; its first bytes are plain.
  if (!found && purpose === 'attachment' && /^(II\*\0|MM\0[*+])/.test(head.toString('latin1', 0, 4))) {
    return { outcome: 'accepted', mime: 'image/tiff' }
  }
  if (!found) return { outcome: 'refused', kind: 'unknown' }
  const mime = MEDIA[found.mime]
  if (mime === undefined || purpose === 'import') return { outcome: 'refused', kind: found.ext }
  // Two bytes are a weak sign of MP3, and layers I and II are something else.
  if (mime === 'audio/mpeg' && !isLayer3Audio(head)) return { outcome: 'refused', kind: found.ext === 'mp3' ? 'unknown' : found.ext }
  return { outcome: 'accepted', mime }
}

/** The same for a ZIP or compound file, of which all bytes can be read. */
export async function sniffContainer(bytes: RandomAccess, container: 'zip' | 'compound', purpose: Purpose): Promise<Verdict> {
  const kind = await officeKind(bytes, container)
  const mime = kind in OFFICE_MIMES ? OFFICE_MIMES[kind as keyof typeof OFFICE_MIMES] : undefined
  if (mime === undefined || (purpose === 'import' && kind !== 'xlsx')) return { outcome: 'refused', kind }
  return { outcome: 'accepted', mime }
}
