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
  const folder = folderToShelve(trx, dossierId)
  return placeIn(trx, chooseDrawer(drawersWithRoom(trx, roomId, folder), folder))
}

type Drawer = DrawerChoice & Omit<Place, 'drawerId' | 'slot'> & { capacity: number }
type Folder = FolderToShelve & { departmentId: number }

/** Most drawers of an old room are full: an index has those that are not, and only in these is looked for neighbours. */
function drawersWithRoom(trx: Trx, roomId: number | undefined, folder: Folder | null, limit = -1): Drawer[] {
  const rows = trx
    .prepare(
      `SELECT drawer.id, cabinet.id AS cabinetId, coalesce(cabinet.label, '') AS cabinetLabel, coalesce(drawer.label, '') AS label,
         room.id AS roomId, room.name AS roomName, cabinet.code AS cabinetCode, drawer.no AS drawerNo, drawer.capacity,
         EXISTS (SELECT 1 FROM dossier WHERE dossier.drawerId = drawer.id AND dossier.departmentId = :departmentId
           AND dossier.year = :year AND dossier.kind = :kind) AS holdsSame
       FROM drawer INDEXED BY drawer_free JOIN cabinet ON cabinet.id = drawer.cabinetId JOIN room ON room.id = cabinet.roomId
       WHERE (room.id = :roomId OR :roomId IS NULL) AND drawer.occupied < drawer.capacity
       ORDER BY room.id, length(cabinet.code), upper(cabinet.code), drawer.no LIMIT :limit`,
    )
    .all({
      roomId: roomId ?? null, limit, departmentId: folder?.departmentId ?? null, year: folder?.year ?? null, kind: folder?.kind ?? null,
    }) as (Omit<Drawer, 'holdsSame'> & { holdsSame: 0 | 1 })[]
  return rows.map((drawer) => ({ ...drawer, holdsSame: drawer.holdsSame === 1 }))
}

function firstPlace(trx: Trx, roomId: number | undefined): Place | null {
  return placeIn(trx, drawersWithRoom(trx, roomId, null, 1)[0] ?? null)
}

function placeIn(trx: Trx, drawer: Drawer | null): Place | null {
  const slot = drawer && firstFreeSlot(takenSlots(trx, drawer.id), drawer.capacity)
  if (!drawer || slot === null) return null
  const { roomId, roomName, cabinetId, cabinetCode, drawerNo } = drawer
  return { roomId, roomName, cabinetId, cabinetCode, drawerId: drawer.id, drawerNo, slot }
}

/** What decides where it goes. */
function folderToShelve(trx: Trx, dossierId: number): Folder {
  const { name, shortName, ...folder } = trx.one(
    trx.sql.selectFrom('dossier').innerJoin('department', 'department.id', 'dossier.departmentId')
      .innerJoin('party', 'party.id', 'dossier.partyId')
      .select(['dossier.kind', 'dossier.year', 'dossier.departmentId', 'department.name as departmentName', 'department.code as departmentCode'])
      .select(['party.name', 'party.shortName'])
      .where('dossier.id', '=', dossierId),
  )!
  return { ...folder, letter: tabOf({ name, shortName }).letter }
}
