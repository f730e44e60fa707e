import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import { confirmerOf } from '../../shared/rules/regulations/confirmer.ts'
import { keepDuties } from '../duties/keep.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import { hasRole } from '../people/visibility.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import { seenDossier } from './rights.ts'

/** Whether the page should offer it; `confirmDossier` decides. */
export function mayConfirm(actor: Actor, dossier: { confirmedAt: string | null; openedBy: number; confirmer: Role }): boolean {
  return hasRole(actor, [dossier.confirmer]) && dossier.confirmedAt === null && dossier.openedBy !== actor.personId
}

/**
 * Confirms a dossier in the role that its regulation names (`confirmerOf`), else `forbidden`. Refuses one that is confirmed
 * already (`wrong-state`) and one that the person opened himself (`same-person`).
 */
export function confirmDossier(context: Context, { id }: Parsed<'dossiers.confirm'>): Output<'dossiers.confirm'> {
  const { trx, actor } = context
  const dossier = seenDossier(context, id)
  if (!hasRole(actor, [confirmerOf(regulationOfVersion(trx, dossier.regulationVersionId), dossier.kind)])) throw new AppError('forbidden')
  if (dossier.confirmedAt !== null) throw new AppError('wrong-state', { confirmedAt: dossier.confirmedAt })
  if (dossier.openedBy === actor.personId) throw new AppError('same-person')
  trx.run(trx.sql.updateTable('dossier').set({ confirmedAt: context.now, confirmedBy: actor.personId }).where('id', '=', id))
  keepDuties(trx, id)
  context.record({ kind: 'dossier', id, label: dossier.number })
  return {}
}
