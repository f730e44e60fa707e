import { sql, type SqlBool } from 'kysely'
import type { Clause } from '../../../shared/rules/regulations/clause.ts'
import { addDays } from '../../../shared/rules/lookups/days.ts'
import type { DossierKind } from '../../../shared/rules/regulations/schema.ts'
import { type TallyFilter, visibleTally } from '../../dossiers/tally.ts'
import { ownDepartment, runningSlip, seesWholeArchive, visibleDossier } from '../../people/visibility.ts'
import { allRaw } from '../../storage/all-raw.ts'
import { type CaseState, dossierCases, everything, type Gauge, PART, type Reader, sumsOf } from './gauge.ts'

/** Days ahead in which a document's end counts as near. */
const SOON_DAYS = 30

/**
 * What of the catalogues a clause is about: the kind of dossier whose catalogue names it, `contract`; with a class where the
 * clause is a part of that one and numbered as the class is (S22 1.9: the ninth), `contract/9`; '' for both kinds.
 */
function partOf({ regulation }: Reader, { id }: Clause): string {
  const kinds = (['credit', 'contract'] as const).filter((kind) => {
    const { clause } = regulation.catalogues[kind]
    return id === clause || id.startsWith(`${clause}.`)
  })
  const [kind] = kinds
  if (kinds.length !== 1 || kind === undefined) return ''
  const { clause, classes } = regulation.catalogues[kind]
  const code = id.slice(clause.length + 1)
  return classes.some((group) => group.code === code) ? `${kind}${PART}${code}` : kind
}

type Part = { kind: DossierKind | null; classCode: string | null }
function readPart(scope: string): Part {
  const [kind, classCode = null] = scope.split(PART)
  return { kind: kind ? (kind as DossierKind) : null, classCode }
}

const tallied = (reader: Reader, filter: TallyFilter) => visibleTally(reader, filter).dossiers
const isOfKind = (kind: DossierKind | null) => (kind === null ? sql<SqlBool>`1` : sql<SqlBool>`dossier.kind = ${kind}`)
/** Text that a dossier's gaps hold when it lacks something in a class. */
const gapOf = (classCode: string) => `%,${classCode},%`
const lacks = ({ classCode }: Part) => (classCode === null ? sql<SqlBool>`dossier.completeness < 10000` : sql<SqlBool>`dossier.gaps LIKE ${gapOf(classCode)}`)

/** How many dossiers lack a required document: from the tallies, those seen through a slip one by one. */
function lacking(reader: Reader, part: Part): number {
  if (part.classCode === null) return tallied(reader, { kind: part.kind, isComplete: false })
  const { trx, actor, today } = reader
  const own = ownDepartment(actor)
  const ofDepartments = allRaw(trx, sql<{ count: number }>`
    SELECT coalesce(sum(dossiers), 0) AS count FROM gapTally
    WHERE kind = ${part.kind} AND gaps LIKE ${gapOf(part.classCode)} AND ${seesWholeArchive(actor) ? sql`1` : sql`departmentId = ${own ?? 0}`}`)[0]!.count
  if (seesWholeArchive(actor)) return ofDepartments
  const throughSlips = allRaw(trx, sql<{ count: number }>`
    SELECT count(*) AS count FROM (SELECT DISTINCT dossierId FROM (${runningSlip(actor, today)})) AS slipped CROSS JOIN dossier ON dossier.id = slipped.dossierId
    WHERE dossier.voidedAt IS NULL AND dossier.departmentId IS NOT ${own} AND ${isOfKind(part.kind)} AND ${lacks(part)}`)[0]!.count
  return ofDepartments + throughSlips
}

/** Documents that have run out or are about to. One whose successor (same line, same title) is good for longer is done with. */
const ending = (today: string) => sql`
  document INDEXED BY document_expires CROSS JOIN dossier ON dossier.id = document.dossierId
  WHERE document.expiresOn IS NOT NULL AND document.expiresOn <= ${addDays(today, SOON_DAYS)} AND document.struckAt IS NULL
    AND dossier.voidedAt IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM document AS newer INDEXED BY document_dossier
      WHERE newer.dossierId = document.dossierId AND newer.struckAt IS NULL AND newer.itemCode IS document.itemCode
        AND newer.title = document.title
        AND (newer.expiresOn > document.expiresOn OR (newer.id > document.id AND coalesce(newer.expiresOn, document.expiresOn) >= document.expiresOn)))`

