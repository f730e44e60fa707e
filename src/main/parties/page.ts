import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { type SeenParties, seenParties, seesWholeArchive, visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'
import { namedIds, type PartyQuery, rowConditions, whereAll } from './conditions.ts'
import { tallyOf } from './tally.ts'

/** The column each order runs on, and the index that holds all parties in it. */
const ORDERS = {
  name: { column: 'pinyin', index: 'party_pinyin' },
  code: { column: 'creditCode', index: 'party_creditCode' },
  updated: { column: 'updatedAt', index: 'party_updated' },
  founded: { column: 'foundedOn', index: 'party_founded' },
} as const

/** Reading a party's row costs about this many steps along an index. */
const ROW_COST = 10

type Page = { total: number; ids: number[] }

/**
 * Which parties are on the page, and how many there are in all, of those this person may see. Two ways, the cheaper for what
 * is asked: walking an index in the order asked for and passing over what does not fit, or gathering what fits and sorting.
 */
export function pageOfIds(context: Context, asked: PartyQuery): Page {
  const total = countParties(context, asked)
  if (asked.offset >= total) return { total, ids: [] }
  return { total, ids: isWalkCheaper(context, asked, total) ? walk(context, asked, total) : gather(context, asked) }
}

/** What the tally knows is added up from it, so that it costs the same whatever the archive holds; only the rest is counted. */
function countParties(context: Context, asked: PartyQuery): number {
  const isWhole = seesWholeArchive(context.actor)
  // Nearly all parties, or nearly none, have no dossier: the others are counted along their own index.
  if (asked.hasDossier === false && !isWhole) {
    return countParties(context, { ...asked, hasDossier: null }) - countParties(context, { ...asked, hasDossier: true })
  }
  const conditions = rowConditions(context, asked)
  const isWordAlone = asked.common.length === 1 && asked.named.length === 0 && conditions.length === 1
  if (isWordAlone && isWhole) return countNamed(context, asked)
  return sourcesOf(context, asked).reduce((sum, { from, where, tally, shared, ids }) => {
    if (tally && asked.words.length === 0) {
      const hidden = shared && asked.hasDossier ? count(context, sql`${shared}${whereAll(rowConditions(context, { ...asked, hasDossier: false }))}`) : 0
      return sum + tallyOf(context.trx, asked, tally) - hidden
    }
    const isBare = conditions.length === 0 && ids !== undefined
    return sum + count(context, isBare ? sql`(${ids})` : sql`${from}${whereAll([...conditions, where])}`)
  }, 0)
}

function count({ trx }: Context, from: RawBuilder<unknown>): number {
  return allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM ${from}`)[0]!.total
}

/** The names stand in an index of their own, narrow enough to go through; the few found by another name are added. */
function countNamed(context: Context, asked: PartyQuery): number {
  const pattern = `%${asked.common[0]!}%`
  const byName = count(context, sql`party INDEXED BY party_name WHERE party.name LIKE ${pattern}`)
  return byName + count(context, sql`(SELECT id FROM party INDEXED BY party_shortName WHERE shortName IS NOT NULL AND shortName LIKE ${pattern}
    UNION SELECT partyId FROM partyOldName WHERE name LIKE ${pattern}) AS other CROSS JOIN party NOT INDEXED ON party.id = other.id WHERE party.name NOT LIKE ${pattern}`)
}

/** FROM clauses without a party in common, each with its condition, that together yield what this person may see. */
function sourcesOf({ actor, today }: Context, asked: PartyQuery): (SeenParties & { ids?: RawBuilder<unknown> })[] {
  const named = namedIds(asked)
  const isWhole = seesWholeArchive(actor)
  if (!named) return isWhole ? [{ from: sql`party`, where: null, tally: { seenBy: 0 } }] : seenParties(actor, today)
  // CROSS JOIN keeps SQLite from starting at the large side, NOT INDEXED from reaching a party but by its id.
  const from = sql`(${named}) AS named CROSS JOIN party NOT INDEXED ON party.id = named.id`
  return [{ from, where: isWhole ? null : visibleParty(actor, today), ...(isWhole && { ids: named }) }]
}

/** Whether a filter is asked for that has an index of its own, which holds its parties by name. */
const hasFilter = ({ province, departmentId, grade, hasDossier, kind }: PartyQuery) =>
  province !== null || departmentId !== null || grade !== null || hasDossier === true || kind !== null

/**
 * Whether SQLite may choose the index to walk: by name, one of the filters' is the best, and which one it knows from its
 * statistics. Otherwise it would rather sort everything, and has to be told.
 */
const isFreeWalk = ({ actor }: Context, asked: PartyQuery) =>
  asked.sort === 'name' && hasFilter(asked) && seesWholeArchive(actor) && asked.named.length === 0

/** Steps along the index to the end of the page, against reading and sorting all that fits. */
function isWalkCheaper(context: Context, asked: PartyQuery, total: number): boolean {
  const conditions = rowConditions(context, asked).length
  const isWhole = seesWholeArchive(context.actor)
  if (isFreeWalk(context, asked) || (isWhole && conditions === 0 && asked.named.length === 0)) return true
  const { parties } = walkedIndex(context, asked)
  const reach = Math.min(asked.offset, Math.max(0, total - asked.offset - asked.limit)) + asked.limit
  const needsRow = conditions > 0 || !isWhole
  const gathered = isWhole || conditions === 0 || asked.words.length > 0 ? total : countParties(context, { ...asked, ...UNFILTERED })
  return ((reach * parties) / total) * (needsRow ? ROW_COST : 1) <= gathered * ROW_COST
}

const UNFILTERED = { kind: null, grade: null, departmentId: null, province: null, hasDossier: null }

/** The index to walk, and how many parties it holds: that of the order, or by name that of the filter which leaves the fewest. */
function walkedIndex({ trx }: Context, asked: PartyQuery): { index: string; parties: number } {
  const { all } = trx.prepare('SELECT coalesce(max(id), 0) AS "all" FROM party').get() as { all: number }
  const whole = { index: ORDERS[asked.sort].index, parties: all }
  if (asked.sort !== 'name' || asked.named.length > 0) return whole
  const filters = (['province', 'departmentId', 'grade', 'kind'] as const).filter((filter) => asked[filter] !== null)
  const indexes = filters.map((filter) => ({
    index: `party_${filter === 'departmentId' ? 'department' : filter}`,
    parties: tallyOf(trx, { ...UNFILTERED, [filter]: asked[filter] }, { seenBy: 0 }),
  }))
  return indexes.reduce((best, one) => (one.parties < best.parties ? one : best), whole)
}

/** The second half of a long list is reached from its end. */
function walk(context: Context, asked: PartyQuery, total: number): number[] {
  const limit = Math.min(asked.limit, total - asked.offset)
  const fromEnd = total - asked.offset - limit
  const isFromEnd = fromEnd < asked.offset
  const named = namedIds(asked)
  // A plus before the column keeps SQLite on the index it is told to walk.
  const conditions = [
    ...rowConditions(context, asked),
    seesWholeArchive(context.actor) ? null : visibleParty(context.actor, context.today),
    named ? sql<SqlBool>`+party.id IN (${named})` : null,
  ]
  const hint = isFreeWalk(context, asked) ? sql`` : sql` INDEXED BY ${sql.ref(walkedIndex(context, asked).index)}`
  const rows = allRaw(context.trx, sql<{ id: number }>`
    SELECT party.id FROM party${hint}${whereAll(conditions)}
    ORDER BY ${orderBy(asked, isFromEnd)} LIMIT ${limit} OFFSET ${isFromEnd ? fromEnd : asked.offset}`)
  const ids = rows.map((row) => row.id)
  return isFromEnd ? ids.reverse() : ids
}

function gather(context: Context, asked: PartyQuery): number[] {
  const conditions = rowConditions(context, asked)
  const column = sql.ref(ORDERS[asked.sort].column)
  const arms = sourcesOf(context, asked).map(
    ({ from, where }) => sql`SELECT party.id, party.${column} FROM ${from}${whereAll([...conditions, where])}`,
  )
  const rows = allRaw(context.trx, sql<{ id: number }>`
    SELECT party.id FROM (${sql.join(arms, sql` UNION ALL `)}) AS party
    ORDER BY ${orderBy(asked)} LIMIT ${asked.limit} OFFSET ${asked.offset}`)
  return rows.map((row) => row.id)
}

/** What has no code or no founding date comes last, whichever way the list runs. */
function orderBy({ sort, descending }: PartyQuery, isReversed = false): RawBuilder<unknown> {
  const direction = descending === isReversed ? sql`ASC` : sql`DESC`
  const nulls = isReversed ? sql`NULLS FIRST` : sql`NULLS LAST`
  return sql`party.${sql.ref(ORDERS[sort].column)} ${direction} ${nulls}, party.id ${direction}`
}
