import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { addMonths } from '../../../shared/rules/dossiers/deadlines.ts'
import { addDays } from '../../../shared/rules/lookups/days.ts'
import { visibleParty } from '../../people/visibility.ts'
import { allRaw } from '../../storage/all-raw.ts'
import { type Case, type CaseKind, type CaseState, everything, type Gauge, type Reader, sumsOf } from './gauge.ts'

type Rows = {
  kind: CaseKind
  /** A SELECT of `id`, `label`, `title`, `dueOn` and `state` of the rows whose party the reader may see. */
  rows: (reader: Reader) => RawBuilder<unknown>
  order?: RawBuilder<unknown>
}

/** A gauge over rows that say their own state. */
const overRows = ({ kind, rows, order = sql`dueOn, label, id` }: Rows): Gauge => ({
  scope: everything,
  counts: (reader) => sumsOf(reader, sql`SELECT sum(state = 'inOrder') AS inOrder, sum(state = 'dueSoon') AS dueSoon, sum(state = 'overdue') AS overdue FROM (${rows(reader)})`),
  cases: (reader, _scope, state: CaseState, { limit, offset }) =>
    allRaw(reader.trx, sql<Case>`SELECT ${kind} AS kind, id, label, title, dueOn FROM (${rows(reader)}) WHERE state = ${state} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`),
})

const NAME = sql`coalesce(party.shortName, party.name)`
const seen = ({ actor, today }: Reader): RawBuilder<SqlBool> => visibleParty(actor, today)
/** Statements older than this no longer say how a party stands. */
const FRESH_MONTHS = 18

/** Parties that have handed in statements: the last confirmed year is at most 18 months old; a set waits to be confirmed; the last is older. */
export const statements = overRows({
  kind: 'party',
  rows: (reader) => sql`
    SELECT party.id, ${NAME} AS label, latest.confirmedEnd AS title, NULL AS dueOn,
      CASE WHEN latest.hasDraft THEN 'dueSoon' WHEN latest.confirmedEnd >= ${addMonths(reader.today, -FRESH_MONTHS)} THEN 'inOrder' ELSE 'overdue' END AS state
    FROM (SELECT partyId, coalesce(max(iif(state = 'confirmed', periodEnd, NULL)), '') AS confirmedEnd, max(state = 'draft') AS hasDraft FROM statement WHERE state IN ('draft', 'confirmed') GROUP BY partyId) AS latest
      CROSS JOIN party ON party.id = latest.partyId WHERE ${seen(reader)}`,
})

/** Early warnings that were handled and still hold; those to be looked at; those to be acted on. */
export const warnings = overRows({
  kind: 'warning',
  rows: (reader) => sql`
    SELECT party.id, ${NAME} AS label, warning.code AS title, NULL AS dueOn, CASE WHEN warning.state = 'handled' THEN 'inOrder' WHEN warning.severity = 'look' THEN 'dueSoon' ELSE 'overdue' END AS state
    FROM warning INDEXED BY warning_state CROSS JOIN party ON party.id = warning.partyId WHERE warning.state IN ('open', 'handled') AND ${seen(reader)}`,
  order: sql`label, title, id`,
})

const SOON_DAYS = 30

/** Parties on the list of bad customers or the watch list by a decision; to be decided, or their term ends within 30 days; their term is over and nobody has decided. */
export const listings = overRows({
  kind: 'listing',
  rows: (reader) => sql`
    SELECT listing.id, listing.number AS label, ${NAME} AS title, iif(listing.state = 'inForce', listing.untilOn, NULL) AS dueOn,
      CASE WHEN listing.state <> 'inForce' THEN 'dueSoon' WHEN listing.untilOn < ${reader.today} THEN 'overdue' WHEN listing.untilOn <= ${addDays(reader.today, SOON_DAYS)} THEN 'dueSoon' ELSE 'inOrder' END AS state
    FROM listing INDEXED BY listing_state CROSS JOIN party ON party.id = listing.partyId WHERE listing.state IN ('proposed', 'inForce', 'releaseProposed') AND ${seen(reader)}`,
})

/** Defaults and complaints on record: settled, and open. */
export const defaults = overRows({
  kind: 'default',
  rows: (reader) => sql`
    SELECT party.id, ${NAME} || ' ' || record."on" AS label, record.kind AS title, NULL AS dueOn, iif(record.settledOn IS NULL OR record.settledOn > ${reader.today}, 'dueSoon', 'inOrder') AS state
    FROM defaultRecord AS record CROSS JOIN party ON party.id = record.partyId WHERE record.struckAt IS NULL AND ${seen(reader)}`,
  order: sql`label, title`,
})
