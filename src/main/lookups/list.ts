import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { partiesWith, wordsOfQuery } from '../parties/search-index.ts'
import type { Context } from '../pipeline/context.ts'
import { endOfDay, startOfDay } from '../pipeline/days.ts'
import { seesWholeArchive } from '../people/visibility.ts'
import { rowsOf } from './rows.ts'
import { seesEverySlip, visibleSlip } from './visibility.ts'

type Ids = RawBuilder<{ id: number }>

/** Slips that this person may see, the newest first. `overdue` are those with a folder out past its due day. */
export function listSlips(context: Context, input: Parsed<'lookups.list'>): Output<'lookups.list'> {
  const { trx } = context
  const conditions = conditionsOf(context, input)
  // Without any condition there is no WHERE at all: then SQLite counts pages, not rows.
  const found = trx.sql.selectFrom('slip')
    .$if(conditions.length > 0, (query) => query.where(sql<SqlBool>`(${sql.join(conditions, sql` AND `)})`))
  const total = trx.one(found.select((row) => row.fn.countAll<number>().as('total')))!.total
  const page = found.select('slip.id').orderBy('slip.filledAt', 'desc').orderBy('slip.id', 'desc').limit(input.limit).offset(input.offset)
  return { total, rows: rowsOf(context, trx.all(page).map((slip) => slip.id)) }
}

function conditionsOf(context: Context, { text, state, mine, from, to }: Parsed<'lookups.list'>): RawBuilder<SqlBool>[] {
  const { actor, today } = context
  const conditions: RawBuilder<SqlBool>[] = seesEverySlip(context) ? [] : [sql<SqlBool>`${visibleSlip(context)}`]
  if (mine) conditions.push(sql`(slip.applicantId = ${actor.personId} OR slip.filledBy = ${actor.personId})`)
  if (from) conditions.push(sql`slip.filledAt >= ${startOfDay(from)}`)
  if (to) conditions.push(sql`slip.filledAt <= ${endOfDay(to)}`)
  const word = text.trim()
  if (word) conditions.push(sawAs(context, word))
  // Whatever else narrows the list narrows it more than the state does: then the state must not choose the index.
  const byState = word || mine || !seesEverySlip(context) ? sql`+slip.state` : sql`slip.state`
  if (state === 'overdue') conditions.push(sql`slip.id IN (SELECT slipId FROM loan WHERE returnedAt IS NULL AND dueOn < ${today})`)
  else if (state) conditions.push(sql`${byState} = ${state}`)
  return conditions
}

/**
 * Text as the desk looks for slips: slip number (its beginning, or its last digits), applicant, party, dossier number.
 * Who may not see every party and dossier looks only at what stands on the slips he sees: to be found by the customer's
 * real name would tell that there is such a customer.
 */
function sawAs(context: Context, word: string): RawBuilder<SqlBool> {
  if (!seesEverySlip(context) || !seesWholeArchive(context.actor)) return asWritten(word)
  const found = [...byNumber(context, word), byApplicant(word), ...byParty(word), byDossier(word)]
  return sql<SqlBool>`slip.id IN (${sql.join(found, sql` UNION `)})`
}

function asWritten(word: string): RawBuilder<SqlBool> {
  const contains = `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return sql<SqlBool>`(slip.number LIKE ${contains} ESCAPE '\\' OR slip.partyName LIKE ${contains} ESCAPE '\\'
    OR slip.applicantId IN (SELECT id FROM person WHERE name LIKE ${contains} ESCAPE '\\'))`
}

/** Sorts after every continuation of a text. */
const AFTER = '\u{10ffff}'

function byNumber({ trx, regulation }: Context, word: string): Ids[] {
  const start = word.toUpperCase()
  const ids: Ids[] = [sql`SELECT id FROM slip WHERE number >= ${start} AND number < ${start + AFTER}`]
  if (!/^\d{1,9}$/.test(word)) return ids
  const years = trx.prepare("SELECT name FROM counter WHERE name >= 'slip:' AND name < 'slip;'").all() as { name: string }[]
  const numbers = years.map(({ name }) =>
    formatNumber(regulation.numbering.slip, { department: '', year: Number(name.slice('slip:'.length)), sequence: Number(word) }))
  return [...ids, sql`SELECT id FROM slip WHERE number IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`]
}

function byApplicant(word: string): Ids {
  return sql`SELECT slip.id FROM person CROSS JOIN slip ON slip.applicantId = person.id WHERE instr(person.name, ${word}) > 0`
}

/** By what the party's index finds, and by the name on a slip whose party is not known. */
function byParty(word: string): Ids[] {
  const words = wordsOfQuery(word)
  const written: Ids = sql`SELECT id FROM slip WHERE partyName >= ${word} AND partyName < ${word + AFTER}`
  if (words.length === 0) return [written]
  const parties = sql.join(partiesWith(words).map((ids) => sql`slip.partyId IN (${ids})`), sql` AND `)
  return [written, sql`SELECT slip.id FROM slip WHERE ${parties}`]
}

function byDossier(word: string): Ids {
  const start = word.toUpperCase()
  return sql`SELECT slipDossier.slipId AS id FROM dossier CROSS JOIN slipDossier ON slipDossier.dossierId = dossier.id
    WHERE dossier.number >= ${start} AND dossier.number < ${start + AFTER}`
}
