import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/universal'
import { call } from '../../app/bridge.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { localMinute } from '../../ui/format.ts'
import type { RegisterLine } from './queries.ts'

const WINDOW = 500

/** Every line of a period, window by window. */
async function linesOf(from: string, to: string): Promise<readonly RegisterLine[]> {
  const lines: RegisterLine[] = []
  let total = 0
  do {
    const page = await call('lookups.register', { from, to, offset: lines.length, limit: WINDOW })
    total = page.total
    if (page.rows.length === 0) break
    lines.push(...page.rows)
  } while (lines.length < total)
  return lines
}

/**
 * Saves the register of a period as XLSX and answers the file's name. Leaving the program as a table counts as a print: it
 * is recorded first, and the audit head stands under the last line.
 */
export async function exportRegister(from: string, to: string, text: Text): Promise<string> {
  const stamp = await call('prints.record', { form: 'register', asTable: true })
  const lines = await linesOf(from, to)
  const sheet = registerSheet(lines, text, [
    text.print.stamp.chain(stamp.auditSeq, stamp.auditHead), text.print.stamp.printed(stamp.by, localMinute(stamp.at), stamp.copy),
  ])
  const name = `${text.lookups.register.file(from, to)}.xlsx`
  const blob = await writeXlsxFile(sheet.rows, {
    sheet: text.lookups.register.sheet, columns: sheet.widths.map((width) => ({ width })), orientation: 'landscape', stickyRowsCount: 1,
  }).toBlob()
  save(blob, name)
  return name
}

/** The sheet's cells: a heading row, a line a loan, and what the copy is proved by. Dates stay text, as they are written. */
export function registerSheet(lines: readonly RegisterLine[], text: Text, foot: readonly string[]): { rows: SheetData; widths: readonly number[] } {
  const { print, lookups, common } = text
  const heads = print.register.columns
  const words = lookups.register
  const columns: readonly { heading: string; width: number; value: (line: RegisterLine, index: number) => string | number | null }[] = [
    { heading: heads.sequence, width: 6, value: (_, index) => index + 1 },
    { heading: words.slip, width: 15, value: (line) => line.slipNumber },
    { heading: heads.handedAt, width: 17, value: (line) => localMinute(line.handedAt) },
    { heading: heads.applicant, width: 10, value: (line) => line.applicantName },
    { heading: heads.unit, width: 16, value: (line) => line.unit },
    { heading: heads.phone, width: 14, value: (line) => line.phone },
    { heading: heads.dossier, width: 19, value: (line) => line.dossierNumber },
    { heading: heads.title, width: 36, value: (line) => line.title },
    { heading: heads.level, width: 7, value: (line) => common.level[line.level] },
    { heading: heads.place, width: 12, value: (line) => line.place },
    { heading: heads.purpose, width: 36, value: (line) => line.purpose },
    { heading: heads.manner, width: 7, value: (line) => lookups.manner[line.manner] },
    { heading: heads.signedBy, width: 14, value: (line) => line.signedBy },
    { heading: heads.dueOn, width: 12, value: (line) => line.dueOn },
    { heading: words.pagesOut, width: 10, value: (line) => line.pagesOut },
    { heading: heads.returnedAt, width: 17, value: (line) => line.returnedAt && localMinute(line.returnedAt) },
    { heading: words.pagesIn, width: 10, value: (line) => line.pagesIn },
    { heading: heads.condition, width: 10, value: (line) => line.conditionIn && lookups.condition[line.conditionIn] },
    { heading: heads.takenBackBy, width: 10, value: (line) => line.takenBackByName },
    { heading: heads.remarks, width: 30, value: (line) => line.remarks },
  ]
  const head: Cell[] = columns.map(({ heading }) => ({ value: heading, fontWeight: 'bold', align: 'center', backgroundColor: '#eeece5', bottomBorderStyle: 'thin' }))
  // A phone or a number of a dossier must not become a figure, so words are always typed as words.
  const cell = (value: string | number | null): Cell =>
    value === null || value === '' ? null : typeof value === 'number' ? { type: Number, value } : { type: String, value, wrap: true, alignVertical: 'top' }
  return {
    rows: [head, ...lines.map((line, index) => columns.map(({ value }) => cell(value(line, index)))), [], ...foot.map((words) => [{ type: String, value: words } satisfies Cell])],
    widths: columns.map(({ width }) => width),
  }
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser takes the file on its own time; a minute later nothing needs the address any more.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
