import type { Output, Parsed } from '../../shared/contract/index.ts'
import { whyNotCancel } from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { refuse, requireSlip } from './slip.ts'
import { addEvent, recordSlip, updateSlip } from './write.ts'

/** Withdraws a slip as long as nothing has been handed out on it. Its number stays used. */
export function cancelSlip(context: Context, { id, reason }: Parsed<'lookups.cancel'>): Output<'lookups.cancel'> {
  const slip = requireSlip(context, id)
  refuse(whyNotCancel(slip, context.actor))
  updateSlip(context, id, { state: 'cancelled', closedAt: context.now })
  addEvent(context, id, 'cancelled', reason)
  recordSlip(context, slip, { was: slip.state, reason })
  return {}
}
