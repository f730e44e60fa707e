import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { firstFreeSlot } from '../../shared/rules/cabinet/choose-drawer.ts'
import { enterCustody, stageOf } from '../custody/ledger.ts'
import { requireHandedOver } from '../custody/shelving.ts'
import { placeOf } from '../dossiers/place.ts'
import { type DossierHead, writableDossier } from '../dossiers/rights.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { drawerHead, takenSlots } from './drawer.ts'
import { requireInHand } from './in-hand.ts'

export type Slot = { drawerId: number; slot: number }

/**
 * Puts a folder on a free slot: the given one, else the drawer's first. Only a folder in hand can be moved, one that is
 * on its shelf or waits for one (`folder-not-in`). Refuses a slot beyond the drawer (`bad-input`), a taken one
 * (`slot-taken`, whoever's folder is there, without naming it) and a full drawer (`drawer-full`). Putting a folder where
 * it stands already changes nothing. One that has still to be handed over to the archive room is refused (`not-handed-over`).
 */
export function placeFolder(context: Context, { dossierId, drawerId, slot }: Parsed<'cabinet.place'>): Output<'cabinet.place'> {
  const { trx } = context
  const dossier = writableDossier(context, dossierId)
  requireInHand(trx, dossier)
  requireHandedOver(trx, dossier)
  const drawer = drawerHead(trx, drawerId)
  if (!drawer) throw new AppError('not-found', { drawerId })
  if (slot !== undefined && slot > drawer.capacity) throw new AppError('bad-input', { path: 'slot', capacity: drawer.capacity })
  const to = { drawerId, slot: slot ?? freeSlot(trx, dossier, drawer) }
  if (to.drawerId !== dossier.drawerId || to.slot !== dossier.slot) {
    if (takenSlots(trx, drawerId).includes(to.slot)) throw new AppError('slot-taken', { slot: to.slot })
    move(context, dossier, to)
  }
  context.record({ kind: 'dossier', id: dossierId, label: dossier.number }, { from: slotOf(dossier), to })
  return placeOf(trx, dossierId)!
}

/**
 * Writes the move and its line in the history. The first shelving dates the folder's stay in the room, and whoever put it
 * there answers for it, unless it was handed over to the room before.
 */
function move(context: Context, dossier: DossierHead, to: Slot): void {
  const { trx, actor, now } = context
  if (stageOf(trx, dossier.id) !== 'archiveRoom') {
    enterCustody(context, { dossierId: dossier.id, stage: 'archiveRoom', holderId: actor.personId, how: 'takenIn' })
  }
  trx.run(trx.sql.updateTable('dossier').set({ ...to, shelvedAt: dossier.shelvedAt ?? now }).where('id', '=', dossier.id))
  trx.run(
    trx.sql.insertInto('move').values({
      dossierId: dossier.id, fromDrawerId: dossier.drawerId, fromSlot: dossier.slot, toDrawerId: to.drawerId, toSlot: to.slot, at: now, by: actor.personId,
    }),
  )
}

/** A folder that is in its drawer already stays on its slot. */
function freeSlot(trx: Trx, dossier: DossierHead, drawer: { id: number; capacity: number }): number {
  if (dossier.drawerId === drawer.id) return dossier.slot!
  const slot = firstFreeSlot(takenSlots(trx, drawer.id), drawer.capacity)
  if (slot === null) throw new AppError('drawer-full', { drawerId: drawer.id })
  return slot
}

export function slotOf({ drawerId, slot }: { drawerId: number | null; slot: number | null }): Slot | null {
  return drawerId === null || slot === null ? null : { drawerId, slot }
}
