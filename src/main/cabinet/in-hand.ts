import { AppError } from '../../shared/errors.ts'
import type { DossierHead } from '../dossiers/rights.ts'
import type { Trx } from '../storage/database.ts'

/** Refuses a folder that is lent, on its way or missing (`folder-not-in`): nobody in the room has it to move. */
export function requireInHand(trx: Trx, dossier: Pick<DossierHead, 'id' | 'custody'>): void {
  const isLent = trx.prepare('SELECT 1 FROM loan WHERE dossierId = ? AND returnedAt IS NULL').get(dossier.id) !== undefined
  if (isLent || dossier.custody !== 'in') throw new AppError('folder-not-in', { custody: isLent ? 'lent' : dossier.custody })
}
