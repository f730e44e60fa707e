import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { addDays } from '../../../shared/rules/lookups/days.ts'
import { visibleParty } from '../../people/visibility.ts'
import { allRaw } from '../../storage/all-raw.ts'
import { type Case, type CaseState, everything, type Gauge, type Reader, sumsOf } from './gauge.ts'

const SOON_DAYS = 30
const STANDING = sql`rating INDEXED BY rating_review JOIN party ON party.id = rating.partyId`

function conditions({ actor, today }: Reader): Record<CaseState, RawBuilder<SqlBool>> {
  const seen = visibleParty(actor, today)
  const soon = addDays(today, SOON_DAYS)
  return {
    inOrder: sql<SqlBool>`rating.isCurrent = 1 AND rating.reviewOn > ${soon} AND ${seen}`,
    dueSoon: sql<SqlBool>`rating.isCurrent = 1 AND rating.reviewOn >= ${today} AND rating.reviewOn <= ${soon} AND ${seen}`,
    overdue: sql<SqlBool>`rating.isCurrent = 1 AND rating.reviewOn < ${today} AND ${seen}`,
  }
}

/** Parties that the program has rated: their rating holds; is to be made again within 30 days; was to be made again by now. */
export const ratings: Gauge = {
  scope: everything,
  counts: (reader) => {
    const { inOrder, dueSoon, overdue } = conditions(reader)
    return sumsOf(reader, sql`SELECT (SELECT count(*) FROM ${STANDING} WHERE ${inOrder}) AS inOrder, (SELECT count(*) FROM ${STANDING} WHERE ${dueSoon}) AS dueSoon,
      (SELECT count(*) FROM ${STANDING} WHERE ${overdue}) AS overdue`)
  },
  cases: (reader, _scope, state, { limit, offset }) => allRaw(reader.trx, sql<Case>`
    SELECT 'party' AS kind, party.id, rating.number AS label, coalesce(party.shortName, party.name) AS title, rating.reviewOn AS dueOn
    FROM ${STANDING} WHERE ${conditions(reader)[state]} ORDER BY rating.reviewOn, rating.id LIMIT ${limit} OFFSET ${offset}`),
}
