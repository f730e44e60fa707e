import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { addMonths } from '../../../shared/rules/dossiers/deadlines.ts'
import { addDays } from '../../../shared/rules/lookups/days.ts'
import { judgePromises } from '../../../shared/rules/receivables/promises.ts'
import { visibleParty } from '../../people/visibility.ts'
import { receiptsOf } from '../../receivables/events.ts'
import { promisesOf } from '../../receivables/facts.ts'
import { allRaw } from '../../storage/all-raw.ts'
import { type Case, type CaseState, type Gauge, overList, type Reader } from './gauge.ts'
import { overRows, readable } from './rows.ts'

const NAME = sql`coalesce(party.shortName, party.name)`
const seen = ({ actor, today }: Reader): RawBuilder<SqlBool> => visibleParty(actor, today)
/** Statements older than this no longer say how a party stands. */
const FRESH_MONTHS = 18

/** Parties that have handed in statements: the last confirmed year is at most 18 months old; a set waits to be confirmed; the last is older. */
export const statements = overRows({
  kind: 'party', isSecret: true,
  rows: (reader) => sql`
    SELECT party.id, party.id AS partyId, ${NAME} AS label, latest.confirmedEnd AS title, NULL AS dueOn,
      CASE WHEN latest.hasDraft THEN 'dueSoon' WHEN latest.confirmedEnd >= ${addMonths(reader.today, -FRESH_MONTHS)} THEN 'inOrder' ELSE 'overdue' END AS state
    FROM (SELECT partyId, coalesce(max(iif(state = 'confirmed' AND periodEnd LIKE '%-12-31', periodEnd, NULL)), '') AS confirmedEnd, max(state = 'draft') AS hasDraft FROM statement WHERE state IN ('draft', 'confirmed') GROUP BY partyId) AS latest
      CROSS JOIN party ON party.id = latest.partyId WHERE ${seen(reader)}`,
})

/** Early warnings that were handled and still hold; those to be looked at; those to be acted on. */
export const warnings = overRows({
  kind: 'warning',
  rows: (reader) => sql`
    SELECT party.id, party.id AS partyId, ${NAME} AS label, coalesce(warning.name, warning.code) AS title, NULL AS dueOn, CASE WHEN warning.state = 'handled' THEN 'inOrder' WHEN warning.severity = 'look' THEN 'dueSoon' ELSE 'overdue' END AS state
    FROM warning INDEXED BY warning_state CROSS JOIN party ON party.id = warning.partyId WHERE warning.state IN ('open', 'handled') AND ${seen(reader)}`,
  order: sql`label, title, id`,
})

const SOON_DAYS = 30

/** Parties on the list of bad customers or the watch list by a decision; to be decided, or their term ends within 30 days; their term is over and nobody has decided. */
export const listings = overRows({
  kind: 'listing',
  rows: (reader) => sql`
    SELECT listing.id, party.id AS partyId, listing.number AS label, ${NAME} AS title, iif(listing.state = 'inForce', listing.untilOn, NULL) AS dueOn,
      CASE WHEN listing.state <> 'inForce' THEN 'dueSoon' WHEN listing.untilOn < ${reader.today} THEN 'overdue' WHEN listing.untilOn <= ${addDays(reader.today, SOON_DAYS)} THEN 'dueSoon' ELSE 'inOrder' END AS state
    FROM listing INDEXED BY listing_state CROSS JOIN party ON party.id = listing.partyId WHERE listing.state IN ('proposed', 'inForce', 'releaseProposed') AND ${seen(reader)}`,
})

/** Defaults and complaints on record: settled, and open. */
export const defaults = overRows({
  kind: 'default', isSecret: true,
  rows: (reader) => sql`
    SELECT party.id, party.id AS partyId, ${NAME} || ' ' || record."on" AS label, record.kind AS title, NULL AS dueOn, iif(record.settledOn IS NULL OR record.settledOn > ${reader.today}, 'dueSoon', 'inOrder') AS state
    FROM defaultRecord AS record CROSS JOIN party ON party.id = record.partyId WHERE record.struckAt IS NULL AND ${seen(reader)}`,
  order: sql`label, title`,
})

/** Days before an item is due in which it is near. */
const NEAR_DAYS = 7

/** Customers that owe: nothing is due within a week; the oldest item is; the oldest is over due. */
export const receivables = overRows({
  kind: 'receivable', isSecret: true,
  rows: (reader) => sql`
    SELECT party.id, party.id AS partyId, ${NAME} AS label, coalesce(party.creditCode, '') AS title, owed.dueOn,
      CASE WHEN owed.dueOn < ${reader.today} THEN 'overdue' WHEN owed.dueOn <= ${addDays(reader.today, NEAR_DAYS)} THEN 'dueSoon' ELSE 'inOrder' END AS state
    FROM (SELECT partyId, min(dueOn) AS dueOn FROM receivable INDEXED BY receivable_book WHERE settledOn IS NULL AND struckAt IS NULL GROUP BY partyId) AS owed
      CROSS JOIN party ON party.id = owed.partyId WHERE ${seen(reader)}`,
})

type Promised = { partyId: number; name: string }
const YEAR_DAYS = 365

/** Promises of payment of the last year and those to come: kept, or their day is far; due within a week; not kept whole. */
export const promises: Gauge = overList((reader) => {
  const { trx, today } = reader
  const parties = allRaw(trx, sql<Promised>`
    SELECT DISTINCT party.id AS partyId, ${NAME} AS name FROM promise INDEXED BY promise_due CROSS JOIN party ON party.id = promise.partyId
    WHERE promise.dueOn >= ${addDays(today, -YEAR_DAYS)} AND promise.struckAt IS NULL AND ${seen(reader)} ORDER BY party.pinyin, party.id`)
  const may = readable(reader)
  return parties.filter(({ partyId }) => may(partyId)).flatMap(({ partyId, name }) => {
    const all = promisesOf(trx, partyId)
    const judged = new Map(judgePromises(all, receiptsOf(trx, partyId), today).map(({ id, state }) => [id, state]))
    return all.filter(({ dueOn }) => dueOn >= addDays(today, -YEAR_DAYS)).map(({ id, madeOn, dueOn }): Case & { state: CaseState } => {
      const state = judged.get(id)
      const isKept = state === 'kept' || (state === 'open' && dueOn > addDays(today, NEAR_DAYS))
      return { kind: 'receivable', id: partyId, label: `${name} ${madeOn}`, title: '', dueOn: state === 'open' ? dueOn : null, state: isKept ? 'inOrder' : state === 'open' ? 'dueSoon' : 'overdue' }
    })
  })
})
