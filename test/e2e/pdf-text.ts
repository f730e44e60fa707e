import { createCanvas } from '@napi-rs/canvas'
import { join } from 'node:path'

const pdfjsFolder = join(import.meta.dirname, '../../node_modules/pdfjs-dist')
const A4 = { width: 595.28, height: 841.89 }

type Sheet = { width: number; height: number; text: string }

/** The pages of a PDF with their size in points and their text as one string without spaces. */
export async function readPdf(bytes: Uint8Array): Promise<Sheet[]> {
  const document = await open(bytes)
  const sheets: Sheet[] = []
  for (let page = 1; page <= document.numPages; page += 1) {
    const sheet = await document.getPage(page)
    const [left, bottom, right, top] = sheet.view as [number, number, number, number]
    const { items } = await sheet.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s+/gu, '')
    sheets.push({ width: right - left, height: top - bottom, text })
  }
  await document.loadingTask.destroy()
  return sheets
}

/** Whether a sheet is A4 upright, to the half point that printers round to. */
export const isA4 = ({ width, height }: Sheet): boolean => Math.abs(width - A4.width) < 0.7 && Math.abs(height - A4.height) < 0.7

/** The first page as PNG, at 144 dots an inch. */
export async function drawPdf(bytes: Uint8Array): Promise<Buffer> {
  const document = await open(bytes)
  const page = await document.getPage(1)
  const viewport = page.getViewport({ scale: 2 })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  // pdf.js draws on Node's canvas as on the browser's; only the types do not know it.
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
  await document.loadingTask.destroy()
  return canvas.toBuffer('image/png')
}

async function open(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return await getDocument({
    data: new Uint8Array(bytes), cMapUrl: `${pdfjsFolder}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${pdfjsFolder}/standard_fonts/`, verbosity: 0,
  }).promise
}
