import type { Output, Parsed } from '../../shared/contract/index.ts'
import { drawerCode } from '../../shared/rules/shelving/codes.ts'
import { visibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'

type Label = Output<'shelving.labels'>[number]
type Reader = Pick<Context, 'trx' | 'actor' | 'today'>

/** As many labels as one goes and sticks on. */
const MOST = 500

/** Labels of these folders, in the order given; those that the reader may not see are left out. */
export function labelsOf({ trx, actor, today }: Reader, ids: readonly number[]): Label[] {
  const rows = trx.all(
    trx.sql.selectFrom('dossier').innerJoin('party', 'party.id', 'dossier.partyId').innerJoin('department', 'department.id', 'dossier.departmentId')
      .leftJoin('box', 'box.id', 'dossier.boxId')
      .select([
        'dossier.id as dossierId', 'dossier.number', 'party.name as partyName', 'party.shortName', 'dossier.kind', 'dossier.year', 'dossier.retentionYears',
        'dossier.level', 'department.name as departmentName', 'box.code as boxCode',
      ])
      .where('dossier.id', 'in', [...ids, 0]).where('dossier.voidedAt', 'is', null).where(visibleDossier(actor, today)),
  )
  const byId = new Map(rows.map((row) => [row.dossierId, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Labels to print: for the folders named, for a drawer's or a box's in their order, or for all that wait for a place. */
export function listLabels(context: Context, { dossierIds, drawerId, boxId, unshelved }: Parsed<'shelving.labels'>): Output<'shelving.labels'> {
  if (dossierIds) return labelsOf(context, dossierIds)
  const { trx, actor, today } = context
  let found = trx.sql.selectFrom('dossier').select('id').where('voidedAt', 'is', null).where(visibleDossier(actor, today)).limit(MOST)
  if (drawerId !== undefined) found = found.where('drawerId', '=', drawerId).orderBy('slot')
  else if (boxId !== undefined) found = found.where('boxId', '=', boxId).orderBy('number')
  else if (unshelved) found = found.where('drawerId', 'is', null).where('custody', '=', 'in').orderBy('id')
  else return []
  return labelsOf(context, trx.all(found).map(({ id }) => id))
}

type DrawerRow = Omit<Output<'shelving.drawers'>[number], 'code'>

const DRAWERS = `
  SELECT drawer.id, room.id AS roomId, room.name AS roomName, cabinet.code AS cabinetCode, drawer.no, coalesce(drawer.label, '') AS label,
    drawer.capacity, drawer.occupied
  FROM room JOIN cabinet ON cabinet.roomId = room.id JOIN drawer ON drawer.cabinetId = cabinet.id`
const withCode = (row: DrawerRow) => ({ ...row, code: drawerCode(row.roomId, row.cabinetCode, row.no) })

/** Drawers of a room, a cabinet, or one: what their labels say. */
export function listDrawers({ trx }: Context, { roomId, cabinetId, drawerId }: Parsed<'shelving.drawers'>): Output<'shelving.drawers'> {
  const [condition, value] = drawerId !== undefined ? ['drawer.id = ?', drawerId]
    : cabinetId !== undefined ? ['cabinet.id = ?', cabinetId] : roomId !== undefined ? ['room.id = ?', roomId] : ['1 = ?', 1]
  const rows = trx.prepare(`${DRAWERS} WHERE ${condition} ORDER BY room.id, length(cabinet.code), upper(cabinet.code), drawer.no`).all(value) as DrawerRow[]
  return rows.map(withCode)
}

/** The drawer of this code, if there is one. */
export function drawerOf({ trx }: Pick<Context, 'trx'>, { roomId, cabinetCode, no }: { roomId: number; cabinetCode: string; no: number }) {
  const row = trx.prepare(`${DRAWERS} WHERE room.id = ? AND upper(cabinet.code) = ? AND drawer.no = ?`).get(roomId, cabinetCode, no) as DrawerRow | undefined
  return row ? withCode(row) : null
}
