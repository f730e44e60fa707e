import { sql, type SqlBool } from 'kysely'
import type { Clause } from '../../../shared/rules/regulations/clause.ts'
import { addDays } from '../../../shared/rules/lookups/days.ts'
import type { DossierKind } from '../../../shared/rules/regulations/schema.ts'
import { type TallyFilter, visibleTally } from '../../dossiers/tally.ts'
import { visibleDossier } from '../../people/visibility.ts'
import { type CaseState, dossierCases, everything, type Gauge, type Reader, sumsOf } from './gauge.ts'

/** Days ahead in which a document's end counts as near. */
const SOON_DAYS = 30

/** The kind of dossier whose catalogue a clause is about, by the clause that the catalogue names; '' for both. */
function kindOf({ regulation }: Reader, { id }: Clause): string {
  const kinds = (['credit', 'contract'] as const).filter((kind) => {
    const { clause } = regulation.catalogues[kind]
    return id === clause || id.startsWith(`${clause}.`)
  })
  return kinds.length === 1 ? kinds[0]! : ''
}

const filterOf = (scope: string): TallyFilter => (scope === '' ? {} : { kind: scope as DossierKind })
const isOfKind = (scope: string) => (scope === '' ? sql<SqlBool>`1` : sql<SqlBool>`dossier.kind = ${scope}`)
const tallied = (reader: Reader, filter: TallyFilter) => visibleTally(reader, filter).dossiers

/**
 * Complete dossiers with a document that has run out or is about to, and the day it does: few beside all documents, since
 * the index on the days leads. A document whose successor (same line, same title) is good for longer is done with.
 */
const expiring = ({ today }: Reader) => sql`
  SELECT dossier.id, min(document.expiresOn) AS expiresOn
  FROM document INDEXED BY document_expires CROSS JOIN dossier ON dossier.id = document.dossierId
  WHERE document.expiresOn IS NOT NULL AND document.expiresOn <= ${addDays(today, SOON_DAYS)} AND document.struckAt IS NULL
    AND dossier.voidedAt IS NULL AND dossier.completeness = 10000
    AND NOT EXISTS (
      SELECT 1 FROM document AS newer INDEXED BY document_dossier
      WHERE newer.dossierId = document.dossierId AND newer.struckAt IS NULL AND newer.itemCode IS document.itemCode
        AND newer.title = document.title
        AND (newer.expiresOn > document.expiresOn OR (newer.id > document.id AND coalesce(newer.expiresOn, document.expiresOn) >= document.expiresOn)))
  GROUP BY dossier.id`

/** Complete: in order; complete with a document that runs out within 30 days: near; incomplete or with one run out: not. */
export const catalogue: Gauge = {
  scope: kindOf,
  counts: (reader, scope) => {
    const near = sumsOf(reader, sql`
      SELECT 0 AS inOrder, sum(ending.expiresOn >= ${reader.today}) AS dueSoon, sum(ending.expiresOn < ${reader.today}) AS overdue
      FROM (${expiring(reader)}) AS ending CROSS JOIN dossier ON dossier.id = ending.id
      WHERE ${isOfKind(scope)} AND ${visibleDossier(reader.actor, reader.today)}`)
    const complete = tallied(reader, { ...filterOf(scope), isComplete: true })
    return {
      inOrder: complete - near.dueSoon - near.overdue, dueSoon: near.dueSoon,
      overdue: tallied(reader, { ...filterOf(scope), isComplete: false }) + near.overdue,
    }
  },
  cases: (reader, scope, state, window) => {
    const { today } = reader
    const ending = sql`(${expiring(reader)})`
    const due = sql<string | null>`ending.expiresOn`
    const withEnd = { from: sql`dossier LEFT JOIN ${ending} AS ending ON ending.id = dossier.id`, order: sql`ending.expiresOn IS NULL, ending.expiresOn, dossier.number` }
    const condition = {
      inOrder: sql<SqlBool>`dossier.completeness = 10000 AND ending.id IS NULL`,
      dueSoon: sql<SqlBool>`ending.expiresOn >= ${today}`,
      overdue: sql<SqlBool>`(dossier.completeness < 10000 OR ending.expiresOn < ${today})`,
    }[state]
    return dossierCases(reader, sql`${isOfKind(scope)} AND ${condition}`, window, due, withEnd)
  },
}

