import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { faultsOf } from '../../shared/rules/statements/check.ts'
import { whyNotConfirm } from '../../shared/rules/statements/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { checksOf, labelOf, linesOf, makersOf } from './load.ts'
import { insertDraft, keepFaults } from './save.ts'
import { requireMayReadFigures, writableStatement } from './rights.ts'

/**
 * From now on a set stands, and ratings read it; it is never changed again. Another than those who entered it says so, who may
 * read it (`same-person`, and what reading refuses). Refuses with `statement-faults` while something
 * that has to add up does not and no reason is given for it. What it revises is superseded.
 */
export function confirmStatement(context: Context, { id, version, reasons }: Parsed<'statements.confirm'>): Output<'statements.confirm'> {
  const { trx, actor, now } = context
  const head = writableStatement(context, id, version, ['draft'])
  requireMayReadFigures(context, head.partyId)
  const refusal = whyNotConfirm({ state: head.state, makers: makersOf(trx, id) }, actor)
  if (refusal !== null) throw new AppError(refusal)
  const given = new Map(reasons.map(({ fault, reason }) => [fault, reason]))
  // The year before may have been confirmed or corrected meanwhile: it is all checked again.
  const faults = faultsOf(checksOf(trx, head, linesOf(trx, id)))
  const open = faults.filter(({ key }) => !given.has(key))
  if (open.length > 0) throw new AppError('statement-faults', { count: open.length, faults: open.map(({ key }) => key) })
  const insert = trx.prepare('INSERT INTO statementReason (statementId, fault, byFen, reason) VALUES (?, ?, ?, ?)')
  for (const { key, byFen } of faults) insert.run(id, key, byFen, given.get(key)!)
  if (head.revisesId !== null) trx.prepare("UPDATE statement SET state = 'superseded', version = version + 1 WHERE id = ? AND state = 'confirmed'").run(head.revisesId)
  trx.run(
    trx.sql.updateTable('statement').set({ state: 'confirmed', confirmedBy: actor.personId, confirmedAt: now, faults: faults.length, version: version + 1 }).where('id', '=', id),
  )
  context.record({ kind: 'statement', id, label: labelOf(head) }, {
    partyId: head.partyId, revision: head.revision, ...(faults.length > 0 && { faults: faults.map(({ key, byFen }) => ({ fault: key, byFen, reason: given.get(key) })) }),
  })
  return { version: version + 1 }
}

/** Opens the draft of the next revision as a copy of a confirmed set. Refuses `statement-exists` while one is open. */
export function reviseStatement(context: Context, { id, version, reason }: Parsed<'statements.revise'>): Output<'statements.revise'> {
  const { trx } = context
  const head = writableStatement(context, id, version, ['confirmed'])
  const open = trx.prepare("SELECT id FROM statement WHERE partyId = ? AND periodEnd = ? AND state = 'draft'").get(head.partyId, head.periodEnd) as { id: number } | undefined
  if (open) throw new AppError('statement-exists', { statementId: open.id, state: 'draft', periodEnd: head.periodEnd })
  const { last } = trx.prepare('SELECT max(revision) AS last FROM statement WHERE partyId = ? AND periodEnd = ?').get(head.partyId, head.periodEnd) as { last: number }
  const { documentId, attachmentId, page } = head
  const fields = { ...head, source: documentId === null ? null : { documentId, attachmentId, page }, lines: linesOf(trx, id) }
  const draft = insertDraft(context, fields, { id, revision: last + 1, reason })
  keepFaults(trx, draft, fields)
  context.record({ kind: 'statement', id: draft, label: labelOf(head) }, { partyId: head.partyId, revises: id, revision: last + 1, reason })
  return { id: draft, version: 1 }
}

/** Gives a draft up, or takes a confirmed set back: ratings from today on do not know it. It stays on record. */
export function withdrawStatement(context: Context, { id, version, reason }: Parsed<'statements.withdraw'>): Output<'statements.withdraw'> {
  const { trx, actor, now, today } = context
  const head = writableStatement(context, id, version, ['draft', 'confirmed'])
  trx.run(
    trx.sql.updateTable('statement')
      .set({ state: 'withdrawn', withdrawnBy: actor.personId, withdrawnAt: now, withdrawnOn: today, withdrawnReason: reason, version: version + 1 }).where('id', '=', id),
  )
  context.record({ kind: 'statement', id, label: labelOf(head) }, { partyId: head.partyId, state: head.state, reason })
  return { version: version + 1 }
}
