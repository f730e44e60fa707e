import type { Parsed } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { type DeliveryDraft, type DeliveryField, type DeliveryRefusal, isDeliveryTable, matchDeliveryColumns, readDeliveryRow } from '../../../shared/rules/deliveries/read-row.ts'
import type { Cell } from '../../../shared/rules/parties/import-values.ts'
import { rowPieces } from '../../invoices/import/rows.ts'
import type { JobControl } from '../../jobs/job.ts'
import { examplesOf, headingRow } from '../../parties/import/heading-row.ts'
import type { TableRow } from '../../parties/import/table.ts'
import { partyFinder } from '../../parties/named.ts'
import { requireVisibleParty } from '../../people/visibility.ts'
import type { Preparation } from '../../pipeline/context.ts'
import { requireSupplier } from '../record.ts'

type Asked = Parsed<'deliveries.import'>
export type Planned = { row: number; cells: readonly Cell[]; partyId: number; dossierId: number | null; draft: DeliveryDraft }
export type Refusal = { row: number; cells: readonly Cell[]; code: DeliveryRefusal }
export type Plan = {
  name: string; sha256: string; encoding: string; isTable: boolean; read: number; headings: string[]; fields: DeliveryField[]; examples: string[][]; planned: Planned[]; refused: Refusal[]; refusedTotal: number
}

/** More refused rows than this are only counted: the file is another than was meant. */
const MOST_REFUSED = 10_000
const MOST_ROWS = 500_000

/**
 * Reads a table of deliveries, checks every row and finds whose it is. Refuses `upload-expired`, what the file is refused for, a
 * hidden party (`not-found`) or one who is no supplier (`bad-input`), and, unless it only previews, a table that says too little (`columns-not-found`).
 */
export async function planDeliveries(context: Preparation & JobControl, input: Asked, { isPreview }: { isPreview: boolean }): Promise<Plan> {
  const { partyId } = input
  if (partyId !== null) {
    requireVisibleParty(context.trx, context.actor, context.today, partyId)
    requireSupplier(context.trx, partyId)
  }
  const upload = context.archive.uploads.get(input.upload, context.sessionId)
  const { encoding, rows } = await rowsOf(context, upload.sha256)
  const { index, headings, columns: { fields } } = headingRow(rows, (words) => ({ fields: matchDeliveryColumns(words, input.columns) }))
  const isTable = isDeliveryTable(fields, partyId !== null)
  if (!isTable && !isPreview) throw new AppError('columns-not-found', { headings })
  const body = rows.slice(index + 1)
  const plan: Plan = { name: upload.name, sha256: upload.sha256, encoding, isTable, read: body.length, headings, fields, examples: examplesOf(body, headings.length), planned: [], refused: [], refusedTotal: 0 }
  const find = finders(context)
  if (isTable) for (const row of body) planRow(context.today, partyId, plan, row, find)
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

type Finders = { party: ReturnType<typeof partyFinder>; isSupplier: (partyId: number) => boolean; contract: (partyId: number, number: string) => number | null }

/** Whoever keeps the deliveries sees every party and contract. */
function finders({ trx }: Preparation): Finders {
  const kindOf = trx.prepare('SELECT kind FROM party WHERE id = ?')
  const byNumber = trx.prepare(
    "SELECT dossier.id FROM dossier INDEXED BY dossier_ofParty JOIN contract ON contract.dossierId = dossier.id WHERE dossier.partyId = ? AND dossier.kind = 'contract' AND (dossier.number = ? OR contract.counterNumber = ?) AND dossier.voidedAt IS NULL LIMIT 2",
  )
  return {
    party: partyFinder(trx),
    isSupplier: (partyId) => (kindOf.get(partyId) as { kind: string }).kind !== 'customer',
    contract: (partyId, number) => {
      const rows = byNumber.all(partyId, number, number) as { id: number }[]
      return rows.length === 1 ? rows[0]!.id : null
    },
  }
}

function planRow(today: string, partyId: number | null, plan: Plan, { row, cells, isReadable }: TableRow, find: Finders): void {
  const settle = (): Planned | DeliveryRefusal => {
    const draft = isReadable ? readDeliveryRow(cells, plan.fields, today) : 'row-unreadable'
    if (typeof draft === 'string') return draft
    const party = partyOf(find, draft.party, partyId)
    if (typeof party === 'string') return party
    const dossierId = draft.contract === '' ? null : find.contract(party, draft.contract)
    return draft.contract !== '' && dossierId === null ? 'contract-unknown' : { row, cells, partyId: party, dossierId, draft }
  }
  const settled = settle()
  if (typeof settled === 'string') refuse(plan, { row, cells, code: settled })
  else plan.planned.push(settled)
}

export function refuse(plan: Plan, refusal: Refusal): void {
  plan.refusedTotal++
  if (plan.refused.length < MOST_REFUSED) plan.refused.push(refusal)
}

/** The supplier that the row names; of a file of one party a row need not name it, and may call it by a code that nobody entered. */
function partyOf(find: Finders, named: string, partyId: number | null): number | DeliveryRefusal {
  if (named === '') return partyId ?? 'party-missing'
  const found = find.party(named)
  if (typeof found === 'string') return partyId ?? (found === 'unknown' ? 'party-unknown' : 'party-ambiguous')
  if (partyId !== null && found.id !== partyId) return 'party-other'
  return find.isSupplier(found.id) ? found.id : 'not-supplier'
}
