import { inflateSync } from 'node:zlib'
import { parsePdf, type PdfDictionary, PdfReference, type PdfValue } from './pdf-parse.ts'
import type { RandomAccess } from './random-access.ts'

/** More than this is no honest cross-reference table or object stream. */
const MOST_TABLE_BYTES = 64 << 20
const MOST_TABLES = 500
/** Nearly every object is this small; a page tree or a form may be larger. */
const NEAR = 16_384
const WIDEST_OBJECT = 8 << 20

/** Where an object is: at an offset of the file, or the nth of an object stream. */
type Place = { offset: number } | { stream: number; index: number }

/**
 * The number of pages as the document's page tree states it: only the cross-reference table and two or three objects
 * are read. Null where the file does not lead there (damaged, or its object streams are encrypted).
 */
export async function pdfPages(bytes: RandomAccess): Promise<number | null> {
  const start = await findTables(bytes)
  if (start === null) return null
  const { places, trailer } = await readTables(bytes, start)
  const load = (value: PdfValue | undefined) => resolve(bytes, places, value, 0)
  const root = await load(trailer.get('Root'))
  const tree = root instanceof Map ? await load(root.get('Pages')) : null
  const count = tree instanceof Map ? await load(tree.get('Count')) : null
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : null
}

/** Where the newest cross-reference table begins; null in a file that does not say. */
async function findTables(bytes: RandomAccess): Promise<number | null> {
  const tail = (await bytes.read(bytes.size - 2048, bytes.size)).toString('latin1')
  const start = /^startxref\s+(\d+)/.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))))?.[1]
  return start === undefined ? null : Number(start)
}

/** More objects than this no document of an archive has. */
const MOST_OBJECTS = 500_000

/**
 * Every object that the cross-reference tables name, one after another, those in object streams too; then the trailer. Refuses
 * with RangeError where one of them cannot be read: what was not seen must not be taken for harmless.
 */
export async function* pdfObjects(bytes: RandomAccess): AsyncGenerator<PdfValue> {
  const start = await findTables(bytes)
  if (start === null) throw new RangeError('no table')
  const { places, trailer } = await readTables(bytes, start)
  if (places.size > MOST_OBJECTS) throw new RangeError('too many objects')
  const holders = new Set<number>()
  for (const place of places.values()) {
    if ('stream' in place) holders.add(place.stream)
    else if (place.offset > 0) yield (await readObject(bytes, place.offset, WIDEST_OBJECT)).value
  }
  for (const number of holders) {
    const holder = places.get(number)
    if (!holder || !('offset' in holder)) throw new RangeError('no object stream')
    const { dictionary, content } = await readStream(bytes, holder.offset, places)
    const first = dictionary.get('First')
    if (typeof first !== 'number') throw new RangeError('no object stream')
    const pairs = content.subarray(0, first).toString('latin1').split(/\s+/).filter(Boolean).map(Number)
    for (let index = 1; index < pairs.length; index += 2) yield parsePdf(content, first + pairs[index]!).value
  }
  yield trailer
}

/** Follows the tables from the newest to the oldest; what a newer one says of an object holds. */
async function readTables(bytes: RandomAccess, start: number) {
  const places = new Map<number, Place>()
  const trailer: PdfDictionary = new Map()
  const waiting = [start]
  const visited = new Set<number>()
  while (waiting.length > 0 && visited.size < MOST_TABLES) {
    const at = waiting.shift()!
    if (visited.has(at)) continue
    visited.add(at)
    const table = (await bytes.read(at, at + 16)).toString('latin1').trimStart().startsWith('xref')
      ? await readClassicTable(bytes, at, places)
      : await readStreamTable(bytes, at, places)
    for (const [key, value] of table) if (!trailer.has(key)) trailer.set(key, value)
    for (const key of ['XRefStm', 'Prev']) {
      const next = table.get(key)
      if (typeof next === 'number') waiting.push(next)
    }
  }
  return { places, trailer }
}

/** PDF 32000-1, 7.5.4: lines of twenty bytes, then the trailer. */
async function readClassicTable(bytes: RandomAccess, at: number, places: Map<number, Place>): Promise<PdfDictionary> {
  let text = ''
  for (let length = 1 << 16; !/trailer[\s\S]*(startxref|%%EOF)/.test(text); length *= 4) {
    if (length > MOST_TABLE_BYTES) throw new RangeError('table without trailer')
    text = (await bytes.read(at, at + length)).toString('latin1')
    if (at + length >= bytes.size) break
  }
  const end = text.indexOf('trailer')
  if (end < 0) throw new RangeError('no trailer')
  const words = text.slice(4, end).split(/\s+/).filter(Boolean)
  for (let word = 0; word + 1 < words.length; ) {
    const first = Number(words[word])
    const count = Number(words[word + 1])
    word += 2
    for (let index = 0; index < count && word + 2 < words.length + 1; index++, word += 3) {
      if (words[word + 2] === 'n' && !places.has(first + index)) places.set(first + index, { offset: Number(words[word]) })
    }
  }
  const trailer = parsePdf(Buffer.from(text.slice(end + 7), 'latin1'), 0).value
  if (!(trailer instanceof Map)) throw new RangeError('no trailer')
  return trailer
}

