import { sql } from 'kysely'
import type { Because } from '../../shared/contract/method.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import { inGroup, onDay, type Reader, SOON_DAYS, type Todo, undated, type Waiting, waitingByDay } from '../home/todo.ts'
import { hasRole } from '../people/visibility.ts'
import { allRaw } from '../storage/all-raw.ts'
import { limitsOver, overSince } from './exposure.ts'
import { waitingFor } from './list.ts'

const KINDS = { draft: 'limitDraft', returned: 'limitReturned', submitted: 'limitToReview', reviewed: 'limitToDecide', hold: 'limitHoldToDecide' } as const satisfies Record<string, Todo['kind']>
type Line = { id: number; number: string; name: string; since: string; by: string; reason: string | null }

/** Limits that wait for this person, those that run out, and those used beyond their sum. */
export function limitsWaiting(reader: Reader): Waiting[] {
  return [...waitingFor(reader).map((one) => lines(reader, one)), limitsEnding(reader), overLimit(reader)]
}

function lines({ trx, most }: Reader, { kind, where }: ReturnType<typeof waitingFor>[number]): Waiting {
  const group: Todo['group'] = kind === 'draft' ? 'later' : 'today'
  const index = kind === 'hold' ? sql`INDEXED BY limitCase_hold` : sql`INDEXED BY limitCase_state`
  const [{ total } = { total: 0 }] = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM limitCase ${index} WHERE ${where}`)
  if (total === 0) return inGroup(group, 0, [])
  const rows = allRaw(trx, sql<Line>`
    SELECT limitCase.id, limitCase.number, coalesce(party.shortName, party.name) AS name, step.at AS since, person.name AS "by", CASE WHEN step.what IN ('returned', 'freezeProposed', 'releaseProposed') THEN step.reason END AS reason
    FROM limitCase ${index} JOIN party ON party.id = limitCase.partyId
      JOIN limitStep AS step ON step.id = (SELECT max(id) FROM limitStep WHERE limitId = limitCase.id) JOIN person ON person.id = step."by"
    WHERE ${where} ORDER BY limitCase.id LIMIT ${most}`)
  return inGroup(group, total, rows.map(({ id, number, name, ...values }) => undated(group, {
    kind: KINDS[kind], subject: { kind: 'limit', id }, what: `${name} ${number}`, because: { rule: kind === 'hold' ? 'limit-hold' : 'rating-waits', values } satisfies Because,
  })))
}

/** Limits whose last day comes within thirty days, or is over, and that nothing newer follows. */
function limitsEnding({ trx, actor, today, most }: Reader): Waiting {
  if (!hasRole(actor, ['creditAdministrator'])) return inGroup('soon', 0, [])
  const values = { until: addDays(today, SOON_DAYS) }
  const from = `FROM limitCase INDEXED BY limitCase_until JOIN party ON party.id = limitCase.partyId WHERE limitCase.isCurrent = 1 AND limitCase.untilOn <= :until
    AND NOT EXISTS (SELECT 1 FROM limitCase AS newer INDEXED BY limitCase_running WHERE newer.partyId = limitCase.partyId AND newer.state IN ('draft', 'submitted', 'reviewed', 'returned'))`
  const rows = trx.prepare(`SELECT limitCase.id, limitCase.number, coalesce(party.shortName, party.name) AS name, limitCase.untilOn ${from} ORDER BY limitCase.untilOn, limitCase.id LIMIT :most`)
    .all({ ...values, most }) as { id: number; number: string; name: string; untilOn: string }[]
  return waitingByDay({ trx, today }, 'limitCase.untilOn', from, values, rows.map((row) => onDay(today, {
    kind: 'limitEnds', subject: { kind: 'limit', id: row.id }, what: `${row.name} ${row.number}`, dueOn: row.untilOn, because: { rule: 'limit-ends', values: { until: row.untilOn } },
  })))
}

/** One line for all limits that are used beyond their sum, for whoever keeps them and for whoever answers for them. */
function overLimit({ trx, actor, today }: Reader): Waiting {
  if (!hasRole(actor, ['creditAdministrator', 'generalManager'])) return inGroup('today', 0, [])
  const over = limitsOver(trx, today)
  if (over.length === 0) return inGroup('today', 0, [])
  const first = over.map((limit) => overSince(trx, limit, today) ?? today).sort()[0]!
  return inGroup('today', 1, [undated('today', { kind: 'limitsOver', subject: { kind: 'limit', id: over[0]!.id }, what: '', folders: over.length, because: { rule: 'limits-over', values: { parties: over.length, first } } })])
}
