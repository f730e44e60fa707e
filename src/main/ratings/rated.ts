import type { Trx } from '../storage/database.ts'

/** The rating that stands of a party; null where the program has rated none. */
export const standingRating = (trx: Trx, partyId: number): number | null =>
  (trx.prepare('SELECT id FROM rating INDEXED BY rating_standing WHERE partyId = ? AND isCurrent = 1').get(partyId) as { id: number } | undefined)?.id ?? null

/** Whether the program itself has rated a party: from then on its grade is the rating's, and nobody enters another by hand. */
export const isRated = (trx: Trx, partyId: number): boolean => standingRating(trx, partyId) !== null
