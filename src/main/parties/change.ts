import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { searchWordsOf } from '../../shared/rules/parties/search-words.ts'
import { keepPartyDuties } from '../duties/keep.ts'
import { requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { refuseDuplicates, requireCreditCode } from './duplicates.ts'
import { banksOf, contactsOf, keepOldName, type PartyRecord, replaceBanks, replaceContacts, requirePast, updateParty } from './record.ts'
import { departmentFor, mayChange, requireReferences } from './rights.ts'
import { reindexParty } from './search-index.ts'

type Present = PartyRecord & { id: number; version: number }

/**
 * Replaces a party's data by what the form says; a new name keeps the old one. Refuses `not-found` (not his to see),
 * `forbidden` (his to see through a slip only), `changed-meanwhile`, and what adding refuses. Nothing new changes nothing.
 */
export function changeParty(context: Context, { id, version, contacts, banks, ...fields }: Parsed<'parties.change'>): Output<'parties.change'> {
  const { trx, actor, today, now } = context
  requireVisibleParty(trx, actor, today, id)
  const party = trx.prepare('SELECT * FROM party WHERE id = ?').get(id) as Present
  if (!mayChange(trx, actor, party)) throw new AppError('forbidden')
  if (party.version !== version) throw new AppError('changed-meanwhile', { version: party.version })
  const departmentId = departmentFor(actor, fields.departmentId, party.departmentId)
  const { salespersonId } = fields
  requireReferences(trx, departmentId === party.departmentId ? null : departmentId, salespersonId === party.salespersonId ? null : salespersonId)
  requirePast(context, fields.firstBusinessOn)
  const code = requireCreditCode(fields.creditCode)

  const changes = differing(party, { ...fields, ...code, departmentId })
  if (changes.name !== undefined || changes.creditCode !== undefined) refuseDuplicates(context, fields.name, code, id)
  const lists = {
    contacts: isSame(contactsOf(trx, id), contacts) ? null : contacts,
    banks: isSame(banksOf(trx, id), banks) ? null : banks,
  }
  context.record({ kind: 'party', id, label: code.creditCode }, { changed: told(party, changes), ...listsTold(lists) })
  if (Object.keys(changes).length === 0 && !lists.contacts && !lists.banks) return { version }

  const words = changes.name === undefined ? null : searchWordsOf(changes.name)
  const newVersion = updateParty(trx, id, { ...changes, ...(words && { pinyin: words.pinyin, initials: words.initials }), updatedAt: now })
  if (changes.name !== undefined) keepOldName(trx, id, party.name, changes.name, today)
  if (lists.contacts) replaceContacts(trx, id, lists.contacts)
  if (lists.banks) replaceBanks(trx, id, lists.banks)
  if (['name', 'shortName', 'creditCode'].some((column) => column in changes)) reindexParty(trx, id)
  keepPartyDuties(trx, id)
  return { version: newVersion }
}

function differing(party: Present, wanted: Partial<PartyRecord>): Partial<PartyRecord> {
  return Object.fromEntries(Object.entries(wanted).filter(([column, value]) => party[column as keyof PartyRecord] !== value))
}

/** Before and after of each column, for the audit. */
function told(party: Present, changes: Partial<PartyRecord>): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(Object.entries(changes).map(([column, to]) => [column, { from: party[column as keyof PartyRecord], to }]))
}

const listsTold = (lists: { contacts: unknown; banks: unknown }) => ({
  ...(lists.contacts ? { contacts: lists.contacts } : {}), ...(lists.banks ? { banks: lists.banks } : {}),
})
const isSame = (one: readonly object[], other: readonly object[]) =>
  one.length === other.length && one.every((line, index) => Object.entries(line).every(([key, value]) => Reflect.get(other[index]!, key) === value))
