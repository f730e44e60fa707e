import type { Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import { searchWordsOf } from '../../shared/rules/parties/search-words.ts'
import { indexLine } from '../parties/search-index.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

export type ContractFields = Omit<Parsed<'contracts.change'>, 'id' | 'version'>
type FurtherParty = ContractFields['parties'][number]

/**
 * Refuses dates the wrong way round (`bad-input`), a handler who is not there, not active, or neither of the department nor
 * a credit administrator (`not-found` with the field), a further party the person may not see (`not-found`), and the other
 * side itself as a further party (`duplicate`).
 */
export function requireFields(
  context: Context, fields: ContractFields, contract: { departmentId: number; partyId: number; handlerId?: number },
): void {
  const { trx } = context
  if (fields.performFrom !== null && fields.performUntil !== null && fields.performUntil < fields.performFrom) {
    throw new AppError('bad-input', { path: 'performUntil' })
  }
  // Who has left stays the handler of what he handled.
  if (fields.handlerId !== contract.handlerId) requireHandler(trx, fields.handlerId, contract.departmentId)
  for (const { partyId, name } of fields.parties) {
    if (partyId === null) continue
    if (partyId === contract.partyId) throw new AppError('duplicate', { name })
    requireVisibleParty(trx, context.actor, context.today, partyId)
  }
}

function requireHandler(trx: Trx, handlerId: number, departmentId: number): void {
  const row = trx.prepare('SELECT roles, departmentId FROM person WHERE id = ? AND isActive = 1').get(handlerId) as
    { roles: string; departmentId: number | null } | undefined
  const roles = row ? (JSON.parse(row.roles) as Role[]) : []
  const isOfDepartment = row?.departmentId === departmentId && (roles.includes('salesperson') || roles.includes('departmentClerk'))
  if (!isOfDepartment && !roles.includes('creditAdministrator')) throw new AppError('not-found', { field: 'handlerId' })
}

/** The columns of the contract's own row. */
export const columnsOf = ({ parties: _parties, ...columns }: ContractFields) => columns

/**
 * Replaces the further parties. One that is named as before without its party keeps the party: whoever may not see it does
 * not get its id to give back.
 */
export function replaceParties(trx: Trx, dossierId: number, parties: readonly FurtherParty[]): void {
  const before = new Map(partiesOf(trx, dossierId).map((party) => [party.name, party.partyId]))
  trx.prepare('DELETE FROM contractParty WHERE dossierId = ?').run(dossierId)
  const insert = trx.prepare('INSERT INTO contractParty (dossierId, ordinal, role, partyId, name) VALUES (?, ?, ?, ?, ?)')
  parties.forEach(({ role, partyId, name }, index) => insert.run(dossierId, index + 1, role, partyId ?? before.get(name) ?? null, name))
}

/** Guarantors and third parties, in the order they were given. */
export function partiesOf(trx: Trx, dossierId: number): FurtherParty[] {
  return trx.prepare('SELECT role, partyId, name FROM contractParty WHERE dossierId = ? ORDER BY ordinal').all(dossierId) as FurtherParty[]
}

type Named = { dossierId: number; number: string; subject: string; counterNumber: string | null; parties: readonly FurtherParty[] }

/** Writes a contract's line in the search index anew. The other side's names are found through the parties' own index. */
export function reindexContract(trx: Trx, { dossierId, number, subject, counterNumber, parties }: Named): void {
  const line = indexLine(
    { name: subject, shortName: null, creditCode: counterNumber, oldNames: parties.map(({ name }) => name), numbers: [number] }, searchWordsOf(subject),
  )
  trx.prepare('DELETE FROM contractSearch WHERE rowid = ?').run(dossierId)
  trx.prepare('INSERT INTO contractSearch (rowid, words) VALUES (?, ?)').run(dossierId, line)
}
