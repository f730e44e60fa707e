import { localDay } from '../pipeline/days.ts'
import { hasRole } from '../people/visibility.ts'
import { inGroup, type Reader, undated, type Waiting } from '../home/todo.ts'

type Row = { id: number; number: string; openedAt: string; openedByName: string; name: string }

const READY = `
  FROM incident INDEXED BY incident_open JOIN person ON person.id = incident.openedBy JOIN dossier ON dossier.id = incident.dossierId
  JOIN party ON party.id = dossier.partyId
  WHERE incident.state = 'open' AND incident.openedBy <> :personId AND incident.findings IS NOT NULL AND incident.consequences IS NOT NULL
    AND incident.measures IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM incidentAnswerable WHERE incidentAnswerable.incidentId = incident.id AND incidentAnswerable.personId = :personId)`

/** Incidents that have been looked into and wait for an office director, who neither opened them nor answers for them. */
export function incidentsToClose({ trx, actor, most }: Reader): Waiting {
  if (!hasRole(actor, ['officeDirector'])) return inGroup('today', 0, [])
  const { personId } = actor
  const { total } = trx.prepare(`SELECT count(*) AS total ${READY}`).get({ personId }) as { total: number }
  const rows = trx
    .prepare(`SELECT incident.id, incident.number, incident.openedAt, person.name AS openedByName, coalesce(party.shortName, party.name) AS name ${READY}
      ORDER BY incident.openedAt, incident.id LIMIT :most`)
    .all({ personId, most }) as Row[]
  return inGroup('today', total, rows.map((row) => undated('today', {
    kind: 'incidentToClose', subject: { kind: 'incident', id: row.id }, what: `${row.name} ${row.number}`,
    because: { rule: 'incident-investigated', values: { on: localDay(new Date(row.openedAt)), by: row.openedByName } },
  })))
}
