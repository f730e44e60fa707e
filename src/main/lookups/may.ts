import type { Output } from '../../shared/contract/index.ts'
import { lineFor } from '../../shared/rules/lookups/signers.ts'
import {
  whyNotCancel, whyNotChange, whyNotClaimReturned, whyNotHandOut, whyNotRemind, whyNotRenew, whyNotReportLost, whyNotSign,
  whyNotSubmit, whyNotTakeBack,
} from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import type { SlipPerson } from './people.ts'
import { limitsOf, type LoadedSlip } from './slip.ts'
import { nowHidden } from './submit.ts'

/** What this person may do with the slip now, in his own session: asked of the very rules that would refuse it. */
export function mayDo(context: Pick<Context, 'trx' | 'actor' | 'today'>, slip: LoadedSlip, everybody: readonly SlipPerson[]): Output<'lookups.get'>['may'] {
  const { actor, today } = context
  const loans = slip.folders.map((folder) => folder.loan)
  return {
    change: !whyNotChange(slip, actor),
    submit: !whyNotSubmit(slip, actor, today) && !nowHidden(context, slip),
    sign: !whyNotSign(slip, actor, today) && lineFor(slip, actor, everybody) !== undefined,
    cancel: !whyNotCancel(slip, actor),
    handOut: !whyNotHandOut(slip, actor, today),
    takeBack: loans.some((loan) => !whyNotTakeBack(slip, actor, loan)),
    renew: loans.some((loan) => !whyNotRenew(slip, actor, loan, limitsOf(slip, today))),
    reportLost: loans.some((loan) => !whyNotReportLost(slip, actor, loan)),
    claimReturned: loans.some((loan) => !whyNotClaimReturned(slip, actor, loan)),
    remind: !whyNotRemind(slip, actor, today),
  }
}
