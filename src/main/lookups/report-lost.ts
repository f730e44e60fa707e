import type { Output, Parsed } from '../../shared/contract/index.ts'
import { whyNotReportLost } from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { folderOf, refuse, requireSlip } from './slip.ts'
import { addEvent, folderRemark, recordSlip, updateSlip } from './write.ts'

/** A lent folder that cannot be found: the dossier is missing, the loan stays open until it is taken back after all. */
export function reportLost(context: Context, { id, dossierId, findings }: Parsed<'lookups.reportLost'>): Output<'lookups.reportLost'> {
  const { trx, now } = context
  const slip = requireSlip(context, id)
  const { number, loan } = folderOf(slip, dossierId)
  refuse(whyNotReportLost(slip, context.actor, loan))
  trx.run(trx.sql.updateTable('loan').set({ lostAt: now }).where('id', '=', loan!.id))
  trx.run(trx.sql.updateTable('dossier').set({ custody: 'missing', custodySince: now }).where('id', '=', dossierId))
  updateSlip(context, id, {})
  addEvent(context, id, 'lost', folderRemark(slip, number, findings))
  recordSlip(context, slip, { dossierId, number, findings })
  return {}
}