/** PDF 32000-1, 7.5.8: the table as a stream of fixed-width numbers. */
async function readStreamTable(bytes: RandomAccess, at: number, places: Map<number, Place>): Promise<PdfDictionary> {
  const { dictionary, content } = await readStream(bytes, at, places)
  const widths = numbers(dictionary.get('W'))
  if (widths.length !== 3) throw new RangeError('no widths')
  const [typeWidth, secondWidth, thirdWidth] = widths as [number, number, number]
  const size = dictionary.get('Size')
  const index = numbers(dictionary.get('Index'))
  const sections = index.length > 0 ? index : [0, typeof size === 'number' ? size : 0]
  let position = 0
  const field = (width: number, absent: number) => {
    if (width === 0) return absent
    position += width
    return content.readUIntBE(position - width, width)
  }
  for (let section = 0; section + 1 < sections.length; section += 2) {
    for (let offset = 0; offset < sections[section + 1]!; offset++) {
      const type = field(typeWidth, 1)
      const second = field(secondWidth, 0)
      const third = field(thirdWidth, 0)
      const number = sections[section]! + offset
      if (places.has(number)) continue
      if (type === 1) places.set(number, { offset: second })
      else if (type === 2) places.set(number, { stream: second, index: third })
    }
  }
  return dictionary
}

async function resolve(bytes: RandomAccess, places: ReadonlyMap<number, Place>, value: PdfValue | undefined, depth: number): Promise<PdfValue | null> {
  if (!(value instanceof PdfReference)) return value ?? null
  const place = places.get(value.number)
  if (!place || depth > 10) return null
  if ('offset' in place) return (await readObject(bytes, place.offset)).value
  const holder = places.get(place.stream)
  if (!holder || !('offset' in holder)) return null
  const { dictionary, content } = await readStream(bytes, holder.offset, places)
  const first = dictionary.get('First')
  if (typeof first !== 'number') return null
  const pairs = content.subarray(0, first).toString('latin1').split(/\s+/).filter(Boolean).map(Number)
  if (pairs[place.index * 2] !== value.number) return null
  return parsePdf(content, first + pairs[place.index * 2 + 1]!).value
}

/** `12 0 obj …`: its value, and where in the file the value ends. */
async function readObject(bytes: RandomAccess, offset: number, widest = NEAR): Promise<{ value: PdfValue; end: number }> {
  try {
    return await readObjectWithin(bytes, offset, NEAR)
  } catch (error) {
    if (widest <= NEAR || !(error instanceof RangeError)) throw error
    return readObjectWithin(bytes, offset, widest)
  }
}

async function readObjectWithin(bytes: RandomAccess, offset: number, length: number): Promise<{ value: PdfValue; end: number }> {
  const near = await bytes.read(offset, offset + length)
  const head = /^\s*\d+\s+\d+\s+obj\b/.exec(near.subarray(0, 64).toString('latin1'))
  if (!head) throw new RangeError('no object')
  const { value, end } = parsePdf(near, head[0].length)
  return { value, end: offset + end }
}

async function readStream(bytes: RandomAccess, offset: number, places: ReadonlyMap<number, Place>) {
  const { value: dictionary, end } = await readObject(bytes, offset)
  if (!(dictionary instanceof Map)) throw new RangeError('no stream')
  const mark = /^\s*stream(\r\n|\n|\r)/.exec((await bytes.read(end, end + 32)).toString('latin1'))
  const length = await resolve(bytes, places, dictionary.get('Length'), 1)
  if (!mark || typeof length !== 'number' || length > MOST_TABLE_BYTES) throw new RangeError('no stream')
  const packed = await bytes.read(end + mark[0].length, end + mark[0].length + length)
  return { dictionary, content: unpack(packed, dictionary) }
}

function unpack(packed: Buffer, dictionary: PdfDictionary): Buffer {
  const filter = dictionary.get('Filter')
  const name = Array.isArray(filter) ? filter[0] : filter
  if (name === undefined || name === null) return packed
  if (name !== '/FlateDecode') throw new RangeError('unknown filter')
  let plain: Buffer
  try {
    plain = inflateSync(packed, { maxOutputLength: MOST_TABLE_BYTES })
  } catch {
    throw new RangeError('not inflated') // damaged, or encrypted
  }
  const parameters = dictionary.get('DecodeParms')
  const first = Array.isArray(parameters) ? parameters[0] : parameters
  return first instanceof Map ? undoPredictor(plain, first) : plain
}

/** PNG's filters by line (PDF 32000-1, 7.4.4.4), with one byte a pixel as all tables have it. */
function undoPredictor(bytes: Buffer, parameters: PdfDictionary): Buffer {
  const predictor = parameters.get('Predictor') ?? 1
  if (typeof predictor !== 'number' || predictor < 10) return bytes
  const columns = parameters.get('Columns') ?? 1
  if (typeof columns !== 'number' || columns < 1) throw new RangeError('columns')
  const lines = Math.floor(bytes.length / (columns + 1))
  const plain = Buffer.alloc(lines * columns)
  for (let line = 0; line < lines; line++) {
    const filter = bytes[line * (columns + 1)]!
    for (let column = 0; column < columns; column++) {
      const at = line * columns + column
      const left = column > 0 ? plain[at - 1]! : 0
      const up = line > 0 ? plain[at - columns]! : 0
      const upLeft = column > 0 && line > 0 ? plain[at - columns - 1]! : 0
      const raw = bytes[line * (columns + 1) + 1 + column]!
      plain[at] = raw + [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter]!
    }
  }
  return plain
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft
  const distances = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)] as const
  if (distances[0] <= distances[1] && distances[0] <= distances[2]) return left
  return distances[1] <= distances[2] ? up : upLeft
}

function numbers(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : []
}
