import type { Selectable } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { isOwnCustomer } from '../defaults/record.ts'
import { partySubject } from '../parties/subject.ts'
import { hasRole, requireVisibleDossier, requireVisibleParty } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import type { DeliveryTable } from '../storage/tables/deliveries.ts'

export type Fields = Omit<Parsed<'deliveries.record'>, 'partyId'>
type Row = Selectable<DeliveryTable>

/**
 * Records an order that is to come or a lot that came. Refuses a hidden party (`not-found`), one who is no supplier, an arrival to
 * come and more accepted than arrived (`bad-input`), a contract that is not this party's (`not-found`), the very same (`duplicate`).
 */
export function recordDelivery(context: Context, { partyId, ...fields }: Parsed<'deliveries.record'>): Output<'deliveries.record'> {
  const { trx, actor, today } = context
  requireVisibleParty(trx, actor, today, partyId)
  requireSupplier(trx, partyId)
  requireSound(context, partyId, fields)
  const id = insertDelivery(context, { partyId, ...fields, fileName: null, replacesId: null })
  context.record(partySubject(trx, partyId), { delivery: id, order: fields.orderNumber, dueOn: fields.dueOn, arrivedOn: fields.arrivedOn })
  return { id }
}

/** Refuses who is a customer and nothing else (`bad-input`). */
export function requireSupplier(trx: Trx, partyId: number): void {
  if (!isSupplier(trx, partyId)) throw new AppError('bad-input', { path: 'partyId' })
}

export const isSupplier = (trx: Trx, partyId: number): boolean => (trx.prepare('SELECT kind FROM party WHERE id = ?').get(partyId) as { kind: string }).kind !== 'customer'

/** What an arrival has to be; the same for who records, adds and corrects. */
function requireArrival({ today }: Context, { arrivedOn, arrivedQuantity, acceptedQuantity, isInvoiceInOrder, receiptNumber }: Pick<Fields, 'arrivedOn' | 'arrivedQuantity' | 'acceptedQuantity' | 'isInvoiceInOrder' | 'receiptNumber'>): void {
  if ((arrivedOn === null) !== (arrivedQuantity === null)) throw new AppError('bad-input', { path: 'arrivedQuantity' })
  if (arrivedOn === null && (acceptedQuantity !== null || isInvoiceInOrder !== null || receiptNumber !== null)) throw new AppError('bad-input', { path: 'arrivedOn' })
  if (arrivedOn !== null && arrivedOn > today) throw new AppError('bad-input', { path: 'arrivedOn' })
  if (acceptedQuantity !== null && acceptedQuantity > arrivedQuantity!) throw new AppError('bad-input', { path: 'acceptedQuantity' })
}

function requireSound(context: Context, partyId: number, fields: Fields): void {
  const { trx, actor, today } = context
  requireArrival(context, fields)
  if (fields.dossierId === null) return
  const found = trx.prepare("SELECT 1 FROM dossier WHERE id = ? AND partyId = ? AND kind = 'contract' AND voidedAt IS NULL").get(fields.dossierId, partyId)
  if (!found) throw new AppError('not-found', { dossierId: fields.dossierId })
  requireVisibleDossier(trx, actor, today, fields.dossierId)
}

const SAME = "SELECT id FROM delivery WHERE partyId = ? AND orderNumber = ? AND goods = ? AND unit = ? AND dueOn = ? AND receiptNumber = ? AND coalesce(arrivedOn, '') = ? AND coalesce(arrivedQuantity, 0) = ? AND struckAt IS NULL"
export type Lot = Pick<Fields, 'orderNumber' | 'goods' | 'unit' | 'dueOn' | 'receiptNumber' | 'arrivedOn' | 'arrivedQuantity'>

/** The lot that stands under the same order, receipt, day and quantity. */
export function sameLot(trx: Trx, partyId: number, { orderNumber, goods, unit, dueOn, receiptNumber, arrivedOn, arrivedQuantity }: Lot): number | null {
  const same = trx.prepare(SAME).get(partyId, orderNumber, goods ?? '', unit, dueOn, receiptNumber ?? '', arrivedOn ?? '', arrivedQuantity ?? 0) as { id: number } | undefined
  return same?.id ?? null
}

export function insertDelivery({ trx, actor, now }: Context, delivery: Parsed<'deliveries.record'> & { fileName: string | null; replacesId: number | null }): number {
  const { goods, receiptNumber, isInvoiceInOrder, ...row } = delivery
  const same = sameLot(trx, delivery.partyId, delivery)
  if (same !== null) throw new AppError('duplicate', { id: same })
  return trx.run(
    trx.sql.insertInto('delivery').values({
      ...row, goods: goods ?? '', receiptNumber: receiptNumber ?? '', isInvoiceInOrder: isInvoiceInOrder === null ? null : isInvoiceInOrder ? 1 : 0, recordedBy: actor.personId, recordedAt: now,
    }),
  ).lastId
}

