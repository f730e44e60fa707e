import { addDays } from '../../shared/rules/lookups/days.ts'
import { inGroup, onDay, type Reader, SOON_DAYS, undated, type Waiting, waitingByDay } from '../home/todo.ts'
import { hasRole } from '../people/visibility.ts'

/** Requests for leave to read, for whom the regulation has decide; never one's own. */
export function authorisationsToDecide({ trx, actor, today, regulation, most }: Reader): Waiting {
  const role = regulation.access.authorisation?.role
  if (role === undefined || !hasRole(actor, [role])) return inGroup('today', 0, [])
  const from = 'FROM authorisation INDEXED BY authorisation_waiting JOIN person AS reader ON reader.id = personId LEFT JOIN dossier ON dossier.id = dossierId WHERE decision IS NULL AND untilOn >= ? AND personId <> ?'
  const { total } = trx.prepare(`SELECT count(*) AS total ${from}`).get(today, actor.personId) as { total: number }
  const rows = trx
    .prepare(`SELECT authorisation.id, reader.name, dossier.number, purpose, requestedAt ${from} ORDER BY authorisation.id LIMIT ?`)
    .all(today, actor.personId, most) as { id: number; name: string; number: string | null; purpose: string; requestedAt: string }[]
  return inGroup('today', total, rows.map(({ id, name, number, purpose, requestedAt }) => undated('today', {
    kind: 'authoriseReading', subject: { kind: 'authorisation', id }, what: [name, number].filter(Boolean).join(' '),
    because: { rule: 'authorisation-asked', values: { at: requestedAt, purpose } },
  })))
}

const PLANNED = `
  FROM dossier INDEXED BY dossier_downgrade JOIN party ON party.id = dossier.partyId
  WHERE dossier.downgradeOn IS NOT NULL AND dossier.downgradeOn <= :until AND dossier.voidedAt IS NULL`

/** Dossiers whose level is to be lowered within 30 days, or was to be. */
export function toDowngrade({ trx, actor, today, most }: Reader): Waiting {
  if (!hasRole(actor, ['creditAdministrator', 'archivist'])) return inGroup('soon', 0, [])
  const until = addDays(today, SOON_DAYS)
  const rows = trx
    .prepare(
      `SELECT dossier.id, dossier.number, coalesce(party.shortName, party.name) AS name, dossier.downgradeOn, dossier.downgradeTo ${PLANNED}
       ORDER BY dossier.downgradeOn, dossier.id LIMIT :most`,
    )
    .all({ until, most }) as { id: number; number: string; name: string; downgradeOn: string; downgradeTo: string }[]
  return waitingByDay({ trx, today }, 'dossier.downgradeOn', PLANNED, { until }, rows.map((row) => onDay(today, {
    kind: 'downgrade', subject: { kind: 'dossier', id: row.id }, what: `${row.name} ${row.number}`, dueOn: row.downgradeOn,
    because: { rule: 'downgrade-planned', values: { on: row.downgradeOn, to: row.downgradeTo } },
  })))
}
