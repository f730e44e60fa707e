import * as pdfjs from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { ViewError, type PageSource } from './page-source.ts'
import { documentWithFonts } from './pdf-fonts.ts'

/** PDF points are 1/72 inch, CSS pixels 1/96. */
const CSS_PIXELS_PER_POINT = 96 / 72

/** One worker for every PDF of this window; pdf.js keeps the documents in it apart. */
let shared: pdfjs.PDFWorker | null = null
function worker(): pdfjs.PDFWorker {
  // Our own worker instead of pdf.js's: that one wraps itself in a blob where the origin is not http.
  shared ??= pdfjs.PDFWorker.create({ port: new Worker(workerUrl, { type: 'module' }), verbosity: pdfjs.VerbosityLevel.ERRORS })
  return shared
}

/** Data files come through fetch on every door; pdf.js's own factory falls back to XMLHttpRequest where it is not http. */
class FetchedData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = kind === 'cMapUrl' ? 'cmaps' : kind === 'standardFontDataUrl' ? 'standard_fonts' : 'wasm'
    const response = await fetch(new URL(`pdfjs/${folder}/${filename}`, document.baseURI))
    if (!response.ok) throw new Error(`no ${filename}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}

/** What is read at once of a file that is not read whole. */
const STRETCH_BYTES = 256 * 1024

/**
 * Reads the stretches that a page needs, by fetch on every door; each is checked by the door as it is read. One that cannot
 * be had ends the document: waiting pages are then refused instead of waiting for ever.
 */
class FetchedStretches extends pdfjs.PDFDataRangeTransport {
  readonly #url: string
  readonly #abort = new AbortController()
  /** Set by whoever loads the document. */
  onFailure: () => void = () => undefined

  constructor(url: string, size: number) {
    super(size, null)
    this.#url = url
  }

  override requestDataRange(begin: number, end: number): void {
    this.#read(begin, end).then(
      (chunk) => this.onDataRange(begin, chunk),
      () => this.#abort.signal.aborted || this.onFailure(),
    )
  }

  override abort(): void {
    this.#abort.abort()
  }

  async #read(begin: number, end: number): Promise<Uint8Array> {
    const response = await fetch(this.#url, { headers: { range: `bytes=${begin}-${end - 1}` }, signal: this.#abort.signal, cache: 'no-store' })
    if (response.status !== 206) throw new ViewError('damaged', response.status)
    const chunk = new Uint8Array(await response.arrayBuffer())
    if (chunk.length !== end - begin) throw new ViewError('damaged')
    return chunk
  }
}

/** Either the whole file, or where it is: then only the stretches that a page needs are read. */
export type PdfInput = { bytes: Uint8Array<ArrayBuffer> } | { url: string; size: number }

function load(input: PdfInput): pdfjs.PDFDocumentLoadingTask {
  const at = (folder: string) => new URL(`pdfjs/${folder}/`, document.baseURI).href
  const stretches = 'url' in input ? new FetchedStretches(input.url, input.size) : null
  const task = pdfjs.getDocument({
    ...('bytes' in input ? { data: input.bytes } : { range: stretches ?? undefined, rangeChunkSize: STRETCH_BYTES, disableAutoFetch: true, disableStream: true }),
    worker: worker(),
    cMapUrl: at('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: at('standard_fonts'),
    wasmUrl: at('wasm'),
    BinaryDataFactory: FetchedData,
    ownerDocument: documentWithFonts(),
    useWorkerFetch: false,
    // The content security policy grants no WebAssembly: JPEG 2000 and JBIG2 go through their plain JavaScript decoders,
    // ICC profiles are replaced by the colour space they stand for.
    useWasm: false,
    // The mark is burnt in before a page is seen; that happens here, so the drawing does too.
    disableWorkerRendering: true,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  if (stretches) stretches.onFailure = () => void task.destroy()
  return task
}

async function opened(task: pdfjs.PDFDocumentLoadingTask): Promise<pdfjs.PDFDocumentProxy> {
  try {
    return await task.promise
  } catch (cause) {
    // Destroyed before it failed: a stretch could not be read.
    const isUnread = task.destroyed
    await task.destroy()
    const name = cause instanceof Error ? cause.name : ''
    if (name === 'PasswordException') throw new ViewError('protected', cause)
    throw new ViewError(isUnread ? 'damaged' : 'unreadable', cause)
  }
}

/** The number of pages in a PDF. Takes the bytes over; refuses one with a password. */
export async function countPdfPages(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const task = load({ bytes })
  const pages = (await opened(task)).numPages
  await task.destroy()
  return pages
}

/** A PDF, drawn with its annotations; links, scripts and attachments inside it do nothing. Takes the bytes over. */
export async function openPdf(input: PdfInput): Promise<PageSource> {
  const task = load(input)
  const pdf = await opened(task)
  const size = async (page: number) => {
    const { width, height } = (await pdf.getPage(page)).getViewport({ scale: CSS_PIXELS_PER_POINT })
    return { width, height }
  }
  return {
    pages: pdf.numPages,
    size,
    async draw(number, canvas, ratio, rotation, signal) {
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale: CSS_PIXELS_PER_POINT * ratio, rotation: (page.rotate + rotation) % 360 })
      canvas.width = Math.max(1, Math.round(viewport.width))
      canvas.height = Math.max(1, Math.round(viewport.height))
      if (signal.aborted) return
      const rendering = page.render({ canvas, viewport, background: '#ffffff' })
      const cancel = () => rendering.cancel()
      signal.addEventListener('abort', cancel)
      try {
        await rendering.promise
      } catch (cause) {
        if (!signal.aborted) throw new ViewError('unreadable', cause)
      } finally {
        signal.removeEventListener('abort', cancel)
      }
    },
    close: () => void task.destroy(),
  }
}
