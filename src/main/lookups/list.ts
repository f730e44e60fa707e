import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { endOfDay, startOfDay } from '../pipeline/days.ts'
import { seesWholeArchive } from '../people/visibility.ts'
import { allRaw } from '../storage/all-raw.ts'
import { rowsOf } from './rows.ts'
import { asWritten, sawAs } from './search.ts'
import { seesEverySlip } from './visibility.ts'

type Filter = Parsed<'lookups.list'>
type Condition = RawBuilder<SqlBool>
/** A FROM clause with its index, and the condition that goes with it. */
type Source = { from: RawBuilder<unknown>; where: Condition | null }

/**
 * Slips that this person may see, the newest first. `mine` are those for him; `overdue` are those with a folder out past
 * its due day.
 */
export function listSlips(context: Context, input: Filter): Output<'lookups.list'> {
  const { trx } = context
  const conditions = conditionsOf(context, input)
  const arms = sourcesOf(context, input).map(({ from, where }) => sql`${from}${whereAll([...conditions, where])}`)
  const total = arms.reduce((sum, arm) => sum + allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM ${arm}`)[0]!.total, 0)
  const page = allRaw(trx, sql<{ id: number }>`
    ${sql.join(arms.map((arm) => sql`SELECT slip.id AS id, slip.filledAt AS filledAt FROM ${arm}`), sql` UNION ALL `)}
    ORDER BY filledAt DESC, id DESC LIMIT ${input.limit} OFFSET ${input.offset}`)
  return { total, rows: rowsOf(context, page.map((slip) => slip.id)) }
}

/** Without any condition there is no WHERE at all: then SQLite counts pages, not rows. */
function whereAll(conditions: readonly (Condition | null)[]): RawBuilder<unknown> {
  const asked = conditions.filter((condition) => condition !== null)
  return asked.length === 0 ? sql`` : sql` WHERE ${sql.join(asked, sql` AND `)}`
}

/**
 * Disjoint FROM clauses that together yield the slips this person may see, each along an index that has them in the order
 * of the list: of everybody, of one state, his own. What is found by text comes first and is looked up by its number.
 */
function sourcesOf(context: Context, { text, state, mine }: Filter): Source[] {
  const { today } = context
  const me = context.actor.personId
  const word = text.trim()
  if (word && seesEverySlip(context) && seesWholeArchive(context.actor)) {
    const isMine = mine ? sql<SqlBool>`slip.applicantId = ${me}` : null
    return [{ from: sql`(${sawAs(context, word)}) AS found CROSS JOIN slip ON slip.id = found.id`, where: isMine }]
  }
  const forMe = { from: sql`slip INDEXED BY slip_applicant`, where: sql<SqlBool>`slip.applicantId = ${me}` }
  if (mine) return [forMe]
  if (!seesEverySlip(context)) {
    return [forMe, { from: sql`slip INDEXED BY slip_filledBy`, where: sql<SqlBool>`slip.filledBy = ${me} AND slip.applicantId <> ${me}` }]
  }
  if (state === 'overdue') {
    const late = sql`(SELECT DISTINCT slipId FROM loan INDEXED BY loan_due WHERE returnedAt IS NULL AND dueOn < ${today})`
    return [{ from: sql`${late} AS late CROSS JOIN slip ON slip.id = late.slipId`, where: null }]
  }
  return [{ from: state ? sql`slip INDEXED BY slip_state` : sql`slip`, where: null }]
}

function conditionsOf(context: Context, { text, state, from, to }: Filter): Condition[] {
  const conditions: Condition[] = []
  if (from) conditions.push(sql`slip.filledAt >= ${startOfDay(from)}`)
  if (to) conditions.push(sql`slip.filledAt <= ${endOfDay(to)}`)
  if (state === 'overdue') {
    conditions.push(sql`slip.id IN (SELECT slipId FROM loan INDEXED BY loan_due WHERE returnedAt IS NULL AND dueOn < ${context.today})`)
  } else if (state) conditions.push(sql`slip.state = ${state}`)
  const word = text.trim()
  if (word && !(seesEverySlip(context) && seesWholeArchive(context.actor))) conditions.push(asWritten(word))
  return conditions
}
