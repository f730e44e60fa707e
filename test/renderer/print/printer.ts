import react from '@vitejs/plugin-react'
import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { chromium, type Browser } from 'playwright-core'
import { build } from 'vite'
import { CHROMIUM_ARGS, chromiumBinary } from '../../e2e/chromium.ts'

const MIME: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

export type Paper = {
  pages: number
  /** Width and height of each page in points. */
  sizes: [number, number][]
  /** Text of each page without spaces, as searching would find it. */
  texts: string[]
  bytes: number
  /** Whether every font is embedded as letters, none as drawings. */
  hasOnlyRealFonts: boolean
}

export type Printer = {
  /** Opens a form over these answers and prints it by its button; `unrecorded` prints by the browser's own menu instead. */
  print: (path: string, answers: Record<string, unknown>, how?: { unrecorded?: boolean }) => Promise<{ paper: Paper; calls: [string, unknown][]; spilt: string[] }>
  close: () => Promise<void>
}

/** Chromium with the print page built as the program builds it. */
export async function openPrinter(): Promise<Printer> {
  const out = mkdtempSync(join(tmpdir(), 'juanzong-print-'))
  await build({
    configFile: false, root: join(import.meta.dirname, 'page'), logLevel: 'error', plugins: [react()],
    build: { outDir: out, emptyOutDir: true, target: 'esnext', assetsInlineLimit: 0, chunkSizeWarningLimit: 10_000 },
  })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname
    const file = join(out, path === '/' ? 'index.html' : path)
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': MIME[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const browser = await chromium.launch({ executablePath: await chromiumBinary(), chromiumSandbox: false, args: CHROMIUM_ARGS })
  return {
    print: (path, answers, how = {}) => print(browser, `http://127.0.0.1:${port}/#${path}`, answers, how.unrecorded ?? false),
    close: async () => {
      await browser.close()
      server.close()
      rmSync(out, { recursive: true, force: true })
    },
  }
}

async function print(browser: Browser, address: string, answers: Record<string, unknown>, unrecorded: boolean) {
  const page = await browser.newPage({ locale: 'zh-CN' })
  await page.addInitScript((given) => {
    const calls: [string, unknown][] = []
    const call = async (method: string, input: unknown) => {
      calls.push([method, input])
      if (method === 'shell.print') return { ok: true, value: {} }
      return method in given ? { ok: true, value: given[method] } : { ok: false, error: { code: 'not-found', details: {} } }
    }
    Object.assign(window, { juanzong: { call }, calls })
  }, answers)
  await page.goto(address)
  await page.waitForSelector('[data-sheet]')
  if (!unrecorded) {
    await page.getByRole('button', { name: '打印', exact: true }).click()
    await page.waitForFunction(() => (window as unknown as { calls: [string, unknown][] }).calls.some(([method]) => method === 'shell.print'))
  }
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const calls = await page.evaluate(() => (window as unknown as { calls: [string, unknown][] }).calls)
  const spilt = await page.evaluate(spiltWords)
  await page.close()
  return { paper: await readPaper(bytes), calls, spilt }
}

/** In the page: what runs over the edge of its sheet, and codes that have been squeezed until nothing reads them. */
function spiltWords(): string[] {
  return [...document.querySelectorAll('[data-sheet]')].flatMap((sheet) => {
    const edge = sheet.getBoundingClientRect()
    return [...sheet.querySelectorAll<HTMLElement | SVGElement>('svg, div, span, td')].flatMap((element) => {
      const box = element.getBoundingClientRect()
      const isOver = box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 1 || box.bottom > edge.bottom + 1
      const isFlat = element.tagName === 'svg' && box.height < 20
      return isOver || isFlat ? [`${isFlat ? 'flat' : 'over'}: ${element.tagName} ${element.textContent.slice(0, 20)}`] : []
    })
  })
}

async function readPaper(bytes: Buffer): Promise<Paper> {
  const raw = bytes.toString('latin1')
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const sizes: [number, number][] = []
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const [, , width = 0, height = 0] = page.view
    sizes.push([Math.round(width), Math.round(height)])
    const { items } = await page.getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join('').replace(/\s+/gu, ''))
  }
  await task.destroy()
  return { pages: texts.length, sizes, texts, bytes: bytes.length, hasOnlyRealFonts: raw.includes('/FontFile2') && !raw.includes('/Type3') }
}
