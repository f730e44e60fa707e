import { type RawBuilder, sql } from 'kysely'
import { RATERS } from '../../../shared/contract/ratings.ts'
import { addMonths } from '../../../shared/rules/dossiers/deadlines.ts'
import { hasRole, visibleDossier, visibleParty } from '../../people/visibility.ts'
import { dueReasons } from '../../rerating/due.ts'
import { allRaw } from '../../storage/all-raw.ts'
import { type Case, type CaseState, everything, type Gauge, overList, type Reader, sumsOf } from './gauge.ts'

const STANDING = sql`rating INDEXED BY rating_standing JOIN party ON party.id = rating.partyId`

type Due = { partyId: number; dueOn: string }
/** Read once a call: parties of the reader's whose rating is to be made again, for the calendar or for what happened, by day. */
const dueOfCall = new WeakMap<Reader, Due[]>()

function dueOf(reader: Reader): Due[] {
  const known = dueOfCall.get(reader)
  if (known) return known
  const { trx, actor, today } = reader
  const all = [...dueReasons(trx, today)].map(([partyId, [first]]): Due => ({ partyId, dueOn: first!.dueOn }))
  const seen = new Set(allRaw(trx, sql<{ id: number }>`SELECT party.id FROM json_each(${JSON.stringify(all.map(({ partyId }) => partyId))}) CROSS JOIN party ON party.id = json_each.value WHERE ${visibleParty(actor, today)}`).map(({ id }) => id))
  const due = all.filter(({ partyId }) => seen.has(partyId)).toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : one.partyId - other.partyId))
  dueOfCall.set(reader, due)
  return due
}

const dueIn = (reader: Reader, state: CaseState) => dueOf(reader).filter(({ dueOn }) => (dueOn < reader.today) === (state === 'overdue'))

/** Parties that the program has rated: their rating holds; is to be made again; was to be made again by now (by the calendar of the grade, or after what happened). */
export const ratings: Gauge = {
  scope: everything,
  counts: (reader) => {
    const { actor, today } = reader
    const { inOrder: standing } = sumsOf(reader, sql`SELECT count(*) AS inOrder, 0 AS dueSoon, 0 AS overdue FROM ${STANDING} WHERE rating.isCurrent = 1 AND ${visibleParty(actor, today)}`)
    const [dueSoon, overdue] = [dueIn(reader, 'dueSoon').length, dueIn(reader, 'overdue').length]
    return { inOrder: standing - dueSoon - overdue, dueSoon, overdue }
  },
  cases: (reader, _scope, state, { limit, offset }) => {
    const { trx, actor, today } = reader
    const shown = (dueOn: RawBuilder<string | null>) => sql`SELECT 'party' AS kind, party.id, rating.number AS label, coalesce(party.shortName, party.name) AS title, ${dueOn} AS dueOn`
    if (state === 'inOrder') {
      const due = JSON.stringify(dueOf(reader).map(({ partyId }) => partyId))
      return allRaw(trx, sql<Case>`${shown(sql`rating.reviewOn`)} FROM ${STANDING} WHERE rating.isCurrent = 1 AND party.id NOT IN (SELECT value FROM json_each(${due})) AND ${visibleParty(actor, today)}
        ORDER BY rating.reviewOn, rating.id LIMIT ${limit} OFFSET ${offset}`)
    }
    const page = JSON.stringify(dueIn(reader, state).slice(offset, offset + limit))
    return allRaw(trx, sql<Case>`${shown(sql`json_each.value ->> 'dueOn'`)} FROM json_each(${page}) CROSS JOIN party ON party.id = json_each.value ->> 'partyId'
      CROSS JOIN rating INDEXED BY rating_standing ON rating.partyId = party.id AND rating.isCurrent = 1 ORDER BY json_each.key`)
  },
}

