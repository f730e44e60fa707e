import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { daysBetween } from '../../shared/rules/lookups/days.ts'
import type { Context } from '../pipeline/context.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { allRaw } from '../storage/all-raw.ts'
import { mayChange } from './record.ts'

type Asked = Parsed<'deliveries.list'>
type Shown = Output<'deliveries.list'>['rows'][number]
type Found = Omit<Shown, 'isInvoiceInOrder' | 'isShort' | 'daysLate' | 'struck' | 'may'> & { isInvoiceInOrder: 0 | 1 | null; isShort: 0 | 1; struckAt: string | null; struckByName: string | null; strikeReason: string | null }

/** Deliveries of a party, gathered along the index of days due. Refuses `not-found` and what reading the party's dossier would be refused for. */
export function listDeliveries(context: Context, asked: Asked): Output<'deliveries.list'> {
  const { trx, today } = context
  requireMayReadFigures(context, asked.partyId)
  const from = asked.state === 'struck' ? sql`delivery INDEXED BY delivery_struck` : sql`delivery INDEXED BY delivery_due`
  const where = sql.join(conditionsOf(asked, today), sql` AND `)
  const [{ total } = { total: 0 }] = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM ${from} WHERE ${where}`)
  if (asked.offset >= total) return { total, rows: [] }
  const rows = allRaw(trx, sql<Found>`
    SELECT delivery.id, delivery.dossierId, dossier.number AS contractNumber, delivery.orderNumber, nullif(delivery.goods, '') AS goods, delivery.unit, delivery.dueOn, delivery.orderedQuantity,
      nullif(delivery.receiptNumber, '') AS receiptNumber, delivery.arrivedOn, delivery.arrivedQuantity, delivery.acceptedQuantity, delivery.isInvoiceInOrder, delivery.remarks, delivery.fileName,
      ${isShort(today)} AS isShort, recorder.name AS recordedByName, delivery.recordedAt, delivery.replacesId, (SELECT id FROM delivery AS later WHERE later.replacesId = delivery.id) AS replacedById,
      delivery.struckAt, striker.name AS struckByName, delivery.strikeReason
    FROM (SELECT id FROM ${from} WHERE ${where} ORDER BY dueOn DESC, id DESC LIMIT ${asked.limit} OFFSET ${asked.offset}) AS found
      CROSS JOIN delivery ON delivery.id = found.id JOIN person AS recorder ON recorder.id = delivery.recordedBy
      LEFT JOIN person AS striker ON striker.id = delivery.struckBy LEFT JOIN dossier ON dossier.id = delivery.dossierId
    ORDER BY delivery.dueOn DESC, delivery.id DESC`)
  const may = mayChange(context, asked.partyId)
  return { total, rows: rows.map((row) => shown(row, today, may)) }
}

/** The day due is over, and what had come of the order by then was less than ordered. */
const isShort = (today: string) => sql<SqlBool>`(delivery.dueOn < ${today} AND delivery.orderedQuantity > coalesce((SELECT sum(other.arrivedQuantity) FROM delivery AS other INDEXED BY delivery_same
  WHERE other.partyId = delivery.partyId AND other.orderNumber = delivery.orderNumber AND other.goods = delivery.goods AND other.unit = delivery.unit AND other.dueOn = delivery.dueOn
    AND other.arrivedOn <= other.dueOn AND other.struckAt IS NULL), 0))`

function shown({ isShort: short, isInvoiceInOrder, struckAt, struckByName, strikeReason, ...row }: Found, today: string, may: ReturnType<typeof mayChange>): Shown {
  const isOpen = row.arrivedOn === null || row.acceptedQuantity === null || isInvoiceInOrder === null
  return {
    ...row, isShort: short === 1, isInvoiceInOrder: isInvoiceInOrder === null ? null : isInvoiceInOrder === 1, daysLate: Math.max(0, daysBetween(row.dueOn, row.arrivedOn ?? today)),
    struck: struckAt === null ? null : { at: struckAt, byName: struckByName ?? '', reason: strikeReason ?? '' }, may: may({ isOpen, isStruck: struckAt !== null }),
  }
}

function conditionsOf({ partyId, state, from, until, text }: Asked, today: string): RawBuilder<SqlBool>[] {
  const conditions = [sql<SqlBool>`partyId = ${partyId}`, state === 'struck' ? sql<SqlBool>`struckAt IS NOT NULL` : sql<SqlBool>`struckAt IS NULL`]
  if (state === 'open') conditions.push(sql`arrivedOn IS NULL`)
  if (state === 'late') conditions.push(isShort(today))
  if (state === 'rejected') conditions.push(sql`acceptedQuantity < arrivedQuantity`)
  if (state === 'invoice') conditions.push(sql`isInvoiceInOrder = 0`)
  if (from !== null) conditions.push(sql`dueOn >= ${from}`)
  if (until !== null) conditions.push(sql`dueOn <= ${until}`)
  const part = text.trim()
  if (part !== '') conditions.push(sql`(instr(lower(orderNumber), lower(${part})) > 0 OR instr(lower(goods), lower(${part})) > 0 OR instr(lower(receiptNumber), lower(${part})) > 0)`)
  return conditions
}
