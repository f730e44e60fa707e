import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/* Small real files of each kind, built here byte by byte, so that no test needs anybody's documents. */

const text = (value: string) => Buffer.from(value, 'latin1')
const number32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
const little = (value: number, length: number) => {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntLE(value, 0, length)
  return bytes
}

/** A PDF with classic cross-reference table. */
export function pdf(pages: number, options: { prolog?: string } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Title (a \\) b (c)) >>'),
  ]
  let body = options.prolog ?? '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = body.length
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return text(body)
}

/** A PDF whose objects lie in an object stream, found by a cross-reference stream with PNG's Up filter, as scanners write them. */
export function modernPdf(pages: number): Buffer {
  const inner = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[]/Count ${pages}>>`]
  const first = `1 0 2 ${inner[0]!.length + 1} `
  const packed = deflateSync(text(`${first}${inner.join(' ')}`))
  let body = text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  const holderAt = body.length
  body = Buffer.concat([body, text(`3 0 obj\n<</Type/ObjStm/N 2/First ${first.length}/Filter/FlateDecode/Length ${packed.length}>>\nstream\r\n`), packed, text('\nendstream\nendobj\n')])
  const tableAt = body.length
  const rows = [[0, 0, 0], [2, 3, 0], [2, 3, 1], [1, holderAt, 0], [1, tableAt, 0]].map(([type, second, third]) =>
    Buffer.concat([Buffer.of(type!), number32(second!).subarray(2), Buffer.of(third!)]))
  const filtered = rows.map((row, index) => Buffer.concat([Buffer.of(2), row.map((byte, at) => byte - (rows[index - 1]?.[at] ?? 0))]))
  const table = deflateSync(Buffer.concat(filtered))
  return Buffer.concat([
    body,
    text(`4 0 obj\n<</Type/XRef/Size 5/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>/Length ${table.length}>>\nstream\n`),
    table, text(`\nendstream\nendobj\nstartxref\n${tableAt}\n%%EOF`),
  ])
}

export function png(): Buffer {
  const part = (name: string, content: Buffer) => Buffer.concat([
    number32(content.length), text(name), content, number32(crc32(Buffer.concat([text(name), content]))),
  ])
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'), part('IHDR', Buffer.from('00000001000000010806000000', 'hex')),
    part('IDAT', deflateSync(Buffer.from('00ff0000ff', 'hex'))), part('IEND', Buffer.alloc(0)),
  ])
}

export const jpeg = () => Buffer.from([
  'ffd8ffe000104a46494600010100000100010000ffdb004300', '50'.repeat(64), 'ffc0000b080001000101011100ffc40014000100000000000000000000000000000000',
  'ffc40014100100000000000000000000000000000000ffda0008010100003f00ffd9',
].join(''), 'hex')

export const webp = () => Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')

/** One directory a page, one bit of image each; `isLittle` for II, `thumbnails` more directories marked as reduced. */
export function tiff(pages: number, { isLittle = true, thumbnails = 0 } = {}): Buffer {
  const short = (value: number) => (isLittle ? little(value, 2) : Buffer.of(value >> 8, value & 255))
  const long = (value: number) => (isLittle ? little(value, 4) : number32(value))
  const directories = pages + thumbnails
  const entries = (isReduced: boolean): [number, number, number][] => [
    [254, 4, isReduced ? 1 : 0], [256, 3, 1], [257, 3, 1], [258, 3, 1], [259, 3, 1], [262, 3, 1], [273, 4, 8], [278, 3, 1], [279, 4, 1],
  ]
  const length = 2 + 9 * 12 + 4
  const parts = [text(isLittle ? 'II' : 'MM'), short(42), long(12), Buffer.alloc(4)]
  for (let index = 0; index < directories; index++) {
    const list = entries(index >= pages)
    parts.push(short(list.length))
    for (const [tag, type, value] of list) parts.push(short(tag), short(type), long(1), type === 3 ? Buffer.concat([short(value), short(0)]) : long(value))
    parts.push(long(index === directories - 1 ? 0 : 12 + (index + 1) * length))
  }
  return Buffer.concat(parts)
}

const mp3Frame = () => Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(413, 0x11)])
export const mp3 = () => Buffer.concat(Array.from({ length: 4 }, mp3Frame))
export function taggedMp3(tagBytes = 300): Buffer {
  const size = Buffer.of((tagBytes >> 21) & 127, (tagBytes >> 14) & 127, (tagBytes >> 7) & 127, tagBytes & 127)
  return Buffer.concat([text('ID3\x03\x00\x00'), size, Buffer.alloc(tagBytes), mp3()])
}

const riff = (kind: string, content: Buffer) => Buffer.concat([text('RIFF'), little(content.length + 4, 4), text(kind), content])
export const wav = () => riff('WAVE', Buffer.concat([text('fmt '), little(16, 4), Buffer.from('01000100401f0000401f000001000800', 'hex'), text('data'), little(8, 4), Buffer.alloc(8, 128)]))
export const avi = () => riff('AVI ', Buffer.concat([text('LIST'), little(4, 4), text('hdrl'), Buffer.alloc(32)]))

const ogg = (packet: Buffer) => Buffer.concat([text('OggS'), Buffer.from(`0002${'00'.repeat(8)}01000000000000000000000001`, 'hex'), Buffer.of(packet.length), packet])
export const vorbis = () => ogg(Buffer.concat([text('\x01vorbis'), Buffer.alloc(23)]))
export const opus = () => ogg(Buffer.concat([text('OpusHead'), Buffer.from('0102000080bb0000000000', 'hex')]))
export const flac = () => Buffer.concat([text('fLaC'), Buffer.from('80000022', 'hex'), Buffer.alloc(34, 16)])
export const amr = () => Buffer.concat([text('#!AMR\n'), ...Array.from({ length: 5 }, () => Buffer.concat([Buffer.of(0x3c), Buffer.alloc(31)]))])

const box = (name: string, content: Buffer) => Buffer.concat([number32(content.length + 8), text(name), content])
const iso = (brand: string) => Buffer.concat([box('ftyp', Buffer.concat([text(brand), number32(0), text(brand), text('isom')])), box('mdat', Buffer.alloc(64))])
export const mp4 = () => iso('isom')
export const m4a = () => iso('M4A ')
export const mov = () => iso('qt  ')
export const heic = () => iso('heic')

const ebml = (docType: string) => {
  const content = Buffer.concat([Buffer.from('4286810142f7810142f2810442f38108', 'hex'), Buffer.from('4282', 'hex'), Buffer.of(0x80 | docType.length), text(docType)])
  return Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.of(0x80 | content.length), content, Buffer.from('18538067ff', 'hex'), Buffer.alloc(40)])
}
export const webm = () => ebml('webm')
export const mkv = () => ebml('matroska')

export function zip(entries: Readonly<Record<string, string>>, { isStored = false } = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(entries)) {
    const plain = Buffer.from(content)
    const packed = isStored ? plain : deflateRawSync(plain)
    const common = Buffer.concat([
      little(20, 2), little(0x800, 2), little(isStored ? 0 : 8, 2), little(0, 4), little(crc32(plain), 4), little(packed.length, 4),
      little(plain.length, 4), little(Buffer.byteLength(name), 2), little(0, 2),
    ])
    const local = Buffer.concat([text('PK\x03\x04'), common, Buffer.from(name), packed])
    directory.push(Buffer.concat([text('PK\x01\x02'), little(20, 2), common, Buffer.alloc(10), little(offset, 4), Buffer.from(name)]))
    parts.push(local)
    offset += local.length
  }
  const all = Buffer.concat(directory)
  const count = little(directory.length, 2)
  return Buffer.concat([...parts, all, text('PK\x05\x06'), little(0, 4), count, count, little(all.length, 4), little(offset, 4), little(0, 2)])
}

/** An OOXML file with its main part of this content type; the list of types stands last, as some programs write it. */
export const ooxml = (mainType: string, filler = '') => zip({
  '_rels/.rels': '<Relationships/>', 'word/filler.xml': filler,
  '[Content_Types].xml': `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${mainType}"/></Types>`,
})
const OPEN_XML = 'application/vnd.openxmlformats-officedocument.'
export const docx = (filler = '') => ooxml(`${OPEN_XML}wordprocessingml.document.main+xml`, filler)
export const xlsx = () => ooxml(`${OPEN_XML}spreadsheetml.sheet.main+xml`)
export const pptx = () => ooxml(`${OPEN_XML}presentationml.presentation.main+xml`)
export const docm = () => ooxml('application/vnd.ms-word.document.macroEnabled.main+xml')
export const openDocument = (kind: 'text' | 'spreadsheet') =>
  zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>' }, { isStored: true })

/** A compound file (MS-CFB): header, allocation table, then directory sectors that name these streams. */
export function compound(streams: readonly string[]): Buffer {
  const names = ['Root Entry', ...streams]
  const directorySectors = Math.ceil(names.length / 4)
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(0xfffffffe, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(512, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  for (let index = 1; index <= directorySectors; index++) table.writeUInt32LE(index === directorySectors ? 0xfffffffe : index + 1, index * 4)
  const directory = Buffer.alloc(directorySectors * 512)
  names.forEach((name, index) => {
    directory.write(`${name}\0`, index * 128, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, index * 128 + 64)
    directory[index * 128 + 66] = index === 0 ? 5 : 2
  })
  return Buffer.concat([header, table, directory])
}

export const exe = () => {
  const bytes = Buffer.alloc(512)
  text('MZ').copy(bytes)
  bytes.writeUInt32LE(0x80, 60)
  text('PE\0\0').copy(bytes, 0x80)
  return bytes
}
export const elf = () => Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(120, 1)])
export const gif = () => Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
