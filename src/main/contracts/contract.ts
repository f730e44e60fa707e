import { AppError } from '../../shared/errors.ts'
import type { ContractEvent, ContractState } from '../../shared/rules/contracts/events.ts'
import { mayOpenIn, seenDossier } from '../dossiers/rights.ts'
import { hasRole } from '../people/visibility.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

export type ContractHead = {
  dossierId: number
  number: string
  departmentId: number
  partyId: number
  subject: string
  counterNumber: string | null
  handlerId: number
  firstAmountFen: number | null
  state: ContractState
  version: number
}

/**
 * Whether this person may write in a contract: its handler while he is of its department, the department's clerk, the credit
 * administrator (S22 2: whoever handles a contract builds its file). Another salesperson of the department reads it.
 */
export function mayRecord(actor: Actor, contract: { departmentId: number; handlerId: number }): boolean {
  if (!mayOpenIn(actor, contract.departmentId)) return false
  return hasRole(actor, ['departmentClerk', 'creditAdministrator']) || contract.handlerId === actor.personId
}

/**
 * A contract as it was read, for writing. Refuses `not-found` (not his to see, or a dossier of another kind), `forbidden` (his
 * to read only), `changed-meanwhile`.
 */
export function writableContract(context: Context, dossierId: number, version: number): ContractHead {
  const { partyId } = seenDossier(context, dossierId)
  const row = context.trx
    .prepare('SELECT dossierId, number, departmentId, subject, counterNumber, handlerId, firstAmountFen, state, version FROM contract WHERE dossierId = ?')
    .get(dossierId) as Omit<ContractHead, 'partyId'> | undefined
  if (!row) throw new AppError('not-found', { dossierId })
  if (!mayRecord(context.actor, row)) throw new AppError('forbidden')
  if (row.version !== version) throw new AppError('changed-meanwhile', { version: row.version })
  return { ...row, partyId }
}

/** The events of a contract that stand, in the order in which they happened. */
export function standingEvents(trx: Trx, dossierId: number): ContractEvent[] {
  return trx
    .prepare('SELECT id, what, "on", amountFen FROM contractEvent WHERE dossierId = ? AND struckAt IS NULL ORDER BY "on", id')
    .all(dossierId) as ContractEvent[]
}
