import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { checkCreditCode } from '../../shared/rules/parties/credit-code.ts'
import { searchWordsOf } from '../../shared/rules/parties/search-words.ts'
import { requireVisibleParty, visibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { insertParty, keepOldName, type PartyRecord, replaceBanks, replaceContacts, updateParty } from './record.ts'
import { departmentFor, mayChange, requireReferences } from './rights.ts'
import { reindexParty } from './search-index.ts'

type Fields = Omit<Parsed<'parties.add'>, 'contacts' | 'banks'>

/**
 * Enters a party. A salesperson's or clerk's belongs to their department. Refuses `credit-code-invalid` (GB 32100),
 * `party-exists` for a name that is there, `duplicate` for a code that is there, `forbidden`, `not-found`.
 */
export function addParty(context: Context, input: Parsed<'parties.add'>): Output<'parties.add'> {
  const { trx, record } = context
  const { contacts, banks, ...fields } = input
  const columns = columnsOf(context, { ...fields, departmentId: departmentFor(context.actor, fields.departmentId, null) })
  refuseTwin(context, columns, null)
  const id = insertParty(trx, { ...columns, grade: null, gradeReason: null })
  replaceContacts(trx, id, contacts)
  replaceBanks(trx, id, banks)
  reindexParty(trx, id)
  record({ kind: 'party', id, label: columns.creditCode }, { name: columns.name, kind: columns.kind })
  return { id }
}

/**
 * Changes a party's data; a name it no longer bears is kept as an old one. Refuses what `addParty` refuses, and
 * `changed-meanwhile` when `version` is not the present one.
 */
export function changeParty(context: Context, input: Parsed<'parties.change'>): Output<'parties.change'> {
  const { trx, actor, today, record } = context
  const { id, version, contacts, banks, ...fields } = input
  requireVisibleParty(trx, actor, today, id)
  const former = trx.one(trx.sql.selectFrom('party').selectAll().where('id', '=', id))!
  if (!mayChange(trx, actor, former)) throw new AppError('forbidden')
  if (former.version !== version) throw new AppError('changed-meanwhile', { version: former.version })
  const columns = columnsOf(context, { ...fields, departmentId: departmentFor(actor, fields.departmentId, former.departmentId) })
  refuseTwin(context, columns, id)
  const changed = (Object.keys(columns) as (keyof typeof columns)[]).filter((name) => name !== 'updatedAt' && columns[name] !== former[name])
  const present = updateParty(trx, id, columns)
  if (columns.name !== former.name) keepOldName(trx, id, former.name, columns.name, today)
  replaceContacts(trx, id, contacts)
  replaceBanks(trx, id, banks)
  reindexParty(trx, id)
  record({ kind: 'party', id, label: columns.creditCode }, { changed, ...(columns.name === former.name ? {} : { formerName: former.name }) })
  return { version: present }
}

function columnsOf({ trx, now }: Context, fields: Fields): Omit<PartyRecord, 'grade' | 'gradeReason'> {
  requireReferences(trx, fields.departmentId, fields.salespersonId)
  const code = checkCreditCode(fields.creditCode)
  if ('refused' in code) throw new AppError('credit-code-invalid', { reason: code.refused })
  const { pinyin, initials } = searchWordsOf(fields.name)
  return { ...fields, creditCode: code.code, codeState: code.state, pinyin, initials, updatedAt: now }
}

/**
 * Two parties of one name, or of one code, would be one party twice. A clash with one that this person may see names
 * it; a clash of codes with a hidden one says only that there is one, and two hidden names may be alike.
 */
function refuseTwin({ trx, actor, today }: Context, { name, creditCode }: { name: string; creditCode: string | null }, self: number | null): void {
  const twin = trx.one(
    trx.sql.selectFrom('party').select(['party.id', 'party.name']).where('party.name', '=', name).where('party.id', '<>', self ?? 0)
      .where(visibleParty(actor, today)),
  )
  if (twin) throw new AppError('party-exists', { partyId: twin.id, name: twin.name })
  if (creditCode === null) return
  const sameCode = trx.one(trx.sql.selectFrom('party').select('party.id').where('party.creditCode', '=', creditCode).where('party.id', '<>', self ?? 0))
  if (!sameCode) return
  const seen = trx.one(trx.sql.selectFrom('party').select(['party.id', 'party.name']).where('party.id', '=', sameCode.id).where(visibleParty(actor, today)))
  throw seen ? new AppError('party-exists', { partyId: seen.id, name: seen.name }) : new AppError('duplicate', { field: 'creditCode' })
}
