import type { Output } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { drawerCode } from '../../shared/rules/shelving/codes.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import { hasRole } from '../people/visibility.ts'
import type { Trx } from '../storage/database.ts'
import type { StocktakeTable } from '../storage/tables/stocktakes.ts'

export type Stocktake = Omit<StocktakeTable, 'id'> & { id: number; firstByName: string; secondByName: string | null }
export type Round = 1 | 2

const STOCKTAKES = `
  SELECT stocktake.*, one.name AS firstByName, two.name AS secondByName FROM stocktake
  JOIN person AS one ON one.id = stocktake.firstBy LEFT JOIN person AS two ON two.id = stocktake.secondBy`

/** One count; `not-found` when there is none. */
export function requireStocktake({ trx }: Pick<Context, 'trx'>, id: number): Stocktake {
  const row = trx.prepare(`${STOCKTAKES} WHERE stocktake.id = ?`).get(id) as Stocktake | undefined
  if (!row) throw new AppError('not-found', { id })
  return row
}

/** The round this person is scanning in now; null for everybody else. */
export function ownRound({ state, firstBy, secondBy }: Stocktake, actor: Actor): Round | null {
  if (state === 'first' && firstBy === actor.personId) return 1
  return state === 'second' && secondBy === actor.personId ? 2 : null
}

/** Both counts are over: what each has seen is no secret any more. */
export const isOpenToAll = ({ state }: Pick<Stocktake, 'state'>): boolean => state === 'findings' || state === 'closed'

/**
 * Whether this person may know what one count has scanned. Until both are over each counter knows his own alone: the second
 * must not be led by the first, and whoever has not counted yet may still be the second (blind count, records 4.7).
 */
export function knowsRound(stocktake: Stocktake, actor: Actor, round: Round): boolean {
  return isOpenToAll(stocktake) || (round === 1 ? stocktake.firstBy : stocktake.secondBy) === actor.personId
}

export function requireKnown(stocktake: Stocktake, actor: Actor, round: Round): void {
  if (!knowsRound(stocktake, actor, round)) throw new AppError('stocktake-blind', { number: stocktake.number })
}

/** Says what the audit entry is about. Of scans it says how many, never which: the log must not lead the second count. */
export function recordStocktake(context: Context, { id, number }: Pick<Stocktake, 'id' | 'number'>, detail: Readonly<Record<string, unknown>> = {}): void {
  context.record({ kind: 'stocktake', id, label: number }, detail)
}

/** A step that only its own counter takes, in its own state. */
export function requireRound(stocktake: Stocktake, actor: Actor): Round {
  if (stocktake.state !== 'first' && stocktake.state !== 'second') throw new AppError('wrong-state', { state: stocktake.state })
  const round = ownRound(stocktake, actor)
  if (round === null) throw new AppError(stocktake.state === 'second' && stocktake.firstBy === actor.personId ? 'same-person' : 'forbidden')
  return round
}

type Counts = { findings: number; unresolved: number }
export function findingCounts(trx: Trx, id: number): Counts {
  return trx
    .prepare('SELECT count(*) AS findings, count(*) FILTER (WHERE resolvedAt IS NULL) AS unresolved FROM stocktakeFinding WHERE stocktakeId = ?')
    .get(id) as Counts
}

type Row = Output<'stocktakes.list'>['rows'][number]
export function rowOf(trx: Trx, stocktake: Stocktake): Row {
  const { id, number, state, scope, expected, openedAt, firstByName, secondByName, closedAt } = stocktake
  const { drawers } = trx.prepare('SELECT count(*) AS drawers FROM stocktakeDrawer WHERE stocktakeId = ?').get(id) as { drawers: number }
  const counts = isOpenToAll(stocktake) ? findingCounts(trx, id) : { findings: null, unresolved: null }
  return { id, number, state, scope, expected, drawers, openedAt, firstByName, secondByName, closedAt, ...counts }
}

const WHERE = { all: '', running: "WHERE stocktake.state NOT IN ('closed', 'cancelled')" } as const

/** Counts, the newest first. */
export function listStocktakes({ trx }: Context, { state, offset, limit }: { state: Stocktake['state'] | 'running' | null; offset: number; limit: number }): Output<'stocktakes.list'> {
  const where = state === null ? WHERE.all : state === 'running' ? WHERE.running : 'WHERE stocktake.state = :state'
  const values = state === null || state === 'running' ? {} : { state }
  const { total } = trx.prepare(`SELECT count(*) AS total FROM stocktake ${where}`).get(values) as { total: number }
  const rows = trx.prepare(`${STOCKTAKES} ${where} ORDER BY stocktake.id DESC LIMIT :limit OFFSET :offset`).all({ ...values, offset, limit }) as Stocktake[]
  return { total, rows: rows.map((row) => rowOf(trx, row)) }
}

