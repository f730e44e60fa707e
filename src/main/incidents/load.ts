import type { Output } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { whyNotClose } from '../../shared/rules/incidents/may.ts'
import type { Context } from '../pipeline/context.ts'
import { hasRole } from '../people/visibility.ts'
import type { Trx } from '../storage/database.ts'
import type { IncidentTable } from '../storage/tables/incidents.ts'
import type { AnswerableRow } from './answerable.ts'

export type Incident = Omit<IncidentTable, 'id' | 'version'> & {
  id: number; version: number; dossierNumber: string; title: string; documentTitle: string | null; openedByName: string; foundByName: string
  closedByName: string | null; slipNumber: string | null; stocktakeId: number | null; stocktakeNumber: string | null
}

const INCIDENTS = `
  SELECT incident.*, dossier.number AS dossierNumber, party.name AS title, document.title AS documentTitle, opener.name AS openedByName,
    finder.name AS foundByName, closer.name AS closedByName, slip.number AS slipNumber, stocktake.id AS stocktakeId, stocktake.number AS stocktakeNumber
  FROM incident JOIN dossier ON dossier.id = incident.dossierId JOIN party ON party.id = dossier.partyId
  JOIN person AS opener ON opener.id = incident.openedBy JOIN person AS finder ON finder.id = incident.foundBy
  LEFT JOIN person AS closer ON closer.id = incident.closedBy LEFT JOIN document ON document.id = incident.documentId
  LEFT JOIN slip ON slip.id = incident.slipId LEFT JOIN stocktakeFinding ON stocktakeFinding.id = incident.findingId
  LEFT JOIN stocktake ON stocktake.id = stocktakeFinding.stocktakeId`

/** One incident; `not-found` when there is none. Its readers all see the whole archive. */
export function requireIncident(trx: Trx, id: number): Incident {
  const row = trx.prepare(`${INCIDENTS} WHERE incident.id = ?`).get(id) as Incident | undefined
  if (!row) throw new AppError('not-found', { id })
  return row
}

export function peopleOf(trx: Trx, id: number): AnswerableRow[] {
  return trx
    .prepare(
      `SELECT one.personId, person.name, one.stage, one.how, one.fromAt, one.untilAt, one.slipId, slip.number AS slipNumber
       FROM incidentAnswerable AS one JOIN person ON person.id = one.personId LEFT JOIN slip ON slip.id = one.slipId
       WHERE one.incidentId = ? ORDER BY one.ordinal`,
    )
    .all(id) as AnswerableRow[]
}

type Filter = { text: string; kind: string | null; state: string | null; dossierId: number | null; from: string | null; to: string | null; offset: number; limit: number }

/** Incidents, the newest first; found by number, dossier number or party. */
export function listIncidents({ trx }: Context, filter: Filter): Output<'incidents.list'> {
  const { text, kind, state, dossierId, from, to, offset, limit } = filter
  const conditions: string[] = []
  const values: Record<string, unknown> = {}
  const add = (condition: string, value: Record<string, unknown>) => {
    conditions.push(condition)
    Object.assign(values, value)
  }
  if (kind !== null) add('incident.kind = :kind', { kind })
  if (state !== null) add('incident.state = :state', { state })
  if (dossierId !== null) add('incident.dossierId = :dossierId', { dossierId })
  if (from !== null) add('incident.foundOn >= :from', { from })
  if (to !== null) add('incident.foundOn <= :to', { to })
  if (text.trim()) {
    const like = `%${text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    add(`(incident.number LIKE :like ESCAPE '\\' OR dossier.number LIKE :like ESCAPE '\\' OR party.name LIKE :like ESCAPE '\\' OR party.shortName LIKE :like ESCAPE '\\')`, { like })
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
  const from_ = 'FROM incident JOIN dossier ON dossier.id = incident.dossierId JOIN party ON party.id = dossier.partyId'
  const { total } = trx.prepare(`SELECT count(*) AS total ${from_} ${where}`).get(values) as { total: number }
  const rows = trx.prepare(`${INCIDENTS} ${where} ORDER BY incident.id DESC LIMIT :limit OFFSET :offset`).all({ ...values, limit, offset }) as Incident[]
  return { total, rows: rows.map((row) => rowOf(row, peopleOf(trx, row.id))) }
}

function rowOf(incident: Incident, people: readonly AnswerableRow[]): Output<'incidents.list'>['rows'][number] {
  const { id, number, kind, state, dossierId, dossierNumber, title, foundOn, openedByName, openedAt, closedAt } = incident
  return {
    id, number, kind, state, dossierId, dossierNumber, title, foundOn, openedByName, openedAt, closedAt,
    answerable: [...new Set(people.map(({ name }) => name))].join('、'),
  }
}

/** One incident with all that is known of it. */
export function getIncident({ trx, actor }: Context, { id }: { id: number }): Output<'incidents.get'> {
  const incident = requireIncident(trx, id)
  const people = peopleOf(trx, id)
  const { documentTitle, happenedFrom, happenedTo, foundByName, what, findings, consequences, measures, readingSeq, closedByName, closing, version } = incident
  return {
    ...rowOf(incident, people), documentTitle, happenedFrom, happenedTo, foundByName, what, findings, consequences, measures, readingSeq, closedByName,
    closing, version, people: people.map(({ slipId: _slip, ...row }) => row),
    stocktake: incident.stocktakeId === null ? null : { id: incident.stocktakeId, number: incident.stocktakeNumber! },
    slip: incident.slipId === null ? null : { id: incident.slipId, number: incident.slipNumber! },
    may: {
      investigate: incident.state === 'open' && hasRole(actor, ['archivist', 'creditAdministrator']) && !people.some(({ personId }) => personId === actor.personId),
      close: hasRole(actor, ['officeDirector']) && whyNotClose({ ...incident, answerable: people.map(({ personId }) => personId) }, actor.personId) === null,
    },
  }
}

/** Says what the audit entry is about: the incident by its number, never by its customer. */
export function recordIncident(context: Context, { id, number }: { id: number; number: string }, detail: Readonly<Record<string, unknown>> = {}): void {
  context.record({ kind: 'incident', id, label: number }, detail)
}
