import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { GRADES } from '../../shared/contract/parties.ts'
import { gradeOn, nextRatingOn } from '../../shared/rules/ratings/override.ts'
import { APPROVERS, MAKERS, REVIEWERS } from '../../shared/rules/ratings/steps.ts'
import { partiesNamed } from '../dossiers/conditions.ts'
import { hasRole, seenParties, seesWholeArchive } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'
import { loadSchemeVersion } from '../schemes/load.ts'

type Asked = Parsed<'ratings.list'>
type Row = Output<'ratings.list'>['rows'][number]
type Condition = RawBuilder<SqlBool>
type Reader = Pick<Context, 'trx' | 'actor' | 'today'>

/** The cases that wait for this person: his own drafts, those returned to him, and what he may review or approve. */
export const waitingFor = ({ actor }: Pick<Context, 'actor'>): { kind: 'draft' | 'returned' | 'submitted' | 'reviewed'; where: Condition }[] => {
  const me = actor.personId
  const isNotSeller = sql<SqlBool>`(SELECT salespersonId FROM party WHERE party.id = rating.partyId) IS NOT ${me}`
  return [
    ...(hasRole(actor, MAKERS) ? (['draft', 'returned'] as const).map((kind) => ({ kind, where: sql<SqlBool>`rating.state = ${sql.lit(kind)} AND rating.madeBy = ${me}` })) : []),
    ...(hasRole(actor, REVIEWERS) ? [{ kind: 'submitted' as const, where: sql<SqlBool>`rating.state = 'submitted' AND rating.madeBy <> ${me} AND ${isNotSeller}` }] : []),
    ...(hasRole(actor, APPROVERS) ? [{ kind: 'reviewed' as const, where: sql<SqlBool>`rating.state = 'reviewed' AND rating.madeBy <> ${me} AND rating.reviewedBy <> ${me} AND ${isNotSeller}` }] : []),
  ]
}

const RUNNING = ['draft', 'submitted', 'reviewed', 'returned'] as const

/** Disjoint conditions that make up a group, each along an index that has its ratings in the order of the list. */
function groupArms(context: Reader, { group, state, grade }: Asked): { index: RawBuilder<unknown>; where: Condition }[] {
  const { today } = context
  const byState = (one: string) => ({ index: sql`INDEXED BY rating_state`, where: sql<SqlBool>`rating.state = ${one}` })
  if (group === 'mine') return waitingFor(context).map(({ where }) => ({ index: sql`INDEXED BY rating_state`, where }))
  if (group === 'running') return state === null ? RUNNING.map(byState) : [byState(state)]
  if (group === 'current') {
    if (grade === null) return [{ index: sql`INDEXED BY rating_state`, where: sql<SqlBool>`rating.state = 'approved' AND rating.isCurrent = 1` }]
    if (grade === 'none') return [{ index: sql`INDEXED BY rating_grade`, where: sql<SqlBool>`rating.isCurrent = 1 AND rating.grade IS NULL` }]
    // An override that has ended counts no more.
    return [
      { index: sql`INDEXED BY rating_grade`, where: sql<SqlBool>`rating.isCurrent = 1 AND rating.grade = ${grade} AND (rating.overrideUntil IS NULL OR rating.overrideUntil >= ${today})` },
      { index: sql`INDEXED BY rating_override`, where: sql<SqlBool>`rating.isCurrent = 1 AND rating.overrideUntil < ${today} AND rating.computedGrade = ${grade}` },
    ]
  }
  return state === null ? [{ index: sql`NOT INDEXED`, where: sql<SqlBool>`1` }] : [byState(state)]
}

function conditionsOf({ kind, state, grade, group }: Asked): Condition[] {
  const conditions: Condition[] = []
  if (kind !== null) conditions.push(sql<SqlBool>`rating.kind = ${kind}`)
  if (state !== null) conditions.push(sql<SqlBool>`rating.state = ${state}`)
  if (grade !== null && !(group === 'current')) conditions.push(grade === 'none' ? sql<SqlBool>`rating.grade IS NULL` : sql<SqlBool>`rating.grade = ${grade}`)
  return conditions
}

/**
 * Ratings of parties this person may see, the newest first. Starts at the small side there is: one party, parties named by a
 * text, the parties of a department; else along the index of the group.
 */
export function listRatings(context: Context, asked: Asked): Output<'ratings.list'> {
  const { trx } = context
  const extra = conditionsOf(asked)
  const groups = groupArms(context, asked)
  const small = smallSides(context, asked)
  const arms = small === null
    ? groups.map(({ index, where }) => sql`rating ${index} WHERE ${sql.join([where, ...extra], sql` AND `)}`)
    : small.flatMap(({ from, where: own }) => groups.map(({ where }) =>
        sql`${from} CROSS JOIN rating INDEXED BY rating_party ON rating.partyId = party.id WHERE ${sql.join([where, ...extra, ...(own === null ? [] : [own])], sql` AND `)}`))
  if (arms.length === 0) return { total: 0, rows: [] }
  const total = small === null ? tallied(context, asked) ?? countOf(trx, arms) : countOf(trx, arms)
  const page = allRaw(trx, sql<{ id: number }>`
    ${sql.join(arms.map((arm) => sql`SELECT rating.id AS id FROM ${arm}`), sql` UNION ALL `)} ORDER BY id DESC LIMIT ${asked.limit} OFFSET ${asked.offset}`)
  return { total, rows: rowsOf(context, page.map(({ id }) => id)) }
}

