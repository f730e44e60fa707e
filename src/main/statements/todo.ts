import { CONFIRMERS } from '../../shared/rules/statements/steps.ts'
import { inGroup, type Reader, undated, type Waiting } from '../home/todo.ts'
import { hasRole } from '../people/visibility.ts'

type Row = { id: number; name: string; sets: number; since: string; by: string }

/** Parties with drafts in which this person had no hand: a line each. */
export function statementsToConfirm({ trx, actor, most }: Reader): Waiting {
  if (!hasRole(actor, CONFIRMERS)) return inGroup('today', 0, [])
  const from = `FROM statement INDEXED BY statement_waiting
    WHERE statement.state = 'draft' AND NOT EXISTS (SELECT 1 FROM statementMaker WHERE statementId = statement.id AND personId = :personId)`
  const total = trx.prepare(`SELECT count(DISTINCT partyId) ${from}`).pluck().get({ personId: actor.personId }) as number
  if (total === 0) return inGroup('today', 0, [])
  const rows = trx.prepare(
    `SELECT party.id, coalesce(party.shortName, party.name) AS name, waiting.sets, waiting.since, person.name AS "by"
     FROM (SELECT partyId, count(*) AS sets, max(enteredAt) AS since, enteredBy ${from} GROUP BY partyId) AS waiting
       JOIN party ON party.id = waiting.partyId JOIN person ON person.id = waiting.enteredBy
     ORDER BY waiting.since, party.id LIMIT :most`,
  ).all({ personId: actor.personId, most }) as Row[]
  return inGroup('today', total, rows.map(({ id, name, sets, since, by }) => undated('today', {
    kind: 'statementsToConfirm', subject: { kind: 'party', id }, what: name, because: { rule: 'statements-entered', values: { by, on: since, sets } },
  })))
}
