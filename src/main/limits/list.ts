import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { addDays } from '../../shared/rules/lookups/days.ts'
import { NEAR } from '../../shared/rules/limits/guarantees.ts'
import { DECIDERS, isAboveCeiling, MAKERS, REVIEWERS } from '../../shared/rules/limits/steps.ts'
import { effectiveGrade } from '../../shared/rules/ratings/override.ts'
import { SOON_DAYS } from '../home/todo.ts'
import { hasRole, seesWholeArchive, visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { decidedOf } from '../ratings/standing.ts'
import { allRaw } from '../storage/all-raw.ts'
import { listedShown, listingsOn } from '../risks/in-force.ts'
import { exposureOf, usedFen } from './exposure.ts'
import { limitOf } from './load.ts'
import { directorFen, matrixOf } from './matrix.ts'

type Asked = Parsed<'limits.list'>
type Row = Output<'limits.list'>['rows'][number]
type Condition = RawBuilder<SqlBool>
type Reader = Pick<Context, 'trx' | 'actor' | 'today'>
export type Waiting = { kind: 'draft' | 'returned' | 'submitted' | 'reviewed' | 'hold'; where: Condition }

/** The cases that wait for this person: his own drafts and those returned, what he may review or decide, and holds to decide. */
export function waitingFor({ trx, actor, today }: Reader): Waiting[] {
  const me = actor.personId
  const isNotSeller = sql<SqlBool>`(SELECT salespersonId FROM party WHERE party.id = limitCase.partyId) IS NOT ${me}`
  // What an office director decides: up to the sum, no more and no longer than proposed, on a rating not past its review, no more for a party that is restricted.
  const isHis = hasRole(actor, ['generalManager']) ? sql<SqlBool>`1` : sql<SqlBool>`limitCase.amountFen <= min(limitCase.proposedFen, ${directorFen(trx)}) AND limitCase.termDays <= limitCase.proposedDays
    AND coalesce((SELECT reviewOn FROM rating WHERE rating.id = limitCase.ratingId), ${today}) >= ${today} AND limitCase.id NOT IN (${sql.join([0, ...aboveCeiling({ trx, today })])})`
  return [
    ...(hasRole(actor, MAKERS) ? (['draft', 'returned'] as const).map((kind) => ({ kind, where: sql<SqlBool>`limitCase.state = ${sql.lit(kind)} AND limitCase.madeBy = ${me}` })) : []),
    ...(hasRole(actor, REVIEWERS) ? [{ kind: 'submitted' as const, where: sql<SqlBool>`limitCase.state = 'submitted' AND limitCase.madeBy <> ${me} AND ${isNotSeller}` }] : []),
    ...(hasRole(actor, DECIDERS) ? [
      { kind: 'reviewed' as const, where: sql<SqlBool>`limitCase.state = 'reviewed' AND limitCase.madeBy <> ${me} AND limitCase.reviewedBy <> ${me} AND ${isNotSeller} AND ${isHis}` },
      { kind: 'hold' as const, where: sql<SqlBool>`limitCase.hold IN ('freezeProposed', 'releaseProposed') AND limitCase.isCurrent = 1 AND limitCase.holdBy <> ${me}` },
    ] : []),
  ]
}

/** A row of `limitCase` whose party is on the list of bad customers today. */
export const isListed = (today: string, measures: readonly ('restrict' | 'suspend')[]): Condition => sql<SqlBool>`EXISTS (SELECT 1 FROM listing INDEXED BY listing_party
  WHERE listing.partyId = limitCase.partyId AND listing.list = 'bad' AND listing.state IN ('inForce', 'releaseProposed') AND listing.fromOn <= ${today} AND listing.measure IN (${sql.join(measures)}))`

/** Cases that wait for a decision and ask more than a restricted party has. */
function aboveCeiling({ trx, today }: Pick<Context, 'trx' | 'today'>): number[] {
  const reviewed = allRaw(trx, sql<{ id: number }>`SELECT id FROM limitCase INDEXED BY limitCase_state WHERE state = 'reviewed' AND ${isListed(today, ['restrict'])}`)
  return reviewed.map(({ id }) => limitOf(trx, id)!).filter((one) => isAboveCeiling(one, matrixOf({ trx, today }, one))).map(({ id }) => id)
}

const either = (conditions: readonly Condition[]): Condition => (conditions.length === 0 ? sql<SqlBool>`0` : sql<SqlBool>`(${sql.join(conditions.map((one) => sql`(${one})`), sql` OR `)})`)

function conditionsOf(context: Reader, { group, filter, text }: Pick<Asked, 'group' | 'filter' | 'text'>): Condition[] {
  const { actor, today } = context
  const word = text.trim()
  return [
    ...(group === 'current' ? [filter === null ? sql<SqlBool>`limitCase.isCurrent = 1 AND limitCase.untilOn >= ${today}` : sql<SqlBool>`limitCase.isCurrent = 1`] : group === 'running' ? [sql<SqlBool>`limitCase.state IN ('draft', 'submitted', 'reviewed', 'returned')`] : group === 'mine' ? [either(waitingFor(context).map(({ where }) => where))] : []),
    ...(filter === null ? [] : [filterOf(filter, today)]),
    ...(seesWholeArchive(actor) ? [] : [visibleParty(actor, today)]),
    ...(word === '' ? [] : [sql<SqlBool>`(instr(party.name, ${word}) > 0 OR instr(coalesce(party.shortName, ''), ${word}) > 0 OR instr(limitCase.number, ${word.toUpperCase()}) > 0)`]),
  ]
}

function filterOf(filter: NonNullable<Asked['filter']>, today: string): Condition {
  switch (filter) {
    case 'over': return sql<SqlBool>`limitCase.isCurrent = 1 AND ${usedFen(today)} > limitCase.amountFen`
    case 'near': return sql<SqlBool>`limitCase.isCurrent = 1 AND limitCase.amountFen > 0 AND ${usedFen(today)} * 10000 BETWEEN limitCase.amountFen * ${NEAR} AND limitCase.amountFen * 10000`
    case 'expiring': return sql<SqlBool>`limitCase.isCurrent = 1 AND limitCase.untilOn BETWEEN ${today} AND ${addDays(today, SOON_DAYS)}`
    case 'expired': return sql<SqlBool>`limitCase.isCurrent = 1 AND limitCase.untilOn < ${today}`
    case 'held': return sql<SqlBool>`limitCase.isCurrent = 1 AND limitCase.hold <> 'none'`
    case 'listed': return sql<SqlBool>`limitCase.isCurrent = 1 AND ${isListed(today, ['restrict', 'suspend'])}`
  }
}

/** The index that a group is read along; a filter over the limits that stand starts from those. */
const indexOf = ({ group, filter }: Pick<Asked, 'group' | 'filter'>) =>
  group === 'current' || filter !== null ? sql`INDEXED BY limitCase_until` : group === 'running' ? sql`INDEXED BY limitCase_state` : sql``

const fromOf = (context: Reader, asked: Pick<Asked, 'group' | 'filter' | 'text'>) => {
  const conditions = conditionsOf(context, asked)
  return sql`FROM limitCase ${indexOf(asked)} CROSS JOIN party ON party.id = limitCase.partyId WHERE ${conditions.length === 0 ? sql`1` : sql.join(conditions, sql` AND `)}`
}

/** Limits of parties this person may see: those that stand by their last day, the rest the newest first. */
export function listLimits(context: Reader, asked: Asked): Output<'limits.list'> {
  const { trx } = context
  const order = asked.group === 'current' || asked.filter !== null ? sql`limitCase.untilOn, limitCase.id` : sql`limitCase.id DESC`
  const [{ total } = { total: 0 }] = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total ${fromOf(context, asked)}`)
  const ids = allRaw(trx, sql<{ id: number }>`SELECT limitCase.id AS id ${fromOf(context, asked)} ORDER BY ${order} LIMIT ${asked.limit} OFFSET ${asked.offset}`)
  return { total, rows: rowsOf(context, ids.map(({ id }) => id)) }
}

type Stored = Omit<Row, 'exposure' | 'isCurrent' | 'gradeToday' | 'listed'> & { isCurrent: 0 | 1 }

export function rowsOf({ trx, today }: Pick<Context, 'trx' | 'today'>, ids: readonly number[]): Row[] {
  const one = trx.prepare(
    `SELECT limitCase.id, limitCase.number, limitCase.partyId, party.name AS partyName, limitCase.proposal ->> 'grade' AS grade, limitCase.state, limitCase.hold, limitCase.isCurrent, limitCase.amountFen,
       limitCase.termDays, limitCase.proposedFen, limitCase.fromOn, limitCase.untilOn, maker.name AS madeByName, limitCase.madeAt
     FROM limitCase JOIN party ON party.id = limitCase.partyId JOIN person AS maker ON maker.id = limitCase.madeBy WHERE limitCase.id = ?`,
  )
  return ids.map((id) => {
    const { isCurrent, ...row } = one.get(id) as Stored
    const listed = listingsOn(trx, row.partyId, today)
    return { ...row, listed: listedShown(listed, today), gradeToday: effectiveGrade(decidedOf(trx, row.partyId), today), isCurrent: isCurrent === 1, exposure: isCurrent === 1 ? exposureOf(trx, row, listed, today) : null }
  })
}

/** How many there are of each group and filter, and what the limits that stand come to. */
export function countLimits(context: Context): Output<'limits.counts'> {
  const of = (asked: Partial<Pick<Asked, 'group' | 'filter'>>) =>
    allRaw(context.trx, sql<{ total: number }>`SELECT count(*) AS total ${fromOf(context, { group: 'all', filter: null, text: '', ...asked })}`)[0]!.total
  const [sums] = allRaw(context.trx, sql<{ grantedFen: number; usedFen: number }>`
    SELECT coalesce(sum(limitCase.amountFen), 0) AS grantedFen, coalesce(sum(${usedFen(context.today)}), 0) AS usedFen ${fromOf(context, { group: 'current', filter: null, text: '' })}`)
  return {
    current: of({ group: 'current' }), mine: of({ group: 'mine' }), running: of({ group: 'running' }), all: of({ group: 'all' }),
    filters: { over: of({ filter: 'over' }), near: of({ filter: 'near' }), expiring: of({ filter: 'expiring' }), expired: of({ filter: 'expired' }), held: of({ filter: 'held' }), listed: of({ filter: 'listed' }) }, ...sums!,
  }
}
