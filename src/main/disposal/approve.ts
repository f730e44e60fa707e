import type { Output } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { appraisedDay } from '../../shared/rules/disposal/retention.ts'
import { approvalFor, openApprovals, whyNotApprove } from '../../shared/rules/disposal/steps.ts'
import { peopleWithRoles } from '../lookups/people.ts'
import { prepareSigner, requireSigner } from '../people/on-the-spot.ts'
import { type Actor, type Context, withPreparation } from '../pipeline/context.ts'
import {
  type DisposalCase, isRunning, isToDestroy, linesOf, partiesOf, recordCase, requireCase, requireState, signCase, stoppedDetail, stopObstructed, updateCase,
} from './case.ts'
import { keepRetention } from './keep-retention.ts'

/**
 * An approver signs, in his own session or on the spot (`wrong-password`, `too-many-attempts`): neither who made the list, nor
 * who appraised, nor the same person for two roles (`same-person`). Every agreement looks once more at what is to be destroyed
 * and stops what something has come in the way of. With the last one, what is to be kept on is kept on, and what is to be
 * destroyed can be. A refusal sends the whole list back to the group, and its signatures count no more.
 */
export const approveCase = withPreparation<'disposal.approve', number | null>({
  prepare: (context, { onTheSpot }) => prepareSigner(context, onTheSpot),
  run: (context, { id, version, decision, reason }, signerId) => {
    const one = requireCase(context.trx, id, version)
    requireState(one, 'approval')
    const signer = requireSigner(context, signerId)
    return decision === 'agreed' ? agree(context, one, signer, reason) : sendBack(context, one, signer, reason)
  },
})

/** The role he signs for. */
function roleOf(context: Context, one: DisposalCase, signer: Actor) {
  const parties = partiesOf(context.trx, one, context.today)
  const refusal = whyNotApprove(parties, signer)
  if (refusal !== null) throw new AppError(refusal)
  return { role: approvalFor(parties, signer, peopleWithRoles(context.trx, parties.approvers))!, parties }
}

function agree(context: Context, one: DisposalCase, signer: Actor, reason: string | null): Output<'disposal.approve'> {
  const { trx, now } = context
  const { role, parties } = roleOf(context, one, signer)
  const stopped = stopObstructed(context, one.id)
  const textHash = signCase(context, one, { part: 'approval', signer, role, reason })
  const isLast = openApprovals(parties).length === 1
  if (isLast) keepOn(context, one.id)
  const left = linesOf(trx, one.id).some(isToDestroy)
  const state = !isLast ? 'approval' : left ? 'execution' : 'done'
  updateCase(context, one, { state, ...(isLast ? { approvedAt: now } : {}), ...(state === 'done' ? { closedAt: now } : {}) })
  recordCase(context, one, { ...signed(context, signer), decision: 'agreed', role, reason, textHash, state, ...stoppedDetail(stopped) })
  return { state, stopped: stopped.length }
}

/** Lines that the group would keep: their retention ends later from now on, or never. */
function keepOn({ trx }: Context, id: number): void {
  for (const { dossierId, decision, keepUntilYear } of linesOf(trx, id).filter(isRunning)) {
    if (decision === null || decision === 'destroy') continue
    trx.prepare('UPDATE dossier SET appraisedUntil = max(coalesce(appraisedUntil, \'\'), ?) WHERE id = ?').run(appraisedDay({ opinion: decision, keepUntilYear }), dossierId)
    keepRetention(trx, dossierId)
  }
}

function sendBack(context: Context, one: DisposalCase, signer: Actor, reason: string | null): Output<'disposal.approve'> {
  const { role } = roleOf(context, one, signer)
  const textHash = signCase(context, one, { part: 'approval', signer, role, decision: 'refused', reason })
  context.trx.prepare('UPDATE disposalLine SET decision = NULL, keepUntilYear = NULL WHERE disposalId = ? AND stoppedAt IS NULL').run(one.id)
  updateCase(context, one, { state: 'appraisal', round: one.round + 1, submittedAt: null })
  recordCase(context, one, { ...signed(context, signer), decision: 'refused', role, reason, textHash })
  return { state: 'appraisal', stopped: 0 }
}

export const signed = ({ actor }: Pick<Context, 'actor'>, signer: Actor) =>
  ({ signer: signer.name, signerId: signer.personId, onTheSpot: signer.personId !== actor.personId, sessionOf: actor.name })
