import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { readScheme } from '../../shared/rules/schemes/checks.ts'
import type { Context } from '../pipeline/context.ts'
import { idInForce } from './list.ts'
import { requireStep } from './prepare.ts'
import type { VersionRow } from './version-row.ts'

/** Sends a draft on. What it says is fixed from here, unless it comes back. */
export function submitScheme(context: Context, { id, version, note }: Parsed<'schemes.submit'>): Output<'schemes.submit'> {
  const { trx, now, today } = context
  const row = requireStep(context, 'submit', id, version)
  requireSound(row)
  const ruling = idInForce(trx, row.schemeId, today)
  if (ruling !== null && (trx.prepare('SELECT hash FROM schemeVersion WHERE id = ?').get(ruling) as { hash: string }).hash === row.hash) throw new AppError('scheme-unchanged')
  trx.run(trx.sql.updateTable('schemeVersion').set({ state: 'submitted', submittedAt: now, note, returnReason: null, version: version + 1 }).where('id', '=', id))
  return recorded(context, row, { note })
}

/** Held against the checks again: another program may have let more through. */
function requireSound({ body }: VersionRow): void {
  const faults = readScheme(JSON.parse(body)).faults.filter(({ level }) => level === 'fault')
  if (faults.length > 0) throw new AppError('scheme-refused', { count: faults.length, faults })
}

export function reviewScheme(context: Context, { id, version, agrees, reason }: Parsed<'schemes.review'>): Output<'schemes.review'> {
  const { trx, actor, now } = context
  const row = requireStep(context, 'review', id, version)
  if (!agrees) return sendBack(context, row, reason)
  trx.run(trx.sql.updateTable('schemeVersion').set({ state: 'reviewed', reviewedBy: actor.personId, reviewedAt: now, version: version + 1 }).where('id', '=', id))
  return recorded(context, row, { agrees, reason })
}

/** Back to whoever prepares it; a reviewer's signature does not outlive it. */
function sendBack(context: Context, row: VersionRow, reason: string | null): { id: number; version: number } {
  if (reason === null) throw new AppError('bad-input', { path: 'reason' })
  context.trx.run(
    context.trx.sql.updateTable('schemeVersion')
      .set({ state: 'draft', submittedAt: null, reviewedBy: null, reviewedAt: null, returnReason: reason, version: row.version + 1 }).where('id', '=', row.id),
  )
  return recorded(context, row, { agrees: false, reason })
}

export function approveScheme(context: Context, { id, version, agrees, effectiveOn, reason }: Parsed<'schemes.approve'>): Output<'schemes.approve'> {
  const { trx, actor, now, today } = context
  const row = requireStep(context, 'approve', id, version)
  if (!agrees) return sendBack(context, row, reason)
  if (effectiveOn === null) throw new AppError('bad-input', { path: 'effectiveOn' })
  if (effectiveOn < today) throw new AppError('due-before-today', { effectiveOn })
  requireSound(row)
  trx.run(trx.sql.updateTable('schemeVersion').set({ state: 'approved', effectiveOn, approvedBy: actor.personId, approvedAt: now, version: version + 1 }).where('id', '=', id))
  return recorded(context, row, { agrees, effectiveOn, reason })
}

/** A draft that is given up, or an approved version before its day: no rating has begun under it. */
export function withdrawScheme(context: Context, { id, version, reason }: Parsed<'schemes.withdraw'>): Output<'schemes.withdraw'> {
  const { trx, actor, now } = context
  const row = requireStep(context, 'withdraw', id, version)
  trx.run(trx.sql.updateTable('schemeVersion').set({ state: 'withdrawn', withdrawnBy: actor.personId, withdrawnAt: now, withdrawReason: reason, version: version + 1 }).where('id', '=', id))
  return recorded(context, row, { reason, was: row.state })
}

function recorded(context: Context, { id, label, hash, version }: VersionRow, detail: Record<string, unknown>): { id: number; version: number } {
  context.record({ kind: 'scheme', id, label }, { hash, ...detail })
  return { id, version: version + 1 }
}
