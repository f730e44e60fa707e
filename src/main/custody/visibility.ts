import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import { ownDepartment, seesWholeArchive } from '../people/visibility.ts'

/** SQL that is true for the transfers a person may see: all, or those out of his department, or those he filled in. */
export function visibleTransfer(actor: Actor): RawBuilder<SqlBool> {
  if (seesWholeArchive(actor)) return sql<SqlBool>`1`
  const department = ownDepartment(actor)
  return sql<SqlBool>`(transfer.filledBy = ${actor.personId} OR (${department} IS NOT NULL AND transfer.departmentId = ${department}))`
}

/** Refuses with `not-found` (never `forbidden`: that would betray it) unless the person may see the transfer. */
export function requireVisibleTransfer({ trx, actor }: Pick<Context, 'trx' | 'actor'>, id: number): void {
  const found = trx.one(trx.sql.selectFrom('transfer').select('transfer.id').where('transfer.id', '=', id).where(visibleTransfer(actor)))
  if (!found) throw new AppError('not-found', { transferId: id })
}
