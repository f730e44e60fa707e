import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Parsed } from '../../shared/contract/index.ts'
import { ownDepartment, runningSlip, seesWholeArchive, visibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw, AWAY, columnConditions, partiesNamed, stateCondition } from './conditions.ts'
import { type TallyFilter, tallyOf, visibleTally } from './tally.ts'

type Asked = Parsed<'dossiers.list'>
type Page = { total: number; ids: number[] }

/** The column each order runs on, and the index that holds the dossiers in it. */
const ORDERS = {
  number: { column: 'number', index: 'dossier_number' },
  name: { column: 'sortName', index: 'dossier_name' },
  opened: { column: 'openedOn', index: 'dossier_opened' },
  place: { column: 'placeKey', index: 'dossier_shelf' },
  completeness: { column: 'completeness', index: 'dossier_completeness' },
} as const

/** Reading a dossier's row costs about this many steps along an index. */
const ROW_COST = 10

/**
 * Which dossiers are on the page, and how many there are in all. Three ways, the cheapest for what is asked: from a small
 * side (a text's parties, folders away from their slot), by walking an index in the order asked for, or by gathering what
 * fits and sorting it. Without a small side the total comes from the tally, so that it costs the same in any archive.
 */
export function pageOfIds(context: Context, input: Asked): Page {
  const asked = withinDepartment(context, input)
  const smallSide = smallSideOf(asked)
  const total = smallSide ? countFrom(context, asked, smallSide) : visibleTotal(context, asked)
  if (asked.offset >= total) return { total, ids: [] }
  if (isWalkCheaper(context, asked, total)) return { total, ids: walk(context, asked, total) }
  return { total, ids: gather(context, asked, smallSide ?? sql`dossier ${gatherHint(asked)}`) }
}

/** A person bound to a department, with no slip into another, asks for that department, and its index serves him. */
function withinDepartment(context: Context, asked: Asked): Asked {
  const own = ownDepartment(context.actor)
  if (asked.departmentId !== null || own === null || seesWholeArchive(context.actor)) return asked
  const [other] = allRaw(context.trx, sql<{ id: number }>`SELECT dossier.id FROM dossier
    WHERE dossier.id IN (${runningSlip(context.actor, context.today)}) AND dossier.departmentId <> ${own} LIMIT 1`)
  return other ? asked : { ...asked, departmentId: own }
}

function conditionsOf({ actor, today }: Context, asked: Asked): RawBuilder<SqlBool> {
  const conditions = [...columnConditions(asked), visibleDossier(actor, today)]
  if (asked.state !== null) conditions.push(stateCondition(asked.state, today))
  return sql.join(conditions, sql` AND `)
}

/**
 * A FROM clause that starts at a small side and ends in `dossier`; null when nothing is asked that has one. CROSS JOIN
 * keeps SQLite from starting at the large one.
 */
function smallSideOf({ text, state }: Asked): RawBuilder<unknown> | null {
  const parties = partiesNamed(text)
  if (parties) return sql`(${parties}) AS named CROSS JOIN dossier ON dossier.partyId = named.id`
  if (state === null || state === 'in' || state === 'unshelved') return null
  return sql`(${AWAY}) AS away CROSS JOIN dossier ON dossier.id = away.dossierId`
}

function countFrom(context: Context, asked: Asked, from: RawBuilder<unknown>): number {
  const where = conditionsOf(context, asked)
  return allRaw(context.trx, sql<{ total: number }>`SELECT count(*) AS total FROM ${from} WHERE ${where}`)[0]!.total
}

/** Folders on the shelf (or waiting for one) are all of them by the tally without the few that are away. */
function visibleTotal(context: Context, asked: Asked): number {
  if (asked.state === null) return visibleTally(context, asked).dossiers
  const isShelved = asked.state === 'in'
  const all = visibleTally(context, { ...asked, isShelved }).dossiers
  const where = conditionsOf(context, { ...asked, state: null })
  const [{ away } = { away: 0 }] = allRaw(context.trx, sql<{ away: number }>`
    SELECT count(*) AS away FROM (${AWAY}) AS away CROSS JOIN dossier ON dossier.id = away.dossierId
    WHERE ${where} AND (dossier.drawerId IS NOT NULL) = ${isShelved ? 1 : 0}`)
  return all - away
}

