import { AppError } from '../../shared/errors.ts'
import { keepRetentionOfParty } from '../disposal/keep-retention.ts'
import type { PartyTable } from '../storage/tables.ts'
import type { Trx } from '../storage/database.ts'

/** A party's row but for what the database gives: id, version, count of dossiers. */
export type PartyRecord = Omit<PartyTable, 'id' | 'version' | 'dossiers'>

/** Refuses `bad-input` for a first business on a day to come. */
export function requirePast({ today }: { today: string }, firstBusinessOn: string | null): void {
  if (firstBusinessOn !== null && firstBusinessOn > today) throw new AppError('bad-input', { path: 'firstBusinessOn' })
}

const COLUMNS = [
  'kind', 'name', 'shortName', 'creditCode', 'codeState', 'companyType', 'legalRepresentative', 'actualController',
  'registeredCapitalFen', 'foundedOn', 'scope', 'province', 'city', 'registeredAddress', 'businessAddress', 'phone', 'fax', 'email',
  'website', 'industry', 'sizeClass', 'employees', 'mainProducts', 'marketShareBasisPoints', 'departmentId', 'salespersonId', 'grade',
  'gradeReason', 'remarks', 'firstBusinessOn', 'pinyin', 'initials', 'updatedAt',
] as const satisfies readonly (keyof PartyRecord)[]

const INSERT = `INSERT INTO party (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`

/** Writes a new party and answers its id. The search index is the caller's to fill. */
export function insertParty(trx: Trx, record: PartyRecord): number {
  return Number(trx.prepare(INSERT).run(...COLUMNS.map((column) => record[column])).lastInsertRowid)
}

/** Changes the given columns, counts the version up and answers it; a grade may decide how long the party's dossiers are kept. */
export function updateParty(trx: Trx, id: number, changes: Partial<PartyRecord>): number {
  const columns = COLUMNS.filter((column) => changes[column] !== undefined)
  const assignments = [...columns.map((column) => `${column} = ?`), 'version = version + 1'].join(', ')
  const row = trx.prepare(`UPDATE party SET ${assignments} WHERE id = ? RETURNING version`)
    .get(...columns.map((column) => changes[column]), id) as { version: number }
  if (changes.grade !== undefined) keepRetentionOfParty(trx, id)
  return row.version
}

/** Keeps a name the party no longer bears; one that it bears again is no old name any more. */
export function keepOldName(trx: Trx, partyId: number, oldName: string, presentName: string, usedUntil: string | null): void {
  trx.prepare('DELETE FROM partyOldName WHERE partyId = ? AND name = ?').run(partyId, presentName)
  trx.prepare(
    `INSERT INTO partyOldName (partyId, name, usedUntil) VALUES (?, ?, ?)
     ON CONFLICT (partyId, name) DO UPDATE SET usedUntil = coalesce(excluded.usedUntil, usedUntil)`,
  ).run(partyId, oldName, usedUntil)
}

export type Contact = { name: string; post: string | null; phone: string | null; email: string | null }
export type Bank = { bank: string; account: string | null }

/** The party's contacts, in the order they were given. */
export function contactsOf(trx: Trx, partyId: number): Contact[] {
  return trx.prepare('SELECT name, post, phone, email FROM partyContact WHERE partyId = ? ORDER BY ordinal').all(partyId) as Contact[]
}

/** The party's banks, in the order they were given. */
export function banksOf(trx: Trx, partyId: number): Bank[] {
  return trx.prepare('SELECT bank, account FROM partyBank WHERE partyId = ? ORDER BY ordinal').all(partyId) as Bank[]
}

export function replaceContacts(trx: Trx, partyId: number, contacts: readonly Contact[]): void {
  trx.prepare('DELETE FROM partyContact WHERE partyId = ?').run(partyId)
  const insert = trx.prepare('INSERT INTO partyContact (partyId, ordinal, name, post, phone, email) VALUES (?, ?, ?, ?, ?, ?)')
  contacts.forEach(({ name, post, phone, email }, index) => insert.run(partyId, index + 1, name, post, phone, email))
}

export function replaceBanks(trx: Trx, partyId: number, banks: readonly Bank[]): void {
  trx.prepare('DELETE FROM partyBank WHERE partyId = ?').run(partyId)
  const insert = trx.prepare('INSERT INTO partyBank (partyId, ordinal, bank, account) VALUES (?, ?, ?, ?)')
  banks.forEach(({ bank, account }, index) => insert.run(partyId, index + 1, bank, account))
}
