import { AppError } from '../../../shared/errors.ts'
import { type Columns, type ImportField, matchColumns } from '../../../shared/rules/parties/import-columns.ts'
import { type Cell, lineOf } from '../../../shared/rules/parties/import-values.ts'
import { csvRows, delimiterOf } from './csv.ts'
import { decodeText, isBinary } from './decode-text.ts'
import { readSheets } from './xlsx.ts'

/** A row as the file has it; `row` is its number in a spreadsheet, the first being 1. */
export type TableRow = { row: number; cells: Cell[]; isReadable: boolean }

export type Table = {
  /** UTF-8, GB18030, …; XLSX for a workbook. */
  encoding: string
  headings: string[]
  columns: Columns
  /** Rows under the headings that hold anything. */
  rows: TableRow[]
}

export type ColumnMap = Readonly<Record<string, ImportField>>

/** Headings may stand under a title or two. */
const HEADING_WITHIN = 20
const MOST_ROWS = 1_048_576
const ZIP = [0x50, 0x4b, 0x03, 0x04]

/**
 * Reads a CSV or an XLSX file, told apart by content. The headings are the row, among the first twenty, of which most
 * cells name a field; of several sheets the one whose headings name most. Refuses `empty-file`, `file-kind-refused`
 * (neither text nor a workbook), `file-unreadable` (damaged, or beyond the limits).
 */
export async function readTable(bytes: Buffer, map: ColumnMap = {}): Promise<Table> {
  const { encoding, sheets } = await readSheetRows(bytes)
  const found = sheets.map(({ rows }) => withHeadings(rows, map)).filter((table) => table !== null)
  const best = found.reduce<(typeof found)[number] | null>((best, table) => (best && best.score >= table.score ? best : table), null)
  if (!best) throw new AppError('empty-file')
  return { encoding, headings: best.headings, columns: best.columns, rows: best.rows }
}

/** Every row that holds anything, sheet by sheet (a text file is one sheet without a name). Refuses as `readTable` does. */
export async function readSheetRows(bytes: Buffer): Promise<{ encoding: string; sheets: { name: string | null; rows: TableRow[] }[] }> {
  if (ZIP.every((byte, index) => bytes[index] === byte)) {
    const sheets = await readSheets(bytes)
    return { encoding: 'XLSX', sheets: sheets.map(({ name, rows }) => ({ name, rows: numbered(rows.map((cells) => ({ cells, isReadable: true }))) })) }
  }
  if (isBinary(bytes)) throw new AppError('file-kind-refused')
  const { text, encoding } = decodeText(bytes)
  return { encoding, sheets: [{ name: null, rows: numbered(csvRows(text, delimiterOf(text))) }] }
}

function numbered(rows: Iterable<{ cells: Cell[]; isReadable: boolean }>): TableRow[] {
  const all: TableRow[] = []
  let row = 0
  for (const { cells, isReadable } of rows) {
    row++
    if (row > MOST_ROWS) throw new AppError('file-unreadable', { reason: 'too-large' })
    if (cells.some((cell) => cell !== null && cell !== '' && lineOf(cell) !== '')) all.push({ row, cells, isReadable })
  }
  return all
}

function withHeadings(rows: TableRow[], map: ColumnMap): { headings: string[]; columns: Columns; rows: TableRow[]; score: number } | null {
  if (rows.length === 0) return null
  const candidates = rows.slice(0, HEADING_WITHIN).map((row, index) => {
    const headings = headingsOf(row.cells)
    const columns = matchColumns(headings, map)
    const named = columns.fields.filter((field) => field !== 'skip').length
    return { index, headings, columns, score: named + (columns.fields.includes('name') ? 100 : 0) }
  })
  const best = candidates.reduce((best, candidate) => (candidate.score > best.score ? candidate : best))
  return { headings: best.headings, columns: best.columns, rows: rows.slice(best.index + 1), score: best.score }
}

/** A column without a heading is called by its letter, so that the caller can still map it. */
function headingsOf(cells: readonly Cell[]): string[] {
  return cells.map((cell, index) => lineOf(cell) || `(${columnLetter(index)})`)
}

function columnLetter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26)
}
