import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type HoldStep, type LimitStepName, whyNotHold } from '../../shared/rules/limits/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { cardOf } from './card.ts'
import { type LoadedLimit, limitOf, requireLimit } from './load.ts'
import { addStep, recordLimit, updateLimit } from './write.ts'

function requireHold(context: Context, step: HoldStep, id: number, version: number): LoadedLimit {
  const limit = requireLimit(context, id, version)
  const refusal = whyNotHold(step, { ...limit, isCurrent: limit.isCurrent === 1 }, context.actor)
  if (refusal !== null) throw new AppError(refusal, refusal === 'wrong-state' ? { state: limit.hold } : {})
  return limit
}

/** Asks to freeze the limit that stands, or to release a frozen one; it changes nothing until another has decided. */
export function proposeHold(context: Context, { id, version, hold, reason }: Parsed<'limits.proposeHold'>): Output<'limits.proposeHold'> {
  const limit = requireHold(context, hold, id, version)
  addStep(context, limit, { what: hold === 'freeze' ? 'freezeProposed' : 'releaseProposed', reason })
  updateLimit(context, id, { hold: hold === 'freeze' ? 'freezeProposed' : 'releaseProposed', holdReason: reason, holdBy: context.actor.personId })
  recordLimit(context, limit, { hold, reason })
  return { limit: cardOf(context, limitOf(context.trx, id)!) }
}

/** The other of two decides (`same-person`). Not agreed to, it stays as it was. */
export function decideHold(context: Context, { id, version, agrees, remarks }: Parsed<'limits.decideHold'>): Output<'limits.decideHold'> {
  const limit = requireHold(context, 'decide', id, version)
  const isFreeze = limit.hold === 'freezeProposed'
  const isFrozen = isFreeze === agrees
  const what: LimitStepName = isFreeze ? (agrees ? 'frozen' : 'freezeDropped') : agrees ? 'released' : 'releaseDropped'
  addStep(context, limit, { what, reason: remarks ?? limit.holdReason })
  updateLimit(context, id, isFrozen ? { hold: 'frozen' } : { hold: 'none', holdReason: null, holdBy: null })
  recordLimit(context, limit, { hold: limit.hold, agrees, remarks })
  return { limit: cardOf(context, limitOf(context.trx, id)!) }
}
