import type { Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type ReadSet, type ReadStatements, readStatements } from '../../shared/rules/statements/import/read.ts'
import { faultsOf } from '../../shared/rules/statements/check.ts'
import { isPeriodEnd } from '../../shared/rules/statements/period.ts'
import { readSheetRows } from '../parties/import/table.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import { type Context, type Preparation, withPreparation } from '../pipeline/context.ts'
import { checksOf } from './load.ts'
import { insertDraft, keepFaults, requireFields, saveStatement } from './save.ts'
import { partySubject } from '../parties/subject.ts'

type Asked = Pick<Parsed<'statements.importPreview'>, 'partyId' | 'upload' | 'format' | 'unit' | 'periodEnd' | 'names'>
type Plan = ReadStatements & { fileName: string; sha256: string }

/** Statements of several years are some hundred rows. */
const MOST_BYTES = 20_000_000
const MOST_PROBLEMS = 200
const MOST_CELLS = 8
const LONGEST_CELL = 100

/**
 * Reads an uploaded table before anything is locked. Refuses `upload-expired`, what reading a table refuses (`empty-file`,
 * `file-kind-refused`, `file-unreadable`), and a file in which no statement is found (`no-statement-found`).
 */
async function plan(context: Preparation, { upload: token, format, unit, periodEnd, names }: Asked): Promise<Plan> {
  const upload = context.archive.uploads.get(token, context.sessionId)
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of context.archive.attachments.read(upload.sha256)) {
    length += piece.length
    if (length > MOST_BYTES) throw new AppError('file-unreadable', { reason: 'too-large' })
    pieces.push(piece)
  }
  const { sheets } = await readSheetRows(Buffer.concat(pieces))
  const read = readStatements(sheets, { format, unit, periodEnd, names, fileName: upload.name })
  if (read.sets.length === 0 && !read.problems.some(({ problem }) => problem === 'period-unknown')) throw new AppError('no-statement-found')
  return { ...read, fileName: upload.name, sha256: upload.sha256 }
}

export const importPreview = withPreparation<'statements.importPreview', Plan>({
  prepare: plan,
  run: (context, { partyId }, read) => {
    requireVisibleParty(context.trx, context.actor, context.today, partyId)
    return {
      format: read.format, unit: read.unit, rows: read.rows,
      sets: read.sets.map((set) => ({ ...set, faults: faultsOf(checksOf(context.trx, { partyId, ...read, ...set }, set.lines)).length, existing: existing(context, partyId, set)?.state ?? null })),
      problems: read.problems.slice(0, MOST_PROBLEMS).map((problem) => ({ ...problem, name: cut(problem.name), cells: problem.cells.slice(0, MOST_CELLS).map(cut) })),
    }
  },
})

/**
 * Enters the years asked for as drafts: a draft of such a year is replaced; a confirmed set is not touched
 * (`statement-exists`). Refuses a year that the file has not (`not-found`) and days that cannot be (`bad-input`).
 */
export const importStatements = withPreparation<'statements.import', Plan>({
  prepare: plan,
  run: (context, { partyId, opinion, auditor, receivedOn, years }, read) => {
    requireVisibleParty(context.trx, context.actor, context.today, partyId)
    const wanted = [...new Set(years)].map((periodEnd) => read.sets.find((set) => set.periodEnd === periodEnd) ?? missing(periodEnd))
    // The years before first, so that each is checked against the one before it as it will stand.
    const ids = wanted.toSorted((one, two) => one.periodEnd.localeCompare(two.periodEnd)).map((set) => enter(context, { partyId, read, opinion, auditor, receivedOn }, set))
    const lines = wanted.reduce((sum, set) => sum + set.lines.length, 0)
    context.record(partySubject(context.trx, partyId), {
      file: read.fileName, sha256: read.sha256, format: read.format, unit: read.unit, statements: ids, years, lines, refused: read.problems.length,
    })
    return { ids, lines, problems: read.problems.length }
  },
})

function missing(periodEnd: string): never {
  throw new AppError('not-found', { periodEnd })
}

type Import = { partyId: number; read: Plan } & Pick<Parsed<'statements.import'>, 'opinion' | 'auditor' | 'receivedOn'>

function enter(context: Context, { partyId, read, opinion, auditor, receivedOn }: Import, { periodEnd, lines }: ReadSet): number {
  const there = existing(context, partyId, { periodEnd })
  if (there?.state === 'confirmed') throw new AppError('statement-exists', { statementId: there.id, state: 'confirmed', periodEnd })
  const fields = { partyId, periodEnd, format: read.format, unit: read.unit, opinion, auditor, receivedOn, remarks: null, source: null, lines }
  requireFields(context, fields)
  const id = there ? replace(context, there.id, fields) : insertDraft(context, fields)
  keepFaults(context.trx, id, fields)
  return id
}

/** A draft keeps the paper it names and its remarks; the file says the rest. */
function replace(context: Context, id: number, fields: Parameters<typeof insertDraft>[1]): number {
  const { version, documentId, attachmentId, page, remarks } = context.trx.prepare('SELECT version, documentId, attachmentId, page, remarks FROM statement WHERE id = ?').get(id) as {
    version: number; documentId: number | null; attachmentId: number | null; page: number | null; remarks: string | null
  }
  const source = documentId === null ? null : { documentId, attachmentId, page }
  return saveStatement({ ...context, record: () => {} }, { ...fields, id, version, remarks, source }).id
}

function existing({ trx }: Context, partyId: number, { periodEnd }: Pick<ReadSet, 'periodEnd'>): { id: number; state: 'draft' | 'confirmed' } | undefined {
  if (!isPeriodEnd(periodEnd)) return undefined
  return trx.prepare("SELECT id, state FROM statement WHERE partyId = ? AND periodEnd = ? AND state IN ('draft', 'confirmed') ORDER BY state = 'draft' DESC").get(partyId, periodEnd) as
    { id: number; state: 'draft' | 'confirmed' } | undefined
}

const cut = (text: string) => (text.length <= LONGEST_CELL ? text : `${text.slice(0, LONGEST_CELL)}…`)
