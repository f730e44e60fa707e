import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { Trx } from '../storage/database.ts'

type Asked = Parsed<'invoices.list'>
type Condition = RawBuilder<SqlBool>
type Found = { id: number; direction: 'sale' | 'purchase'; issuedOn: string; number: string; code: string; counterpartyId: number; counterpartyName: string; amountFen: number; taxFen: number; totalFen: number; isVoid: 0 | 1 }

/**
 * A party's invoices, the newest first. What days alone can tell is counted and walked to along the days, so that the
 * millionth row costs no more than the first; by number, by other side and uneven ones are gathered along an index.
 */
export function listInvoices(context: Context, asked: Asked): Output<'invoices.list'> {
  requireMayReadFigures(context, asked.partyId)
  const isOfDays = asked.number === '' && asked.counterpartyId === null && asked.state !== 'uneven'
  return isOfDays ? alongDays(context.trx, asked) : gathered(context.trx, asked)
}

function alongDays(trx: Trx, asked: Asked): Output<'invoices.list'> {
  const days = daysOf(trx, asked)
  const total = days.reduce((sum, { invoices }) => sum + invoices, 0)
  if (asked.offset >= total) return { total, rows: [] }
  let before = 0
  let first = 0
  while (before + days[first]!.invoices <= asked.offset) before += days[first++]!.invoices
  let last = first
  for (let reached = before + days[first]!.invoices; reached < asked.offset + asked.limit && last + 1 < days.length;) reached += days[++last]!.invoices
  const span = [sql<SqlBool>`invoice.issuedOn BETWEEN ${days[last]!.issuedOn} AND ${days[first]!.issuedOn}`]
  return { total, rows: rowsOf(trx, asked, sql`invoice INDEXED BY invoice_flow`, [...conditionsOf(asked), ...span], asked.offset - before) }
}

/** Days on which there is anything asked for, the newest first, and how many. */
function daysOf(trx: Trx, { partyId, direction, state, from, until }: Asked): { issuedOn: string; invoices: number }[] {
  const counted = { valid: 'valid', void: 'void', red: 'red' } as const
  const what = sql.raw(state === null || state === 'uneven' ? 'valid + void' : counted[state])
  return allRaw(trx, sql<{ issuedOn: string; invoices: number }>`
    SELECT issuedOn, sum(${what}) AS invoices FROM invoiceDay
    WHERE partyId = ${partyId} AND issuedOn BETWEEN ${from ?? '0000'} AND ${until ?? '9999'} AND (${direction} IS NULL OR direction = ${direction})
    GROUP BY issuedOn HAVING sum(${what}) > 0 ORDER BY issuedOn DESC`)
}

function gathered(trx: Trx, asked: Asked): Output<'invoices.list'> {
  const from = asked.number !== '' ? sql`invoice INDEXED BY invoice_same` : asked.state === 'uneven' ? sql`invoice INDEXED BY invoice_uneven` : sql`invoice INDEXED BY invoice_flow`
  const conditions = conditionsOf(asked)
  const [{ total } = { total: 0 }] = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM ${from} WHERE ${sql.join(conditions, sql` AND `)}`)
  return { total, rows: asked.offset >= total ? [] : rowsOf(trx, asked, from, conditions, asked.offset) }
}

function conditionsOf({ partyId, direction, state, from, until, counterpartyId, number }: Asked): Condition[] {
  const conditions: Condition[] = [sql`invoice.partyId = ${partyId}`, sql`invoice.isStruck = 0`]
  if (direction !== null) conditions.push(sql`invoice.direction = ${direction}`)
  if (state === 'valid') conditions.push(sql`invoice.isVoid = 0`)
  if (state === 'void') conditions.push(sql`invoice.isVoid = 1`)
  if (state === 'red') conditions.push(sql`invoice.isVoid = 0 AND invoice.amountFen < 0`)
  if (state === 'uneven') conditions.push(sql`invoice.totalFen <> invoice.amountFen + invoice.taxFen`)
  if (from !== null) conditions.push(sql`invoice.issuedOn >= ${from}`)
  if (until !== null) conditions.push(sql`invoice.issuedOn <= ${until}`)
  if (counterpartyId !== null) conditions.push(sql`invoice.counterpartyId = ${counterpartyId}`)
  if (number !== '') conditions.push(sql`invoice.number >= ${number} AND invoice.number < ${`${number}\uffff`}`)
  return conditions
}

function rowsOf(trx: Trx, { limit }: Asked, from: RawBuilder<unknown>, conditions: readonly Condition[], offset: number): Output<'invoices.list'>['rows'] {
  const rows = allRaw(trx, sql<Found>`
    SELECT found.id, invoice.direction, found.issuedOn, invoice.number, invoice.code, invoice.counterpartyId, side.name AS counterpartyName,
      invoice.amountFen, invoice.taxFen, invoice.totalFen, invoice.isVoid
    FROM (SELECT invoice.id, invoice.issuedOn FROM ${from} WHERE ${sql.join(conditions, sql` AND `)} ORDER BY invoice.issuedOn DESC, invoice.id DESC LIMIT ${limit} OFFSET ${offset}) AS found
      CROSS JOIN invoice NOT INDEXED ON invoice.id = found.id CROSS JOIN invoiceCounterparty AS side ON side.id = invoice.counterpartyId
    ORDER BY found.issuedOn DESC, found.id DESC`)
  return rows.map(({ isVoid, ...row }) => ({ ...row, isVoid: isVoid === 1 }))
}
