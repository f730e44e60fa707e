import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { letterRanges } from '../../shared/rules/cabinet/letters.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

/** A new room; its name stands once (`duplicate`). */
export function addRoom({ trx, record }: Context, { name }: Parsed<'cabinet.addRoom'>): Output<'cabinet.addRoom'> {
  if (trx.prepare('SELECT 1 FROM room WHERE name = ?').get(name)) throw new AppError('duplicate', { path: 'name' })
  const { lastId: id } = trx.run(trx.sql.insertInto('room').values({ name }))
  record({ kind: 'room', id, label: name })
  return { id }
}

/** A new cabinet with its drawers, labelled with the letters from A to Z. Its code stands once in the room (`duplicate`). */
export function addCabinet({ trx, record }: Context, input: Parsed<'cabinet.addCabinet'>): Output<'cabinet.addCabinet'> {
  const { roomId, code, label, drawers, capacity } = input
  if (!trx.prepare('SELECT 1 FROM room WHERE id = ?').get(roomId)) throw new AppError('not-found', { roomId })
  if (trx.prepare('SELECT 1 FROM cabinet WHERE roomId = ? AND upper(code) = upper(?)').get(roomId, code)) {
    throw new AppError('duplicate', { path: 'code' })
  }
  const { lastId: id } = trx.run(trx.sql.insertInto('cabinet').values({ roomId, code, label }))
  for (const [index, range] of letterRanges(drawers).entries()) {
    trx.run(trx.sql.insertInto('drawer').values({ cabinetId: id, no: index + 1, label: range, capacity }))
  }
  record({ kind: 'cabinet', id, label: code }, { roomId, drawers, capacity })
  return { id }
}

/**
 * Label and capacity of a drawer; without a label it has the letters it was made with. The last taken slot must stay in
 * it (`drawer-not-empty`).
 */
export function changeDrawer({ trx, record }: Context, { id, label, capacity }: Parsed<'cabinet.changeDrawer'>): Output<'cabinet.changeDrawer'> {
  const drawer = trx.one(
    trx.sql.selectFrom('drawer').innerJoin('cabinet', 'cabinet.id', 'drawer.cabinetId')
      .select(['drawer.no', 'drawer.cabinetId', 'drawer.capacity', 'drawer.label', 'cabinet.code']).where('drawer.id', '=', id),
  )
  if (!drawer) throw new AppError('not-found', { id })
  const { last } = trx.prepare('SELECT coalesce(max(slot), 0) AS last FROM dossier WHERE drawerId = ?').get(id) as { last: number }
  if (capacity < last) throw new AppError('drawer-not-empty', { slot: last })
  trx.run(trx.sql.updateTable('drawer').set({ label: label ?? ownLetters(trx, drawer), capacity }).where('id', '=', id))
  record(
    { kind: 'drawer', id, label: `${drawer.code}-${drawer.no}` },
    { before: { label: drawer.label, capacity: drawer.capacity }, label, capacity },
  )
  return {}
}

function ownLetters(trx: Trx, { cabinetId, no }: { cabinetId: number; no: number }): string {
  const { drawers } = trx.prepare('SELECT count(*) AS drawers FROM drawer WHERE cabinetId = ?').get(cabinetId) as { drawers: number }
  return letterRanges(drawers)[no - 1] ?? ''
}
