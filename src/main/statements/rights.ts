import { AppError } from '../../shared/errors.ts'
import { asksOfReaders, mayReadById, requireMayReadById } from '../clearances/reading.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { StatementHead } from './load.ts'
import { headOf } from './load.ts'

type Reader = Pick<Context, 'trx' | 'actor' | 'today' | 'regulation'>

/**
 * Whoever sees a party sees that it has statements. What stands in them is as secret as the party's credit dossier: where
 * there is one, reading asks what reading the dossier asks (`agreement-missing`, `not-cleared`, `not-authorised`).
 */
export function requireMayReadFigures(context: Reader, partyId: number): void {
  requireVisibleParty(context.trx, context.actor, context.today, partyId)
  const dossierId = creditDossierOf(context, partyId)
  if (dossierId !== undefined) requireMayReadById(context, dossierId)
}

/** Whether a person who sees the party may read its figures: for a list, which goes on without them. */
export function mayReadFigures(context: Reader, partyId: number): boolean {
  if (!asksOfReaders(context)) return true
  const dossierId = creditDossierOf(context, partyId)
  return dossierId === undefined || mayReadById(context, dossierId)
}

const creditDossierOf = ({ trx }: Reader, partyId: number): number | undefined =>
  (trx.prepare("SELECT id FROM dossier WHERE partyId = ? AND kind = 'credit' AND voidedAt IS NULL").get(partyId) as { id: number } | undefined)?.id

/** A set as it was read, for writing. Refuses `not-found`, `changed-meanwhile`, and another state than these (`wrong-state`). */
export function writableStatement(context: Context, id: number, version: number, states: readonly StatementHead['state'][]): StatementHead {
  const head = headOf(context.trx, id)
  if (!head) throw new AppError('not-found', { statementId: id })
  requireVisibleParty(context.trx, context.actor, context.today, head.partyId)
  if (head.version !== version) throw new AppError('changed-meanwhile', { version: head.version })
  if (!states.includes(head.state)) throw new AppError('wrong-state', { state: head.state })
  return head
}
