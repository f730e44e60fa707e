import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import { readScheme } from '../../shared/rules/schemes/checks.ts'
import type { Scheme } from '../../shared/rules/schemes/schema.ts'
import { type SchemeStep, whyNotStep } from '../../shared/rules/schemes/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { hashOfScheme, loadSchemeVersion } from './load.ts'
import { requireVersion, type VersionRow } from './version-row.ts'

/** The form of a text that is kept; its sense may still be wrong. `scheme-refused` with every place. */
function formOf(body: unknown): Scheme {
  const { scheme, faults } = readScheme(body)
  if (scheme === null) throw new AppError('scheme-refused', { count: faults.length, faults })
  return scheme
}

export function createScheme(context: Context, { code, body, note }: Parsed<'schemes.create'>): Output<'schemes.create'> {
  const { trx } = context
  const scheme = formOf(body)
  if (trx.prepare('SELECT 1 FROM scheme WHERE code = ?').get(code)) throw new AppError('duplicate', { code })
  const { lastId: schemeId } = trx.run(trx.sql.insertInto('scheme').values({ code, for: scheme.for }))
  return addDraft(context, { schemeId, code, no: 1, scheme, basedOnId: null, note })
}

export function prepareScheme(context: Context, { schemeId, fromId, body, note }: Parsed<'schemes.prepare'>): Output<'schemes.prepare'> {
  const { trx } = context
  const head = trx.prepare('SELECT code, "for" FROM scheme WHERE id = ?').get(schemeId) as { code: string; for: Scheme['for'] } | undefined
  if (!head) throw new AppError('not-found', { schemeId })
  const running = trx.prepare("SELECT id, no AS number FROM schemeVersion WHERE schemeId = ? AND state IN ('draft', 'submitted', 'reviewed')").get(schemeId)
  if (running) throw new AppError('scheme-running', running as { id: number; number: number })
  if ((fromId === null) === (body === null)) throw new AppError('bad-input', { path: 'fromId' })
  const scheme = fromId === null ? formOf(body) : loadSchemeVersion(trx, fromId).scheme
  requireSameSide(head.for, scheme)
  const { last } = trx.prepare('SELECT max(no) AS last FROM schemeVersion WHERE schemeId = ?').get(schemeId) as { last: number }
  return addDraft(context, { schemeId, code: head.code, no: last + 1, scheme, basedOnId: fromId, note })
}

/** A customers' scheme does not become one for suppliers: ratings under it would be of another sort. */
function requireSameSide(side: Scheme['for'], scheme: Scheme): void {
  if (scheme.for !== side) throw new AppError('scheme-refused', { count: 1, faults: [{ place: ['for'], code: 'other-side', level: 'fault', values: {} }] })
}

type Draft = { schemeId: number; code: string; no: number; scheme: Scheme; basedOnId: number | null; note: string | null }

function addDraft(context: Context, { schemeId, code, no, scheme, basedOnId, note }: Draft): { id: number; version: number } {
  const { trx, actor, now } = context
  const hash = hashOfScheme(scheme)
  const { lastId: id } = trx.run(trx.sql.insertInto('schemeVersion').values({
    schemeId, no, body: canonicalJson(scheme), hash, state: 'draft', effectiveOn: null, note, preparedBy: actor.personId, preparedAt: now, basedOnId,
  }))
  context.record({ kind: 'scheme', id, label: `${code} v${no}` }, { hash, basedOnId, note })
  return { id, version: 1 }
}

/** Keeps what was edited, by whoever edits; who kept it last is its preparer, and does not review it. */
export function saveScheme(context: Context, { id, version, body, note }: Parsed<'schemes.save'>): Output<'schemes.save'> {
  const { trx, actor, now } = context
  const row = requireStep(context, 'save', id, version)
  const scheme = formOf(body)
  requireSameSide(row.for, scheme)
  const hash = hashOfScheme(scheme)
  trx.run(trx.sql.updateTable('schemeVersion').set({ body: canonicalJson(scheme), hash, note, preparedBy: actor.personId, preparedAt: now, version: version + 1 }).where('id', '=', id))
  context.record({ kind: 'scheme', id, label: row.label }, { hash, before: row.hash, note })
  return { id, version: version + 1 }
}

/** The version as it was read (`changed-meanwhile`), if this person may take the step now. */
export function requireStep(context: Context, step: SchemeStep, id: number, version: number): VersionRow {
  const row = requireVersion(context.trx, id, version)
  const refusal = whyNotStep(step, row, context.actor, context.today)
  if (refusal !== null) throw new AppError(refusal, refusal === 'wrong-state' ? { state: row.state } : {})
  return row
}
