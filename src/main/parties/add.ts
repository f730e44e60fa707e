import type { Output, Parsed } from '../../shared/contract/index.ts'
import { searchWordsOf } from '../../shared/rules/parties/search-words.ts'
import { keepPartyDuties } from '../duties/keep.ts'
import type { Context } from '../pipeline/context.ts'
import { refuseDuplicates, requireCreditCode } from './duplicates.ts'
import { insertParty, replaceBanks, replaceContacts, requirePast } from './record.ts'
import { departmentFor, requireReferences } from './rights.ts'
import { reindexParty } from './search-index.ts'

/**
 * Adds a party. One added by a salesperson or a department clerk belongs to his department. Refuses
 * `credit-code-invalid`, `party-exists`, `duplicate`, `forbidden` (another department), `not-found` (department, salesperson),
 * `bad-input` (first business on a day to come).
 */
export function addParty(context: Context, { contacts, banks, ...fields }: Parsed<'parties.add'>): Output<'parties.add'> {
  const { trx, actor, now } = context
  const departmentId = departmentFor(actor, fields.departmentId, null)
  requireReferences(trx, departmentId, fields.salespersonId)
  requirePast(context, fields.firstBusinessOn)
  const code = requireCreditCode(fields.creditCode)
  refuseDuplicates(context, fields.name, code, null)
  const { pinyin, initials } = searchWordsOf(fields.name)
  const id = insertParty(trx, { ...fields, ...code, departmentId, pinyin, initials, grade: null, gradeReason: null, updatedAt: now })
  replaceContacts(trx, id, contacts)
  replaceBanks(trx, id, banks)
  reindexParty(trx, id)
  keepPartyDuties(trx, id)
  context.record({ kind: 'party', id, label: code.creditCode }, { name: fields.name, kind: fields.kind, departmentId })
  return { id }
}
