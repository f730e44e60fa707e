import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Parsed } from '../../shared/contract/index.ts'
import { seesWholeArchive, visibleDossier } from '../people/visibility.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import { isCommonShortWord, partiesWith, wordsOfQuery } from './search-index.ts'

export type PartyQuery = Omit<Parsed<'parties.list'>, 'text'> & {
  /** Sets of ids, each once, in all of which a party must be: the words looked for. */
  named: RawBuilder<{ id: number }>[]
  /** Words so common that each name is looked at instead. */
  common: string[]
  words: string[]
}
type Condition = RawBuilder<SqlBool>

/** What is asked, with its text turned into something the database can look for. */
export function queryOf({ trx }: Context, { text, ...rest }: Parsed<'parties.list'>): PartyQuery {
  const words = wordsOfQuery(text)
  const common = words.filter((word) => isCommonShortWord(trx, word))
  return { ...rest, words, common, named: partiesWith(words.filter((word) => !common.includes(word))) }
}

/** The parties in all sets at once; null where no word has one. */
export function namedIds({ named }: PartyQuery): RawBuilder<{ id: number }> | null {
  if (named.length <= 1) return named[0] ?? null
  return sql`${sql.join(named.map((set) => sql`SELECT id FROM (${set})`), sql` INTERSECT `)}`
}

/** Everything asked of a party's own row; not the words that have sets, and not who may see it. */
export function rowConditions({ actor, today }: Context, asked: PartyQuery): Condition[] {
  const conditions: Condition[] = asked.common.map(nameHolds)
  if (!seesWholeArchive(actor)) conditions.push(...asked.words.map((word) => notByHiddenNumber(actor, today, word)))
  if (asked.kind !== null) conditions.push(sql`party.kind = ${asked.kind}`)
  if (asked.grade !== null) conditions.push(asked.grade === 'none' ? sql`party.grade IS NULL` : sql`party.grade = ${asked.grade}`)
  if (asked.departmentId !== null) conditions.push(sql`party.departmentId = ${asked.departmentId}`)
  if (asked.province !== null) conditions.push(sql`party.province = ${asked.province}`)
  if (asked.hasDossier !== null) conditions.push(dossierCondition(actor, today, asked.hasDossier))
  return conditions
}

/** Somebody else's dossier on his customer must not show in this filter either. */
function dossierCondition(actor: Actor, today: string, hasDossier: boolean): Condition {
  if (seesWholeArchive(actor)) return hasDossier ? sql`party.dossiers > 0` : sql`party.dossiers = 0`
  const seen = dossierOf(visibleDossier(actor, today))
  return hasDossier ? sql`(party.dossiers > 0 AND ${seen})` : sql`(party.dossiers = 0 OR NOT (${seen}))`
}

/** A subquery with a limit, not EXISTS: that SQLite turns into a join, and then begins at all dossiers of a department. */
const dossierOf = (condition: Condition): Condition =>
  sql`(SELECT 1 FROM dossier WHERE dossier.partyId = party.id AND dossier.voidedAt IS NULL AND ${condition} LIMIT 1) IS NOT NULL`

/**
 * False for a party that the word finds only by the number of a dossier this person may not see: that the number is this
 * party's would be told by finding it.
 */
export function notByHiddenNumber(actor: Actor, today: string, word: string): Condition {
  const inNumber = stands(sql`dossier.number`, word)
  const elsewhere = [...standsInOwn(word), dossierOf(sql`${inNumber} AND ${visibleDossier(actor, today)}`)]
  return sql`(NOT (${dossierOf(sql`${inNumber} AND NOT ${visibleDossier(actor, today)}`)}) OR ${sql.join(elsewhere, sql` OR `)})`
}

/** False for a party that the word finds by the number of any of its dossiers and by nothing else. */
export function notByNumberAlone(word: string): Condition {
  return sql`(NOT (${dossierOf(stands(sql`dossier.number`, word))}) OR ${sql.join(standsInOwn(word), sql` OR `)})`
}

const stands = (text: RawBuilder<unknown>, word: string): Condition => sql`instr(lower(${text}), ${word}) > 0`

/** In a name, the code or a reading of the party itself. */
function standsInOwn(word: string): Condition[] {
  const own = [sql`party.name`, sql`party.shortName`, sql`party.creditCode`, sql`party.pinyin`, sql`party.initials`].map((text) => stands(text, word))
  return [...own, sql`EXISTS (SELECT 1 FROM partyOldName WHERE partyOldName.partyId = party.id AND ${stands(sql`partyOldName.name`, word)})`]
}

/** A short word in a name of the party, present or past. Its short name is part of nothing else. */
function nameHolds(word: string): Condition {
  const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sql`(party.name LIKE ${pattern} ESCAPE '\\' OR party.shortName LIKE ${pattern} ESCAPE '\\'
    OR party.id IN (SELECT partyId FROM partyOldName WHERE partyOldName.name LIKE ${pattern} ESCAPE '\\'))`
}

/** The WHERE clause of those that are asked; nothing for none, so that SQLite need not look at any row to count them. */
export function whereAll(conditions: readonly (Condition | null)[]): RawBuilder<unknown> {
  const asked = conditions.filter((condition) => condition !== null)
  return asked.length === 0 ? sql`` : sql` WHERE ${sql.join(asked, sql` AND `)}`
}
