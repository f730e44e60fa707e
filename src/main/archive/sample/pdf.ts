import type { Font, Glyph } from 'fontkit'
import { deflateSync } from 'node:zlib'

/*
 * Pages of the sample's "scans": vector text without an embedded font file. Each glyph used becomes one Type 3 character
 * procedure (PDF 1.7, 9.6.5), so a page of Chinese is a few kilobytes and needs no font on the reader's machine.
 * Coordinates are points from the top left of an A4 page.
 */

export const A4 = { width: 595, height: 842 } as const

export type TextOptions = { size?: number; align?: 'left' | 'centre' | 'right'; colour?: string; spread?: number }

export type Page = {
  text(x: number, y: number, words: string, options?: TextOptions): void
  line(x1: number, y1: number, x2: number, y2: number, width?: number): void
  box(x: number, y: number, width: number, height: number, lineWidth?: number): void
  circle(x: number, y: number, radius: number, colour: string, lineWidth: number): void
}

/** Draws the pages and answers the finished file. At most 255 different characters a document. */
export function makePdf(font: Font, pages: readonly ((page: Page) => void)[]): Buffer {
  const glyphs = new Map<number, { code: number; glyph: Glyph }>()
  const contents = pages.map((draw) => {
    const operators: string[] = []
    draw(drawOn(operators, font, glyphs))
    return operators.join('\n')
  })
  return assemble(contents, [...glyphs.values()], font.unitsPerEm)
}

function drawOn(operators: string[], font: Font, glyphs: Map<number, { code: number; glyph: Glyph }>): Page {
  const up = (y: number) => A4.height - y
  return {
    text: (x, y, words, { size = 10.5, align = 'left', colour = '0.13 0.15 0.17', spread = 0 } = {}) => {
      // One glyph a character: Chinese needs no shaping, and shaping is what costs.
      const run = [...words].map((character) => font.glyphForCodePoint(character.codePointAt(0)!))
      const scale = size / font.unitsPerEm
      const width = run.reduce((sum, glyph) => sum + glyph.advanceWidth * scale + spread, -spread)
      const left = align === 'left' ? x : align === 'centre' ? x - width / 2 : x - width
      const codes = run.map((glyph) => {
        const known = glyphs.get(glyph.id) ?? { code: glyphs.size + 1, glyph }
        glyphs.set(glyph.id, known)
        return known.code.toString(16).padStart(2, '0')
      })
      operators.push(`BT ${colour} rg /F ${size} Tf ${spread} Tc ${round(left)} ${round(up(y))} Td <${codes.join('')}> Tj ET`)
    },
    line: (x1, y1, x2, y2, width = 0.6) => operators.push(`0.25 G ${width} w ${x1} ${up(y1)} m ${x2} ${up(y2)} l S`),
    box: (x, y, width, height, lineWidth = 0.6) => operators.push(`0.25 G ${lineWidth} w ${x} ${up(y + height)} ${width} ${height} re S`),
    circle: (x, y, radius, colour, lineWidth) => {
      const k = radius * 0.5523
      const cy = up(y)
      operators.push(
        `${colour} RG ${lineWidth} w ${x + radius} ${cy} m ` +
          `${x + radius} ${cy + k} ${x + k} ${cy + radius} ${x} ${cy + radius} c ${x - k} ${cy + radius} ${x - radius} ${cy + k} ${x - radius} ${cy} c ` +
          `${x - radius} ${cy - k} ${x - k} ${cy - radius} ${x} ${cy - radius} c ${x + k} ${cy - radius} ${x + radius} ${cy - k} ${x + radius} ${cy} c S`,
      )
    },
  }
}

const round = (value: number) => Math.round(value * 100) / 100

/** Packed once: the same few hundred characters stand on every paper of the sample. */
const procedures = new WeakMap<Glyph, Buffer>()

function procedureOf(glyph: Glyph): Buffer {
  const known = procedures.get(glyph) ?? pack(drawGlyph(glyph))
  procedures.set(glyph, known)
  return known
}

function pack(text: string): Buffer {
  return deflateSync(Buffer.from(text, 'latin1'))
}

function drawGlyph(glyph: Glyph): string {
  const steps: string[] = []
  let x = 0
  let y = 0
  for (const { command, args } of glyph.path.commands) {
    const a = args
    if (command === 'moveTo') steps.push(`${a[0]} ${a[1]} m`)
    else if (command === 'lineTo') steps.push(`${a[0]} ${a[1]} l`)
    else if (command === 'bezierCurveTo') steps.push(`${a.join(' ')} c`)
    else if (command === 'quadraticCurveTo') {
      const [qx, qy, ex, ey] = a as [number, number, number, number]
      const third = (from: number, control: number) => Math.round(from + (2 / 3) * (control - from))
      steps.push(`${third(x, qx)} ${third(y, qy)} ${third(ex, qx)} ${third(ey, qy)} ${ex} ${ey} c`)
    } else steps.push('h')
    if (a.length >= 2) [x, y] = a.slice(-2) as [number, number]
  }
  return `${glyph.advanceWidth} 0 0 -300 1000 1000 d1\n${steps.join(' ')} f`
}

function toUnicode(glyphs: readonly { code: number; glyph: Glyph }[]): string {
  const rows = glyphs.map(({ code, glyph }) => {
    const units = [...glyph.codePoints].map((point) => point.toString(16).padStart(4, '0')).join('')
    return `<${code.toString(16).padStart(2, '0')}> <${units || '0020'}>`
  })
  const groups: string[] = []
  for (let start = 0; start < rows.length; start += 100) {
    const part = rows.slice(start, start + 100)
    groups.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${groups.join('\n')}
endcmap end end`
}

function assemble(contents: readonly string[], glyphs: readonly { code: number; glyph: Glyph }[], unitsPerEm: number): Buffer {
  const objects: Buffer[] = []
  const add = (body: string | Buffer) => objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'))
  const stream = (packed: Buffer) => {
    add(Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, Buffer.from('\nendstream')]))
    return objects.length
  }
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('')
  const characters = glyphs.map(({ code, glyph }) => `/g${code} ${stream(procedureOf(glyph))} 0 R`)
  const unicode = stream(pack(toUnicode(glyphs)))
  const widths = glyphs.map(({ glyph }) => Math.round(glyph.advanceWidth)).join(' ')
  add(
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 -300 1000 1000] /FontMatrix [${1 / unitsPerEm} 0 0 ${1 / unitsPerEm} 0 0] ` +
      `/CharProcs << ${characters.join(' ')} >> /Encoding << /Type /Encoding /Differences [1 ${glyphs.map(({ code }) => `/g${code}`).join(' ')}] >> ` +
      `/FirstChar 1 /LastChar ${glyphs.length} /Widths [${widths}] /Resources << >> /ToUnicode ${unicode} 0 R >>`,
  )
  const fontId = objects.length
  const pageIds = contents.map((content) => {
    const contentId = stream(pack(content))
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Contents ${contentId} 0 R ` +
        `/Resources << /Font << /F ${fontId} 0 R >> >> >>`,
    )
    return objects.length
  })
  objects[1] = Buffer.from(`<< /Type /Pages /Count ${pageIds.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`)
  return serialise(objects)
}

function serialise(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let length = parts[0]!.length
  const push = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((body, index) => {
    offsets.push(length)
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]))
  })
  const start = length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}
