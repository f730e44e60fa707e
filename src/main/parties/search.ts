import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { visibleSlip } from '../lookups/visibility.ts'
import { seesWholeArchive, visibleDossier, visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'
import { notByHiddenNumber } from './conditions.ts'
import { beginning, OF_CONTRACTS, partiesWith, type SearchField, wordsOfQuery } from './search-index.ts'

type Hit = Output<'parties.search'>[number]
type Ids = RawBuilder<{ id: number }>

const MOST_HITS = 12
/** Of each rank at most so many are looked at; among them the shortest names come first, for they are nearest to what was typed. */
const LOOKED_AT = 200
const MOST_NUMBERS = 4

/** What a word may begin, nearest first. */
const RANKS: readonly (readonly SearchField[])[] = [['name', 'shortName'], ['initials'], ['oldName', 'pinyin', 'code']]

/**
 * As one types: the party with exactly this code, the dossier or slip with exactly this number, then parties whose names
 * begin so, whose initials do, whose old name, pinyin or code does, numbers that begin so, contracts about it, and parties that
 * hold it anywhere.
 * Of several words the first is ranked by and the others stand anywhere. Only what this person may see.
 */
export function searchEverything(context: Context, { text }: Parsed<'parties.search'>): Hit[] {
  const words = wordsOfQuery(text)
  const [first, ...others] = words
  if (first === undefined) return []
  const hits = new Map<string, Hit>()
  const add = (find: () => readonly Hit[]) => {
    if (hits.size >= MOST_HITS) return
    for (const hit of find()) if (hits.size < MOST_HITS && !hits.has(`${hit.kind}${hit.id}`)) hits.set(`${hit.kind}${hit.id}`, hit)
  }
  const number = words.join(' ').toUpperCase()
  add(() => partiesByCode(context, number))
  add(() => byNumber(context, number, 'whole'))
  for (const fields of RANKS) add(() => partiesIn(context, [beginning(first, fields), ...partiesWith(others)], words))
  add(() => byNumber(context, number, 'beginning'))
  add(() => contractsAbout(context, words))
  add(() => partiesIn(context, partiesWith(words), words))
  return [...hits.values()]
}

const PARTY = sql`'party' AS kind, party.id, party.name AS title, party.creditCode AS code, party.grade,
  nullif(trim(coalesce(party.province, '') || ' ' || coalesce(party.city, '')), '') AS hint`

function partiesByCode({ trx, actor, today }: Context, code: string): Hit[] {
  return allRaw(trx, sql<Hit>`SELECT ${PARTY} FROM party WHERE party.creditCode = ${code} AND ${visibleParty(actor, today)}`)
}

type Ranked = Hit & { oldName: string | null; pinyin: string }

function partiesIn({ trx, actor, today }: Context, sets: readonly Ids[], words: readonly string[]): Hit[] {
  const [first, ...others] = sets
  const conditions: RawBuilder<SqlBool>[] = [visibleParty(actor, today), ...others.map((set) => sql<SqlBool>`party.id IN (${set})`)]
  if (!seesWholeArchive(actor)) conditions.push(...words.map((word) => notByHiddenNumber(actor, today, word)))
  const found = allRaw(trx, sql<Ranked>`
    SELECT ${PARTY}, party.pinyin, (SELECT name FROM partyOldName WHERE partyId = party.id AND instr(lower(name), ${words[0]}) > 0) AS oldName
    FROM (${first}) AS named CROSS JOIN party NOT INDEXED ON party.id = named.id
    WHERE ${sql.join(conditions, sql` AND `)} LIMIT ${LOOKED_AT}`)
  const nearest = found.sort((one, other) => one.title.length - other.title.length || (one.pinyin < other.pinyin ? -1 : 1))
  return nearest.slice(0, MOST_HITS).map(({ kind, id, title, code, grade, hint, oldName }) => ({ kind, id, title, code, grade, hint: oldName ?? hint }))
}

/** Contracts in whose own line every word stands: subject, its readings, further parties, the other side's number. */
function contractsAbout({ trx, actor, today }: Context, words: readonly string[]): Hit[] {
  const [first, ...others] = partiesWith(words, OF_CONTRACTS)
  const conditions: RawBuilder<SqlBool>[] = [visibleDossier(actor, today), ...others.map((set) => sql<SqlBool>`dossier.id IN (${set})`)]
  return allRaw(trx, sql<Hit>`
    SELECT 'dossier' AS kind, dossier.id, contract.subject AS title, contract.number AS code, party.grade, party.name AS hint
    FROM (${first!}) AS named CROSS JOIN contract ON contract.dossierId = named.id CROSS JOIN dossier NOT INDEXED ON dossier.id = named.id
      CROSS JOIN party NOT INDEXED ON party.id = dossier.partyId
    WHERE contract.voidedAt IS NULL AND ${sql.join(conditions, sql` AND `)} LIMIT ${MOST_NUMBERS}`)
}

/** Dossiers and slips of exactly this number, or of numbers that begin so. Either half of a slip, `…-1` and `…-2`, is the slip. */
function byNumber(context: Context, number: string, how: 'whole' | 'beginning'): Hit[] {
  if (how === 'beginning' && number.length < 2) return []
  const { trx, actor, today } = context
  const matches = (column: RawBuilder<unknown>, wanted: string) =>
    how === 'whole' ? sql<SqlBool>`${column} = ${wanted}` : sql<SqlBool>`${column} >= ${wanted} AND ${column} < ${`${wanted}\u{10ffff}`}`
  const dossiers = allRaw(trx, sql<Hit>`
    SELECT 'dossier' AS kind, dossier.id, party.name AS title, dossier.number AS code, party.grade, contract.subject AS hint
    FROM dossier JOIN party ON party.id = dossier.partyId LEFT JOIN contract ON contract.dossierId = dossier.id
    WHERE ${matches(sql`dossier.number`, number)} AND dossier.voidedAt IS NULL AND ${visibleDossier(actor, today)}
    ORDER BY dossier.number LIMIT ${MOST_NUMBERS}`)
  const slips = allRaw(trx, sql<Hit>`
    SELECT 'slip' AS kind, slip.id, slip.partyName AS title, slip.number AS code, NULL AS grade, person.name AS hint
    FROM slip JOIN person ON person.id = slip.applicantId
    WHERE ${matches(sql`slip.number`, number.replace(/^(.+-\d{4,})-[12]$/, '$1'))} AND ${visibleSlip(context)}
    ORDER BY slip.number DESC LIMIT ${MOST_NUMBERS}`)
  return [...dossiers, ...slips]
}
