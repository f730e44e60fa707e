import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { compareCounts, type Entry, type Expected, type Found, type Seen } from '../../shared/rules/stocktakes/compare.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { recordStocktake, requireStocktake, type Round } from './load.ts'
import { BOOK_STATE, digestOf } from './scan.ts'

/** Ends the first count; from now on it waits for a second person. The entry keeps a digest of it, which tells nothing. */
export function finishFirst(context: Context, { id }: Parsed<'stocktakes.finishFirst'>): Output<'stocktakes.finishFirst'> {
  const { trx, actor, now } = context
  const stocktake = requireStocktake(context, id)
  if (stocktake.state !== 'first') throw new AppError('wrong-state', { state: stocktake.state })
  if (stocktake.firstBy !== actor.personId) throw new AppError('forbidden')
  const scans = seenIn(trx, id, 1)
  trx.run(trx.sql.updateTable('stocktake').set({ state: 'waiting', firstEnd: now }).where('id', '=', id))
  recordStocktake(context, stocktake, { round: 1, scans: scans.length, digest: digestOf(scans) })
  return { scans: scans.length }
}

/** Somebody else counts once more, without knowing what the first count saw (`same-person`). */
export function beginSecond(context: Context, { id }: Parsed<'stocktakes.beginSecond'>): Output<'stocktakes.beginSecond'> {
  const { trx, actor, now } = context
  const stocktake = requireStocktake(context, id)
  if (stocktake.firstBy === actor.personId) throw new AppError('same-person')
  if (stocktake.state !== 'waiting') throw new AppError('wrong-state', { state: stocktake.state })
  trx.run(trx.sql.updateTable('stocktake').set({ state: 'second', secondBy: actor.personId, secondStart: now }).where('id', '=', id))
  recordStocktake(context, stocktake, { round: 2 })
  return {}
}

/** Ends the second count and writes down where the counts and the books differ. */
export function finishSecond(context: Context, { id }: Parsed<'stocktakes.finishSecond'>): Output<'stocktakes.finishSecond'> {
  const { trx, actor, now } = context
  const stocktake = requireStocktake(context, id)
  if (stocktake.firstBy === actor.personId) throw new AppError('same-person')
  if (stocktake.state !== 'second') throw new AppError('wrong-state', { state: stocktake.state })
  if (stocktake.secondBy !== actor.personId) throw new AppError('forbidden')
  const [first, second] = [seenIn(trx, id, 1), seenIn(trx, id, 2)]
  const { inOrder, findings } = compareCounts({ expected: expectedOf(trx, id), strangers: strangersOf(trx, id), first, second })
  const drawerOrder = orderOf(trx, id)
  const where = ({ home, firstDrawerId, secondDrawerId }: Found) => drawerOrder.get(home?.drawerId ?? firstDrawerId ?? secondDrawerId ?? 0) ?? Infinity
  for (const finding of findings.toSorted((a, b) => where(a) - where(b) || (a.home?.slot ?? 0) - (b.home?.slot ?? 0))) write(trx, id, finding)
  trx.run(trx.sql.updateTable('stocktake').set({ state: 'findings', secondEnd: now, inOrder }).where('id', '=', id))
  recordStocktake(context, stocktake, { round: 2, scans: second.length, digest: digestOf(second), inOrder, findings: findings.length })
  return { findings: findings.length }
}

function seenIn(trx: Trx, id: number, round: Round): Seen[] {
  return trx
    .prepare('SELECT code, dossierId, drawerId FROM stocktakeScan WHERE stocktakeId = ? AND round = ? AND struckAt IS NULL ORDER BY id')
    .all(id, round) as Seen[]
}

type ItemRow = { dossierId: number; thenDrawer: number; thenSlot: number; thenState: Entry['state'] } & Entry

function expectedOf(trx: Trx, id: number): Expected[] {
  const rows = trx
    .prepare(
      `SELECT item.dossierId, item.drawerId AS thenDrawer, item.slot AS thenSlot, item.state AS thenState, dossier.drawerId, dossier.slot, ${BOOK_STATE} AS state
       FROM stocktakeItem AS item CROSS JOIN dossier ON dossier.id = item.dossierId WHERE item.stocktakeId = ? ORDER BY item.dossierId`,
    )
    .all(id) as ItemRow[]
  return rows.map(({ dossierId, thenDrawer, thenSlot, thenState, drawerId, slot, state }) => ({
    dossierId, was: { drawerId: thenDrawer, slot: thenSlot, state: thenState }, now: { drawerId, slot, state },
  }))
}

/** Folders that were scanned and not expected. */
function strangersOf(trx: Trx, id: number): ReadonlyMap<number, Entry> {
  const rows = trx
    .prepare(
      `SELECT DISTINCT dossier.id, dossier.drawerId, dossier.slot, ${BOOK_STATE} AS state
       FROM stocktakeScan AS scan JOIN dossier ON dossier.id = scan.dossierId
       WHERE scan.stocktakeId = :id AND scan.struckAt IS NULL
         AND NOT EXISTS (SELECT 1 FROM stocktakeItem AS item WHERE item.stocktakeId = :id AND item.dossierId = scan.dossierId)`,
    )
    .all({ id }) as (Entry & { id: number })[]
  return new Map(rows.map(({ id: dossierId, ...entry }) => [dossierId, entry]))
}

/** Findings are worked off along the shelves. */
function orderOf(trx: Trx, id: number): ReadonlyMap<number, number> {
  const rows = trx
    .prepare(
      `SELECT drawer.id FROM stocktakeDrawer JOIN drawer ON drawer.id = stocktakeDrawer.drawerId JOIN cabinet ON cabinet.id = drawer.cabinetId
       WHERE stocktakeDrawer.stocktakeId = ? ORDER BY cabinet.roomId, length(cabinet.code), upper(cabinet.code), drawer.no`,
    )
    .all(id) as { id: number }[]
  return new Map(rows.map((row, index) => [row.id, index]))
}

function write(trx: Trx, stocktakeId: number, { code, home, dossierId, ...finding }: Found): void {
  const number = dossierId === null ? undefined : (trx.prepare('SELECT number FROM dossier WHERE id = ?').get(dossierId) as { number: string }).number
  trx.run(
    trx.sql.insertInto('stocktakeFinding').values({
      stocktakeId, ...finding, dossierId, code: number ?? code ?? '', homeDrawerId: home?.drawerId ?? null, homeSlot: home?.slot ?? null,
    }),
  )
}
