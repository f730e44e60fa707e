import { inGroup, onDay, type Reader, SOON_DAYS, undated, type Waiting, waitingByDay } from '../home/todo.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import { hasRole } from '../people/visibility.ts'
import { setToDecide } from './rule-sets.ts'

type Row = { id: number; list: string; number: string; name: string; since: string; by: string; untilOn: string }

/** Parties proposed for a list or for release, to be decided by somebody else; terms that end or have ended; warnings to act on; rules to be decided. */
export function listingsWaiting(reader: Reader): Waiting[] {
  return [toDecide(reader), termsEnding(reader), warningsToAct(reader), rulesToDecide(reader)]
}

function toDecide({ trx, actor, most }: Reader): Waiting {
  if (!hasRole(actor, ['officeDirector', 'generalManager'])) return inGroup('today', 0, [])
  const from = `FROM listing INDEXED BY listing_state JOIN party ON party.id = listing.partyId
    JOIN person ON person.id = CASE listing.state WHEN 'proposed' THEN proposedBy ELSE releaseProposedBy END
    WHERE listing.state IN ('proposed', 'releaseProposed') AND person.id <> :personId`
  const { total } = trx.prepare(`SELECT count(*) AS total ${from}`).get({ personId: actor.personId }) as { total: number }
  const rows = trx.prepare(`SELECT listing.id, listing.list, listing.number, coalesce(party.shortName, party.name) AS name, proposedAt AS since, person.name AS "by" ${from} ORDER BY listing.id LIMIT :most`)
    .all({ personId: actor.personId, most }) as Row[]
  return inGroup('today', total, rows.map((row) => undated('today', {
    kind: 'listingToDecide', subject: { kind: 'listing', id: row.id, code: row.list }, what: `${row.name} ${row.number}`, because: { rule: 'listing-proposed', values: { by: row.by, on: row.since } },
  })))
}

function termsEnding({ trx, actor, today, most }: Reader): Waiting {
  if (!hasRole(actor, ['creditAdministrator'])) return inGroup('soon', 0, [])
  const values = { until: addDays(today, SOON_DAYS) }
  const from = `FROM listing INDEXED BY listing_state JOIN party ON party.id = listing.partyId WHERE listing.state = 'inForce' AND listing.untilOn <= :until`
  const rows = trx.prepare(`SELECT listing.id, listing.list, listing.number, coalesce(party.shortName, party.name) AS name, untilOn ${from} ORDER BY untilOn, listing.id LIMIT :most`).all({ ...values, most }) as Row[]
  return waitingByDay({ trx, today }, 'listing.untilOn', from, values, rows.map((row) => onDay(today, {
    kind: 'listingTermEnds', subject: { kind: 'listing', id: row.id, code: row.list }, what: `${row.name} ${row.number}`, dueOn: row.untilOn, because: { rule: 'listing-term', values: { until: row.untilOn } },
  })))
}

/** One line for all warnings that are to be acted on and that nobody has dealt with. */
function warningsToAct({ trx, actor }: Reader): Waiting {
  if (!hasRole(actor, ['creditAdministrator'])) return inGroup('today', 0, [])
  const { total, id, parties, first } = trx.prepare(
    `SELECT count(*) AS total, min(id) AS id, count(DISTINCT partyId) AS parties, min(firstOn) AS first FROM warning INDEXED BY warning_state WHERE state = 'open' AND severity = 'act'`,
  ).get() as { total: number; id: number | null; parties: number; first: string | null }
  if (id === null || first === null) return inGroup('today', 0, [])
  return inGroup('today', 1, [undated('today', {
    kind: 'warningsOpen', subject: { kind: 'warning', id }, what: '', folders: total, because: { rule: 'warnings-open', values: { warnings: total, parties, first } },
  })])
}

function rulesToDecide(reader: Reader): Waiting {
  const set = setToDecide(reader)
  if (set === null) return inGroup('today', 0, [])
  return inGroup('today', 1, [undated('today', { kind: 'warningRulesToDecide', subject: { kind: 'warningRules', id: set.id }, what: '', because: { rule: 'warning-rules-proposed', values: { by: set.by, on: set.on } } })])
}
