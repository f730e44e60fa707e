import type { Parsed } from '../../../shared/contract/index.ts'
import type { Cell } from '../../../shared/rules/parties/import-values.ts'
import { matchReceivableColumns, missingInReceivables, readReceivableRow, type ReceiptDraft, type ReceivableDraft, type ReceivableField, type ReceivableRefusal } from '../../../shared/rules/receivables/read-row.ts'
import type { JobControl } from '../../jobs/job.ts'
import { contractFinder, type LedgerPlan, ownerFinder, planLedger } from '../../parties/import/ledger.ts'
import type { Preparation } from '../../pipeline/context.ts'

export type Planned = { row: number; cells: readonly Cell[]; partyId: number; contractId: number | null; draft: ReceivableDraft | ReceiptDraft }
export type Plan = LedgerPlan<Planned, ReceivableField, ReceivableRefusal>

/** Reads a table of receivables or of receipts, checks every row and finds whose it is. Refuses as `planLedger` does. */
export function planReceivables(context: Preparation & JobControl, input: Parsed<'receivables.import'>, options: { isPreview: boolean }): Promise<Plan> {
  const { what, partyId } = input
  const ownerOf = ownerFinder(context.trx, partyId)
  const contractOf = contractFinder(context.trx)
  return planLedger<Planned, ReceivableField, ReceivableRefusal>(context, input, {
    match: (headings) => matchReceivableColumns(what, headings, input.columns), missing: (fields) => missingInReceivables(what, fields, partyId !== null),
    read: ({ row, cells }, fields, _headings, unitOf) => {
      const draft = readReceivableRow(what, cells, fields, context.today, unitOf('amount'))
      if (typeof draft === 'string') return draft
      const owner = ownerOf(draft.party)
      if (typeof owner === 'string') return owner
      const contractId = draft.what === 'receivables' && draft.contract !== '' ? contractOf(owner, draft.contract) : null
      return draft.what === 'receivables' && draft.contract !== '' && contractId === null ? 'contract-unknown' : { row, cells, partyId: owner, contractId, draft }
    },
  }, options)
}
