/** A row of an imported table that was not taken: its number there and its cells as they stood. */
export type RefusedRow = { readonly row: number; readonly cells: readonly string[] }

/** A cell as CSV has it: quoted where a comma, a quote or a line end would otherwise break the row. */
const cell = (text: string): string => (/[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * The refused rows as a table to correct and import again: the cells as they stood, behind them why, before them the row in
 * the original file. UTF-8 with a byte order mark, so that a spreadsheet reads Chinese; lines end as RFC 4180 says.
 */
export function refusedCsv<Row extends RefusedRow>(headings: readonly string[], rows: readonly Row[], words: { row: string; reason: string }, reasonOf: (row: Row) => string): string {
  const width = Math.max(headings.length, ...rows.map((row) => row.cells.length))
  const padded = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '')
  const lines = [
    [words.row, ...padded(headings), words.reason],
    ...rows.map((row) => [String(row.row), ...padded(row.cells), reasonOf(row)]),
  ]
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}
