import type { RefusalReason } from '../../../shared/rules/parties/import-row.ts'
import { searchWordsOf } from '../../../shared/rules/parties/search-words.ts'
import type { Context } from '../../pipeline/context.ts'
import {
  type Bank, banksOf, type Contact, contactsOf, keepOldName, type PartyRecord, replaceBanks, replaceContacts, updateParty,
} from '../record.ts'
import { isRated } from '../../ratings/rated.ts'
import { keepPartyDuties } from '../../duties/keep.ts'
import { keepOuterCode } from '../named.ts'
import { reindexParty } from '../search-index.ts'
import type { ExistingParty } from './existing.ts'
import type { PlannedRow } from './plan.ts'

export type PartyChanges = {
  columns: Partial<PartyRecord>
  /** A name the party had before. */
  oldName: { name: string; usedUntil: string | null } | null
  contacts: Contact[] | null
  banks: Bank[] | null
  /** What another system calls it, and did not until now. */
  outerCode: string | null
}

const COPIED = [
  'shortName', 'companyType', 'legalRepresentative', 'actualController', 'scope', 'province', 'city', 'registeredAddress',
  'businessAddress', 'phone', 'fax', 'email', 'website', 'industry', 'mainProducts', 'remarks',
] as const

const MOST_CONTACTS = 50
const MOST_BANKS = 20

/** What a row changes in the party it meets; null where it says nothing new, a reason where it may not be said. */
export function changesOf(context: Context, party: ExistingParty, planned: PlannedRow, gradeReason: string): PartyChanges | RefusalReason | null {
  const { draft } = planned
  const columns: Partial<PartyRecord> = {}
  for (const field of COPIED) if (draft.texts[field] !== undefined && draft.texts[field] !== party[field]) columns[field] = draft.texts[field]
  for (const field of ['kind', 'foundedOn', 'firstBusinessOn', 'registeredCapitalFen', 'employees'] as const) {
    if (draft[field] !== null && draft[field] !== party[field]) Object.assign(columns, { [field]: draft[field] })
  }
  if (draft.texts.departmentCode && planned.departmentId !== party.departmentId) columns.departmentId = planned.departmentId
  if (draft.texts.salesperson && planned.salespersonId !== party.salespersonId) columns.salespersonId = planned.salespersonId
  if (draft.creditCode && draft.creditCode !== party.creditCode && party.codeState !== 'valid') {
    Object.assign(columns, { creditCode: draft.creditCode, codeState: draft.codeState })
  }
  if (draft.grade && draft.grade !== party.grade) {
    if (party.salespersonId === context.actor.personId || isRated(context.trx, party.id)) return 'not-permitted'
    Object.assign(columns, { grade: draft.grade, gradeReason })
  }
  const oldName = oldNameOf(context, party, draft.name, draft.texts.oldName)
  if (draft.name !== party.name) columns.name = draft.name
  const contacts = contactsWith(context, party.id, draft.texts.contactName, draft.texts.contactPhone)
  const banks = banksWith(context, party.id, draft.texts.bank, draft.texts.bankAccount)
  const { outerCode: code } = draft.texts
  const outerCode = code && context.trx.prepare('SELECT 1 FROM partyOuterCode WHERE code = ?').get(code) === undefined ? code : null
  return Object.keys(columns).length > 0 || oldName || contacts || banks || outerCode ? { columns, oldName, contacts, banks, outerCode } : null
}

export function writeChanges({ trx, now }: Context, party: ExistingParty, { columns, oldName, contacts, banks, outerCode }: PartyChanges): void {
  const words = columns.name ? searchWordsOf(columns.name) : null
  updateParty(trx, party.id, { ...columns, ...(words && { pinyin: words.pinyin, initials: words.initials }), updatedAt: now })
  if (oldName) keepOldName(trx, party.id, oldName.name, columns.name ?? party.name, oldName.usedUntil)
  if (contacts) replaceContacts(trx, party.id, contacts)
  if (banks) replaceBanks(trx, party.id, banks)
  if (outerCode) keepOuterCode(trx, party.id, outerCode)
  if (columns.name || columns.shortName || columns.creditCode || oldName) reindexParty(trx, party.id)
  keepPartyDuties(trx, party.id)
}

/** A new name makes the present one old; else the row may name an old one that is not kept yet. */
function oldNameOf({ trx, today }: Context, party: ExistingParty, name: string, given: string | undefined): PartyChanges['oldName'] {
  if (name !== party.name) return { name: party.name, usedUntil: today }
  if (!given || given === party.name) return null
  const isKept = trx.prepare('SELECT 1 FROM partyOldName WHERE partyId = ? AND name = ?').get(party.id, given) !== undefined
  return isKept ? null : { name: given, usedUntil: null }
}

function contactsWith({ trx }: Context, partyId: number, name: string | undefined, phone: string | undefined): Contact[] | null {
  if (!name) return null
  const contacts = contactsOf(trx, partyId)
  const known = contacts.find((contact) => contact.name === name)
  if (known) return !phone || known.phone === phone ? null : contacts.map((contact) => (contact === known ? { ...known, phone } : contact))
  return contacts.length < MOST_CONTACTS ? [...contacts, { name, post: null, phone: phone ?? null, email: null }] : null
}

function banksWith({ trx }: Context, partyId: number, bank: string | undefined, account: string | undefined): Bank[] | null {
  if (!bank) return null
  const banks = banksOf(trx, partyId)
  const known = banks.find((line) => line.bank === bank && (!account || line.account === account || line.account === null))
  if (known) return !account || known.account === account ? null : banks.map((line) => (line === known ? { bank, account } : line))
  return banks.length < MOST_BANKS ? [...banks, { bank, account: account ?? null }] : null
}