/** Ratings approved by three people this year, and those on their way there. */
export const ratingSteps: Gauge = {
  scope: everything,
  counts: (reader) => {
    if (!hasRole(reader.actor, RATERS)) return { inOrder: 0, dueSoon: 0, overdue: 0 }
    const { inOrder, dueSoon } = caseSources(reader)
    return sumsOf(reader, sql`SELECT (SELECT count(*) FROM ${inOrder}) AS inOrder, (SELECT count(*) FROM ${dueSoon}) AS dueSoon, 0 AS overdue`)
  },
  cases: (reader, _scope, state, { limit, offset }) => (state === 'overdue' || !hasRole(reader.actor, RATERS) ? [] : allRaw(reader.trx, sql<Case>`
    SELECT 'rating' AS kind, rating.id, rating.number AS label, coalesce(party.shortName, party.name) AS title, NULL AS dueOn FROM ${caseSources(reader)[state]} ORDER BY rating.id DESC LIMIT ${limit} OFFSET ${offset}`)),
}

function caseSources({ actor, today }: Reader) {
  const cases = sql`rating INDEXED BY rating_state JOIN party ON party.id = rating.partyId`
  return {
    inOrder: sql`${cases} WHERE rating.state = 'approved' AND rating.approvedOn >= ${`${today.slice(0, 4)}-01-01`} AND ${visibleParty(actor, today)}`,
    dueSoon: sql`${cases} WHERE rating.state IN ('draft', 'submitted', 'reviewed', 'returned') AND ${visibleParty(actor, today)}`,
  }
}

/** Of every scheme the version that rates today, and those that wait to be reviewed or approved. */
export const schemes: Gauge = overList(({ trx, today }) => trx.prepare(
  `SELECT 'scheme' AS kind, version.id, scheme.code || ' ' || version.no AS label, version.body ->> 'name' AS title, NULL AS dueOn, iif(version.state = 'approved', 'inOrder', 'dueSoon') AS state
   FROM schemeVersion AS version JOIN scheme ON scheme.id = version.schemeId
   WHERE scheme.retiredAt IS NULL AND (version.state IN ('submitted', 'reviewed') OR version.id = (
     SELECT id FROM schemeVersion WHERE schemeId = scheme.id AND state = 'approved' AND effectiveOn <= ? ORDER BY effectiveOn DESC, id DESC LIMIT 1)) ORDER BY scheme.id, version.id`,
).all(today) as (Case & { state: CaseState })[])

const YEAR = 12

/** Contracts of sale signed in the last twelve months: on that day the customer had a rating that held; one past its day; none. */
export const presale: Gauge = {
  scope: everything,
  counts: (reader) => sumsOf(reader, sql`SELECT sum(state = 'inOrder') AS inOrder, sum(state = 'dueSoon') AS dueSoon, sum(state = 'overdue') AS overdue FROM (${signings(reader)})`),
  cases: (reader, _scope, state, { limit, offset }) => allRaw(reader.trx, sql<Case>`
    SELECT 'contract' AS kind, id, label, title, NULL AS dueOn FROM (${signings(reader)}) WHERE state = ${state} ORDER BY label LIMIT ${limit} OFFSET ${offset}`),
}

function signings({ actor, today }: Reader) {
  const rated = sql`SELECT 1 FROM rating INDEXED BY rating_party WHERE rating.partyId = dossier.partyId AND rating.state = 'approved' AND rating.approvedOn <= signing."on"`
  return sql`
    SELECT dossier.id, dossier.number AS label, coalesce(party.shortName, party.name) AS title,
      CASE WHEN EXISTS (${rated} AND coalesce(rating.reviewOn, '9999') >= signing."on") THEN 'inOrder' WHEN EXISTS (${rated}) THEN 'dueSoon' ELSE 'overdue' END AS state
    FROM contractEvent AS signing INDEXED BY contractEvent_day CROSS JOIN contract ON contract.dossierId = signing.dossierId CROSS JOIN dossier ON dossier.id = contract.dossierId CROSS JOIN party ON party.id = dossier.partyId
    WHERE signing.what = 'signed' AND signing."on" > ${addMonths(today, -YEAR)} AND signing."on" <= ${today} AND signing.struckAt IS NULL AND contract.direction = 'sale' AND dossier.voidedAt IS NULL
      AND ${visibleDossier(actor, today)}`
}