/** Adds what was not known yet. Refuses what is known or struck (`wrong-state`), nothing at all and what cannot be (`bad-input`). */
export function completeDelivery(context: Context, { id, ...added }: Parsed<'deliveries.complete'>): Output<'deliveries.complete'> {
  const row = requireStanding(context, id)
  const isArriving = added.arrivedOn !== null || added.arrivedQuantity !== null || added.receiptNumber !== null
  const adds = isArriving || added.acceptedQuantity !== null || added.isInvoiceInOrder !== null
  if (!adds) throw new AppError('bad-input', { path: 'arrivedOn' })
  const isKnown = (isArriving && row.arrivedOn !== null) || (added.acceptedQuantity !== null && row.acceptedQuantity !== null) || (added.isInvoiceInOrder !== null && row.isInvoiceInOrder !== null)
  if (isKnown) throw new AppError('wrong-state')
  const whole = {
    receiptNumber: added.receiptNumber ?? (row.receiptNumber || null), arrivedOn: added.arrivedOn ?? row.arrivedOn, arrivedQuantity: added.arrivedQuantity ?? row.arrivedQuantity,
    acceptedQuantity: added.acceptedQuantity ?? row.acceptedQuantity, isInvoiceInOrder: added.isInvoiceInOrder ?? (row.isInvoiceInOrder === null ? null : row.isInvoiceInOrder === 1),
  }
  requireArrival(context, whole)
  if (isArriving && sameLot(context.trx, row.partyId, { ...row, ...whole }) !== null) throw new AppError('duplicate')
  addToDelivery(context.trx, id, whole)
  context.record(partySubject(context.trx, row.partyId), { delivery: id, order: row.orderNumber, ...Object.fromEntries(Object.entries(added).filter(([, value]) => value !== null)) })
  return {}
}

export type Known = Pick<Fields, 'receiptNumber' | 'arrivedOn' | 'arrivedQuantity' | 'acceptedQuantity' | 'isInvoiceInOrder'>

export function addToDelivery(trx: Trx, id: number, { receiptNumber, isInvoiceInOrder, ...known }: Known): void {
  trx.run(trx.sql.updateTable('delivery').set({ ...known, receiptNumber: receiptNumber ?? '', isInvoiceInOrder: isInvoiceInOrder === null ? null : isInvoiceInOrder ? 1 : 0 }).where('id', '=', id))
}

/** Strikes a wrong one and records it anew. Refuses what is struck (`wrong-state`), the party's own salesperson (`same-person`), nothing changed (`bad-input`), and what recording refuses. */
export function correctDelivery(context: Context, { id, reason, ...fields }: Parsed<'deliveries.correct'>): Output<'deliveries.correct'> {
  const { trx } = context
  const row = requireStanding(context, id)
  if (isOwnCustomer(context, row.partyId)) throw new AppError('same-person')
  requireSound(context, row.partyId, fields)
  const changed = changesOf(row, fields)
  if (Object.keys(changed).length === 0) throw new AppError('bad-input', { path: 'reason' })
  strike(context, id, reason)
  const newId = insertDelivery(context, { partyId: row.partyId, ...fields, fileName: row.fileName, replacesId: id })
  context.record(partySubject(trx, row.partyId), { delivery: newId, replaces: id, order: fields.orderNumber, changed, reason })
  return { id: newId }
}

/** What is different, from what to what. */
function changesOf(row: Row, fields: Fields): Record<string, [unknown, unknown]> {
  const was: Fields = { ...row, goods: row.goods || null, receiptNumber: row.receiptNumber || null, isInvoiceInOrder: row.isInvoiceInOrder === null ? null : row.isInvoiceInOrder === 1 }
  return Object.fromEntries((Object.keys(fields) as (keyof Fields)[]).filter((key) => was[key] !== fields[key]).map((key) => [key, [was[key], fields[key]]]))
}

/** Takes a wrong one out of what counts. Refuses what is struck (`wrong-state`), and the party's own salesperson (`same-person`). */
export function strikeDelivery(context: Context, { id, reason }: Parsed<'deliveries.strike'>): Output<'deliveries.strike'> {
  const row = requireStanding(context, id)
  if (isOwnCustomer(context, row.partyId)) throw new AppError('same-person')
  strike(context, id, reason)
  context.record(partySubject(context.trx, row.partyId), { delivery: id, order: row.orderNumber, dueOn: row.dueOn, reason })
  return {}
}

const strike = ({ trx, actor, now }: Context, id: number, reason: string) =>
  trx.run(trx.sql.updateTable('delivery').set({ struckBy: actor.personId, struckAt: now, strikeReason: reason }).where('id', '=', id))

/** What this person may do with the deliveries of a party: the very rules that would refuse it. */
export function mayChange(context: Context, partyId: number): (row: { isOpen: boolean; isStruck: boolean }) => { complete: boolean; correct: boolean; strike: boolean } {
  const isKeeper = hasRole(context.actor, ['creditAdministrator'])
  const isOwn = isOwnCustomer(context, partyId)
  const isStriker = hasRole(context.actor, ['creditAdministrator', 'officeDirector']) && !isOwn
  return ({ isOpen, isStruck }) => ({ complete: isKeeper && isOpen && !isStruck, correct: isKeeper && !isOwn && !isStruck, strike: isStriker && !isStruck })
}

/** One that the person may see and that was not struck. */
function requireStanding({ trx, actor, today }: Context, id: number): Row {
  const row = trx.one(trx.sql.selectFrom('delivery').selectAll().where('id', '=', id))
  if (!row) throw new AppError('not-found', { id })
  requireVisibleParty(trx, actor, today, row.partyId)
  if (row.struckAt !== null) throw new AppError('wrong-state')
  return row
}
