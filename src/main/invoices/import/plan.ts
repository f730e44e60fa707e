import type { Parsed } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { directionOf, type InvoiceColumns, type InvoiceField, matchInvoiceColumns, missingInInvoices } from '../../../shared/rules/invoices/columns.ts'
import { type Direction, type InvoiceLine, type InvoiceRefusal, lineReader } from '../../../shared/rules/invoices/read-line.ts'
import { lineOf } from '../../../shared/rules/parties/import-values.ts'
import type { JobControl } from '../../jobs/job.ts'
import { partyFinder } from '../../parties/named.ts'
import { examplesOf, headingRow } from '../../parties/import/heading-row.ts'
import { ownerFinder, type Refusal, refuse, type Refusals } from '../../parties/import/ledger.ts'
import type { TableRow } from '../../parties/import/table.ts'
import { requireVisibleParty } from '../../people/visibility.ts'
import type { Preparation } from '../../pipeline/context.ts'
import { Lines } from './lines.ts'
import { rowPieces } from '../../parties/import/rows.ts'

export type InvoiceImport = Parsed<'invoices.import'>
type Refused = Refusal<InvoiceRefusal> & { file: number }
export type PlannedFile = {
  name: string; sha256: string; encoding: string; rows: number; direction: Direction | null
  /** What its columns do not say; such a file is none. */
  missing: InvoiceField[][]
  headings: string[]; fields: InvoiceField[]; examples: string[][]
}
export type InvoicePlan = Refusals<Refused> & { files: PlannedFile[]; lines: Lines; read: number }

const MOST_ROWS = 5_000_000

/**
 * Reads every file and checks every row, holding nothing but what is to be written. Refuses `upload-expired`, what the
 * files are refused for (`empty-file`, `file-kind-refused`, `file-unreadable`), a map that names no heading of any file or
 * fills a field twice, and, unless it only previews, a file without number, day and amount (`columns-not-found`).
 */
export async function planInvoices(context: Preparation & JobControl, input: InvoiceImport, options: { isPreview: boolean }): Promise<InvoicePlan> {
  if (input.partyId !== null) requireVisibleParty(context.trx, context.actor, context.today, input.partyId)
  const plan: InvoicePlan = { files: [], lines: new Lines(), read: 0, refused: [], refusedTotal: 0 }
  const unknown = new Set(Object.keys(input.columns ?? {}))
  for (const [index, file] of input.files.entries()) {
    const matched = await planFile(context, plan, input, index, file, options)
    for (const heading of unknown) if (!matched.unknown.includes(heading)) unknown.delete(heading)
    if (matched.doubled.length > 0) throw new AppError('bad-input', { issues: matched.doubled.map((field) => ({ path: `columns.${field}`, problem: 'twice' })) })
  }
  if (unknown.size > 0) throw new AppError('columns-not-found', { headings: [...unknown] })
  return plan
}

async function planFile(
  context: Preparation & JobControl, plan: InvoicePlan, input: InvoiceImport, index: number, { upload: token, direction }: InvoiceImport['files'][number], { isPreview }: { isPreview: boolean },
): Promise<InvoiceColumns> {
  const upload = context.archive.uploads.get(token, context.sessionId)
  let matched: InvoiceColumns | null = null
  let file: PlannedFile | null = null
  let take: ((row: TableRow) => void) | null = null
  for await (const { encoding, rows } of rowPieces(() => context.archive.attachments.read(upload.sha256))) {
    context.throwIfCancelled()
    let from = 0
    if (!file) {
      const found = headingRow(rows, (words) => matchInvoiceColumns(words, input.columns))
      from = found.index + 1
      matched = found.columns
      const { fields } = matched
      const way = directionOf(fields) ?? (fields.includes('direction') ? null : direction)
      file = { name: upload.name, sha256: upload.sha256, encoding, rows: 0, direction: way, missing: missingInInvoices(fields), headings: found.headings, fields, examples: examplesOf(rows.slice(from), fields.length) }
      plan.files.push(file)
      if (file.missing.length > 0 && !isPreview) throw new AppError('columns-not-found', { headings: found.headings })
      take = file.missing.length === 0 ? taker(context, plan, input, index, file, direction) : null
    }
    for (const row of from === 0 ? rows : rows.slice(from)) {
      file.rows++
      take?.(row)
    }
    plan.read += rows.length - from
    if (plan.read > MOST_ROWS) throw new AppError('file-unreadable', { reason: 'too-large' })
    context.progress(plan.read, null, 'reading')
  }
  if (!matched) throw new AppError('empty-file')
  return matched
}

function taker(context: Preparation, plan: InvoicePlan, input: InvoiceImport, index: number, file: PlannedFile, asked: Direction | null): (row: TableRow) => void {
  const read = lineReader(file.fields, context.today)
  const settle = settler(context, plan.lines, { partyId: input.partyId, direction: file.direction ?? asked, file: index })
  const width = file.headings.length
  return ({ row, cells, isReadable }) => {
    // More cells than headings: a separator inside a name has moved everything after it.
    const isWhole = isReadable && (cells.length <= width || cells.slice(width).every((cell) => lineOf(cell) === ''))
    const line = isWhole ? read(cells) : 'row-unreadable'
    const refusal = typeof line === 'string' ? line : settle(line)
    if (refusal === null) return
    refuse(plan, { file: index, row, code: refusal, cells })
  }
}

/** Whose invoice it is, which way it goes and who stands on the other side; writes it down or says why not. */
function settler({ trx }: Preparation, lines: Lines, { partyId, direction: fileDirection, file }: { partyId: number | null; direction: Direction | null; file: number }): (line: InvoiceLine) => InvoiceRefusal | null {
  const find = partyFinder(trx)
  const ownerOf = ownerFinder(trx, partyId)
  const named = (side: { code: string; name: string }) => {
    const byCode = side.code === '' ? 'unknown' : find(side.code)
    return byCode === 'unknown' && side.name !== '' ? find(side.name) : byCode
  }
  return (line) => {
    const owner = line.party === '' ? partyId : ownerOf(line.party)
    if (typeof owner === 'string') return owner
    let party = owner
    let direction = line.direction ?? fileDirection
    if (direction === null || party === null) {
      const [seller, buyer] = [named(line.seller), named(line.buyer)]
      const isSeller = typeof seller === 'object' && (party === null || seller.id === party)
      const isBuyer = typeof buyer === 'object' && (party === null || buyer.id === party)
      if (isSeller && isBuyer) return 'party-ambiguous'
      if (!isSeller && !isBuyer) return party === null ? (line.seller.name + line.buyer.name === '' ? 'party-missing' : 'party-unknown') : 'direction-unknown'
      direction ??= isSeller ? 'sale' : 'purchase'
      party ??= ((isSeller ? seller : buyer) as { id: number }).id
    }
    const side = direction === 'sale' ? line.buyer : line.seller
    const name = line.counterparty || side.name || side.code
    const counterparty = lines.counterpartyOf(side.code || name, name)
    lines.push({
      partyId: party, direction, issuedOn: line.issuedOn, number: line.number, code: line.code, counterparty, amountFen: line.amountFen, taxFen: line.taxFen, totalFen: line.totalFen, isVoid: line.isVoid,
    }, file)
    return null
  }
}
