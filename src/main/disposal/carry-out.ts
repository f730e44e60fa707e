import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { whyNotCarryOut, whyNotSupervise } from '../../shared/rules/disposal/steps.ts'
import { prepareSigner, requireSigner } from '../people/on-the-spot.ts'
import { type Context, withPreparation } from '../pipeline/context.ts'
import { signed } from './approve.ts'
import { isToDestroy, linesOf, partiesOf, recordCase, requireCase, requireState, rulesOf, signCase, stoppedDetail, stopObstructed, updateCase } from './case.ts'
import { deleteBlobs } from './delete-blobs.ts'
import { destroyDossier } from './destroy.ts'

/**
 * Ticks folders of the list, taken from their shelf one by one, before they are destroyed; or takes the tick back. Refuses who
 * approved or supervises, as carrying it out does (`same-person`).
 */
export function checkLines(context: Context, { id, dossierIds, isThere }: Parsed<'disposal.check'>): Output<'disposal.check'> {
  const { trx, actor, now } = context
  const one = requireCase(trx, id)
  requireState(one, 'execution')
  const refusal = whyNotCarryOut(partiesOf(trx, one, context.today), actor.personId)
  if (refusal !== null) throw new AppError(refusal)
  const toDestroy = new Map(linesOf(trx, id).filter(isToDestroy).map((line) => [line.dossierId, line]))
  for (const dossierId of dossierIds) {
    if (!toDestroy.has(dossierId)) throw new AppError('not-found', { dossierId })
    // A tick stays with who found the folder first.
    trx.prepare('UPDATE disposalLine SET checkedBy = ?, checkedAt = ? WHERE disposalId = ? AND dossierId = ? AND (checkedAt IS NULL) = ?')
      .run(isThere ? actor.personId : null, isThere ? now : null, id, dossierId, Number(isThere))
  }
  recordCase(context, one, { isThere, dossiers: dossierIds.map((dossierId) => toDestroy.get(dossierId)!.number) })
  return { left: linesOf(trx, id).filter((line) => isToDestroy(line) && line.checkedAt === null).length }
}

/**
 * A supervisor signs on the spot, with his own password: neither who made the list, nor an approver, nor the archivist whose
 * session it is, who carries it out, nor the same one twice (`same-person`).
 */
export const supervise = withPreparation<'disposal.supervise', number | null>({
  prepare: (context, { onTheSpot }) => prepareSigner(context, onTheSpot),
  run: (context, { id }, signerId) => {
    const { trx, actor, today } = context
    const one = requireCase(trx, id)
    requireState(one, 'execution')
    const signer = requireSigner(context, signerId)
    const parties = partiesOf(trx, one, today)
    const refusal = whyNotSupervise(parties, signer.personId, actor.personId)
    if (refusal !== null) throw new AppError(refusal)
    requireChecked(context, id)
    const textHash = signCase(context, one, { part: 'supervision', signer })
    const present = parties.supervisors.length + 1
    recordCase(context, one, { ...signed(context, signer), textHash, present })
    return { present, needed: rulesOf(trx, one).supervisors }
  },
})

/** Supervisors sign for a list whose folders lie before them. */
function requireChecked({ trx }: Context, id: number): void {
  const count = linesOf(trx, id).filter((line) => isToDestroy(line) && line.checkedAt === null).length
  if (count > 0) throw new AppError('not-checked', { count })
}

/**
 * Destroys every folder of the list in whose way nothing has come, in one transaction; the scans' files follow it and are gone
 * when the archive is next opened at the latest (`deleteBlobs`). All are checked (`not-checked`), and as many as the regulation
 * asks have signed today (`supervisors-missing`). Refuses who approved or supervises (`same-person`).
 */
export const carryOut = withPreparation<'disposal.carryOut', null>({
  prepare: async () => null,
  run: (context, { id, manner, place }) => {
    const { trx, actor, now, today } = context
    const one = requireCase(trx, id)
    requireState(one, 'execution')
    const parties = partiesOf(trx, one, today)
    const refusal = whyNotCarryOut(parties, actor.personId)
    if (refusal !== null) throw new AppError(refusal)
    const needed = rulesOf(trx, one).supervisors
    if (parties.supervisors.length < needed) throw new AppError('supervisors-missing', { needed, present: parties.supervisors.length })
    const stopped = stopObstructed(context, id)
    requireChecked(context, id)
    const lines = linesOf(trx, id).filter(isToDestroy)
    lines.forEach((line, index) => destroyDossier(context, { disposalId: id, dossierId: line.dossierId, line: index + 1 }))
    updateCase(context, one, { state: 'done', carriedOutBy: actor.personId, manner, place, closedAt: now })
    recordCase(context, one, { destroyed: lines.map(({ number }) => number), manner, place, ...stoppedDetail(stopped) })
    return { destroyed: lines.length, stopped: stopped.length }
  },
  after: async (archive) => {
    await deleteBlobs(archive)
  },
})
