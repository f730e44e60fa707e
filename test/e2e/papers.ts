import { createCanvas } from '@napi-rs/canvas'

/** A file as a browser's file input or a drop takes it. */
export type Paper = { name: string; mimeType: string; buffer: Buffer }

const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A credit code with its check character (GB 32100), different for every number below a hundred million. */
export function creditCode(serial: number): string {
  const body = `91650100${String(serial).padStart(8, '0')}X`
  const sum = [...body].reduce((total, letter, at) => total + CREDIT_ALPHABET.indexOf(letter) * WEIGHTS[at]!, 0)
  return body + CREDIT_ALPHABET[(31 - (sum % 31)) % 31]
}

let gb18030: Map<string, Buffer> | null = null

/** Text as a Chinese office program saves it. Node only decodes GB18030, so its two-byte plane is turned round here. */
export function encodeGb18030(text: string): Buffer {
  if (gb18030 === null) {
    const decoder = new TextDecoder('gb18030')
    gb18030 = new Map()
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        if (trail === 0x7f) continue
        const bytes = Buffer.from([lead, trail])
        gb18030.set(decoder.decode(bytes), bytes)
      }
    }
  }
  const table = gb18030
  return Buffer.concat([...text].map((letter) => {
    const bytes = letter.charCodeAt(0) < 0x80 ? Buffer.from(letter) : table.get(letter)
    if (!bytes) throw new Error(`not in the two-byte plane: ${letter}`)
    return bytes
  }))
}

/** A scanned page: an uneven grey sheet with writing, as a photograph of paper is. */
export function photo(name: string, words: string): Paper {
  const canvas = createCanvas(620, 877)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f4f1e8'
  context.fillRect(0, 0, 620, 877)
  context.fillStyle = '#222'
  context.font = '32px sans-serif'
  context.fillText(words, 60, 120)
  for (let line = 0; line < 20; line += 1) context.fillRect(60, 170 + line * 30, 500 - (line % 3) * 60, 3)
  return { name, mimeType: 'image/jpeg', buffer: canvas.toBuffer('image/jpeg', 80) }
}

/** A PDF of `pages` pages in a standard font, its text readable. */
export function pdf(name: string, words: string, pages: number): Paper {
  const objects: string[] = ['<</Type/Catalog/Pages 2 0 R>>', '', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
  const kids: string[] = []
  for (let page = 1; page <= pages; page += 1) {
    const stream = `BT /F1 28 Tf 72 720 Td (${words} page ${page}) Tj ET`
    objects.push(`<</Length ${stream.length}>>\nstream\n${stream}\nendstream`)
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${objects.length} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`)
    kids.push(`${objects.length} 0 R`)
  }
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages}>>`
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = text.length
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text, 'latin1') }
}

const TIFF_WIDTH = 400
const TIFF_HEIGHT = 560

/** A bilevel TIFF of several pages, as a sheet-fed scanner writes it; each page bears as many bars as its number. */
export function tiff(name: string, pages: number): Paper {
  const rowBytes = TIFF_WIDTH / 8
  const tags = 10
  const pageBytes = rowBytes * TIFF_HEIGHT
  const directoryBytes = 2 + tags * 12 + 4
  const file = Buffer.alloc(8 + pages * (pageBytes + directoryBytes))
  file.write('II', 0, 'latin1')
  file.writeUInt16LE(42, 2)
  let link = 4
  let at = 8
  for (let page = 1; page <= pages; page += 1) {
    const strip = at
    for (let row = 0; row < TIFF_HEIGHT; row += 1) {
      const bar = Math.floor(row / 40)
      const isBar = row % 40 < 16 && bar >= 2 && bar < 2 + page
      file.fill(isBar ? 0xff : 0x00, strip + row * rowBytes + 5, strip + (row + 1) * rowBytes - 5)
    }
    at += pageBytes
    file.writeUInt32LE(at, link)
    file.writeUInt16LE(tags, at)
    const entries: [tag: number, type: 3 | 4, value: number][] = [
      [256, 3, TIFF_WIDTH], [257, 3, TIFF_HEIGHT], [258, 3, 1], [259, 3, 1], [262, 3, 0], [273, 4, strip], [277, 3, 1], [278, 3, TIFF_HEIGHT],
      [279, 4, pageBytes], [297, 3, page - 1],
    ]
    entries.forEach(([tag, type, value], index) => {
      const entry = at + 2 + index * 12
      file.writeUInt16LE(tag, entry)
      file.writeUInt16LE(type, entry + 2)
      file.writeUInt32LE(1, entry + 4)
      if (type === 3) file.writeUInt16LE(value, entry + 8)
      else file.writeUInt32LE(value, entry + 8)
    })
    link = at + directoryBytes - 4
    at += directoryBytes
  }
  return { name, mimeType: 'image/tiff', buffer: file }
}