type Ended = { id: number; kind: DossierKind; gaps: string; isWhole: 0 | 1; itemCode: string | null; expiresOn: string }
type Near = { dueSoon: number; overdue: number }
/** Read once a call for all clauses: by scope, how many dossiers that lack nothing there have something that ends. */
const nearOfCall = new WeakMap<Reader, Map<string, Near>>()

function nearOf(reader: Reader, scope: string): Near {
  const all = nearOfCall.get(reader) ?? readNear(reader)
  nearOfCall.set(reader, all)
  return all.get(scope) ?? { dueSoon: 0, overdue: 0 }
}

/** One reading, sorted out here: the database would sort the same rows once for every class. */
function readNear({ trx, actor, today, regulation }: Reader): Map<string, Near> {
  const classOf = new Map((['credit', 'contract'] as const).flatMap((kind) =>
    regulation.catalogues[kind].classes.flatMap(({ code, items }) => items.map((item) => [`${kind} ${item.code}`, code] as const))))
  const rows = allRaw(trx, sql<Ended>`SELECT dossier.id, dossier.kind, dossier.gaps, dossier.completeness = 10000 AS isWhole, document.itemCode, document.expiresOn
    FROM ${ending(today)} AND ${visibleDossier(actor, today)}`)
  const first = new Map<string, Map<number, string>>()
  const note = (scope: string, id: number, expiresOn: string) => {
    const days = first.get(scope) ?? new Map<number, string>()
    first.set(scope, days)
    const known = days.get(id)
    if (known === undefined || expiresOn < known) days.set(id, expiresOn)
  }
  for (const { id, kind, gaps, isWhole, itemCode, expiresOn } of rows) {
    if (isWhole) {
      note('', id, expiresOn)
      note(kind, id, expiresOn)
    }
    const code = classOf.get(`${kind} ${itemCode}`)
    if (code !== undefined && !gaps.includes(`,${code},`)) note(`${kind}${PART}${code}`, id, expiresOn)
  }
  return new Map([...first].map(([scope, days]) => {
    let overdue = 0
    for (const day of days.values()) if (day < today) overdue += 1
    return [scope, { overdue, dueSoon: days.size - overdue }]
  }))
}

/** Dossiers that lack nothing of a part, with the day on which the first document of it ends. */
function endingDossiers({ today, regulation }: Reader, part: Part) {
  const { kind, classCode } = part
  const codes = kind === null || classCode === null ? null : regulation.catalogues[kind].classes.find((group) => group.code === classCode)?.items.map(({ code }) => code) ?? []
  const isOfClass = codes === null ? sql<SqlBool>`1` : sql<SqlBool>`document.itemCode IN (SELECT value FROM json_each(${JSON.stringify(codes)}))`
  return sql`SELECT dossier.id, min(document.expiresOn) AS expiresOn FROM ${ending(today)} AND NOT (${lacks(part)}) AND ${isOfKind(kind)} AND ${isOfClass} GROUP BY dossier.id`
}

/** Nothing lacks: in order; nothing lacks and a document runs out within 30 days: near; one lacks or has run out: not. */
export const catalogue: Gauge = {
  scope: partOf,
  counts: (reader, scope) => {
    const part = readPart(scope)
    const near = nearOf(reader, scope)
    const without = lacking(reader, part)
    const all = tallied(reader, { kind: part.kind })
    return { inOrder: all - without - near.dueSoon - near.overdue, dueSoon: near.dueSoon, overdue: without + near.overdue }
  },
  cases: (reader, scope, state, window) => {
    const { today } = reader
    const part = readPart(scope)
    const source = { from: sql`dossier LEFT JOIN (${endingDossiers(reader, part)}) AS ending ON ending.id = dossier.id`, order: sql`ending.expiresOn IS NULL, ending.expiresOn, dossier.number` }
    const condition = {
      inOrder: sql<SqlBool>`NOT (${lacks(part)}) AND ending.id IS NULL`,
      dueSoon: sql<SqlBool>`ending.expiresOn >= ${today}`,
      overdue: sql<SqlBool>`(${lacks(part)} OR ending.expiresOn < ${today})`,
    }[state]
    return dossierCases(reader, sql`${isOfKind(part.kind)} AND ${condition}`, window, sql<string | null>`ending.expiresOn`, source)
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
