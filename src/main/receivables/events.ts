import { addDays } from '../../shared/rules/lookups/days.ts'
import { TOLERANCE_FEN } from '../../shared/rules/receivables/overdue.ts'
import { GRACE_DAYS, judgePromises } from '../../shared/rules/receivables/promises.ts'
import type { Trx } from '../storage/database.ts'
import { promisesOf } from './facts.ts'

/** What a standing rating could not know. */
export type LedgerEvent = { partyId: number; on: string; what: string | null }

/** Days past due after which the rating is asked again. */
const LATE_DAYS = 30

/** By party the first open item that passed 30 days overdue since what its standing rating was made from, or was entered since; `what` is its number. */
export function overdueEvents(trx: Trx, today: string): LedgerEvent[] {
  return trx.prepare(
    `SELECT rating.partyId, date(min(receivable.dueOn), '+${LATE_DAYS + 1} days') AS "on", receivable.number AS what
     FROM rating INDEXED BY rating_standing CROSS JOIN receivable INDEXED BY receivable_open ON receivable.partyId = rating.partyId
     WHERE rating.isCurrent = 1 AND receivable.struckAt IS NULL AND receivable.settledOn IS NULL AND receivable.dueOn < :before
       AND receivable.amountFen - receivable.allocatedFen > ${TOLERANCE_FEN}
       AND (receivable.dueOn >= date(rating.asOf, '-${LATE_DAYS} days') OR receivable.recordedAt > rating.approvedAt)
     GROUP BY rating.partyId`,
  ).all({ before: addDays(today, -LATE_DAYS) }) as LedgerEvent[]
}

/** By party the first promise that came to be broken, or kept in part, since; `what` is the day it was made for. */
export function brokenPromiseEvents(trx: Trx, today: string): LedgerEvent[] {
  const asked = trx.prepare(
    `SELECT rating.partyId, promise.id FROM rating INDEXED BY rating_standing CROSS JOIN promise INDEXED BY promise_party ON promise.partyId = rating.partyId
     WHERE rating.isCurrent = 1 AND promise.struckAt IS NULL AND promise.dueOn < :before AND (promise.dueOn >= date(rating.asOf, '-${GRACE_DAYS} days') OR promise.recordedAt > rating.approvedAt)`,
  ).all({ before: addDays(today, -GRACE_DAYS) }) as { partyId: number; id: number }[]
  return [...Map.groupBy(asked, ({ partyId }) => partyId)].flatMap(([partyId, own]): LedgerEvent[] => {
    const promises = promisesOf(trx, partyId)
    const ids = new Set(own.map(({ id }) => id))
    const missed = judgePromises(promises, receiptsOf(trx, partyId), today).find(({ id, state }) => ids.has(id) && (state === 'broken' || state === 'part'))
    return missed ? [{ partyId, on: missed.decidedOn!, what: promises.find(({ id }) => id === missed.id)!.dueOn }] : []
  })
}

/** The receipts of a party that stand. */
export const receiptsOf = (trx: Trx, partyId: number): { id: number; receivedOn: string; amountFen: number }[] =>
  trx.prepare('SELECT id, receivedOn, amountFen FROM receipt INDEXED BY receipt_party WHERE partyId = ? AND struckAt IS NULL ORDER BY receivedOn, id').all(partyId) as { id: number; receivedOn: string; amountFen: number }[]
