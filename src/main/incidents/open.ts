import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { seenDossier } from '../dossiers/rights.ts'
import type { Context } from '../pipeline/context.ts'
import type { IncidentTable } from '../storage/tables/incidents.ts'
import { type AnswerableRow, answerableIn } from './answerable.ts'
import { peopleOf, recordIncident } from './load.ts'

type Input = Parsed<'incidents.open'>

/** Gapless within a year. */
const NUMBER = 'SG-{year}-{sequence:4}'

/**
 * Opens an incident about a folder, or one document of it, and takes down who answered for it at that time. A time that ends
 * before it begins or lies in the future is refused (`bad-input`); a finding, slip, document or reading of another folder is
 * not found. A folder may have several incidents: missing today, damaged next year.
 */
export function openIncident(context: Context, input: Input): Output<'incidents.open'> {
  const { actor, now, today } = context
  const dossier = seenDossier(context, input.dossierId)
  if (input.happenedFrom > input.happenedTo) throw new AppError('bad-input', { path: 'happenedFrom' })
  if (input.happenedTo > now) throw new AppError('bad-input', { path: 'happenedTo' })
  if (input.foundOn !== undefined && input.foundOn > today) throw new AppError('bad-input', { path: 'foundOn' })
  requireLinked(context, input)
  const { kind, dossierId, documentId, happenedFrom, happenedTo, what, findingId, slipId, readingSeq } = input
  requireNew(context, input)
  const { id, number, people } = writeIncident(context, {
    kind, dossierId, documentId, happenedFrom, happenedTo, what, findingId, slipId, readingSeq, foundOn: input.foundOn ?? today, foundBy: input.foundBy ?? actor.personId,
    openedBy: actor.personId, openedAt: now,
  })
  recordIncident(context, { id, number }, {
    kind, dossierId, dossier: dossier.number, happenedFrom, happenedTo, what, answerable: people.map(({ name }) => name), findingId, slipId, readingSeq,
  })
  return { id, number }
}

type Written = Pick<IncidentTable,
  'kind' | 'dossierId' | 'documentId' | 'happenedFrom' | 'happenedTo' | 'what' | 'findingId' | 'slipId' | 'readingSeq' | 'foundOn' | 'foundBy' | 'openedBy' | 'openedAt'>

/** An open incident under the year's next number, with whoever answered for the folder then. */
export function writeIncident(context: Context, values: Written): { id: number; number: string; people: AnswerableRow[] } {
  const { trx } = context
  const number = nextNumber(context)
  const { lastId: id } = trx.run(trx.sql.insertInto('incident').values({ ...values, number, state: 'open', regulationVersionId: context.regulationVersionId }))
  const people = [...answerableIn(trx, values.dossierId, values.happenedFrom, values.happenedTo), ...readerOf(context, values.readingSeq, values.slipId)]
  writePeople(trx, id, people)
  return { id, number, people }
}

function writePeople(trx: Context['trx'], incidentId: number, people: readonly AnswerableRow[]): void {
  people.forEach(({ name: _name, slipNumber: _number, ...person }, ordinal) => {
    trx.run(trx.sql.insertInto('incidentAnswerable').values({ incidentId, ordinal: ordinal + 1, ...person }))
  })
}

/**
 * After a paper has told of hands that the ledger did not know: whoever answered is derived again for the folder's open
 * incidents. Answers those of which the people are others now. A closed one stays as it was settled.
 */
export function deriveAnswerableAgain({ trx }: Pick<Context, 'trx'>, dossierId: number): { incident: string; was: string[]; answerable: string[] }[] {
  const open = trx.prepare("SELECT id, number, happenedFrom, happenedTo, version FROM incident WHERE dossierId = ? AND state = 'open' ORDER BY id").all(dossierId) as
    { id: number; number: string; happenedFrom: string; happenedTo: string; version: number }[]
  return open.flatMap(({ id, number, happenedFrom, happenedTo, version }) => {
    const known = peopleOf(trx, id)
    const people = [...answerableIn(trx, dossierId, happenedFrom, happenedTo), ...known.filter(({ how }) => how === 'read')]
    const told = (rows: readonly AnswerableRow[]) => JSON.stringify(rows.map(({ personId, stage, fromAt, untilAt }) => [personId, stage, fromAt, untilAt]))
    if (told(known) === told(people)) return []
    trx.run(trx.sql.deleteFrom('incidentAnswerable').where('incidentId', '=', id))
    writePeople(trx, id, people)
    trx.run(trx.sql.updateTable('incident').set({ version: version + 1 }).where('id', '=', id))
    const names = (rows: readonly AnswerableRow[]) => [...new Set(rows.map(({ name }) => name))]
    return [{ incident: number, was: names(known), answerable: names(people) }]
  })
}

/** The same incident told twice is one incident with one number (`duplicate`). */
function requireNew({ trx }: Context, { kind, dossierId, documentId, happenedFrom, happenedTo, what }: Input): void {
  const known = trx
    .prepare("SELECT 1 FROM incident WHERE state = 'open' AND dossierId = ? AND kind = ? AND documentId IS ? AND happenedFrom = ? AND happenedTo = ? AND what = ?")
    .get(dossierId, kind, documentId, happenedFrom, happenedTo, what)
  if (known) throw new AppError('duplicate')
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
