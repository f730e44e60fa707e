import { addDays } from '../lookups/days.ts'
import type { Receipt } from './position.ts'

/*
 * 付款承诺: what came in from the day a promise was made until three days after the day it was made for is set against it.
 * Receipts go to promises in the order of their days, each fen once; money that came in is not asked what it pays.
 */

/** Days of grace after the promised day. */
export const GRACE_DAYS = 3
/** Basis points of the promised amount from which a promise counts as kept. */
const KEPT = 9800

export const PROMISE_STATES = ['open', 'kept', 'part', 'broken'] as const
export type PromiseState = (typeof PROMISE_STATES)[number]
export type PaymentPromise = { readonly id: number; readonly madeOn: string; readonly dueOn: string; readonly amountFen: number }
export type JudgedPromise = { readonly id: number; readonly state: PromiseState; readonly receivedFen: number; /** The day on which that was settled. */ readonly decidedOn: string | null }

/** The last day on which money counts towards it; on the day after it is broken. */
export const lastDayOf = ({ dueOn }: { readonly dueOn: string }): string => addDays(dueOn, GRACE_DAYS)

/** Every promise made by the day, judged as of it: kept as soon as 98 % is in, part or broken once its days are over, open until then. */
export function judgePromises(promises: readonly PaymentPromise[], receipts: readonly Receipt[], asOf: string): JudgedPromise[] {
  const left = receipts.filter(({ receivedOn }) => receivedOn <= asOf).map(({ receivedOn, amountFen }) => ({ receivedOn, leftFen: amountFen }))
    .sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0))
  const inOrder = promises.filter(({ madeOn }) => madeOn <= asOf).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.madeOn < b.madeOn ? -1 : a.madeOn > b.madeOn ? 1 : a.id - b.id))
  return inOrder.map((promise) => {
    let receivedFen = 0
    let keptOn: string | null = null
    for (const receipt of left) {
      if (receipt.receivedOn < promise.madeOn || receipt.receivedOn > lastDayOf(promise) || receipt.leftFen === 0) continue
      const taken = Math.min(receipt.leftFen, promise.amountFen - receivedFen)
      receipt.leftFen -= taken
      receivedFen += taken
      if (keptOn === null && receivedFen * 10_000 >= promise.amountFen * KEPT) keptOn = receipt.receivedOn
      if (receivedFen === promise.amountFen) break
    }
    const isOver = lastDayOf(promise) < asOf
    const state = keptOn !== null ? 'kept' : !isOver ? 'open' : receivedFen > 0 ? 'part' : 'broken'
    return { id: promise.id, state, receivedFen, decidedOn: keptOn ?? (isOver ? addDays(lastDayOf(promise), 1) : null) }
  })
}