/** A gauge over dossiers that the tally knows: what is in order, and what is not there yet. */
function bySort(isKept: TallyFilter, isWaiting: TallyFilter, condition: Record<CaseState, ReturnType<typeof sql<SqlBool>>>, only: TallyFilter = {}): Gauge {
  return {
    scope: everything,
    counts: (reader) => ({ inOrder: tallied(reader, { ...only, ...isKept }), dueSoon: tallied(reader, { ...only, ...isWaiting }), overdue: 0 }),
    cases: (reader, _scope, state, window) => dossierCases(reader, condition[state], window),
  }
}

const NONE = sql<SqlBool>`0`

/** Confirmed, or waiting to be. A day by which it has to happen is a deadline's, and counted there. */
export const confirmation = bySort({ isConfirmed: true }, { isConfirmed: false }, {
  inOrder: sql<SqlBool>`dossier.confirmedAt IS NOT NULL`, dueSoon: sql<SqlBool>`dossier.confirmedAt IS NULL`, overdue: NONE,
})

/** Credit dossiers of customers with a grade, and of those without. */
export const grade: Gauge = {
  scope: everything,
  counts: (reader) => {
    const all = tallied(reader, { kind: 'credit' })
    const without = tallied(reader, { kind: 'credit', grade: 'none' })
    return { inOrder: all - without, dueSoon: without, overdue: 0 }
  },
  cases: (reader, _scope, state, window) => {
    const condition = { inOrder: sql<SqlBool>`dossier.grade IS NOT NULL`, dueSoon: sql<SqlBool>`dossier.grade IS NULL`, overdue: NONE }[state]
    return dossierCases(reader, sql`dossier.kind = 'credit' AND ${condition}`, window)
  },
}

/** Every dossier was opened by whoever does the business: the program lets nobody else. */
export const opening: Gauge = {
  scope: everything,
  counts: (reader) => ({ inOrder: tallied(reader, {}), dueSoon: 0, overdue: 0 }),
  cases: (reader, _scope, state, window) => dossierCases(reader, state === 'inOrder' ? sql`1` : NONE, window),
}

/** On its shelf; in the archive room without a place yet; missing. */
export const cabinet: Gauge = {
  scope: everything,
  counts: (reader) => {
    const seen = visibleDossier(reader.actor, reader.today)
    const { dueSoon, overdue } = sumsOf(reader, sql`SELECT 0 AS inOrder,
      (SELECT count(*) FROM dossier INDEXED BY dossier_toShelve
        WHERE drawerId IS NULL AND stage = 'archiveRoom' AND voidedAt IS NULL AND custody <> 'missing' AND ${seen}) AS dueSoon,
      (SELECT count(*) FROM dossier INDEXED BY dossier_custody WHERE custody <> 'in' AND custody = 'missing' AND voidedAt IS NULL AND ${seen}) AS overdue`)
    const missingFromShelf = sumsOf(reader, sql`SELECT count(*) AS inOrder, 0 AS dueSoon, 0 AS overdue FROM dossier INDEXED BY dossier_custody
      WHERE custody <> 'in' AND custody = 'missing' AND drawerId IS NOT NULL AND voidedAt IS NULL AND ${seen}`).inOrder
    return { inOrder: tallied(reader, { isShelved: true }) - missingFromShelf, dueSoon, overdue }
  },
  cases: (reader, _scope, state, window) => dossierCases(reader, {
    inOrder: sql<SqlBool>`dossier.drawerId IS NOT NULL AND dossier.custody <> 'missing'`,
    dueSoon: sql<SqlBool>`dossier.drawerId IS NULL AND dossier.stage = 'archiveRoom' AND dossier.custody <> 'missing'`,
    overdue: sql<SqlBool>`dossier.custody = 'missing'`,
  }[state], window),
}
