import type { Trx } from '../storage/database.ts'

/*
 * `invoiceDay`: what a party's invoices of a day come to, so that a list is counted and a figure summed without reading
 * every invoice. Whoever writes invoices keeps it in the same transaction.
 */

const SUMS = `SELECT partyId, issuedOn, direction, sum(1 - isVoid) AS valid, sum(isVoid = 0 AND amountFen < 0) AS red, sum(isVoid) AS void, sum(iif(isVoid = 0, amountFen, 0)) AS netFen
  FROM invoice WHERE id BETWEEN ? AND ? AND isStruck = 0 GROUP BY partyId, issuedOn, direction`

/** Enters the invoices of these ids. */
export function addToDays(trx: Trx, firstId: number, lastId: number): void {
  trx.prepare(
    `INSERT INTO invoiceDay (partyId, issuedOn, direction, valid, red, void, netFen) ${SUMS}
     ON CONFLICT (partyId, issuedOn, direction) DO UPDATE SET valid = valid + excluded.valid, red = red + excluded.red, void = void + excluded.void, netFen = netFen + excluded.netFen`,
  ).run(firstId, lastId)
}

/** Takes them out again: before they are marked as struck. */
export function takeFromDays(trx: Trx, firstId: number, lastId: number): void {
  trx.prepare(
    `UPDATE invoiceDay SET valid = invoiceDay.valid - gone.valid, red = invoiceDay.red - gone.red, void = invoiceDay.void - gone.void, netFen = invoiceDay.netFen - gone.netFen
     FROM (${SUMS}) AS gone WHERE gone.partyId = invoiceDay.partyId AND gone.issuedOn = invoiceDay.issuedOn AND gone.direction = invoiceDay.direction`,
  ).run(firstId, lastId)
  trx.prepare('DELETE FROM invoiceDay WHERE valid = 0 AND void = 0').run()
}

export type Turned = { partyId: number; issuedOn: string; direction: string; amountFen: number }

/** One invoice that was valid is void, or the other way round. */
export function turnInDays(trx: Trx, { partyId, issuedOn, direction, amountFen }: Turned, isVoidNow: boolean): void {
  const sign = isVoidNow ? 1 : -1
  trx.prepare('UPDATE invoiceDay SET void = void + ?, valid = valid - ?, red = red - ?, netFen = netFen - ? WHERE partyId = ? AND issuedOn = ? AND direction = ?')
    .run(sign, sign, amountFen < 0 ? sign : 0, sign * amountFen, partyId, issuedOn, direction)
}