const countOf = (trx: Context['trx'], arms: readonly RawBuilder<unknown>[]) =>
  arms.reduce((sum, arm) => sum + allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM ${arm}`)[0]!.total, 0)

/** FROM clauses that end in `party`, where the parties asked about are few; null where nothing narrows them. */
function smallSides(context: Reader, { partyId, text }: Asked): { from: RawBuilder<unknown>; where: Condition | null }[] | null {
  const seesAll = seesWholeArchive(context.actor)
  const word = text.trim()
  const named = word === '' ? null : sql`(${isNumber(word) ? sql`SELECT DISTINCT partyId AS id FROM rating WHERE number = ${word.toUpperCase()}` : partiesNamed(word)!})`
  if (partyId !== null) return [{ from: sql`party NOT INDEXED`, where: sql<SqlBool>`party.id = ${partyId}${seesAll ? sql`` : sql` AND party.id IN (${seenIds(context)})`}` }]
  if (named !== null) return [{ from: sql`${named} AS named CROSS JOIN party NOT INDEXED ON party.id = named.id`, where: seesAll ? null : sql<SqlBool>`party.id IN (${seenIds(context)})` }]
  return seesAll ? null : seenParties(context.actor, context.today)
}

const isNumber = (word: string) => /^pj-\d{4}-\d+$/i.test(word)
const seenIds = ({ actor, today }: Reader) =>
  sql.join(seenParties(actor, today).map(({ from, where }) => sql`SELECT party.id FROM ${from}${where === null ? sql`` : sql` WHERE ${where}`}`), sql` UNION `)

/** From the tally, where it knows: everything but what waits for one person. */
function tallied({ trx, today }: Reader, { group, kind, state, grade }: Asked): number | null {
  if (group === 'mine') return null
  // It counts by the grade that was approved, not by what returned since.
  if (group === 'current' && grade !== null && trx.prepare('SELECT 1 FROM rating INDEXED BY rating_override WHERE isCurrent = 1 AND overrideUntil < ? LIMIT 1').get(today)) return null
  const conditions = [
    ...(group === 'running' ? [`state IN ('draft', 'submitted', 'reviewed', 'returned')`] : group === 'current' ? ['isCurrent = 1'] : []),
    ...(kind === null ? [] : ['kind = :kind']), ...(state === null ? [] : ['state = :state']), ...(grade === null ? [] : ['grade = :grade']),
  ]
  const { total } = trx.prepare(`SELECT coalesce(sum(ratings), 0) AS total FROM ratingTally ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}`)
    .get({ ...(kind === null ? {} : { kind }), ...(state === null ? {} : { state }), ...(grade === null ? {} : { grade: grade === 'none' ? '' : grade }) }) as { total: number }
  return total
}

/** A standing rating's grade is what it counts for today. */
function rowsOf({ trx, today }: Reader, ids: readonly number[]): Row[] {
  const one = trx.prepare(
    `SELECT rating.id, rating.number, rating.partyId, party.name AS partyName, party.shortName, rating.kind, rating.asOf, rating.state, rating.score, rating.coverage, rating.grade,
       rating.computedGrade, rating.overrideGrade, rating.overrideUntil, rating.schemeVersionId, maker.name AS madeByName, rating.madeAt, rating.approvedOn, rating.reviewOn, rating.isCurrent
     FROM rating JOIN party ON party.id = rating.partyId JOIN person AS maker ON maker.id = rating.madeBy WHERE rating.id = ?`,
  )
  return ids.map((id) => {
    const { schemeVersionId, isCurrent, ...row } = one.get(id) as Omit<Row, 'schemeName' | 'isCurrent' | 'nextOn'> & { schemeVersionId: number; isCurrent: 0 | 1 }
    return { ...row, grade: isCurrent === 1 ? gradeOn(row, today) : row.grade, nextOn: row.state === 'approved' ? nextRatingOn(row) : null, isCurrent: isCurrent === 1, schemeName: loadSchemeVersion(trx, schemeVersionId).scheme.name }
  })
}

/** How many there are of each group, and of the standing ratings by grade in the words of the regulation in force. */
export function countRatings(context: Context): Output<'ratings.counts'> {
  const of = (more: Partial<Asked>) => listRatings(context, { group: 'all', text: '', kind: null, state: null, grade: null, partyId: null, offset: 0, limit: 1, ...more }).total
  const labels = new Map(context.regulation.grades.map(({ grade, label }) => [grade, label]))
  return {
    mine: of({ group: 'mine' }), running: of({ group: 'running' }), current: of({ group: 'current' }), all: of({ group: 'all' }),
    grades: [...GRADES, 'none' as const].map((grade) => ({ grade, label: grade === 'none' ? '' : labels.get(grade) ?? grade, count: of({ group: 'current', grade }) }))
      .filter(({ grade, count }) => count > 0 || (grade !== 'none' && labels.has(grade))),
  }
}
