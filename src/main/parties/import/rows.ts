import { AppError } from '../../../shared/errors.ts'
import type { Cell } from '../../../shared/rules/parties/import-values.ts'
import { csvRows, delimiterOf, LONGEST_QUOTED } from './csv.ts'
import { decodeText, type Encoding, isBinary } from './decode-text.ts'
import { readSheetRows, type TableRow } from './table.ts'

/*
 * Tables of invoices run to hundreds of megabytes. A text file is read twice, once to tell its encoding and once for its
 * rows, piece by piece: what is held is one piece and what a cell may be long. A workbook is held whole, within its limits.
 */

export type Bytes = () => AsyncIterable<Uint8Array>
export type RowPiece = { encoding: string; rows: TableRow[] }

const MOST_WORKBOOK = 300_000_000
/** Enough to tell what separates the cells, and that no heading is cut off. */
const ENOUGH = 200_000
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/** Rows that hold anything, in pieces; the first holds at least twenty of them where there are so many. */
export async function* rowPieces(bytes: Bytes): AsyncGenerator<RowPiece> {
  const head = await beginning(bytes)
  if (head.length === 0) throw new AppError('empty-file')
  if (ZIP.every((byte, index) => head[index] === byte)) {
    yield await workbook(bytes)
    return
  }
  if (isBinary(head)) throw new AppError('file-kind-refused')
  yield* textPieces(bytes, await encodingOf(bytes, head))
}

async function beginning(bytes: Bytes): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes()) {
    pieces.push(piece.slice())
    length += piece.length
    if (length >= ENOUGH) break
  }
  return Buffer.concat(pieces)
}

/** The sheet with the most rows. */
async function workbook(bytes: Bytes): Promise<RowPiece> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bytes()) {
    length += piece.length
    if (length > MOST_WORKBOOK) throw new AppError('file-unreadable', { reason: 'too-large' })
    pieces.push(piece.slice())
  }
  const { encoding, sheets } = await readSheetRows(Buffer.concat(pieces))
  const rows = sheets.reduce<TableRow[]>((most, sheet) => (sheet.rows.length > most.length ? sheet.rows : most), [])
  return { encoding, rows }
}

const LABELS: Readonly<Record<Encoding, string>> = { 'UTF-8': 'utf-8', 'UTF-8 BOM': 'utf-8', 'UTF-16LE': 'utf-16le', 'UTF-16BE': 'utf-16be', GB18030: 'gb18030' }

/** As `decodeText` tells it; what only the whole file can tell (that it is UTF-8 throughout) by reading it once through. */
async function encodingOf(bytes: Bytes, head: Buffer): Promise<Encoding> {
  const { encoding } = decodeText(head.subarray(0, lastLineEnd(head)))
  if (encoding !== 'UTF-8') return encoding
  const strict = new TextDecoder('utf-8', { fatal: true })
  const lossy = new TextDecoder('utf-8')
  let isStrict = true
  let beyondAscii = 0
  let broken = 0
  for await (const piece of bytes()) {
    if (isStrict) {
      try {
        strict.decode(piece, { stream: true })
        continue
      } catch {
        isStrict = false
      }
    }
    for (const character of lossy.decode(piece, { stream: true })) {
      if (character < '\u0080') continue
      beyondAscii++
      if (character === '\ufffd') broken++
    }
  }
  return isStrict || broken <= beyondAscii * 0.02 ? 'UTF-8' : 'GB18030'
}

const lastLineEnd = (head: Buffer) => (head.length < ENOUGH ? head.length : Math.max(1, head.lastIndexOf(10)))

async function* textPieces(bytes: Bytes, encoding: Encoding): AsyncGenerator<RowPiece> {
  const decoder = new TextDecoder(LABELS[encoding])
  let text = ''
  let delimiter: string | null = null
  let row = 0
  const take = (isLast: boolean): TableRow[] => {
    delimiter ??= delimiterOf(text)
    // A quotation mark may open a cell this long: rows nearer to the end wait for what comes after them.
    const safe = isLast ? text.length : text.length - LONGEST_QUOTED - 2
    const rows: TableRow[] = []
    let at = 0
    for (const { cells, isReadable, end } of csvRows(text, delimiter)) {
      if (end > safe && !isLast) break
      at = end
      row++
      if (cells.some(hasText)) rows.push({ row, cells, isReadable })
    }
    text = text.slice(at)
    return rows
  }
  for await (const piece of bytes()) {
    text += decoder.decode(piece, { stream: true })
    if (text.length < ENOUGH) continue
    const rows = take(false)
    if (rows.length > 0) yield { encoding, rows }
  }
  text += decoder.decode()
  yield { encoding, rows: take(true) }
}

const hasText = (cell: Cell | undefined) => typeof cell === 'string' && cell.trim() !== ''
