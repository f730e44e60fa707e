import type { Output, Parsed } from '../../shared/contract/index.ts'
import { nextReminder, whyNotRemind } from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { refuse, requireSlip } from './slip.ts'
import { addEvent, recordSlip, updateSlip } from './write.ts'

/** Asks for what is overdue on a slip; answers which reminder it is: first, second, third, and the third again. */
export function remindBorrower(context: Context, { id }: Parsed<'lookups.remind'>): Output<'lookups.remind'> {
  const slip = requireSlip(context, id)
  refuse(whyNotRemind(slip, context.actor, context.today))
  const step = nextReminder(slip.reminders)
  updateSlip(context, id, { reminders: step })
  addEvent(context, id, 'reminded')
  recordSlip(context, slip, { step })
  return { step }
}
