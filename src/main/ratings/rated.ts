import type { Trx } from '../storage/database.ts'

/** Whether the program itself has rated a party: from then on its grade is the rating's, and nobody enters another by hand. */
export const isRated = (trx: Trx, partyId: number): boolean =>
  trx.prepare('SELECT 1 FROM rating INDEXED BY rating_standing WHERE partyId = ? AND isCurrent = 1').get(partyId) !== undefined
