import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Parsed } from '../../shared/contract/index.ts'
import { notByNumberAlone } from '../parties/conditions.ts'
import { OF_CONTRACTS, partiesWith, wordsOfQuery } from '../parties/search-index.ts'
import { ownDepartment, runningSlip, seesWholeArchive, visibleDossier, visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'

export type Asked = Parsed<'contracts.ledger'>
export type Condition = RawBuilder<SqlBool>
type Ids = RawBuilder<{ id: number }>

/** A person bound to a department, with no slip into another, asks for that department, and its index serves him. */
export function withinDepartment(context: Context, asked: Asked): Asked {
  const own = ownDepartment(context.actor)
  if (asked.departmentId !== null || own === null || seesWholeArchive(context.actor)) return asked
  const [other] = allRaw(context.trx, sql<{ id: number }>`SELECT contract.dossierId AS id FROM contract
    WHERE contract.dossierId IN (${runningSlip(context.actor, context.today)}) AND contract.departmentId <> ${own} LIMIT 1`)
  return other ? asked : { ...asked, departmentId: own }
}

/** Everything asked of a contract's own row, all of which every index of the ledger holds. */
export function columnConditions({ departmentId, year, direction, state, handlerId, amountFrom, amountTo, signedFrom, signedTo }: Asked): Condition[] {
  const conditions: Condition[] = [sql`contract.voidedAt IS NULL`]
  if (departmentId !== null) conditions.push(sql`contract.departmentId = ${departmentId}`)
  if (year !== null) conditions.push(sql`contract.year = ${year}`)
  if (direction !== null) conditions.push(sql`contract.direction = ${direction}`)
  if (state !== null) conditions.push(sql`contract.state = ${state}`)
  if (handlerId !== null) conditions.push(sql`contract.handlerId = ${handlerId}`)
  if (amountFrom !== null) conditions.push(sql`contract.amountFen >= ${amountFrom}`)
  if (amountTo !== null) conditions.push(sql`contract.amountFen <= ${amountTo}`)
  if (signedFrom !== null) conditions.push(sql`contract.signedOn >= ${signedFrom}`)
  if (signedTo !== null) conditions.push(sql`contract.signedOn <= ${signedTo}`)
  return conditions
}

/** The same with who may see it. */
export function conditionsOf({ actor, today }: Context, asked: Asked): Condition[] {
  const conditions = columnConditions(asked)
  return seesWholeArchive(actor) ? conditions : [...conditions, visibleDossier(actor, today, 'contract', 'dossierId')]
}

/** Ids that a text and a party leave, each set once; empty where neither is asked. */
export function setsOf(context: Context, { text, partyId }: Asked): Ids[] {
  const sets = wordsOfQuery(text).map(withWord)
  return partyId === null ? sets : [...sets, ofParty(context, partyId)]
}

/** Contracts with the word in their own line, and those of the parties that it names. */
function withWord(word: string): Ids {
  const own = partiesWith([word], OF_CONTRACTS)
  const parties = partiesNamed(word)
  return sql`${sql.join([
    ...own,
    sql`SELECT dossier.id FROM dossier INDEXED BY dossier_ofParty WHERE dossier.partyId IN (${parties}) AND dossier.kind = 'contract' AND dossier.voidedAt IS NULL`,
    sql`SELECT contractParty.dossierId FROM contractParty WHERE contractParty.partyId IN (${parties})`,
  ], sql` UNION `)}`
}

/**
 * Not by a dossier's number: that means one contract, not all of its party, and that a number which the person may not see
 * is this party's must not be told. No word of Chinese characters alone tells a number.
 */
function partiesNamed(word: string): Ids {
  const [named] = partiesWith([word])
  if (/^\p{Script=Han}+$/u.test(word)) return named!
  return sql`SELECT party.id FROM (${named!}) AS named CROSS JOIN party NOT INDEXED ON party.id = named.id WHERE ${notByNumberAlone(word)}`
}

/** As the other side, or as a guarantor or third party where the person may see that party at all. */
function ofParty({ actor, today }: Context, partyId: number): Ids {
  const isSeen = sql`EXISTS (SELECT 1 FROM party WHERE party.id = ${partyId} AND ${visibleParty(actor, today)})`
  return sql`SELECT dossier.id FROM dossier INDEXED BY dossier_ofParty WHERE dossier.partyId = ${partyId} AND dossier.kind = 'contract' AND dossier.voidedAt IS NULL
    UNION SELECT contractParty.dossierId FROM contractParty WHERE contractParty.partyId = ${partyId} AND ${isSeen}`
}

/** A FROM clause that begins at the few that the sets leave; null where there is no set. */
export function smallSide(sets: readonly Ids[]): RawBuilder<unknown> | null {
  if (sets.length === 0) return null
  const all = sql.join(sets.map((set) => sql`SELECT id FROM (${set})`), sql` INTERSECT `)
  // CROSS JOIN keeps SQLite from starting at the large side, NOT INDEXED from reaching a contract but by its id.
  return sql`(${all}) AS named CROSS JOIN contract NOT INDEXED ON contract.dossierId = named.id`
}

export const whereAll = (conditions: readonly Condition[]): RawBuilder<unknown> => sql`WHERE ${sql.join(conditions, sql` AND `)}`
