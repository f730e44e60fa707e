import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { dayFault, dueFault } from '../../shared/rules/receivables/bounds.ts'
import { partySubject } from '../parties/subject.ts'
import { hasRole, requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { requirePage } from '../surveys/record.ts'
import { allocate, endAllocations, proposed } from './allocate.ts'
import { numberFinder, roomFor } from './standing.ts'

/**
 * Enters what a customer owes. Refuses a hidden party or contract (`not-found`), a day to come or a due day before it
 * (`bad-input`), and a number of this party that stands already, in whatever width and case (`duplicate`).
 */
export function addReceivable(context: Context, input: Parsed<'receivables.add'>): Output<'receivables.add'> {
  const { trx, actor, today } = context
  const { partyId, contractId, number, issuedOn, dueOn, amountFen } = input
  requireVisibleParty(trx, actor, today, partyId)
  requireDays(today, { issuedOn }, { dueOn })
  if (contractId !== null && !isContractOf(context, partyId, contractId)) throw new AppError('not-found', { contractId })
  const same = numberFinder(trx).find(partyId, number)
  if (same !== null) throw new AppError('duplicate', { id: same })
  requireRoom(trx, 'receivable', amountFen)
  const id = insertReceivable(context, { ...input, fileName: null })
  context.record(partySubject(trx, partyId), { receivable: id, number, amountFen, dueOn })
  return { id }
}

/** Money that came in, and what it pays. Refuses as above, and what would be paid twice (`over-allocated`). */
export function receive(context: Context, input: Parsed<'receivables.receive'>): Output<'receivables.receive'> {
  const { trx, actor, today } = context
  const { partyId, receivedOn, amountFen, allocations } = input
  const reference = input.reference ?? ''
  requireVisibleParty(trx, actor, today, partyId)
  requireDays(today, { receivedOn })
  refuseSame(trx.prepare('SELECT id FROM receipt WHERE partyId = ? AND receivedOn = ? AND amountFen = ? AND reference = ? AND struckAt IS NULL').get(partyId, receivedOn, amountFen, reference))
  requireRoom(trx, 'receipt', amountFen)
  const id = insertReceipt(context, { ...input, reference, fileName: null })
  const lines = allocations ?? proposed(trx, partyId, amountFen)
  const allocatedFen = allocate(context, id, lines)
  context.record(partySubject(trx, partyId), { receipt: id, amountFen, receivedOn, allocations: lines })
  return { id, allocatedFen }
}

/** Pays with a receipt otherwise than it did; the log keeps what it paid before and pays now. Refuses a struck one (`wrong-state`), and where it pays otherwise than the person saw (`changed-meanwhile`). */
export function reallocate(context: Context, { receiptId, seen, allocations }: Parsed<'receivables.allocate'>): Output<'receivables.allocate'> {
  const { trx, actor, today } = context
  const receipt = trx.prepare('SELECT partyId, struckAt FROM receipt WHERE id = ?').get(receiptId) as { partyId: number; struckAt: string | null } | undefined
  if (!receipt) throw new AppError('not-found', { id: receiptId })
  requireVisibleParty(trx, actor, today, receipt.partyId)
  if (receipt.struckAt !== null) throw new AppError('wrong-state')
  const before = endAllocations(context, 'receipt', receiptId)
  const isSeen = before.length === seen.length && before.every((line) => seen.some((one) => one.receivableId === line.receivableId && one.amountFen === line.amountFen))
  if (!isSeen) throw new AppError('changed-meanwhile')
  const allocatedFen = allocate(context, receiptId, allocations)
  context.record(partySubject(trx, receipt.partyId), { receipt: receiptId, before, allocations })
  return { allocatedFen }
}

/** What a customer promised to pay by a day. Refuses a day made to come, a due day before it, the same promise again, a page of another's dossier. */
export function addPromise(context: Context, { evidence, ...input }: Parsed<'receivables.promise'>): Output<'receivables.promise'> {
  const { trx, actor, today, now } = context
  const { partyId, madeOn, dueOn, amountFen } = input
  requireVisibleParty(trx, actor, today, partyId)
  requireDays(today, { madeOn }, { dueOn })
  if (evidence) requirePage(context, partyId, evidence)
  refuseSame(trx.prepare('SELECT id FROM promise WHERE partyId = ? AND madeOn = ? AND dueOn = ? AND amountFen = ? AND struckAt IS NULL').get(partyId, madeOn, dueOn, amountFen))
  const { lastId: id } = trx.run(trx.sql.insertInto('promise').values({
    ...input, attachmentId: evidence?.attachmentId ?? null, page: evidence?.page ?? null, recordedBy: actor.personId, recordedAt: now,
  }))
  context.record(partySubject(trx, partyId), { promise: id, amountFen, dueOn })
  return { id }
}

/** Refuses a day to come or one before there can have been any, and a due day before it or many years after (`bad-input`). */
function requireDays(today: string, first: Readonly<Record<string, string>>, due: { dueOn?: string } = {}): void {
  const [path, on] = Object.entries(first)[0]!
  if (dayFault(on, today) !== null) throw new AppError('bad-input', { path })
  if (due.dueOn !== undefined && dueFault(on, due.dueOn) !== null) throw new AppError('bad-input', { path: 'dueOn' })
}

/** Refuses what would make the sums of the book inexact (`sums-too-large`). */
function requireRoom(trx: Trx, table: 'receivable' | 'receipt', amountFen: number): void {
  if (amountFen > roomFor(trx, table)) throw new AppError('sums-too-large')
}

/** The same row again is a second click. */
function refuseSame(row: unknown): void {
  if (row) throw new AppError('duplicate', { id: (row as { id: number }).id })
}

export const isContractOf = ({ trx }: Pick<Context, 'trx'>, partyId: number, contractId: number): boolean =>
  trx.prepare("SELECT 1 FROM dossier WHERE id = ? AND partyId = ? AND kind = 'contract' AND voidedAt IS NULL").get(contractId, partyId) !== undefined

export type NewReceivable = Parsed<'receivables.add'> & { fileName: string | null }
export function insertReceivable({ trx, actor, now }: Context, receivable: NewReceivable): number {
  return trx.run(trx.sql.insertInto('receivable').values({ ...receivable, recordedBy: actor.personId, recordedAt: now })).lastId
}

export type NewReceipt = Omit<Parsed<'receivables.receive'>, 'allocations' | 'reference'> & { reference: string; fileName: string | null }
export function insertReceipt({ trx, actor, now }: Context, { partyId, receivedOn, amountFen, means, reference, remarks, fileName }: NewReceipt): number {
  return trx.run(trx.sql.insertInto('receipt').values({ partyId, receivedOn, amountFen, means, reference, remarks, fileName, recordedBy: actor.personId, recordedAt: now })).lastId
}

/**
 * Takes a wrong row out of what counts. What a struck receipt paid is open again, what a struck receivable was paid with is an
 * advance again. Refuses what is struck (`wrong-state`) and the party's own salesperson (`same-person`).
 */
export function strike(context: Context, { what, id, reason }: Parsed<'receivables.strike'>): Output<'receivables.strike'> {
  const { trx, actor, now, today } = context
  const row = trx.prepare(`SELECT partyId, amountFen, struckAt FROM ${what} WHERE id = ?`).get(id) as { partyId: number; amountFen: number; struckAt: string | null } | undefined
  if (!row) throw new AppError('not-found', { id })
  requireVisibleParty(trx, actor, today, row.partyId)
  if (row.struckAt !== null) throw new AppError('wrong-state')
  if (isOwnCustomer(context, row.partyId)) throw new AppError('same-person')
  const ended = what === 'promise' ? [] : endAllocations(context, what, id)
  trx.run(trx.sql.updateTable(what).set({ struckBy: actor.personId, struckAt: now, strikeReason: reason }).where('id', '=', id))
  context.record(partySubject(trx, row.partyId), { [what]: id, amountFen: row.amountFen, reason, ...(ended.length > 0 ? { before: ended } : {}) })
  return {}
}

const isOwnCustomer = ({ trx, actor }: Context, partyId: number): boolean =>
  (trx.prepare('SELECT salespersonId FROM party WHERE id = ?').get(partyId) as { salespersonId: number | null }).salespersonId === actor.personId

/** What this person may do with a party's account: the very rules that would refuse it. */
export const mayOf = (context: Context, partyId: number): { record: boolean; strike: boolean } => ({
  record: hasRole(context.actor, ['creditAdministrator']), strike: hasRole(context.actor, ['creditAdministrator', 'officeDirector']) && !isOwnCustomer(context, partyId),
})
