import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { formatNumber } from '../../shared/rules/regulations/number.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { recordStocktake } from './load.ts'

/** Gapless within a year, whatever becomes of a count. */
const NUMBER = 'PD-{year}-{sequence:4}'

/**
 * Opens a count of a room, a cabinet or some drawers, and takes down what should stand there now. A drawer that another
 * count still has is refused (`stocktake-running`); a part without drawers, or a drawer that is not there, with `not-found`.
 */
export function openStocktake(context: Context, input: Parsed<'stocktakes.open'>): Output<'stocktakes.open'> {
  const { trx, actor, now } = context
  const drawers = drawersOf(trx, input)
  refuseRunning(trx, drawers)
  const number = nextNumber(context)
  const { lastId: id } = trx.run(
    trx.sql.insertInto('stocktake').values({
      number, state: 'first', scope: scopeWords(trx, drawers), expected: 0, openedAt: now, firstBy: actor.personId,
    }),
  )
  takeDown(trx, id, drawers)
  const { expected } = trx.prepare('SELECT expected FROM stocktake WHERE id = ?').get(id) as { expected: number }
  recordStocktake(context, { id, number }, { drawers: drawers.length, expected })
  return { id, number }
}

function drawersOf(trx: Trx, { roomId, cabinetId, drawerIds }: Parsed<'stocktakes.open'>): number[] {
  const rows = drawerIds !== undefined
    ? trx.prepare('SELECT id FROM drawer WHERE id IN (SELECT value FROM json_each(?))').all(JSON.stringify(drawerIds))
    : cabinetId !== undefined
      ? trx.prepare('SELECT id FROM drawer WHERE cabinetId = ?').all(cabinetId)
      : trx.prepare('SELECT drawer.id FROM cabinet JOIN drawer ON drawer.cabinetId = cabinet.id WHERE cabinet.roomId = ?').all(roomId)
  const ids = (rows as { id: number }[]).map((row) => row.id)
  if (ids.length === 0 || (drawerIds !== undefined && ids.length < new Set(drawerIds).size)) throw new AppError('not-found', { roomId, cabinetId })
  return ids
}

function refuseRunning(trx: Trx, drawers: readonly number[]): void {
  const other = trx
    .prepare(
      `SELECT stocktake.number FROM stocktake INDEXED BY stocktake_running
       JOIN stocktakeDrawer ON stocktakeDrawer.stocktakeId = stocktake.id
       WHERE stocktake.state NOT IN ('closed', 'cancelled') AND stocktakeDrawer.drawerId IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    .get(JSON.stringify(drawers)) as { number: string } | undefined
  if (other) throw new AppError('stocktake-running', { number: other.number })
}

function nextNumber({ trx, today }: Context): string {
  const year = Number(today.slice(0, 4))
  const { last } = trx
    .prepare('INSERT INTO counter (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last')
    .get(`stocktake:${year}`) as { last: number }
  return formatNumber(NUMBER, { department: '', year, sequence: last })
}

/**
 * Names of what is counted, as it is printed: the room, whole cabinets by their code, and of the others each drawer (03-1),
 * a run as its first and last (03-1–4). Codes and names only, in no language.
 */
function scopeWords(trx: Trx, drawers: readonly number[]): string {
  const rows = trx
    .prepare(
      `SELECT room.id AS roomId, room.name AS room, cabinet.id AS cabinetId, cabinet.code, drawer.no, chosen.value IS NOT NULL AS isChosen
       FROM room JOIN cabinet ON cabinet.roomId = room.id JOIN drawer ON drawer.cabinetId = cabinet.id
       LEFT JOIN json_each(:drawers) AS chosen ON chosen.value = drawer.id
       WHERE room.id IN (SELECT cabinet.roomId FROM cabinet JOIN drawer ON drawer.cabinetId = cabinet.id WHERE drawer.id IN (SELECT value FROM json_each(:drawers)))
       ORDER BY room.id, length(cabinet.code), upper(cabinet.code), drawer.no`,
    )
    .all({ drawers: JSON.stringify(drawers) }) as { roomId: number; room: string; cabinetId: number; code: string; no: number; isChosen: 0 | 1 }[]
  return [...Map.groupBy(rows, ({ roomId }) => roomId).values()].map((room) => {
    if (room.every(({ isChosen }) => isChosen)) return room[0]!.room
    const parts = [...Map.groupBy(room, ({ cabinetId }) => cabinetId).values()].flatMap((cabinet) => {
      const { code } = cabinet[0]!
      return cabinet.every(({ isChosen }) => isChosen) ? [code] : runsOf(cabinet.filter(({ isChosen }) => isChosen).map(({ no }) => no)).map((run) => `${code}-${run}`)
    })
    return `${room[0]!.room} ${parts.join(' ')}`
  }).join(' ')
}

/** Ascending numbers as runs: 1 2 3 5 → 1–3, 5. */
function runsOf(numbers: readonly number[]): string[] {
  const runs: [from: number, to: number][] = []
  for (const no of numbers) {
    const last = runs.at(-1)
    if (last?.[1] === no - 1) last[1] = no
    else runs.push([no, no])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
}

/** What should be there, folder by folder, in two statements whatever the room holds. */
function takeDown(trx: Trx, id: number, drawers: readonly number[]): void {
  trx.prepare(
    `INSERT INTO stocktakeItem (stocktakeId, dossierId, drawerId, slot, state)
     SELECT :id, dossier.id, dossier.drawerId, dossier.slot,
       CASE WHEN dossier.custody <> 'in' THEN dossier.custody
         WHEN EXISTS (SELECT 1 FROM loan WHERE loan.dossierId = dossier.id AND loan.returnedAt IS NULL) THEN 'lent' ELSE 'in' END
     FROM dossier WHERE dossier.drawerId IN (SELECT value FROM json_each(:drawers)) AND dossier.voidedAt IS NULL AND dossier.stage <> 'destroyed'`,
  ).run({ id, drawers: JSON.stringify(drawers) })
  trx.prepare(
    `INSERT INTO stocktakeDrawer (stocktakeId, drawerId, expected)
     SELECT :id, drawer.value, coalesce(item.expected, 0) FROM json_each(:drawers) AS drawer
     LEFT JOIN (SELECT drawerId, count(*) AS expected FROM stocktakeItem WHERE stocktakeId = :id GROUP BY drawerId) AS item ON item.drawerId = drawer.value`,
  ).run({ id, drawers: JSON.stringify(drawers) })
  trx.prepare('UPDATE stocktake SET expected = (SELECT count(*) FROM stocktakeItem WHERE stocktakeId = :id) WHERE id = :id').run({ id })
}
