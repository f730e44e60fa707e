import type { Parsed } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Cell } from '../../../shared/rules/parties/import-values.ts'
import { isReceivableTable, matchReceivableColumns, readReceivableRow, type ReceiptDraft, type ReceivableDraft, type ReceivableField, type ReceivableRefusal } from '../../../shared/rules/receivables/read-row.ts'
import { rowPieces } from '../../invoices/import/rows.ts'
import type { JobControl } from '../../jobs/job.ts'
import { examplesOf, headingRow } from '../../parties/import/heading-row.ts'
import { partyFinder } from '../../parties/named.ts'
import type { TableRow } from '../../parties/import/table.ts'
import { requireVisibleParty } from '../../people/visibility.ts'
import type { Preparation } from '../../pipeline/context.ts'

type Asked = Parsed<'receivables.import'>
export type Planned = { row: number; cells: readonly Cell[]; partyId: number; contractId: number | null; draft: ReceivableDraft | ReceiptDraft }
export type Refusal = { row: number; cells: readonly Cell[]; code: ReceivableRefusal }
export type Plan = {
  name: string; sha256: string; encoding: string; isTable: boolean; read: number; headings: string[]; fields: ReceivableField[]; examples: string[][]; planned: Planned[]; refused: Refusal[]; refusedTotal: number
}

/** More refused rows than this are only counted: the file is another than was meant. */
const MOST_REFUSED = 10_000
const MOST_ROWS = 500_000

/**
 * Reads a table of receivables or of receipts, checks every row and finds whose it is. Refuses `upload-expired`, what the file
 * is refused for, a hidden party (`not-found`), and, unless it only previews, a table that says too little (`columns-not-found`).
 */
export async function planReceivables(context: Preparation & JobControl, input: Asked, { isPreview }: { isPreview: boolean }): Promise<Plan> {
  if (input.partyId !== null) requireVisibleParty(context.trx, context.actor, context.today, input.partyId)
  const upload = context.archive.uploads.get(input.upload, context.sessionId)
  const { encoding, rows } = await rowsOf(context, upload.sha256)
  const { index, headings, columns: { fields } } = headingRow(rows, (words) => ({ fields: matchReceivableColumns(input.what, words, input.columns) }))
  const isTable = isReceivableTable(input.what, fields, input.partyId !== null)
  if (!isTable && !isPreview) throw new AppError('columns-not-found', { headings })
  const body = rows.slice(index + 1)
  const plan: Plan = { name: upload.name, sha256: upload.sha256, encoding, isTable, read: body.length, headings, fields, examples: examplesOf(body, headings.length), planned: [], refused: [], refusedTotal: 0 }
  const find = finders(context)
  if (isTable) for (const row of body) planRow(context, input, plan, row, find)
  return plan
}

async function rowsOf(context: Preparation & JobControl, sha256: string): Promise<{ encoding: string; rows: TableRow[] }> {
  const rows: TableRow[] = []
  let encoding = ''
  for await (const piece of rowPieces(() => context.archive.attachments.read(sha256))) {
    context.throwIfCancelled()
    encoding = piece.encoding
    rows.push(...piece.rows)
    if (rows.length > MOST_ROWS) throw new AppError('file-unreadable', { reason: 'too-large' })
    context.progress(rows.length, null, 'reading')
  }
  return { encoding, rows }
}

type Finders = { party: ReturnType<typeof partyFinder>; contract: (partyId: number, number: string) => number | null }

/** Whoever keeps the receivables sees every party and contract. */
function finders({ trx }: Preparation): Finders {
  const byNumber = trx.prepare(
    'SELECT dossier.id FROM dossier INDEXED BY dossier_ofParty JOIN contract ON contract.dossierId = dossier.id WHERE dossier.partyId = ? AND (contract.number = ? OR contract.counterNumber = ?) AND dossier.voidedAt IS NULL LIMIT 2',
  )
  return {
    party: partyFinder(trx),
    contract: (partyId, number) => {
      const rows = byNumber.all(partyId, number, number) as { id: number }[]
      return rows.length === 1 ? rows[0]!.id : null
    },
  }
}

function planRow({ today }: Preparation, { what, partyId }: Asked, plan: Plan, { row, cells, isReadable }: TableRow, find: Finders): void {
  const settle = (): Planned | ReceivableRefusal => {
    if (!isReadable) return 'row-unreadable'
    const draft = readReceivableRow(what, cells, plan.fields, today)
    if (typeof draft === 'string') return draft
    const party = partyOf(find, draft.party, partyId)
    if (typeof party === 'string') return party
    const contractId = draft.what === 'receivables' && draft.contract !== '' ? find.contract(party, draft.contract) : null
    return draft.what === 'receivables' && draft.contract !== '' && contractId === null ? 'contract-unknown' : { row, cells, partyId: party, contractId, draft }
  }
  const settled = settle()
  if (typeof settled === 'string') refuse(plan, { row, cells, code: settled })
  else plan.planned.push(settled)
}

export function refuse(plan: Plan, refusal: Refusal): void {
  plan.refusedTotal++
  if (plan.refused.length < MOST_REFUSED) plan.refused.push(refusal)
}

/** The party that the row names; of a file of one party a row need not name it, and may call it by a code that nobody entered. */
function partyOf(find: Finders, named: string, partyId: number | null): number | ReceivableRefusal {
  if (named === '') return partyId ?? 'party-missing'
  const found = find.party(named)
  if (typeof found === 'string') return partyId ?? (found === 'unknown' ? 'party-unknown' : 'party-ambiguous')
  return partyId !== null && found.id !== partyId ? 'party-other' : found.id
}
