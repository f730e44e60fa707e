import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Context } from '../pipeline/context.ts'
import { seesWholeArchive } from '../people/visibility.ts'
import type { Trx } from '../storage/database.ts'
import { foldersQuery, toFolder } from './folders.ts'

/**
 * An open drawer, front to back. A lent folder keeps its slot; a slot whose folder the reader may not see is told as
 * taken and nothing else.
 */
export function openDrawer(context: Context, { drawerId }: Parsed<'cabinet.drawer'>): Output<'cabinet.drawer'> {
  const { trx } = context
  const drawer = drawerHead(trx, drawerId)
  if (!drawer) throw new AppError('not-found', { drawerId })
  const folders = trx.all(foldersQuery(context).where('dossier.drawerId', '=', drawerId).orderBy('dossier.slot')).map(toFolder)
  const seen = new Set(folders.map((folder) => folder.slot))
  const hiddenSlots = seesWholeArchive(context.actor) ? [] : takenSlots(trx, drawerId).filter((slot) => !seen.has(slot))
  return { ...drawer, folders, hiddenSlots }
}

/** Every slot of a drawer that has a folder, whoever may see it. */
export function takenSlots(trx: Trx, drawerId: number): number[] {
  const rows = trx.prepare('SELECT slot FROM dossier WHERE drawerId = ? ORDER BY slot').all(drawerId) as { slot: number }[]
  return rows.map((row) => row.slot)
}

type DrawerHead = Omit<Output<'cabinet.drawer'>, 'folders' | 'hiddenSlots'>

/** The drawer and where it is; undefined when there is none. */
export function drawerHead(trx: Trx, drawerId: number): DrawerHead | undefined {
  return trx
    .prepare(
      `SELECT drawer.id, drawer.no, coalesce(drawer.label, '') AS label, drawer.capacity, cabinet.id AS cabinetId, cabinet.code AS cabinetCode,
         coalesce(cabinet.label, '') AS cabinetLabel, cabinet.roomId
       FROM drawer JOIN cabinet ON cabinet.id = drawer.cabinetId WHERE drawer.id = ?`,
    )
    .get(drawerId) as DrawerHead | undefined
}
