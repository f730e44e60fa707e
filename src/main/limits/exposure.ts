import { type RawBuilder, sql } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import { useOf, utilisation } from '../../shared/rules/limits/guarantees.ts'
import { suspensionOf } from '../../shared/rules/limits/listed.ts'
import { validityOn } from '../../shared/rules/limits/steps.ts'
import { positionOf } from '../receivables/position.ts'
import type { ListingInForce } from '../risks/in-force.ts'
import { allRaw } from '../storage/all-raw.ts'
import type { Trx } from '../storage/database.ts'
import type { LimitRow } from './load.ts'

type Exposure = NonNullable<Output<'limits.list'>['rows'][number]['exposure']>

/** What is used of a limit that stands, and what of it may still be used today by a party on these lists. */
export function exposureOf(trx: Trx, limit: Pick<LimitRow, 'partyId' | 'amountFen' | 'hold' | 'untilOn'>, listed: readonly Pick<ListingInForce, 'measure'>[], today: string): Exposure {
  const { balanceFen, overdueFen, oldestDueOn } = positionOf(trx, limit.partyId, today)
  const usedFen = Math.max(0, balanceFen)
  const validity = validityOn({ ...limit, isSuspended: suspensionOf(listed) !== null }, today)
  return {
    usedFen, overdueFen, oldestDueOn, validity, use: useOf(usedFen, limit.amountFen), utilisation: utilisation(usedFen, limit.amountFen),
    availableFen: validity === 'valid' ? Math.max(0, limit.amountFen - usedFen) : 0,
  }
}

/** What is used today of a row of `limitCase`, as SQL: open items less advances, as `positionOf` has them. */
export const usedFen = (today: string): RawBuilder<number> => sql<number>`max(0,
  (SELECT coalesce(sum(amountFen - allocatedFen), 0) FROM receivable INDEXED BY receivable_open WHERE receivable.partyId = limitCase.partyId AND settledOn IS NULL AND struckAt IS NULL AND issuedOn <= ${today})
  - (SELECT coalesce(sum(amountFen - allocatedFen), 0) FROM receipt INDEXED BY receipt_open WHERE receipt.partyId = limitCase.partyId AND spentOn IS NULL AND struckAt IS NULL AND receivedOn <= ${today}))`

/** The limits that stand and are used beyond their sum today. */
export const limitsOver = (trx: Trx, today: string): Pick<LimitRow, 'id' | 'partyId' | 'number' | 'amountFen' | 'fromOn'>[] =>
  allRaw(trx, sql<Pick<LimitRow, 'id' | 'partyId' | 'number' | 'amountFen' | 'fromOn'>>`
    SELECT id, partyId, number, amountFen, fromOn FROM limitCase INDEXED BY limitCase_standing WHERE isCurrent = 1 AND ${usedFen(today)} > amountFen ORDER BY partyId`)

type Movement = { on: string; fen: number }

/** The day from which a party has owed more than its limit without a break, not before the limit's own first day; null where it does not today. */
export function overSince(trx: Trx, { partyId, amountFen, fromOn }: Pick<LimitRow, 'partyId' | 'amountFen' | 'fromOn'>, today: string): string | null {
  const movements = trx.prepare(
    `SELECT "on", sum(fen) AS fen FROM (
       SELECT issuedOn AS "on", amountFen AS fen FROM receivable INDEXED BY receivable_party WHERE partyId = :partyId AND struckAt IS NULL AND issuedOn <= :today
       UNION ALL SELECT receivedOn, -amountFen FROM receipt INDEXED BY receipt_party WHERE partyId = :partyId AND struckAt IS NULL AND receivedOn <= :today) GROUP BY "on" ORDER BY "on"`,
  ).all({ partyId, today }) as Movement[]
  let balance = 0
  let since: string | null = null
  for (const { on, fen } of movements) {
    balance += fen
    since = balance > amountFen ? since ?? on : null
  }
  return since !== null && fromOn !== null && since < fromOn ? fromOn : since
}

/** Parties whose limit has been exceeded since a day after their standing rating was approved: what it could not know. */
export function overLimitEvents(trx: Trx, today: string): { partyId: number; on: string; what: string | null }[] {
  const approved = trx.prepare('SELECT approvedOn FROM rating INDEXED BY rating_standing WHERE partyId = ? AND isCurrent = 1')
  return limitsOver(trx, today).flatMap((limit) => {
    const rating = approved.get(limit.partyId) as { approvedOn: string } | undefined
    const on = rating === undefined ? null : overSince(trx, limit, today)
    return on === null || on <= rating!.approvedOn ? [] : [{ partyId: limit.partyId, on, what: limit.number }]
  })
}
