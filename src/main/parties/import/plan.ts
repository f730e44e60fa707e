import type { Parsed } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { fenPerUnit, type ImportField } from '../../../shared/rules/parties/import-columns.ts'
import { type PartyDraft, readRow, type RefusalReason } from '../../../shared/rules/parties/import-row.ts'
import { type Cell, lineOf } from '../../../shared/rules/parties/import-values.ts'
import { searchWordsOf, type SearchWords } from '../../../shared/rules/parties/search-words.ts'
import { parties as text } from '../../../shared/text/zh-CN/parties.ts'
import type { JobControl } from '../../jobs/job.ts'
import { hasRole } from '../../people/visibility.ts'
import type { Actor, Preparation } from '../../pipeline/context.ts'
import { rememberRows, resolveReferences } from './references.ts'
import { readTable, type Table, type TableRow } from './table.ts'

/** A row that will be taken in unless the archive itself speaks against it. */
export type PlannedRow = {
  row: number
  cells: readonly Cell[]
  draft: PartyDraft
  departmentId: number | null
  salespersonId: number | null
  /** Readings of the name, worked out before anything is locked; null where the archive knew the name already. */
  words: SearchWords | null
}
export type Refusal = { row: number; code: RefusalReason; cells: readonly Cell[] }

export type ImportPlan = {
  fileName: string
  sha256: string
  table: Table
  fields: ImportField[]
  planned: PlannedRow[]
  refused: Refusal[]
}

type ImportInput = Parsed<'parties.import'>

const MOST_BYTES = 300_000_000

/**
 * Reads the uploaded table and checks every row by itself and against the rows before it, holding nothing. Refuses
 * `upload-expired`, what `readTable` refuses, `bad-input` for a map that fills a field twice or names a heading that is
 * not there, and, unless it only previews, `columns-not-found` where no column gives the name.
 */
export async function planImport(context: Preparation & JobControl, input: ImportInput, options: { isPreview: boolean }): Promise<ImportPlan> {
  const upload = context.archive.uploads.get(input.upload, context.sessionId)
  context.progress(0, null, 'reading')
  const table = await readTable(await readBytes(context, upload.sha256), input.columns)
  const { unknown, doubled } = table.columns
  if (unknown.length > 0) throw new AppError('columns-not-found', { headings: unknown })
  if (doubled.length > 0) throw new AppError('bad-input', { issues: doubled.map((field) => ({ path: `columns.${field}`, problem: 'twice' })) })
  const fields = permittedFields(context.actor, table, input.columns ?? {})
  const plan: ImportPlan = { fileName: upload.name, sha256: upload.sha256, table, fields, planned: [], refused: [] }
  if (fields.includes('name')) checkRows(context, plan, options)
  else if (!options.isPreview) throw new AppError('columns-not-found', { headings: table.headings })
  return plan
}

async function readBytes(context: Preparation & JobControl, sha256: string): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of context.archive.attachments.read(sha256)) {
    context.throwIfCancelled()
    length += piece.length
    if (length > MOST_BYTES) throw new AppError('file-unreadable', { reason: 'too-large' })
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** Grades are the credit administrator's: for anybody else such a column is left aside unless he asks for it by name. */
function permittedFields(actor: Actor, table: Table, map: Readonly<Record<string, ImportField>>): ImportField[] {
  if (hasRole(actor, ['creditAdministrator'])) return table.columns.fields
  return table.columns.fields.map((field) => (field === 'grade' && !Object.values(map).includes('grade') ? 'skip' : field))
}

function checkRows(context: Preparation & JobControl, plan: ImportPlan, { isPreview }: { isPreview: boolean }): void {
  const { table, fields } = plan
  const unitFen = fenPerUnit(table.headings[fields.indexOf('registeredCapital')] ?? '')
  const refusalInFile = rememberRows()
  const references = resolveReferences(context.trx, context.actor)
  const knowsName = context.trx.prepare('SELECT 1 FROM party WHERE name = ?')
  for (const [index, row] of table.rows.entries()) {
    if (index % 500 === 0) {
      context.throwIfCancelled()
      context.progress(index, table.rows.length, 'checking')
    }
    const read = readable(row, table.headings.length) ? readRow(row.cells, fields, unitFen) : 'row-unreadable'
    const draft = typeof read === 'string' ? read : references.refusalOf(read) ?? refusalInFile(read) ?? read
    if (typeof draft === 'string') {
      plan.refused.push({ row: row.row, code: draft, cells: row.cells })
      continue
    }
    if (draft.texts.bankAccount && !draft.texts.bank) draft.texts.bank = text.imports.bankNotGiven
    plan.planned.push({
      row: row.row, cells: row.cells, draft, ...references.of(draft),
      words: isPreview || knowsName.get(draft.name) ? null : searchWordsOf(draft.name),
    })
  }
}

/** More cells than headings: a separator inside a name has moved everything after it by one. */
function readable(row: TableRow, width: number): boolean {
  return row.isReadable && row.cells.slice(width).every((cell) => lineOf(cell) === '')
}
