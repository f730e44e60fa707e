import { AppError } from '../../../shared/errors.ts'
import { moneyUnitOf } from '../../../shared/rules/parties/import-columns.ts'
import { type Cell, lineOf, noteOf } from '../../../shared/rules/parties/import-values.ts'
import type { JobControl } from '../../jobs/job.ts'
import { requireVisibleParty } from '../../people/visibility.ts'
import type { Preparation } from '../../pipeline/context.ts'
import type { Trx } from '../../storage/database.ts'
import { partyFinder } from '../named.ts'
import { examplesOf, headingRow } from './heading-row.ts'
import { rowPieces } from './rows.ts'
import type { TableRow } from './table.ts'

/*
 * What the imports of ledgers (receivables, deliveries, defaults, invoices) have in common. A capability gives its columns, the
 * reader of a row and the writer; whose a row is and what is refused is told here, alike for all.
 */

/** A row that is not taken: its number in the file, and why. */
export type Refusal<Code extends string> = { /** Of several files, its place among them. */ file?: number; row: number; code: Code; cells: readonly Cell[] }
export type Refusals<One extends Refusal<string>> = { refused: One[]; refusedTotal: number }
export type LedgerPlan<Planned, Field extends string, Code extends string> = Refusals<Refusal<Code>> & {
  name: string; sha256: string; encoding: string; missing: Field[][]; read: number; headings: string[]; fields: Field[]; examples: string[][]; planned: Planned[]
}

/** More refused rows than this are only counted: the file is another than was meant. */
const MOST_REFUSED = 10_000
const MOST_ROWS = 500_000
const MOST_SHOWN = 200
const LONGEST_CELL = 500
const EVERY = 500

export type Capability<Planned, Field extends string, Code extends string> = {
  match: (headings: string[]) => Field[]
  /** What the columns do not say: fields, of several together one is enough. */
  missing: (fields: readonly Field[]) => Field[][]
  /** Null: nothing is to be taken of the row, and nothing is wrong with it. */
  /** `unitOf`: fen in one unit of a field's amounts, null for another currency. */
  read: (row: TableRow, fields: readonly Field[], headings: readonly string[], unitOf: (field: Field) => bigint | null) => Planned | Code | null
}

/**
 * Reads a whole table and settles every row. Refuses `upload-expired`, what the file is refused for, a hidden party (`not-found`),
 * and, unless it only previews, a table that says too little (`columns-not-found`).
 */
export async function planLedger<Planned extends object, Field extends string, Code extends string>(
  context: Preparation & JobControl, { upload: token, partyId }: { upload: string; partyId: number | null }, { match, missing: missingFrom, read }: Capability<Planned, Field, Code | 'row-unreadable'>, { isPreview }: { isPreview: boolean },
): Promise<LedgerPlan<Planned, Field, Code | 'row-unreadable'>> {
  if (partyId !== null) requireVisibleParty(context.trx, context.actor, context.today, partyId)
  const upload = context.archive.uploads.get(token, context.sessionId)
  const { encoding, rows } = await rowsOf(context, upload.sha256)
  const { index, headings, columns: { fields } } = headingRow(rows, (words) => ({ fields: match(words) }))
  const missing = missingFrom(fields)
  if (missing.length > 0 && !isPreview) throw new AppError('columns-not-found', { headings })
  const body = rows.slice(index + 1)
  const plan: LedgerPlan<Planned, Field, Code | 'row-unreadable'> = {
    name: upload.name, sha256: upload.sha256, encoding, missing, read: body.length, headings, fields, examples: examplesOf(body, headings.length), planned: [], refused: [], refusedTotal: 0,
  }
  if (missing.length === 0) {
    const above = rows.slice(0, index).flatMap(({ cells }) => cells.map(lineOf)).join(' ')
    const units = headings.map((heading) => moneyUnitOf(heading, above))
    for (const row of body) {
      const settled = row.isReadable ? read(row, fields, headings, (field) => units[fields.indexOf(field)] ?? null) : 'row-unreadable'
      if (typeof settled === 'string') refuse(plan, { row: row.row, cells: row.cells, code: settled })
      else if (settled !== null) plan.planned.push(settled)
    }
  }
  return plan
}

