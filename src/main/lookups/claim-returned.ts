import type { Output, Parsed } from '../../shared/contract/index.ts'
import { whyNotClaimReturned } from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { folderOf, refuse, requireSlip } from './slip.ts'
import { addEvent, folderRemark, recordSlip, updateSlip } from './write.ts'

/** The borrower says that he brought the folder back; the room has not got it. It stays out until found or lost. */
export function claimReturned(context: Context, { id, dossierId, remarks }: Parsed<'lookups.claimReturned'>): Output<'lookups.claimReturned'> {
  const slip = requireSlip(context, id)
  const { number, loan } = folderOf(slip, dossierId)
  refuse(whyNotClaimReturned(slip, context.actor, loan))
  context.trx.run(context.trx.sql.updateTable('loan').set({ claimedReturnedAt: context.now }).where('id', '=', loan!.id))
  updateSlip(context, id, {})
  addEvent(context, id, 'claimedReturned', folderRemark(slip, number, remarks))
  recordSlip(context, slip, { dossierId, number, ...(remarks ? { remarks } : {}) })
  return {}
}
