import type { Output, Parsed } from '../../shared/contract/index.ts'
import { chooseDrawer, type DrawerChoice, firstFreeSlot, type FolderToShelve } from '../../shared/rules/cabinet/choose-drawer.ts'
import type { Place } from '../dossiers/place.ts'
import type { Context } from '../pipeline/context.ts'
import { requireVisibleDossier } from '../people/visibility.ts'
import type { Trx } from '../storage/database.ts'
import { takenSlots } from './drawer.ts'
import { tabOf } from './folders.ts'

/**
 * The slot that a folder should go to; without a folder the first free one. Null when no drawer (of the room) has space.
 * What is hidden takes its slot like everything else, and nothing tells what it is.
 */
export function nextFreeSlot(context: Context, { dossierId, roomId }: Parsed<'cabinet.nextFreeSlot'>): Output<'cabinet.nextFreeSlot'> {
  const { trx } = context
  if (dossierId === undefined) return firstPlace(trx, roomId)
  requireVisibleDossier(trx, context.actor, context.today, dossierId)
  const { folder, same } = folderToShelve(trx, dossierId)
  const drawers = drawersWithRoom(trx, roomId).map((drawer) => ({ ...drawer, holdsSame: same.has(drawer.id) }))
  return placeIn(trx, chooseDrawer(drawers, folder))
}

type Drawer = Omit<DrawerChoice, 'holdsSame'> & Omit<Place, 'drawerId' | 'slot'> & { capacity: number }

function drawersWithRoom(trx: Trx, roomId: number | undefined, limit = -1): Drawer[] {
  return trx
    .prepare(
      `SELECT drawer.id, cabinet.id AS cabinetId, coalesce(cabinet.label, '') AS cabinetLabel, coalesce(drawer.label, '') AS label,
         room.id AS roomId, room.name AS roomName, cabinet.code AS cabinetCode, drawer.no AS drawerNo, drawer.capacity
       FROM room JOIN cabinet ON cabinet.roomId = room.id JOIN drawer ON drawer.cabinetId = cabinet.id
       WHERE (room.id = :roomId OR :roomId IS NULL) AND drawer.occupied < drawer.capacity
       ORDER BY room.id, length(cabinet.code), upper(cabinet.code), drawer.no LIMIT :limit`,
    )
    .all({ roomId: roomId ?? null, limit }) as Drawer[]
}

function firstPlace(trx: Trx, roomId: number | undefined): Place | null {
  return placeIn(trx, drawersWithRoom(trx, roomId, 1)[0] ?? null)
}

function placeIn(trx: Trx, drawer: Drawer | null): Place | null {
  const slot = drawer && firstFreeSlot(takenSlots(trx, drawer.id), drawer.capacity)
  if (!drawer || slot === null) return null
  const { roomId, roomName, cabinetId, cabinetCode, drawerNo } = drawer
  return { roomId, roomName, cabinetId, cabinetCode, drawerId: drawer.id, drawerNo, slot }
}

/** What decides where it goes, and the drawers where folders of the same kind, department and year stand already. */
function folderToShelve(trx: Trx, dossierId: number): { folder: FolderToShelve; same: ReadonlySet<number> } {
  const row = trx.one(
    trx.sql.selectFrom('dossier').innerJoin('department', 'department.id', 'dossier.departmentId')
      .innerJoin('party', 'party.id', 'dossier.partyId')
      .select(['dossier.kind', 'dossier.year', 'dossier.departmentId', 'department.name as departmentName', 'department.code as departmentCode'])
      .select(['party.name', 'party.shortName'])
      .where('dossier.id', '=', dossierId),
  )!
  const same = trx.all(
    trx.sql.selectFrom('dossier').select((eb) => eb.ref('drawerId').$notNull().as('drawerId')).distinct()
      .where('voidedAt', 'is', null).where('departmentId', '=', row.departmentId).where('year', '=', row.year)
      .where('kind', '=', row.kind).where('drawerId', 'is not', null),
  )
  return {
    folder: { departmentName: row.departmentName, departmentCode: row.departmentCode, year: row.year, letter: tabOf(row).letter },
    same: new Set(same.map((drawer) => drawer.drawerId)),
  }
}
