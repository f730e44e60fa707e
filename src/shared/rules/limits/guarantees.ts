import { GUARANTEES, type Limits } from '../schemes/schema.ts'
import { mulDiv } from '../schemes/score.ts'

export { GUARANTEES }
export type GuaranteeKind = (typeof GUARANTEES)[number]

export type Guarantee = {
  readonly kind: GuaranteeKind
  readonly amountFen: number
  /** Last day it holds; null: until it is given back. */
  readonly until: string | null
  /** A page of the dossier stands behind it. */
  readonly hasPage: boolean
}
/** Why a guarantee adds nothing. */
export type NotCounted = 'no-page' | 'lapses'

/** What each guarantee adds to a limit that runs until a day, fen; nothing without its page, or where it lapses before the limit does. */
export function countGuarantees<One extends Guarantee>({ discounts, roundToYuan }: Limits, guarantees: readonly One[], until: string) {
  const rows = guarantees.map((one) => {
    const why: NotCounted | null = !one.hasPage ? 'no-page' : one.until !== null && one.until < until ? 'lapses' : null
    return { ...one, why, countedFen: why === null ? Math.floor((one.amountFen * discounts[one.kind]) / 10_000) : 0 }
  })
  const sum = rows.reduce((all, { countedFen }) => all + countedFen, 0)
  const step = roundToYuan * 100
  return { rows, addedFen: Math.floor(sum / step) * step }
}

/** How much of a limit is used, basis points; null where none was given: whatever is owed then is over it (`useOf`), and no share of it. */
export const utilisation = (usedFen: number, limitFen: number): number | null => (limitFen > 0 ? mulDiv(Math.max(0, usedFen), 10_000, limitFen) : null)

export const USES = ['within', 'near', 'over'] as const
export type Use = (typeof USES)[number]
/** Basis points from which a limit is nearly used up (credit.md 3.5: below 80 %, to 100 %, above). */
export const NEAR = 8000

/** By the sums themselves, so that a fen over is over. */
export const useOf = (usedFen: number, limitFen: number): Use =>
  usedFen > limitFen ? 'over' : limitFen > 0 && usedFen * 10_000 >= limitFen * NEAR ? 'near' : 'within'
