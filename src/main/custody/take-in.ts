import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { requireInHand } from '../cabinet/in-hand.ts'
import { seenDossier } from '../dossiers/rights.ts'
import type { Context } from '../pipeline/context.ts'
import { enterCustody, stageOf } from './ledger.ts'

/**
 * An archivist records that a folder was in the archive room before the program was: it needs no list of transfer, and he
 * answers for it from now on. Refuses one that is there already (`wrong-state`), and one that is lent, on its way or
 * missing (`folder-not-in`).
 */
export function takeIn(context: Context, { dossierId, reason }: Parsed<'custody.takeIn'>): Output<'custody.takeIn'> {
  const dossier = seenDossier(context, dossierId)
  const stage = stageOf(context.trx, dossierId)
  if (stage === 'archiveRoom' || stage === 'destroyed') throw new AppError('wrong-state', { state: stage })
  requireInHand(context.trx, dossier)
  enterCustody(context, { dossierId, stage: 'archiveRoom', holderId: context.actor.personId, how: 'takenIn' })
  context.record({ kind: 'dossier', id: dossierId, label: dossier.number }, { reason, stage })
  return {}
}
