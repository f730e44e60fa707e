import { AppError } from '../../shared/errors.ts'
import type { StagedUpload } from '../archive/uploads.ts'
import { abortable } from './abortable.ts'
import type { AttachmentStore } from './attachments.ts'
import { tidyFileName } from './file-name.ts'
import { countPages } from './pages.ts'
import { randomAccess } from './random-access.ts'
import { HEAD_BYTES, type Purpose, sniffContainer, sniffHead, type Verdict } from './sniff.ts'

/**
 * Takes one file from a door: tells its kind from its first bytes while it comes in, encrypts and stores it. No byte of
 * it reaches the disk in the clear, and what is not of an accepted kind is not kept. The source is ended in any case.
 * Refuses `empty-file`, `file-kind-refused` (details: `mime`, a short word for the kind found), `disk-full`,
 * `file-unwritable`, `cancelled`.
 */
export async function takeIn(
  store: AttachmentStore,
  source: AsyncIterable<Uint8Array>,
  givenName: string,
  purpose: Purpose,
  signal?: AbortSignal,
): Promise<StagedUpload> {
  const name = tidyFileName(givenName)
  const rest = abortable(source, signal)
  try {
    const { head, isWhole } = await readHead(rest)
    if (head.length === 0) throw new AppError('empty-file')
    const verdict = await sniffHead(head.subarray(0, HEAD_BYTES), isWhole, name, purpose)
    requireAccepted(verdict, name)
    const stored = await store.add(joined(head, rest), { signal })
    try {
      const bytes = randomAccess(store, stored.sha256, stored.size)
      const inside = verdict.outcome === 'container' ? await sniffContainer(bytes, verdict.container, purpose) : verdict
      requireAccepted(inside, name)
      if (inside.outcome !== 'accepted') throw new Error('a container inside a container')
      return { ...stored, mime: inside.mime, name, pages: await countPages(bytes, inside.mime) }
    } catch (error) {
      // What was there before belongs to somebody.
      if (!stored.alreadyStored) await store.remove(stored.sha256)
      throw error
    }
  } finally {
    await rest.return(undefined)
  }
}

function requireAccepted(verdict: Verdict, name: string): void {
  if (verdict.outcome === 'refused') throw new AppError('file-kind-refused', { mime: verdict.kind, name })
}

async function readHead(source: AsyncGenerator<Uint8Array>): Promise<{ head: Buffer; isWhole: boolean }> {
  const parts: Buffer[] = []
  for (let bytes = 0; bytes < HEAD_BYTES; ) {
    const step = await source.next()
    if (step.done) return { head: Buffer.concat(parts), isWhole: true }
    // Large enough alone, it is used as it is; else a copy: a part may be overwritten once the next one is asked for.
    if (step.value.length >= HEAD_BYTES && parts.length === 0) return { head: asBuffer(step.value), isWhole: false }
    parts.push(Buffer.from(step.value))
    bytes += step.value.length
  }
  return { head: Buffer.concat(parts), isWhole: false }
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

async function* joined(head: Buffer, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head
  yield* rest
}
