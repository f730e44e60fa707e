import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/universal'

export type XlsxColumn<Row> = {
  heading: string
  /** In characters. */
  width: number
  value: (row: Row, index: number) => string | number | null
  /** How figures are shown: `#,##0.00`. */
  format?: string
}
export type Sheet = { rows: SheetData; widths: readonly number[] }

/** A sheet's cells: a heading row, a line a row, and under them what the copy is proved by. Dates stay text, as they are written. */
export function sheetOf<Row>(columns: readonly XlsxColumn<Row>[], rows: readonly Row[], foot: readonly string[]): Sheet {
  const head: Cell[] = columns.map(({ heading }) => ({ value: heading, fontWeight: 'bold', align: 'center', backgroundColor: '#eeece5', bottomBorderStyle: 'thin' }))
  // A phone or a number of a dossier must not become a figure, so words are always typed as words.
  const cell = (value: string | number | null, format: string | undefined): Cell =>
    value === null || value === '' ? null
      : typeof value === 'number' ? { type: Number, value, ...(format === undefined ? {} : { format }) }
      : { type: String, value, wrap: true, alignVertical: 'top' }
  return {
    rows: [
      head, ...rows.map((row, index) => columns.map(({ value, format }) => cell(value(row, index), format))), [],
      ...foot.map((words) => [{ type: String, value: words } satisfies Cell]),
    ],
    widths: columns.map(({ width }) => width),
  }
}

/** Saves a sheet as a file of its own, the heading row standing while one scrolls. */
export async function saveSheet(sheet: Sheet, title: string, fileName: string): Promise<void> {
  const blob = await writeXlsxFile(sheet.rows, {
    sheet: title, columns: sheet.widths.map((width) => ({ width })), orientation: 'landscape', stickyRowsCount: 1,
  }).toBlob()
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser takes the file on its own time; a minute later nothing needs the address any more.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
