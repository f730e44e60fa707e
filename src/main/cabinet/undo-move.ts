import type { Output } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { undoTakingIn } from '../custody/ledger.ts'
import { placeOf } from '../dossiers/place.ts'
import { type DossierHead, writableDossier } from '../dossiers/rights.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { slotOf } from './move.ts'

type Move = {
  id: number
  dossierId: number
  fromDrawerId: number | null
  fromSlot: number | null
  toDrawerId: number | null
  toSlot: number | null
  at: string
}

/**
 * Takes back this person's own last move, and at the next call the one before. Refuses with `nothing-to-undo` when there
 * is none, or when anything has happened to the folder since (moved by another, lent, reported, voided, no longer his to
 * write); with `slot-taken` when another folder stands on the old slot.
 */
export function undoMove(context: Context): Output<'cabinet.undoMove'> {
  const { trx, actor } = context
  const last = trx
    .prepare('SELECT id, dossierId, fromDrawerId, fromSlot, toDrawerId, toSlot, at FROM move WHERE by = ? AND undoneAt IS NULL ORDER BY id DESC LIMIT 1')
    .get(actor.personId) as Move | undefined
  if (!last) throw new AppError('nothing-to-undo')
  const dossier = requireUntouched(context, last)
  const from = slotOf({ drawerId: last.fromDrawerId, slot: last.fromSlot })
  if (from && trx.prepare('SELECT 1 FROM dossier WHERE drawerId = ? AND slot = ?').get(from.drawerId, from.slot)) {
    throw new AppError('slot-taken', { slot: from.slot })
  }
  trx.run(
    trx.sql.updateTable('dossier')
      .set({ drawerId: last.fromDrawerId, slot: last.fromSlot, shelvedAt: from === null ? null : dossier.shelvedAt })
      .where('id', '=', dossier.id),
  )
  if (from === null) undoTakingIn(context, dossier.id)
  trx.run(trx.sql.updateTable('move').set({ undoneAt: context.now }).where('id', '=', last.id))
  context.record({ kind: 'dossier', id: dossier.id, label: dossier.number }, { moveId: last.id, from: slotOf(dossier), to: from })
  return { dossierId: dossier.id, place: placeOf(trx, dossier.id) }
}

function requireUntouched(context: Context, move: Move): DossierHead {
  const dossier = writableOrNothing(context, move.dossierId)
  const isWhereItWasPut = dossier.drawerId === move.toDrawerId && dossier.slot === move.toSlot
  const isReported = dossier.custody !== 'in' || (dossier.custodySince !== null && dossier.custodySince >= move.at)
  if (!isWhereItWasPut || isReported || wasLentSince(context.trx, move) || wasMovedSince(context.trx, move)) throw new AppError('nothing-to-undo')
  return dossier
}

function writableOrNothing(context: Context, dossierId: number): DossierHead {
  try {
    return writableDossier(context, dossierId)
  } catch (error) {
    throw error instanceof AppError ? new AppError('nothing-to-undo') : error
  }
}

function wasLentSince(trx: Trx, move: Move): boolean {
  return trx.prepare('SELECT 1 FROM loan WHERE dossierId = ? AND handedAt >= ?').get(move.dossierId, move.at) !== undefined
}

function wasMovedSince(trx: Trx, move: Move): boolean {
  return trx.prepare('SELECT 1 FROM move WHERE dossierId = ? AND id > ? AND undoneAt IS NULL').get(move.dossierId, move.id) !== undefined
}
