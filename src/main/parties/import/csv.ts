/*
 * Comma-separated text (RFC 4180), as people's programs really write it. A general CSV reader lets one stray quotation
 * mark swallow every row up to the next one; here good rows beside a bad one must not be lost, so a quotation mark counts
 * only where it opens a cell and closes it properly.
 */

export type CsvRow = { cells: string[]; isReadable: boolean }

/** No cell of ours may be longer (the contract's longest is 4000); what runs on further began with a stray mark. */
export const LONGEST_QUOTED = 65_536
/** Longer rows are one unreadable row, told by their beginning. */
const LONGEST_ROW = 1_000_000

const QUOTE = 34
const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** Rows in their order, empty ones as one empty cell: a row's place is its number in a spreadsheet. `end` is where the next one begins. */
export function* csvRows(text: string, delimiter: string): Generator<CsvRow & { end: number }> {
  const separator = delimiter.charCodeAt(0)
  let at = 0
  while (at < text.length) {
    const row = readRow(text, at, separator)
    yield row
    at = row.end
  }
}

function readRow(text: string, start: number, separator: number): CsvRow & { end: number } {
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = text.charCodeAt(at) === QUOTE ? quotedCell(text, at, separator) ?? plainCell(text, at, separator) : plainCell(text, at, separator)
    cells.push(cell.value)
    at = cell.end
    if (text.charCodeAt(at) === separator) at++
    else break
  }
  const length = at - start
  const end = afterLineEnd(text, at)
  if (length <= LONGEST_ROW) return { cells, isReadable: true, end }
  return { cells: [text.slice(start, start + 200)], isReadable: false, end }
}

function plainCell(text: string, start: number, separator: number): { value: string; end: number } {
  let at = start
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === separator || character === LINE_FEED || character === CARRIAGE_RETURN) break
  }
  return { value: text.slice(start, at), end: at }
}

/** Null unless the mark is closed in time and followed by a separator or the end of the row. */
function quotedCell(text: string, start: number, separator: number): { value: string; end: number } | null {
  let from = start + 1
  let value = ''
  for (;;) {
    const mark = text.indexOf('"', from)
    if (mark < 0 || mark - start > LONGEST_QUOTED) return null
    value += text.slice(from, mark)
    const next = text.charCodeAt(mark + 1)
    if (next === QUOTE) {
      value += '"'
      from = mark + 2
      continue
    }
    const isClosed = mark + 1 >= text.length || next === separator || next === LINE_FEED || next === CARRIAGE_RETURN
    return isClosed ? { value, end: mark + 1 } : null
  }
}

function afterLineEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === CARRIAGE_RETURN) return text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1
  return at + 1
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** Of `,` `;` tab and `|`: the one that parts the first rows into the most cells, row for row the same number. */
export function delimiterOf(text: string): string {
  let best: string = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const widths: number[] = []
    for (const row of csvRows(text.slice(0, 100_000), delimiter)) {
      if (row.cells.length > 1 || row.cells[0] !== '') widths.push(row.cells.length)
      if (widths.length >= 20) break
    }
    const widest = Math.max(1, ...widths)
    const alike = widths.filter((width) => width === widest).length / Math.max(1, widths.length)
    const score = (widest - 1) * alike
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}
