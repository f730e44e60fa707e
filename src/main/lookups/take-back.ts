import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { stateAfterReturn, whyNotCounted, whyNotTakeBack } from '../../shared/rules/lookups/steps.ts'
import { enterCustody, stageOf } from '../custody/ledger.ts'
import { placeOf } from '../dossiers/place.ts'
import type { Context } from '../pipeline/context.ts'
import { requireVisibleDossier } from '../people/visibility.ts'
import { folderOf, type LoadedSlip, refuse, requireSlip } from './slip.ts'
import { addEvent, folderRemark, recordSlip, updateSlip } from './write.ts'

/**
 * Takes a folder back from whoever brings it, by the folder alone; one reported lost is found again by it. With the last
 * one the slip is returned. Refuses a folder that is not lent (`wrong-state`), the borrower as its keeper
 * (`same-person`), and a count that is not the one handed out without a remark (`pages-differ`).
 */
export function takeBack(context: Context, input: Parsed<'lookups.takeBack'>): Output<'lookups.takeBack'> {
  const { trx, actor } = context
  const { dossierId, pages, condition, remarks } = input
  requireVisibleDossier(trx, actor, context.today, dossierId)
  const open = trx.one(trx.sql.selectFrom('loan').select(['id', 'slipId']).where('dossierId', '=', dossierId).where('returnedAt', 'is', null))
  if (!open) throw new AppError('wrong-state', { state: 'in' })
  const slip = requireSlip(context, open.slipId)
  const { number, loan } = folderOf(slip, dossierId)
  refuse(whyNotTakeBack(slip, actor, loan) ?? whyNotCounted(number, loan!.pagesOut, pages, remarks))
  trx.run(
    trx.sql.updateTable('loan')
      .set({ returnedAt: context.now, takenBackBy: actor.personId, pagesIn: pages, conditionIn: condition, remarksIn: remarks })
      .where('id', '=', open.id),
  )
  trx.run(
    trx.sql.updateTable('dossier').set({ custody: 'in', custodySince: context.now })
      .where('id', '=', dossierId).where('custody', '=', 'missing'),
  )
  enterCustody(context, {
    dossierId, stage: stageOf(trx, dossierId), holderId: actor.personId, how: 'returned', caseKind: 'slip', caseId: slip.id,
  })
  const slipState = closeIfAllBack(context, slip, dossierId)
  addEvent(context, slip.id, 'takenBack', folderRemark(slip, number, remarks))
  recordSlip(context, slip, { dossierId, number, pages, pagesOut: loan!.pagesOut, condition, remarks, slipState })
  return { slipId: slip.id, slipState, place: placeOf(trx, dossierId) }
}

function closeIfAllBack(context: Context, slip: LoadedSlip, returnedId: number) {
  const folders = slip.folders.map((folder) =>
    folder.dossierId === returnedId && folder.loan ? { ...folder, loan: { ...folder.loan, isReturned: true } } : folder)
  const state = stateAfterReturn(folders)
  updateSlip(context, slip.id, { state, closedAt: state === 'returned' ? context.now : null })
  return state
}
