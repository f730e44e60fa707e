import type * as z from 'zod'
import type { Place as PlaceSchema } from '../../shared/contract/dossiers.ts'
import type { Trx } from '../storage/database.ts'

export type Place = z.output<typeof PlaceSchema>

const PLACES = `
  SELECT dossier.id AS dossierId, room.id AS roomId, room.name AS roomName, cabinet.id AS cabinetId, cabinet.code AS cabinetCode,
    drawer.id AS drawerId, drawer.no AS drawerNo, dossier.slot
  FROM dossier CROSS JOIN drawer ON drawer.id = dossier.drawerId CROSS JOIN cabinet ON cabinet.id = drawer.cabinetId
  CROSS JOIN room ON room.id = cabinet.roomId`

/** Where the folder's slot is, whether it stands there or is lent from it; null for a folder that was never shelved. */
export function placeOf(trx: Trx, dossierId: number): Place | null {
  const row = trx.prepare(`${PLACES} WHERE dossier.id = ?`).get(dossierId) as (Place & { dossierId: number }) | undefined
  if (!row) return null
  const { dossierId: _dossier, ...place } = row
  return place
}

/** The same for many folders at once, by dossier; those without a place are left out. */
export function placesOf(trx: Trx, dossierIds: readonly number[]): ReadonlyMap<number, Place> {
  const rows = trx
    .prepare(`${PLACES} WHERE dossier.id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(dossierIds)) as (Place & { dossierId: number })[]
  return new Map(rows.map(({ dossierId, ...place }) => [dossierId, place]))
}
