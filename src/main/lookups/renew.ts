import type { Output, Parsed } from '../../shared/contract/index.ts'
import { whyNotRenew, whyNotRenewUntil } from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { folderOf, limitsOf, refuse, requireSlip } from './slip.ts'
import { addEvent, folderRemark, recordSlip, updateSlip } from './write.ts'

/** Gives a lent folder a later due day, as often and as far as the slip's regulation lets it (`renewal-limit`). */
export function renewLoan(context: Context, { id, dossierId, dueOn, reason }: Parsed<'lookups.renew'>): Output<'lookups.renew'> {
  const slip = requireSlip(context, id)
  const { number, loan } = folderOf(slip, dossierId)
  const limits = limitsOf(slip, context.today)
  refuse(whyNotRenew(slip, context.actor, loan, limits) ?? whyNotRenewUntil(loan!, dueOn, limits))
  context.trx.run(
    context.trx.sql.updateTable('loan').set({ dueOn, renewedBy: context.actor.personId })
      .set((row) => ({ renewals: row('renewals', '+', 1) })).where('id', '=', loan!.id),
  )
  updateSlip(context, id, {})
  addEvent(context, id, 'renewed', folderRemark(slip, number, reason))
  recordSlip(context, slip, { dossierId, number, dueOn, dueBefore: loan!.dueOn, reason })
  return {}
}
