import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { visibleSlip } from '../lookups/visibility.ts'
import { visibleDossier, visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { listParties } from './list.ts'
import { beginning, wordsOfQuery } from './search-index.ts'

const MOST_HITS = 12
const MOST_NUMBERS = 4

type Hit = Output<'parties.search'>[number]

/**
 * What the one box at the top finds as one types, at most twelve: numbers of slips and dossiers that begin so, then
 * parties whose name, short name, code or initials begin so, then those that have it anywhere. Only what this person may
 * see, and never how much there is of it.
 */
export function search(context: Context, { text }: Parsed<'parties.search'>): Output<'parties.search'> {
  const words = wordsOfQuery(text)
  if (words.length === 0) return []
  const number = text.normalize('NFKC').trim().toUpperCase()
  const hits = [...slipsNumbered(context, number), ...dossiersNumbered(context, number)]
  const seen = new Set<number>()
  for (const hit of [...partiesBeginning(context, words[0]!, words.length === 1), ...partiesWithAll(context, text)]) {
    if (hits.length >= MOST_HITS) break
    if (!seen.has(hit.id)) hits.push(hit)
    seen.add(hit.id)
  }
  return hits.slice(0, MOST_HITS)
}

/** The range of texts that begin so; a number always has a digit or a dash, so words do not ask here. */
const isNumber = (text: string) => text.length >= 2 && /^[A-Z0-9·-]+$/.test(text) && /[\d-]/.test(text)
const after = (start: string) => `${start}\u{10ffff}`

function slipsNumbered(context: Context, number: string): Hit[] {
  if (!isNumber(number)) return []
  const whole = number.replace(/^(.+-\d{4,})-[12]$/, '$1')
  return context.trx.all(
    context.trx.sql.selectFrom('slip').select(['slip.id', 'slip.number', 'slip.partyName'])
      .where('slip.number', '>=', whole).where('slip.number', '<', after(whole)).where(visibleSlip(context)).orderBy('slip.number', 'desc').limit(MOST_NUMBERS),
  ).map((slip) => ({ kind: 'slip', id: slip.id, title: slip.number, code: null, hint: slip.partyName, grade: null }))
}

function dossiersNumbered({ trx, actor, today }: Context, number: string): Hit[] {
  if (!isNumber(number)) return []
  return trx.all(
    trx.sql.selectFrom('dossier').innerJoin('party', 'party.id', 'dossier.partyId').select(['dossier.id', 'dossier.number', 'party.name', 'party.grade'])
      .where('dossier.number', '>=', number).where('dossier.number', '<', after(number)).where('dossier.voidedAt', 'is', null)
      .where(visibleDossier(actor, today)).orderBy('dossier.number').limit(MOST_NUMBERS),
  ).map((dossier) => ({ kind: 'dossier', id: dossier.id, title: dossier.name, code: dossier.number, hint: null, grade: dossier.grade }))
}

function partiesBeginning({ trx, actor, today }: Context, word: string, isOnly: boolean): Hit[] {
  if (!isOnly) return []
  return trx.all(
    trx.sql.selectFrom('party').select(['party.id', 'party.name', 'party.shortName', 'party.creditCode', 'party.city', 'party.grade'])
      .where('party.id', 'in', sql<number>`(${beginning(word, ['name', 'shortName', 'initials', 'code'])})`)
      .where(visibleParty(actor, today)).orderBy('party.pinyin').limit(MOST_HITS),
  ).map(partyHit)
}

function partiesWithAll(context: Context, text: string): Hit[] {
  const { rows } = listParties(context, {
    text, kind: null, grade: null, departmentId: null, province: null, hasDossier: null, offset: 0, limit: MOST_HITS, sort: 'name', descending: false,
  })
  return rows.map(partyHit)
}

function partyHit(party: { id: number; name: string; shortName: string | null; creditCode: string | null; city: string | null; grade: Hit['grade'] }): Hit {
  return { kind: 'party', id: party.id, title: party.name, code: party.creditCode, hint: party.shortName ?? party.city, grade: party.grade }
}
