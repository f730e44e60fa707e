import { GUARANTEES, type Limits } from '../schemes/schema.ts'
import { mulDiv } from '../schemes/score.ts'

export { GUARANTEES }
export type GuaranteeKind = (typeof GUARANTEES)[number]

export type Guarantee = {
  readonly kind: GuaranteeKind
  readonly amountFen: number
  /** Last day it holds; null: until it is given back (`ENDLESS` alone), or not known. */
  readonly until: string | null
  /** Who gives it, by which paper and number. No catalogue tells which documents are such papers, so it is the maker's word, beside the page's title, that is signed. */
  readonly giver: string | null
  /** A page of the dossier stands behind it. */
  readonly hasPage: boolean
}
/** Words of a paper that secures a debt (民法典 担保物权、保证): its type or title has one of them. */
const SECURES = /担保|保证|抵押|质押|质权|保函|押金|定金|留置|存单|信用证|备付|履约|guarant|mortgage|pledge|lien|suret|deposit|collateral|security/iu
/** Types that may hold such a paper without saying so. */
const OPEN = /其他|其它|补充|登记|公证|见证|鉴证|正本|副本|文本|协议|凭证|other|agreement|contract/iu

/** A document whose type says that it is something else, and neither its class nor its title says that it secures a debt. */
export const isPlainlyOther = (type: string, words: readonly string[]): boolean => !OPEN.test(type) && ![type, ...words].some((one) => SECURES.test(one))

/** Kinds that hold until they are given back. */
export const ENDLESS: readonly GuaranteeKind[] = ['cash']
export const NOT_COUNTED = ['no-page', 'no-giver', 'no-end', 'lapses'] as const
/** Why a guarantee adds nothing. */
export type NotCounted = (typeof NOT_COUNTED)[number]

function whyNotCounted({ kind, hasPage, giver, until }: Guarantee, limitUntil: string): NotCounted | null {
  if (!hasPage) return 'no-page'
  if (giver === null) return 'no-giver'
  if (until === null) return ENDLESS.includes(kind) ? null : 'no-end'
  return until < limitUntil ? 'lapses' : null
}

/** What each guarantee adds to a limit that runs until a day, fen; nothing where it is not proved, or does not hold as long as the limit. */
export function countGuarantees<One extends Guarantee>({ discounts, roundToYuan }: Limits, guarantees: readonly One[], until: string) {
  const rows = guarantees.map((one) => {
    const why = whyNotCounted(one, until)
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
