import type { Parsed } from '../../../shared/contract/index.ts'
import { type DeliveryDraft, type DeliveryField, type DeliveryRefusal, matchDeliveryColumns, missingInDeliveries, readDeliveryRow } from '../../../shared/rules/deliveries/read-row.ts'
import type { Cell } from '../../../shared/rules/parties/import-values.ts'
import type { JobControl } from '../../jobs/job.ts'
import { contractFinder, type LedgerPlan, ownerFinder, planLedger } from '../../parties/import/ledger.ts'
import { requireVisibleParty } from '../../people/visibility.ts'
import type { Preparation } from '../../pipeline/context.ts'
import { isSupplier, requireSupplier } from '../record.ts'

export type Planned = { row: number; cells: readonly Cell[]; partyId: number; dossierId: number | null; draft: DeliveryDraft }
export type Plan = LedgerPlan<Planned, DeliveryField, DeliveryRefusal>

/** Reads a table of deliveries, checks every row and finds whose it is. Refuses as `planLedger` does, and one who is no supplier (`bad-input`). */
export async function planDeliveries(context: Preparation & JobControl, input: Parsed<'deliveries.import'>, options: { isPreview: boolean }): Promise<Plan> {
  const { partyId } = input
  if (partyId !== null) {
    requireVisibleParty(context.trx, context.actor, context.today, partyId)
    requireSupplier(context.trx, partyId)
  }
  const ownerOf = ownerFinder(context.trx, partyId)
  const contractOf = contractFinder(context.trx)
  return await planLedger<Planned, DeliveryField, DeliveryRefusal>(context, input, {
    match: (headings) => matchDeliveryColumns(headings, input.columns), missing: (fields) => missingInDeliveries(fields, partyId !== null),
    read: ({ row, cells }, fields, headings) => {
      const draft = readDeliveryRow(cells, fields, context.today, headings)
      if (typeof draft === 'string') return draft
      const owner = ownerOf(draft.party)
      if (typeof owner === 'string') return owner
      if (partyId === null && !isSupplier(context.trx, owner)) return 'not-supplier'
      const dossierId = draft.contract === '' ? null : contractOf(owner, draft.contract)
      return draft.contract !== '' && dossierId === null ? 'contract-unknown' : { row, cells, partyId: owner, dossierId, draft }
    },
  }, options)
}
