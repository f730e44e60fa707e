import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { AWAY } from '../dossiers/conditions.ts'
import type { Context } from '../pipeline/context.ts'
import { visibleDossier } from '../people/visibility.ts'
import type { Trx } from '../storage/database.ts'

type Drawer = Output<'cabinet.room'>[number]['drawers'][number]

/** The rooms with what stands in them. Folders are counted by the drawers' fill, which anybody may know. */
export function listRooms({ trx }: Context): Output<'cabinet.rooms'> {
  return trx.all(trx.sql.selectFrom('room').select(['id', 'name', 'cabinets', 'drawers', 'folders']).orderBy('id'))
}

/**
 * The fronts of a room's cabinets. The fill counts every folder; lent, overdue, moving and missing only those the reader
 * may see, so that a front betrays nothing of another department.
 */
export function roomFronts(context: Context, { roomId }: Parsed<'cabinet.room'>): Output<'cabinet.room'> {
  const { trx } = context
  if (!trx.prepare('SELECT 1 FROM room WHERE id = ?').get(roomId)) throw new AppError('not-found', { roomId })
  const marks = marksByDrawer(context)
  const drawers = Map.groupBy(drawersOf(trx, roomId), (drawer) => drawer.cabinetId)
  return cabinetsOf(trx, roomId).map((cabinet) => ({
    ...cabinet,
    drawers: (drawers.get(cabinet.id) ?? []).map(({ cabinetId: _cabinet, ...drawer }) => ({ ...drawer, ...(marks.get(drawer.id) ?? NO_MARKS) })),
  }))
}

function cabinetsOf(trx: Trx, roomId: number): { id: number; code: string; label: string }[] {
  return trx
    .prepare(`SELECT id, code, coalesce(label, '') AS label FROM cabinet WHERE roomId = ? ORDER BY length(code), upper(code)`)
    .all(roomId) as { id: number; code: string; label: string }[]
}

type DrawerRow = Pick<Drawer, 'id' | 'no' | 'label' | 'capacity' | 'occupied'> & { cabinetId: number }

function drawersOf(trx: Trx, roomId: number): DrawerRow[] {
  return trx
    .prepare(
      `SELECT drawer.id, drawer.cabinetId, drawer.no, coalesce(drawer.label, '') AS label, drawer.capacity, drawer.occupied
       FROM cabinet JOIN drawer ON drawer.cabinetId = cabinet.id WHERE cabinet.roomId = ? ORDER BY cabinet.id, drawer.no`,
    )
    .all(roomId) as DrawerRow[]
}

type Marks = Pick<Drawer, 'lent' | 'overdue' | 'dueToday' | 'moving' | 'missing'>
const NO_MARKS: Marks = { lent: 0, overdue: 0, dueToday: 0, moving: 0, missing: 0 }

/**
 * Folders away from their slot are few beside those in it, so the marks start from them: one grouped query over the open
 * loans and the reported ones, whatever the room holds. As everywhere, a report goes before a loan, and one that is due
 * today counts as lent besides.
 */
function marksByDrawer({ trx, actor, today }: Context): ReadonlyMap<number, Marks> {
  const rows = trx.all(
    trx.sql.selectFrom(sql<{ dossierId: number }>`(${AWAY})`.as('away')).innerJoin('dossier', 'dossier.id', 'away.dossierId')
      .leftJoin('loan', (join) => join.onRef('loan.dossierId', '=', 'dossier.id').on('loan.returnedAt', 'is', null))
      .where('dossier.drawerId', 'is not', null).where(visibleDossier(actor, today))
      .groupBy('dossier.drawerId')
      .select(({ fn, eb }) => {
        const count = (...conditions: ReturnType<typeof eb>[]) => fn.countAll<number>().filterWhere(eb.and(conditions))
        const isIn = eb('dossier.custody', '=', 'in')
        return [
          eb.ref('dossier.drawerId').$notNull().as('drawerId'),
          count(isIn, eb('loan.dueOn', '>=', today)).as('lent'),
          count(isIn, eb('loan.dueOn', '<', today)).as('overdue'),
          count(isIn, eb('loan.dueOn', '=', today)).as('dueToday'),
          count(eb('dossier.custody', '=', 'moving')).as('moving'),
          count(eb('dossier.custody', '=', 'missing')).as('missing'),
        ]
      }),
  )
  return new Map(rows.map(({ drawerId, ...marks }) => [drawerId, marks]))
}
