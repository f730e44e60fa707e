import type { Output } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'

/** Every drawer: what is in it, when it was last counted, and the count that has it now. */
export function coverage({ trx }: Context): Output<'stocktakes.coverage'> {
  return trx
    .prepare(
      `SELECT room.id AS roomId, room.name AS roomName, cabinet.id AS cabinetId, cabinet.code AS cabinetCode, coalesce(cabinet.label, '') AS cabinetLabel,
         drawer.id AS drawerId, drawer.no AS drawerNo, coalesce(drawer.label, '') AS label, drawer.occupied AS folders, drawer.countedAt, running.number AS running
       FROM room JOIN cabinet ON cabinet.roomId = room.id JOIN drawer ON drawer.cabinetId = cabinet.id
       LEFT JOIN (
         SELECT stocktakeDrawer.drawerId, stocktake.number FROM stocktake INDEXED BY stocktake_running
         JOIN stocktakeDrawer ON stocktakeDrawer.stocktakeId = stocktake.id WHERE stocktake.state NOT IN ('closed', 'cancelled')
       ) AS running ON running.drawerId = drawer.id
       ORDER BY room.id, length(cabinet.code), upper(cabinet.code), drawer.no`,
    )
    .all() as Output<'stocktakes.coverage'>
}
