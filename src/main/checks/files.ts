import type { ItemCode } from '../../shared/rules/checks/items.ts'
import { AppError } from '../../shared/errors.ts'
import type { Preparation } from '../pipeline/context.ts'
import { findHazards } from '../storage/hazards.ts'
import { countPages } from '../storage/pages.ts'
import { randomAccess, type RandomAccess } from '../storage/random-access.ts'
import { HEAD_BYTES, OFFICE_MIMES, sniffContainer, sniffHead, type Verdict } from '../storage/sniff.ts'
import type { Gather } from './gather.ts'

/** Items that need the bytes of a file. */
export const FILE_ITEMS: readonly ItemCode[] = ['ZS-1', 'ZS-5', 'WZ-5', 'WZ-8', 'KY-1', 'KY-2', 'AQ-1', 'AQ-2']
/** Files read at the same time: reading one and decrypting another overlap. */
const AT_ONCE = 3

type FileRow = {
  dossierId: number; documentId: number; attachmentId: number; sha256: string; name: string; pages: number | null; size: number; mime: string
}

export type Advance = (bytes: number) => Promise<void>

/**
 * Reads every file of these dossiers to its end: its bytes, its kind, whether it opens, how many pages it has, and what it
 * does when it is opened. A file that cannot be read for another reason than damage (a folder that does not open, a failing
 * disk) makes all of this "not run", which is a failure.
 */
