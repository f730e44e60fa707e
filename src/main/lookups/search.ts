import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import { isCommonShortWord, partiesWith, wordsOfQuery } from '../parties/search-index.ts'
import type { Context } from '../pipeline/context.ts'

type Ids = RawBuilder<{ id: number }>

/** Sorts after every continuation of a text. */
const AFTER = '\u{10ffff}'

/**
 * Ids of the slips that a word means at the desk: slip number (its beginning, or its last digits), applicant, party by any
 * of its names, dossier number. It looks through all parties and dossiers, so it is only for who may see them.
 */
export function sawAs(context: Context, word: string): Ids {
  return sql`${sql.join([...byNumber(context, word), byApplicant(word), ...byParty(context, word), byDossier(word)], sql` UNION `)}`
}

/**
 * The same for who may not: only what stands on the slip. To find one's own slip by the customer's real name would tell
 * that there is such a customer.
 */
export function asWritten(word: string): RawBuilder<SqlBool> {
  const contains = containing(word)
  return sql<SqlBool>`(slip.number LIKE ${contains} ESCAPE '\\' OR slip.partyName LIKE ${contains} ESCAPE '\\'
    OR slip.applicantId IN (SELECT id FROM person WHERE name LIKE ${contains} ESCAPE '\\'))`
}

const containing = (word: string) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

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
  return sql`SELECT slip.id FROM person CROSS JOIN slip INDEXED BY slip_applicant ON slip.applicantId = person.id
    WHERE instr(person.name, ${word}) > 0`
}

/** By what the parties' index finds, and by the name as it was written on a slip, whose party may not be known. */
function byParty({ trx }: Context, word: string): Ids[] {
  const words = wordsOfQuery(word)
  if (words.length === 0) return []
  // A word that half of all names have is no help: then the names on the slips are gone through instead.
  if (words.some((one) => isCommonShortWord(trx, one))) {
    return [sql`SELECT id FROM slip INDEXED BY slip_partyName WHERE partyName LIKE ${containing(word)} ESCAPE '\\'`]
  }
  const written: Ids = sql`SELECT id FROM slip INDEXED BY slip_partyName WHERE partyName >= ${word} AND partyName < ${word + AFTER}`
  const parties = sql.join(partiesWith(words).map((ids) => sql`SELECT id FROM (${ids})`), sql` INTERSECT `)
  return [written, sql`SELECT slip.id FROM (${parties}) AS named CROSS JOIN slip INDEXED BY slip_party ON slip.partyId = named.id`]
}

function byDossier(word: string): Ids {
  const start = word.toUpperCase()
  return sql`SELECT slipDossier.slipId AS id FROM dossier CROSS JOIN slipDossier ON slipDossier.dossierId = dossier.id
    WHERE dossier.number >= ${start} AND dossier.number < ${start + AFTER}`
}
