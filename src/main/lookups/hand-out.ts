import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { loanDue } from '../../shared/rules/lookups/due.ts'
import { whyNotCounted, whyNotHandOut, whyNotLend } from '../../shared/rules/lookups/steps.ts'
import { enterCustody } from '../custody/ledger.ts'
import type { Context } from '../pipeline/context.ts'
import { folderOf, type LoadedSlip, refuse, requireSlip } from './slip.ts'
import { addEvent, folderRemark, recordSlip, updateSlip } from './write.ts'

type Counted = Parsed<'lookups.handOut'>['folders'][number]

/**
 * Hands folders of a signed slip out, all at once or folder by folder; from the first on the slip is out. Refuses what
 * `whyNotHandOut` and `whyNotLend` refuse, and a count that is not the contents' without a remark (`pages-differ`).
 */
export function handOut(context: Context, { id, folders }: Parsed<'lookups.handOut'>): Output<'lookups.handOut'> {
  const slip = requireSlip(context, id)
  refuse(whyNotHandOut(slip, context.actor, context.today))
  if (new Set(folders.map((folder) => folder.dossierId)).size < folders.length) throw new AppError('duplicate')
  const dueOn = loanDue({
    handedOn: context.today, manner: slip.manner, untilOn: slip.untilOn, loanDays: slip.regulation.lookup.loanDays,
  })
  for (const counted of folders) lend(context, slip, counted, dueOn)
  updateSlip(context, id, { state: 'out' })
  recordSlip(context, slip, {
    dueOn,
    folders: folders.map((counted) => ({ ...counted, number: folderOf(slip, counted.dossierId).number })),
  })
  return {}
}

function lend(context: Context, slip: LoadedSlip, counted: Counted, dueOn: string): void {
  const folder = folderOf(slip, counted.dossierId)
  refuse(whyNotLend(folder) ?? whyNotCounted(folder.number, folder.pages, counted.pages, counted.remarks))
  context.trx.run(
    context.trx.sql.insertInto('loan').values({
      slipId: slip.id, dossierId: folder.dossierId, handedAt: context.now, handedOn: context.today, handedBy: context.actor.personId,
      pagesOut: counted.pages, conditionOut: counted.condition, remarksOut: counted.remarks, dueOn,
      renewedBy: null, claimedReturnedAt: null, lostAt: null, returnedAt: null, takenBackBy: null, pagesIn: null, conditionIn: null,
      remarksIn: null,
    }),
  )
  enterCustody(context, {
    dossierId: folder.dossierId, stage: 'reader', holderId: slip.applicantId, how: 'lent', caseKind: 'slip', caseId: slip.id,
  })
  addEvent(context, slip.id, 'handedOut', folderRemark(slip, folder.number, counted.remarks))
}