/** Steps along the index to the end of the page, against going through a narrow index once and reading what fits. */
function isWalkCheaper({ trx }: Context, asked: Asked, total: number): boolean {
  const { all } = trx.prepare('SELECT coalesce(max(id), 0) AS "all" FROM dossier').get() as { all: number }
  const { departmentId, year } = asked
  const sizeOf = (filter: TallyFilter) => (Object.values(filter).every((value) => value === null) ? all : tallyOf(trx, filter).dossiers)
  const ofNumbers = sizeOf({ departmentId, year })
  const walked = { number: ofNumbers, opened: sizeOf({ year }), name: all, place: all, completeness: all }[asked.sort]
  const reach = Math.min(asked.offset, Math.max(0, total - asked.offset - asked.limit)) + asked.limit
  const isByNumber = asked.sort === 'number'
  const isInIndex = asked.state === null && asked.text === '' && (isByNumber || asked.isConfirmed === null)
  return ((reach * walked) / total) * (isInIndex ? 1 : ROW_COST) <= ofNumbers + total * ROW_COST
}

/** The numbers of a department, of a year and of both have indexes of their own; every other order goes through all of them. */
function walkedIndex(asked: Asked): string {
  return asked.sort === 'number' ? numberIndex(asked) : ORDERS[asked.sort].index
}

function numberIndex({ departmentId, year }: Pick<Asked, 'departmentId' | 'year'>): string {
  if (departmentId !== null) return year === null ? 'dossier_department' : 'dossier_departmentYear'
  return year === null ? ORDERS.number.index : 'dossier_year'
}

/** A dossier's year is that of its opening day (dossiers.open): in the order of days it is one stretch of the index. */
function yearStretch({ sort, year }: Asked): RawBuilder<unknown> {
  return sort === 'opened' && year !== null ? sql` AND dossier.openedOn >= ${`${year}-01-01`} AND dossier.openedOn <= ${`${year}-12-31`}` : sql``
}

/** The second half of a long list is reached from its end. */
function walk(context: Context, asked: Asked, total: number): number[] {
  const limit = Math.min(asked.limit, total - asked.offset)
  const fromEnd = total - asked.offset - limit
  const isFromEnd = fromEnd < asked.offset
  const parties = partiesNamed(asked.text)
  const rows = allRaw(context.trx, sql<{ id: number }>`
    SELECT dossier.id FROM dossier INDEXED BY ${sql.ref(walkedIndex(asked))}
    WHERE ${conditionsOf(context, asked)}${yearStretch(asked)}${parties ? sql` AND dossier.partyId IN (${parties})` : sql``}
    ORDER BY ${orderBy(asked, isFromEnd)} LIMIT ${limit} OFFSET ${isFromEnd ? fromEnd : asked.offset}`)
  const ids = rows.map((row) => row.id)
  return isFromEnd ? ids.reverse() : ids
}

function gather(context: Context, asked: Asked, from: RawBuilder<unknown>): number[] {
  const rows = allRaw(context.trx, sql<{ id: number }>`
    SELECT dossier.id FROM ${from} WHERE ${conditionsOf(context, asked)}
    ORDER BY ${orderBy(asked)} LIMIT ${asked.limit} OFFSET ${asked.offset}`)
  return rows.map((row) => row.id)
}

/** Without statistics SQLite cannot know which index leaves the fewest rows. */
function gatherHint({ departmentId, year, state, isConfirmed }: Asked): RawBuilder<unknown> {
  if (departmentId === null && state === 'unshelved') return sql`INDEXED BY dossier_unshelved`
  if (departmentId === null && isConfirmed === false) return sql`INDEXED BY dossier_unconfirmed`
  return sql`INDEXED BY ${sql.ref(numberIndex({ departmentId, year }))}`
}

function orderBy({ sort, descending }: Asked, isReversed = false): RawBuilder<unknown> {
  const direction = descending === isReversed ? sql`ASC` : sql`DESC`
  // A number is one dossier's alone, and its index goes on with other columns than the id.
  const tie = sort === 'number' ? sql`` : sql`, dossier.id ${direction}`
  return sql`dossier.${sql.ref(ORDERS[sort].column)} ${direction}${tie}`
}
