import type { Output } from '../../../../../shared/contract/index.ts'
import { attachmentUrl, readAnswer } from '../../../app/bridge.ts'
import { viewKind, type ViewKind } from './kinds.ts'
import { ViewError, type PageSource, type Size } from './page-source.ts'
import { readyWatermarkFont } from './watermark.ts'

export type Ticket = Output<'attachments.view'>

/** `matches`: the bytes read here have the recorded hash. `inParts`: the door checked each stretch as it was read. */
export type HashCheck = 'matches' | 'inParts' | null

export type Opened =
  | { as: 'pages'; source: PageSource; first: Size; check: HashCheck; kind: ViewKind }
  | { as: 'media'; url: string; kind: 'audio' | 'video'; check: HashCheck }
  | { as: 'stored'; kind: ViewKind; check: HashCheck }

/** A PDF beyond this is read page by page instead of whole. */
const WHOLE_LIMIT = 96_000_000

type Reading = { signal: AbortSignal; onProgress: (share: number) => void }

/** Opens what a ticket stands for. Refuses with `ViewError`; nothing is written anywhere, the bytes stay in memory. */
export async function openAttachment(ticket: Ticket, reading: Reading): Promise<Opened> {
  const url = attachmentUrl(ticket.ticket)
  const kind = viewKind(ticket.mime)
  if (kind === 'office' || kind === 'other') return { as: 'stored', kind, check: null }
  if (ticket.watermark !== null) await readyWatermarkFont(ticket.watermark)
  if (kind === 'audio' || kind === 'video') return { as: 'media', url, kind, check: 'inParts' }
  if (kind === 'pdf' && ticket.size > WHOLE_LIMIT) {
    return pages(await (await pdf()).openPdf({ url, size: ticket.size }), kind, 'inParts')
  }

  const bytes = await readWhole(url, ticket.size, reading)
  const check = await checkHash(bytes, ticket.sha256)
  const source =
    kind === 'pdf' ? await (await pdf()).openPdf({ bytes })
    : kind === 'tiff' ? await (await import('./tiff-source.ts')).openTiff(bytes.buffer)
    : await (await import('./image-source.ts')).openImage(bytes, ticket.mime)
  return pages(source, kind, check)
}

const pdf = () => import('./pdf-source.ts')

async function pages(source: PageSource, kind: ViewKind, check: HashCheck): Promise<Opened> {
  try {
    return { as: 'pages', source, first: await source.size(1), check, kind }
  } catch (cause) {
    source.close()
    throw cause instanceof ViewError ? cause : new ViewError('unreadable', cause)
  }
}

/** Reads every byte, telling how far it is. A stretch that fails its check at the door breaks off here. */
async function readWhole(url: string, size: number, { signal, onProgress }: Reading): Promise<Uint8Array<ArrayBuffer>> {
  let response: Response
  try {
    response = await fetch(url, { signal, cache: 'no-store' })
  } catch (cause) {
    throw new ViewError('gone', cause)
  }
  if (!response.ok || !response.body) throw await refused(response)
  const bytes = new Uint8Array(size)
  const reader = response.body.getReader()
  let at = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      if (at + value.length > size) throw new ViewError('damaged')
      bytes.set(value, at)
      at += value.length
      onProgress(at / size)
    }
  } catch (cause) {
    throw cause instanceof ViewError ? cause : new ViewError('damaged', cause)
  }
  if (at !== size) throw new ViewError('damaged')
  return bytes
}

async function refused(response: Response): Promise<ViewError> {
  const answer = readAnswer(response.status, await response.text())
  const code = answer.ok ? 'internal' : answer.error.code
  const isGone = code !== 'attachment-damaged' && code !== 'attachment-missing' && response.status < 500
  return new ViewError(isGone ? 'gone' : 'damaged', code)
}

async function checkHash(bytes: Uint8Array<ArrayBuffer>, expected: string): Promise<HashCheck> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (hash !== expected.toLowerCase()) throw new ViewError('damaged', 'hash')
  return 'matches'
}
