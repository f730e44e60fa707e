import readWorkbook from 'read-excel-file/node'
import { AppError } from '../../../shared/errors.ts'
import type { Cell } from '../../../shared/rules/parties/import-values.ts'
import { repackWithinLimits } from './zip-limits.ts'

export type WorkbookSheet = { name: string; rows: Cell[][] }

/** A sheet wider than any list of companies: a cell set down far to the right would fill memory with empty ones. */
const MOST_COLUMNS = 300

/**
 * The sheets of an XLSX workbook that hold anything, rows in their places (an empty row is an empty row). Refuses
 * `file-unreadable` for a damaged workbook and for one beyond the limits.
 */
export async function readSheets(bytes: Buffer): Promise<WorkbookSheet[]> {
  const archive = repackWithinLimits(bytes)
  if (isTooWide(archive)) throw new AppError('file-unreadable', { reason: 'too-large' })
  try {
    const sheets = await readWorkbook(archive, { trim: false })
    return sheets
      .map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Cell[][] }))
      .filter(({ rows }) => rows.length > 0)
  } catch {
    throw new AppError('file-unreadable')
  }
}

/** Whether a cell that is not empty lies beyond the widest table allowed. The archive is uncompressed: it can be read as text. */
function isTooWide(archive: Buffer): boolean {
  for (const [, letters] of archive.toString('latin1').matchAll(/<c\b[^>]*?\br="([A-Z]{2,3})\d+"[^>]*[^/]>/g)) {
    if (columnNumber(letters!) > MOST_COLUMNS) return true
  }
  return false
}

const columnNumber = (letters: string) => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