async function rowsOf(context: Preparation & JobControl, sha256: string): Promise<{ encoding: string; rows: TableRow[] }> {
  const rows: TableRow[] = []
  let encoding = ''
  for await (const piece of rowPieces(() => context.archive.attachments.read(sha256))) {
    context.throwIfCancelled()
    encoding = piece.encoding
    for (const row of piece.rows) rows.push(row)
    if (rows.length > MOST_ROWS) throw new AppError('file-unreadable', { reason: 'too-large' })
    context.progress(rows.length, null, 'reading')
  }
  return { encoding, rows }
}

export function refuse<One extends Refusal<string>>(plan: Refusals<One>, refusal: One): void {
  plan.refusedTotal++
  if (plan.refused.length < MOST_REFUSED) plan.refused.push(refusal)
}

export type PartyRefusal = 'party-missing' | 'party-unknown' | 'party-ambiguous' | 'party-other'

/** Whose a row is: of a file of one party a row need not name it, and may call it by a code that nobody has entered; only another's is another. */
export function ownerFinder(trx: Trx, partyId: number | null): (named: string) => number | PartyRefusal {
  const find = partyFinder(trx)
  return (named) => {
    if (named === '') return partyId ?? 'party-missing'
    const found = find(named)
    if (typeof found === 'string') return partyId ?? (found === 'unknown' ? 'party-unknown' : 'party-ambiguous')
    return partyId !== null && found.id !== partyId ? 'party-other' : found.id
  }
}

/** The one contract of a party by its number or by the other side's. For callers who see every contract. */
export function contractFinder(trx: Trx): (partyId: number, number: string) => number | null {
  const byNumber = trx.prepare(
    'SELECT dossier.id FROM dossier INDEXED BY dossier_ofParty JOIN contract ON contract.dossierId = dossier.id WHERE dossier.partyId = ? AND (contract.number = ? OR contract.counterNumber = ?) AND dossier.voidedAt IS NULL LIMIT 2',
  )
  return (partyId, number) => {
    const rows = byNumber.all(partyId, number, number) as { id: number }[]
    return rows.length === 1 ? rows[0]!.id : null
  }
}

/** The planned rows one after another, telling how far it is and stopping where the person cancels. */
export function* told<Planned>(context: JobControl, planned: readonly Planned[]): Generator<Planned> {
  for (const [index, one] of planned.entries()) {
    if (index % EVERY === 0) {
      context.throwIfCancelled()
      context.progress(index, planned.length, 'writing')
    }
    yield one
  }
}

/** What is refused, in the order of the file and with the reason in words; a preview shows the beginning. */
export function refusedOf<Code extends string, One extends Refusal<Code>>({ refused, refusedTotal }: Refusals<One>, words: Readonly<Record<Code, string>>, { isPreview }: { isPreview: boolean }) {
  const inOrder = refused.toSorted((a, b) => (a.file ?? 0) - (b.file ?? 0) || a.row - b.row).slice(0, isPreview ? MOST_SHOWN : refused.length)
  return { refused: inOrder.map((one) => ({ ...one, reason: words[one.code], cells: one.cells.map(cut) })), refusedTotal }
}

/** What a table is taken for: its columns and what they would fill. */
export const columnsOf = <Field extends string>({ headings, fields, examples }: { headings: readonly string[]; fields: readonly Field[]; examples: readonly string[][] }) =>
  headings.map((heading, column) => ({ heading, field: fields[column]!, examples: examples[column] ?? [] }))

/** The subject of an import in the log: the party it was for, else the file. */
export const importSubject = (partyId: number | null, label: string) => (partyId === null ? { kind: 'import' as const, id: null, label } : { kind: 'party' as const, id: partyId, label: null })

function cut(cell: Cell): string {
  const note = noteOf(cell)
  return note.length <= LONGEST_CELL ? note : `${note.slice(0, LONGEST_CELL)}…`
}
