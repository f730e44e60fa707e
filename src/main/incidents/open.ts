import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { seenDossier } from '../dossiers/rights.ts'
import type { Context } from '../pipeline/context.ts'
import { type AnswerableRow, answerableIn } from './answerable.ts'
import { recordIncident } from './load.ts'

type Input = Parsed<'incidents.open'>

/** Gapless within a year. */
const NUMBER = 'SG-{year}-{sequence:4}'

/**
 * Opens an incident about a folder, or one document of it, and takes down who answered for it at that time. A time that ends
 * before it begins or lies in the future is refused (`bad-input`); a finding, slip, document or reading of another folder is
 * not found. A folder may have several incidents: missing today, damaged next year.
 */
export function openIncident(context: Context, input: Input): Output<'incidents.open'> {
  const { trx, actor, now, today } = context
  const dossier = seenDossier(context, input.dossierId)
  if (input.happenedFrom > input.happenedTo || input.happenedFrom > now) throw new AppError('bad-input', { path: 'happenedFrom' })
  if (input.foundOn !== undefined && input.foundOn > today) throw new AppError('bad-input', { path: 'foundOn' })
  requireLinked(context, input)
  const number = nextNumber(context)
  const { kind, dossierId, documentId, happenedFrom, happenedTo, what, findingId, slipId, readingSeq } = input
  const { lastId: id } = trx.run(
    trx.sql.insertInto('incident').values({
      number, kind, state: 'open', dossierId, documentId, happenedFrom, happenedTo, what, findingId, slipId, readingSeq,
      foundOn: input.foundOn ?? today, foundBy: input.foundBy ?? actor.personId, openedBy: actor.personId, openedAt: now,
      regulationVersionId: context.regulationVersionId,
    }),
  )
  const people = [...answerableIn(trx, dossierId, happenedFrom, happenedTo), ...readerOf(context, readingSeq, slipId)]
  people.forEach(({ name: _name, slipNumber: _number, ...person }, ordinal) => {
    trx.run(trx.sql.insertInto('incidentAnswerable').values({ incidentId: id, ordinal: ordinal + 1, ...person }))
  })
  recordIncident(context, { id, number }, {
    kind, dossierId, dossier: dossier.number, happenedFrom, happenedTo, what, answerable: people.map(({ name }) => name), findingId, slipId, readingSeq,
  })
  return { id, number }
}

/** Everything an incident is linked to is about the same folder; `not-found` otherwise. */
function requireLinked({ trx }: Context, { dossierId, documentId, findingId, slipId, readingSeq, foundBy }: Input): void {
  const checks: readonly (readonly [number | null | undefined, string])[] = [
    [documentId, 'SELECT 1 FROM document WHERE id = ? AND dossierId = ?'],
    [findingId, 'SELECT 1 FROM stocktakeFinding WHERE id = ? AND dossierId = ?'],
    [slipId, 'SELECT 1 FROM slipDossier WHERE slipId = ? AND dossierId = ?'],
    [readingSeq, "SELECT 1 FROM audit WHERE seq = ? AND subjectKind = 'dossier' AND subjectId = ? AND method = 'attachments.view' AND outcome = 'done'"],
  ]
  for (const [id, text] of checks) {
    if (id !== null && id !== undefined && !trx.prepare(text).get(id, dossierId)) throw new AppError('not-found', { id })
  }
  if (foundBy !== undefined && !trx.prepare('SELECT 1 FROM person WHERE id = ?').get(foundBy)) throw new AppError('not-found', { foundBy })
}

function nextNumber({ trx, today }: Context): string {
  const year = Number(today.slice(0, 4))
  const { last } = trx
    .prepare('INSERT INTO counter (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last')
    .get(`incident:${year}`) as { last: number }
  return formatNumber(NUMBER, { department: '', year, sequence: last })
}

/** Who read the leaf that was traced: he answers for it besides whoever had the folder. */
function readerOf({ trx }: Context, seq: number | null, slipId: number | null): AnswerableRow[] {
  if (seq === null) return []
  const row = trx
    .prepare('SELECT audit.actorId AS personId, person.name, audit.at FROM audit JOIN person ON person.id = audit.actorId WHERE audit.seq = ?')
    .get(seq) as { personId: number; name: string; at: string } | undefined
  return row ? [{ personId: row.personId, name: row.name, stage: 'reader', how: 'read', fromAt: row.at, untilAt: row.at, slipId, slipNumber: null }] : []
}
