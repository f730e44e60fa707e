/** A reference to another object, `12 0 R`. */
export class PdfReference {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}
export type PdfDictionary = Map<string, PdfValue>
/** Names keep their stroke (`/FlateDecode`); strings are of no interest here and come as null. */
export type PdfValue = number | string | boolean | null | PdfReference | PdfValue[] | PdfDictionary

const DEEPEST = 50

/** Reads one value (PDF 32000-1, 7.3) and says where it ends. Refuses with RangeError what is none. */
export function parsePdf(bytes: Buffer, start: number): { value: PdfValue; end: number } {
  const text = bytes.toString('latin1')
  let at = start

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at += match[0].length
    return match?.[0] ?? null
  }
  const skipBlank = () => take(/(?:[\s\0]|%[^\r\n]*)*/y)

  const readNumber = (): PdfValue | null => {
    const reference = take(/(\d+)\s+\d+\s+R(?![\w])/y)
    if (reference !== null) return new PdfReference(Number.parseInt(reference, 10))
    const number = take(/[+-]?(?:\d+\.?\d*|\.\d+)/y)
    return number === null ? null : Number(number)
  }

  const skipString = () => {
    for (let depth = 0; at < text.length; at++) {
      if (text[at] === '\\') at++
      else if (text[at] === '(') depth++
      else if (text[at] === ')' && --depth === 0) {
        at++
        return null
      }
    }
    throw new RangeError('string without end')
  }

  const readValue = (depth: number): PdfValue => {
    skipBlank()
    if (depth > DEEPEST || at >= text.length) throw new RangeError('no value')
    if (take(/<</y) !== null) return readDictionary(depth)
    if (take(/\[/y) !== null) return readArray(depth)
    if (text[at] === '(') return skipString()
    if (take(/<[0-9A-Fa-f\s]*>/y) !== null) return null
    const name = take(/\/[^\s\0()<>[\]{}/%]*/y)
    if (name !== null) return name
    const number = readNumber()
    if (number !== null) return number
    const word = take(/true|false|null/y)
    if (word === null) throw new RangeError('no value')
    return word === 'null' ? null : word === 'true'
  }

  const readArray = (depth: number): PdfValue[] => {
    const items: PdfValue[] = []
    for (skipBlank(); take(/\]/y) === null; skipBlank()) items.push(readValue(depth + 1))
    return items
  }

  const readDictionary = (depth: number): PdfDictionary => {
    const entries: PdfDictionary = new Map()
    for (skipBlank(); take(/>>/y) === null; skipBlank()) {
      const key = take(/\/[^\s\0()<>[\]{}/%]*/y)
      if (key === null) throw new RangeError('no key')
      entries.set(key.slice(1), readValue(depth + 1))
    }
    return entries
  }

  const value = readValue(0)
  return { value, end: at }
}
