import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { faultsOf } from '../../shared/rules/statements/check.ts'
import { lineAt, type StatementLine } from '../../shared/rules/statements/forms.ts'
import { isPeriodEnd } from '../../shared/rules/statements/period.ts'
import { seenDocument } from '../dossiers/rights.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { checksOf, labelOf } from './load.ts'
import { writableStatement } from './rights.ts'

export type Fields = Omit<Parsed<'statements.save'>, 'id' | 'version'>

/**
 * Enters a draft, or replaces what one says. It need not add up. Refuses a year of which there is a set already
 * (`statement-exists`), days and lines that cannot be (`bad-input`), a paper of another party (`not-found`).
 */
export function saveStatement(context: Context, { id, version, ...fields }: Parsed<'statements.save'>): Output<'statements.save'> {
  const { trx } = context
  requireVisibleParty(trx, context.actor, context.today, fields.partyId)
  requireFields(context, fields)
  const head = id === null ? null : writableStatement(context, id, version, ['draft'])
  if (head && head.partyId !== fields.partyId) throw new AppError('not-found', { statementId: head.id })
  if (head && head.revisesId !== null && head.periodEnd !== fields.periodEnd) throw new AppError('bad-input', { path: 'periodEnd' })
  requireFreeYear(trx, fields, head)
  const saved = head ? change(context, head, fields) : { id: insertDraft(context, fields), version: 1 }
  const faults = keepFaults(trx, saved.id, fields)
  context.record({ kind: 'statement', id: saved.id, label: labelOf(fields) }, {
    partyId: fields.partyId, isNew: head === null, format: fields.format, unit: fields.unit, opinion: fields.opinion, receivedOn: fields.receivedOn,
    lines: fields.lines.length, faults,
  })
  return { ...saved, faults }
}

/** Days that cannot be, lines that the form has not or has twice, a paper that is not this party's. */
export function requireFields(context: Context, { partyId, periodEnd, format, receivedOn, source, lines }: Fields): void {
  const wrong = (path: string) => new AppError('bad-input', { issues: [{ path, problem: 'wrong' }] })
  if (!isPeriodEnd(periodEnd) || periodEnd > context.today) throw wrong('periodEnd')
  if (receivedOn < periodEnd || receivedOn > context.today) throw wrong('receivedOn')
  const seen = new Set<string>()
  for (const { sheet, line } of lines) {
    const place = `${sheet}:${line}`
    if (!lineAt(format, sheet, line) || seen.has(place)) throw wrong(`lines.${place}`)
    seen.add(place)
  }
  if (source) requireSource(context, partyId, source)
}

function requireSource(context: Context, partyId: number, { documentId, attachmentId }: NonNullable<Fields['source']>): void {
  const { document, dossier } = seenDocument(context, documentId)
  if (dossier.partyId !== partyId || document.struckAt !== null) throw new AppError('not-found', { documentId })
  if (attachmentId === null) return
  const isThere = context.trx.prepare('SELECT 1 FROM attachment WHERE id = ? AND documentId = ? AND struckAt IS NULL').get(attachmentId, documentId)
  if (!isThere) throw new AppError('not-found', { attachmentId })
}

/** One draft a year; a confirmed set of the year is changed by a revision, which begins as its copy. */
function requireFreeYear(trx: Trx, { partyId, periodEnd }: Fields, head: { id: number; revisesId: number | null } | null): void {
  const other = trx
    .prepare("SELECT id, state FROM statement WHERE partyId = ? AND periodEnd = ? AND state IN ('draft', 'confirmed') AND id <> ? AND id IS NOT ?")
    .get(partyId, periodEnd, head?.id ?? 0, head?.revisesId ?? null) as { id: number; state: string } | undefined
  if (other) throw new AppError('statement-exists', { statementId: other.id, state: other.state, periodEnd })
}

const columnsOf = ({ partyId, periodEnd, format, unit, opinion, auditor, receivedOn, remarks, source }: Fields) => ({
  partyId, periodEnd, format, unit, opinion, auditor, receivedOn, remarks,
  documentId: source?.documentId ?? null, attachmentId: source?.attachmentId ?? null, page: source?.page ?? null,
})

export function insertDraft({ trx, actor, now }: Context, fields: Fields, revises: { id: number; revision: number; reason: string } | null = null): number {
  const { lastId } = trx.run(trx.sql.insertInto('statement').values({
    ...columnsOf(fields), enteredBy: actor.personId, enteredAt: now,
    ...(revises && { revisesId: revises.id, revision: revises.revision, reviseReason: revises.reason }),
  }))
  writeLines(trx, lastId, fields.lines)
  return lastId
}

function change({ trx, actor, now }: Context, head: { id: number; version: number }, fields: Fields): { id: number; version: number } {
  const version = head.version + 1
  trx.run(trx.sql.updateTable('statement').set({ ...columnsOf(fields), enteredBy: actor.personId, enteredAt: now, version }).where('id', '=', head.id))
  trx.prepare('DELETE FROM statementLine WHERE statementId = ?').run(head.id)
  writeLines(trx, head.id, fields.lines)
  return { id: head.id, version }
}

/** A line without a figure is no line. */
function writeLines(trx: Trx, id: number, lines: readonly StatementLine[]): void {
  const insert = trx.prepare('INSERT INTO statementLine (statementId, sheet, line, currentFen, priorFen) VALUES (?, ?, ?, ?, ?)')
  for (const { sheet, line, current, prior } of lines) if (current !== null || prior !== null) insert.run(id, sheet, line, current, prior)
}

/** Counts what does not add up, for lists that show it. */
export function keepFaults(trx: Trx, id: number, fields: Fields): number {
  const faults = faultsOf(checksOf(trx, fields, fields.lines)).length
  trx.prepare('UPDATE statement SET faults = ? WHERE id = ?').run(faults, id)
  return faults
}
