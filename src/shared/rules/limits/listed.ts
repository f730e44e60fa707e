import type { LISTS, MEASURES } from '../risks/listing.ts'
import type { Limits } from '../schemes/schema.ts'
import { proposeLimit } from './propose.ts'

/*
 * What a list means for a limit (S15 不良客户名单: 限制或者暂停授信). Suspended: nothing is available and nothing may be granted.
 * Restricted: no more than stands, unless the general manager says so with a reason. Under watch: whoever reviews and decides is told.
 */

/** A list that a party is on, as a case stands on it; a term may be prolonged meanwhile and lifts nothing when it is over. */
export type Listed = { readonly number: string; readonly list: (typeof LISTS)[number]; readonly measure: (typeof MEASURES)[number]; readonly fromOn: string }
/** The limit that a case is to replace. */
export type Before = { readonly number: string; readonly amountFen: number; readonly untilOn: string }
/** The lists, the limit they are held against, and the sum (fen) above which an office director does not decide; null where no list says so. */
export type Bar = { readonly listed: readonly Listed[]; readonly before: Before | null; readonly ceilingFen: number | null }

type Measured = Pick<Listed, 'measure'>
const by = <One extends Measured>(listed: readonly One[], measure: Listed['measure']): One | null => listed.find((one) => one.measure === measure) ?? null
export const suspensionOf = <One extends Measured>(listed: readonly One[]): One | null => by(listed, 'suspend')
export const restrictionOf = <One extends Measured>(listed: readonly One[]): One | null => by(listed, 'restrict')

/** While a party is suspended nothing may be granted it; that it is given nothing always may. */
export const isBarred = (listed: readonly Measured[], amountFen: number): boolean => amountFen > 0 && suspensionOf(listed) !== null

/**
 * Up to which sum (fen) a party on these lists may be granted a limit on a day as anybody else: the limit that stands, without one
 * the beginner's; a limit that is over stands no more, and never makes room for more than it was. Null: as much as any other.
 */
export function ceilingOf(limits: Limits, listed: readonly Measured[], before: Before | null, day: string): number | null {
  if (suspensionOf(listed) !== null) return 0
  if (restrictionOf(listed) === null) return null
  const beginnerFen = proposeLimit(limits, {}, null).limitYuan * 100
  if (before === null) return beginnerFen
  return before.untilOn < day ? Math.min(before.amountFen, beginnerFen) : before.amountFen
}

export const barOf = (limits: Limits, listed: readonly Listed[], before: Before | null, day: string): Bar => ({ listed, before, ceilingFen: ceilingOf(limits, listed, before, day) })