export async function checkFiles({ trx, archive }: Preparation, ids: string, gather: Gather, advance: Advance): Promise<{ files: number; bytes: number }> {
  const rows = trx
    .prepare(
      `SELECT document.dossierId, document.id AS documentId, attachment.id AS attachmentId, attachment.sha256, attachment.name, attachment.pages, blob.size, blob.mime
       FROM document JOIN attachment ON attachment.documentId = document.id JOIN blob ON blob.sha256 = attachment.sha256
       WHERE document.dossierId IN (SELECT value FROM json_each(:ids)) AND document.struckAt IS NULL AND attachment.struckAt IS NULL ORDER BY attachment.id`,
    )
    .all({ ids }) as FileRow[]
  for (const code of FILE_ITEMS) gather.count(code, rows.length)
  const rest = rows.values()
  const worker = async () => {
    for (const row of rest) {
      await checkFile(archive.attachments, row, gather)
      await advance(row.size)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { files: rows.length, bytes: rows.reduce((sum, { size }) => sum + size, 0) }
}

async function checkFile(store: Preparation['archive']['attachments'], row: FileRow, gather: Gather): Promise<void> {
  const about = { dossierId: row.dossierId, documentId: row.documentId, attachmentId: row.attachmentId }
  try {
    const state = await store.check(row.sha256, row.size)
    if (state === 'missing') return gather.find('file-missing', about, { size: row.size })
    if (state === 'changed') return gather.find('bytes-changed', about, { size: row.size })
    checkName(row, about, gather)
    await checkContent(randomAccess(store, row.sha256, row.size), row, about, gather)
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') throw error
    for (const code of FILE_ITEMS) gather.notRun(code, error, about)
  }
}

type Place = { dossierId: number; documentId: number; attachmentId: number }

async function checkContent(bytes: RandomAccess, row: FileRow, about: Place, gather: Gather): Promise<void> {
  const verdict = await kindOf(bytes, row.name)
  if (verdict.outcome === 'refused') {
    const isRunning = EXECUTABLE.has(verdict.kind)
    if (isRunning) gather.find('executable', about, { kind: verdict.kind })
    if (MACRO_KINDS.has(verdict.kind)) gather.find('active-content', about, { kind: 'macros' })
    gather.find('format-refused', about, { kind: verdict.kind })
    gather.find('kind-differs', about, { recorded: row.mime, found: verdict.kind })
    return
  }
  if (verdict.outcome !== 'accepted') return
  if (verdict.mime !== row.mime) gather.find('kind-differs', about, { recorded: row.mime, found: verdict.mime })
  const pages = await countPages(bytes, verdict.mime)
  if (!(await opens(bytes, verdict.mime, pages))) gather.find('does-not-open', about, { kind: verdict.mime })
  else if (pages !== null && pages !== row.pages) gather.find('recount-differs', about, { recorded: row.pages ?? '—', found: pages })
  const hazards = await findHazards(bytes, verdict.mime)
  for (const kind of hazards.found) gather.find('active-content', about, { kind })
  if (hazards.isLocked) gather.find('locked', about, {})
  if (!hazards.isWhole) gather.find('cannot-tell', about, {})
}

async function kindOf(bytes: RandomAccess, name: string): Promise<Verdict> {
  const verdict = await sniffHead(await bytes.read(0, HEAD_BYTES), bytes.size <= HEAD_BYTES, name, 'attachment')
  return verdict.outcome === 'container' ? sniffContainer(bytes, verdict.container, 'attachment') : verdict
}

/** A viewer finds pages, or a picture that has its measures and its end; recordings and Office files by their structure, which told their kind. */
async function opens(bytes: RandomAccess, mime: string, pages: number | null): Promise<boolean> {
  if (mime === 'application/pdf' || mime === 'image/tiff') return pages !== null
  const [head, tail] = [await bytes.read(0, 4096), await bytes.read(bytes.size - 32, bytes.size)]
  if (mime === 'image/png') return head.readUInt32BE(16) > 0 && head.readUInt32BE(20) > 0 && tail.includes('IEND')
  if (mime === 'image/jpeg') return tail.lastIndexOf(Buffer.from('ffd9', 'hex')) >= 0
  if (mime === 'image/webp') return head.readUInt32LE(4) + 8 <= bytes.size
  return true
}

/** As the detector names what a machine would run. */
const EXECUTABLE = new Set(['exe', 'elf', 'macho', 'dll', 'script', 'jar', 'msi', 'html', 'svg', 'class', 'wasm', 'lnk', 'apk', 'deb', 'rpm', 'swf'])
const MACRO_KINDS = new Set(['docm', 'xlsm', 'pptm'])

/** What a name may end in, by kind. A name without an ending is nobody's lie. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'], 'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'], 'image/png': ['png'], 'image/tiff': ['tif', 'tiff'], 'image/webp': ['webp'],
  'audio/mpeg': ['mp3'], 'audio/mp4': ['m4a', 'mp4', 'aac'], 'audio/wav': ['wav'], 'audio/ogg': ['ogg', 'opus', 'oga'], 'audio/flac': ['flac'], 'audio/amr': ['amr'],
  'video/mp4': ['mp4', 'm4v'], 'video/quicktime': ['mov', 'qt'], 'video/webm': ['webm'], 'video/x-msvideo': ['avi'], 'video/x-matroska': ['mkv'],
  ...Object.fromEntries(Object.entries(OFFICE_MIMES).map(([ending, mime]) => [mime, [ending]])),
}
const KNOWN_ENDINGS = new Set(Object.values(ENDINGS).flat())
/** Endings that a desktop runs or opens as a page, whatever the content is. */
const RUNNING = /\.(exe|com|scr|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|msi|msp|lnk|jar|cpl|reg|sh|app|apk|dll|html?|svg|docm|xlsm|pptm|xlam|dotm)$/i

function checkName({ name, mime }: FileRow, about: Place, gather: Gather): void {
  if (RUNNING.test(name.trim())) return gather.find('disguised-name', about, { ending: name.trim().split('.').at(-1)!.toLowerCase() })
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name.trim())?.[1]?.toLowerCase()
  // 合同.2024 is no ending that anybody goes by.
  if (ending === undefined || !KNOWN_ENDINGS.has(ending) || ENDINGS[mime]?.includes(ending)) return
  gather.find('extension-differs', about, { ending, kind: mime })
}
