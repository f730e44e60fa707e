import { addDays } from '../../shared/rules/lookups/days.ts'
import { GRACE_DAYS, type JudgedPromise, judgePromises } from '../../shared/rules/receivables/promises.ts'
import type { Trx } from '../storage/database.ts'
import { receiptsOf } from './events.ts'
import { promisesOf } from './facts.ts'

export type StandingPromise = Omit<JudgedPromise, 'id'> & { dueOn: string; amountFen: number }

/** The open promise that is due next, else the one that was decided last. */
export function promiseOf(trx: Trx, partyId: number, asOf: string): StandingPromise | null {
  const promises = promisesOf(trx, partyId)
  if (promises.length === 0) return null
  const judged = judgePromises(promises, receiptsOf(trx, partyId), asOf)
  const shown = judged.find(({ state }) => state === 'open') ?? judged.at(-1)
  if (!shown) return null
  const { dueOn, amountFen } = promises.find(({ id }) => id === shown.id)!
  return { dueOn, amountFen, state: shown.state, receivedFen: shown.receivedFen, decidedOn: shown.decidedOn }
}

/** Days back to which a broken promise is told of. */
const TOLD_DAYS = 365
/** Days for which one is news. */
export const NEWS_DAYS = 30

/** The promise that a party broke, or kept in part, and has not made another since, while it still owes; null where there is none. */
export function brokenPromise(trx: Trx, partyId: number, today: string): (StandingPromise & { decidedOn: string }) | null {
  const promise = promiseOf(trx, partyId, today)
  if (promise === null || promise.decidedOn === null || (promise.state !== 'broken' && promise.state !== 'part') || promise.decidedOn < addDays(today, -TOLD_DAYS)) return null
  const owes = trx.prepare('SELECT 1 FROM receivable INDEXED BY receivable_open WHERE partyId = ? AND settledOn IS NULL AND struckAt IS NULL LIMIT 1').get(partyId) !== undefined
  return owes ? { ...promise, decidedOn: promise.decidedOn } : null
}

/** Parties whose promise came to be broken of late, the first first: looked for by the day promised, few whatever the archive holds. */
export function newlyBroken(trx: Trx, today: string): { partyId: number; on: string }[] {
  const rows = trx.prepare('SELECT DISTINCT partyId FROM promise INDEXED BY promise_due WHERE struckAt IS NULL AND dueOn >= ? AND dueOn < ?').all(addDays(today, -NEWS_DAYS - GRACE_DAYS - 1), addDays(today, -GRACE_DAYS)) as { partyId: number }[]
  return rows.flatMap(({ partyId }) => {
    const broken = brokenPromise(trx, partyId, today)
    return broken !== null && broken.decidedOn >= addDays(today, -NEWS_DAYS) ? [{ partyId, on: broken.decidedOn }] : []
  }).sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.partyId - other.partyId))
}
