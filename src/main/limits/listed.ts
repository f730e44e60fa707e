import { type Bar, barOf, type Before, type Listed } from '../../shared/rules/limits/listed.ts'
import type { Because } from '../../shared/contract/method.ts'
import type { Limits } from '../../shared/rules/schemes/schema.ts'
import { listingsOn } from '../risks/in-force.ts'
import { loadSchemeVersion } from '../schemes/load.ts'
import type { Trx } from '../storage/database.ts'
import type { LoadedLimit } from './load.ts'

/** The lists a party is on, on a day, as a case stands on them. */
export const listedOn = (trx: Trx, partyId: number, day: string): Listed[] => listingsOn(trx, partyId, day).map(({ number, list, measure, fromOn }) => ({ number, list, measure, fromOn }))

export type BeforeRow = Before & { readonly id: number; readonly termDays: number }
/** The limit granted before a case: of a party one case runs at a time, so it is the one that stood. */
export function limitBefore(trx: Trx, partyId: number, id: number = Number.MAX_SAFE_INTEGER): BeforeRow | null {
  const row = trx.prepare("SELECT id, number, amountFen, termDays, untilOn FROM limitCase INDEXED BY limitCase_party WHERE partyId = ? AND id < ? AND state = 'approved' ORDER BY id DESC LIMIT 1").get(partyId, id)
  return (row as BeforeRow | undefined) ?? null
}

/** What lists leave of a limit on a day; `id` of the case that is judged, none yet for one to be made. */
export function barOn(trx: Trx, { partyId, id }: { partyId: number; id?: number }, limits: Limits, day: string): Bar {
  const before = limitBefore(trx, partyId, id)
  return barOf(limits, listedOn(trx, partyId, day), before && { number: before.number, amountFen: before.amountFen, untilOn: before.untilOn }, day)
}

/** The same of a case: as it was frozen, or as it is on the day. */
export const barOfCase = (trx: Trx, limit: LoadedLimit, day: string): Bar | null =>
  limit.capsule ? limit.capsule.body.bar ?? null : barOn(trx, limit, loadSchemeVersion(trx, limit.schemeVersionId).scheme.limits!, day)

const RULES = { suspend: 'limit-suspended', restrict: 'limit-restricted', observe: 'limit-watched' } as const satisfies Record<Listed['measure'], Because['rule']>
/** Each list in a sentence; with the sum (fen) above which the general manager decides, where there is one. */
export const toldOfLists = (listed: readonly Listed[], ceilingFen: number | null): Because[] =>
  listed.map(({ measure, number, fromOn }) => ({ rule: RULES[measure], values: { number, on: fromOn, ...(measure === 'restrict' && ceilingFen !== null ? { ceilingFen } : {}) } }))
