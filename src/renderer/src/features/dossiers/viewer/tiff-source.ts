import { drawPicture, ViewError, type PageSource } from './page-source.ts'
import type { TiffAnswer, TiffPage, TiffRequest } from './tiff-messages.ts'

/** Pages kept decoded: the one being read and its neighbours. A page at 300 dpi is about 35 MB. */
const KEPT = 3
const THUMBNAIL_WIDTH = 240

type Unnumbered = TiffRequest extends infer Request ? (Request extends { id: number } ? Omit<Request, 'id'> : never) : never

/** One file in one worker: decoding never stops the page. */
class TiffWorker {
  #worker = new Worker(new URL('./tiff-worker.ts', import.meta.url), { type: 'module' })
  #waiting = new Map<number, { resolve: (answer: TiffAnswer) => void; reject: (error: ViewError) => void }>()
  #next = 1

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<TiffAnswer>) => {
      const caller = this.#waiting.get(data.id)
      this.#waiting.delete(data.id)
      if (data.kind === 'failed') caller?.reject(new ViewError('unreadable', data.reason))
      else caller?.resolve(data)
    }
    this.#worker.onerror = (event) => this.#refuseAll(event.message)
  }

  ask(request: Unnumbered, transfer: Transferable[] = []): Promise<TiffAnswer> {
    const id = this.#next
    this.#next += 1
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, ...request }, transfer)
    })
  }

  close(): void {
    this.#worker.terminate()
    this.#refuseAll('closed')
  }

  #refuseAll(cause: string): void {
    for (const caller of this.#waiting.values()) caller.reject(new ViewError('unreadable', cause))
    this.#waiting.clear()
  }
}

/** The number of pages in a TIFF, without decoding any. */
export async function countTiffPages(bytes: ArrayBuffer): Promise<number> {
  const worker = new TiffWorker()
  try {
    const opened = await worker.ask({ kind: 'open', bytes }, [bytes])
    return opened.kind === 'opened' ? opened.pages.length : 0
  } finally {
    worker.close()
  }
}

/** A TIFF of one or many pages: 1-bit fax, grey, colour, with or without transparency. Takes the bytes over. */
export async function openTiff(bytes: ArrayBuffer): Promise<PageSource> {
  const worker = new TiffWorker()
  let pages: TiffPage[] = []
  try {
    const opened = await worker.ask({ kind: 'open', bytes }, [bytes])
    if (opened.kind === 'opened') pages = opened.pages
  } catch (error) {
    worker.close()
    throw error
  }
  if (pages.length === 0) {
    worker.close()
    throw new ViewError('unreadable')
  }

  const kept = new Map<string, Promise<ImageBitmap>>()
  const decode = (index: number, maxWidth: number | null): Promise<ImageBitmap> => {
    const key = `${index}/${maxWidth ?? ''}`
    const decoded = kept.get(key) ?? worker.ask({ kind: 'page', index, maxWidth }).then((drawn) => {
      if (drawn.kind !== 'drawn') throw new ViewError('unreadable')
      return drawn.bitmap
    })
    // Most recent last; the oldest full page goes when there are too many. Its memory goes with the last reference: a page
    // may be in the middle of being drawn.
    kept.delete(key)
    kept.set(key, decoded)
    const full = [...kept.keys()].filter((name) => name.endsWith('/'))
    if (full.length > KEPT && full[0] !== undefined) kept.delete(full[0])
    decoded.catch(() => kept.delete(key))
    return decoded
  }

  const sizeOf = (page: number) => pages[page - 1] ?? { width: 1, height: 1 }
  return {
    pages: pages.length,
    size: async (page) => sizeOf(page),
    async draw(page, canvas, ratio, rotation, signal) {
      const size = sizeOf(page)
      const bitmap = await decode(page - 1, size.width * ratio <= THUMBNAIL_WIDTH ? THUMBNAIL_WIDTH : null)
      if (!signal.aborted) drawPicture(bitmap, size, canvas, ratio, rotation)
    },
    close: () => {
      worker.close()
      kept.clear()
    },
  }
}