type CountedRow = Omit<Output<'stocktakes.get'>['counted'][number], 'code'> & { roomId: number; first: number; second: number }

/** One count with its drawers, and what its reader may do. Numbers of a count that he may not know are null. */
export function getStocktake(context: Context, { id }: { id: number }): Output<'stocktakes.get'> {
  const { trx, actor } = context
  const stocktake = requireStocktake(context, id)
  const { firstBy, secondBy, firstEnd, secondStart, secondEnd, inOrder, firstSignedAt, secondSignedAt, remarks } = stocktake
  return {
    ...rowOf(trx, stocktake), firstBy, secondBy, firstEnd, secondStart, secondEnd, inOrder, firstSignedAt, secondSignedAt, remarks,
    counted: countedDrawers(trx, stocktake, actor), round: ownRound(stocktake, actor),
    byKind: isOpenToAll(stocktake) ? byKind(trx, id) : [], signers: signersOf(trx, stocktake), may: mayDo(trx, stocktake, actor),
  }
}

function countedDrawers(trx: Trx, stocktake: Stocktake, actor: Actor): Output<'stocktakes.get'>['counted'] {
  const [one, two] = [knowsRound(stocktake, actor, 1), knowsRound(stocktake, actor, 2)]
  const rows = trx
    .prepare(
      `SELECT drawer.id, room.id AS roomId, room.name AS roomName, cabinet.code AS cabinetCode, drawer.no, coalesce(drawer.label, '') AS label,
         stocktakeDrawer.expected, coalesce(seen.first, 0) AS first, coalesce(seen.second, 0) AS second
       FROM stocktakeDrawer JOIN drawer ON drawer.id = stocktakeDrawer.drawerId JOIN cabinet ON cabinet.id = drawer.cabinetId
       JOIN room ON room.id = cabinet.roomId
       LEFT JOIN (
         SELECT drawerId, count(*) FILTER (WHERE round = 1) AS first, count(*) FILTER (WHERE round = 2) AS second
         FROM stocktakeScan WHERE stocktakeId = :id AND struckAt IS NULL GROUP BY drawerId
       ) AS seen ON seen.drawerId = drawer.id
       WHERE stocktakeDrawer.stocktakeId = :id ORDER BY room.id, length(cabinet.code), upper(cabinet.code), drawer.no`,
    )
    .all({ id: stocktake.id }) as CountedRow[]
  return rows.map(({ roomId, first, second, ...drawer }) => ({
    ...drawer, code: drawerCode(roomId, drawer.cabinetCode, drawer.no), first: one ? first : null, second: two ? second : null,
  }))
}

function byKind(trx: Trx, id: number): Output<'stocktakes.get'>['byKind'] {
  return trx
    .prepare(
      `SELECT kind, count(*) AS count, count(*) FILTER (WHERE resolvedAt IS NULL) AS unresolved
       FROM stocktakeFinding WHERE stocktakeId = ? GROUP BY kind ORDER BY min(id)`,
    )
    .all(id) as Output<'stocktakes.get'>['byKind']
}

function signersOf(trx: Trx, { id, state, firstBy, secondBy, firstSignedAt, secondSignedAt }: Stocktake): Output<'stocktakes.get'>['signers'] {
  if (state !== 'findings' || findingCounts(trx, id).unresolved > 0) return []
  const waiting = [...(firstSignedAt ? [] : [firstBy]), ...(secondSignedAt || secondBy === null ? [] : [secondBy])]
  return trx.prepare('SELECT login, name FROM person WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id').all(JSON.stringify(waiting)) as { login: string; name: string }[]
}

function mayDo(trx: Trx, stocktake: Stocktake, actor: Actor): Output<'stocktakes.get'>['may'] {
  const isArchivist = hasRole(actor, ['archivist'])
  const { state, firstBy, secondBy, firstSignedAt, secondSignedAt } = stocktake
  const isDone = state === 'findings' && findingCounts(trx, stocktake.id).unresolved === 0
  const isMine = (firstBy === actor.personId && !firstSignedAt) || (secondBy === actor.personId && !secondSignedAt)
  return {
    count: isArchivist && ownRound(stocktake, actor) !== null,
    beginSecond: isArchivist && state === 'waiting' && firstBy !== actor.personId,
    resolve: isArchivist && state === 'findings',
    sign: isArchivist && isDone && isMine,
    cancel: isArchivist && ['first', 'waiting', 'second'].includes(state),
  }
}
