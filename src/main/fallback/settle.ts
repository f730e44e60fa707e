import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type ConflictRule, EXPLAINABLE } from '../../shared/rules/fallback/conflicts.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { FallbackConflictTable } from '../storage/tables/fallback.ts'
import { keepConflicts } from './compare.ts'

type Conflict = Omit<FallbackConflictTable, 'id'> & { id: number; rule: ConflictRule; blank: string }

function requireConflict(trx: Trx, id: number): Conflict {
  const row = trx
    .prepare('SELECT fallbackConflict.*, blank.number AS blank FROM fallbackConflict JOIN paperEntry ON paperEntry.id = entryId JOIN blank ON blank.id = blankId WHERE fallbackConflict.id = ?')
    .get(id) as Conflict | undefined
  if (!row) throw new AppError('not-found', { id })
  return row
}

/**
 * A person says which of two papers does not count, or that his reason explains it (only where nothing else is contradicted,
 * `EXPLAINABLE`; `bad-input` otherwise). What the program recorded is never set aside: it happened before its eyes. Nothing
 * changes until another person agrees.
 */
export function proposeSettlement(context: Context, { id, setAsideId, reason }: Parsed<'fallback.propose'>): Output<'fallback.propose'> {
  const { trx, actor, now } = context
  const conflict = requireConflict(trx, id)
  if (conflict.state !== 'open') throw new AppError('wrong-state', { state: conflict.state })
  if (setAsideId === null && !EXPLAINABLE.includes(conflict.rule)) throw new AppError('bad-input', { path: 'setAsideId' })
  if (setAsideId !== null) {
    if (setAsideId !== conflict.entryId && setAsideId !== conflict.otherId) throw new AppError('not-found', { setAsideId })
    const { state } = trx.prepare('SELECT state FROM paperEntry WHERE id = ?').get(setAsideId) as { state: string }
    if (state !== 'waiting') throw new AppError('wrong-state', { state })
  }
  trx.run(trx.sql.updateTable('fallbackConflict').set({ state: 'proposed', setAsideId, reason, proposedBy: actor.personId, proposedAt: now }).where('id', '=', id))
  context.record({ kind: 'fallbackConflict', id, label: conflict.blank }, { rule: conflict.rule, setAsideId, reason })
  return {}
}

/** Another person than who proposed (`same-person`) agrees, and it is so; or not, and the conflict is open again. */
export function confirmSettlement(context: Context, { id, agreed }: Parsed<'fallback.confirm'>): Output<'fallback.confirm'> {
  const { trx, actor, now } = context
  const conflict = requireConflict(trx, id)
  if (conflict.state !== 'proposed') throw new AppError('wrong-state', { state: conflict.state })
  if (conflict.proposedBy === actor.personId) throw new AppError('same-person', { role: 'proposer' })
  context.record({ kind: 'fallbackConflict', id, label: conflict.blank }, { rule: conflict.rule, agreed, setAsideId: conflict.setAsideId, reason: conflict.reason })
  if (!agreed) {
    trx.run(trx.sql.updateTable('fallbackConflict').set({ state: 'open', setAsideId: null, reason: null, proposedBy: null, proposedAt: null }).where('id', '=', id))
    return {}
  }
  trx.run(trx.sql.updateTable('fallbackConflict').set({ state: 'settled', confirmedBy: actor.personId, confirmedAt: now }).where('id', '=', id))
  if (conflict.setAsideId !== null) trx.run(trx.sql.updateTable('paperEntry').set({ state: 'setAside' }).where('id', '=', conflict.setAsideId).where('state', '=', 'waiting'))
  keepConflicts(context)
  return {}
}
