import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type Actor, type Context, withPreparation } from '../pipeline/context.ts'
import { prepareSigner, requireSigner } from '../people/on-the-spot.ts'
import { findingCounts, recordStocktake, requireStocktake } from './load.ts'

/**
 * One of the two counters signs the result, in his own session or on the spot with his password; with both signatures the
 * count is closed and its drawers bear its day. Refused while a finding is open (`findings-open`), to anybody who did not
 * count (`forbidden`), and a second time (`wrong-state`).
 */
export const signStocktake = withPreparation<'stocktakes.sign', number | null>({
  prepare: (context, { onTheSpot }) => prepareSigner(context, onTheSpot),
  run: (context, { id }, spotSignerId) => sign(context, id, requireSigner(context, spotSignerId)),
})

function sign(context: Context, id: number, signer: Actor): Output<'stocktakes.sign'> {
  const { trx, actor, now } = context
  const stocktake = requireStocktake(context, id)
  if (stocktake.state !== 'findings') throw new AppError('wrong-state', { state: stocktake.state })
  const isFirst = stocktake.firstBy === signer.personId
  if (!isFirst && stocktake.secondBy !== signer.personId) throw new AppError('forbidden')
  const { unresolved } = findingCounts(trx, id)
  if (unresolved > 0) throw new AppError('findings-open', { count: unresolved })
  if ((isFirst ? stocktake.firstSignedAt : stocktake.secondSignedAt) !== null) throw new AppError('wrong-state', { signed: true })
  const isClosed = (isFirst ? stocktake.secondSignedAt : stocktake.firstSignedAt) !== null
  trx.run(
    trx.sql.updateTable('stocktake')
      .set({ ...(isFirst ? { firstSignedAt: now } : { secondSignedAt: now }), ...(isClosed ? { state: 'closed' as const, closedAt: now } : {}) })
      .where('id', '=', id),
  )
  if (isClosed) {
    trx.prepare('UPDATE drawer SET countedAt = ? WHERE id IN (SELECT drawerId FROM stocktakeDrawer WHERE stocktakeId = ?)').run(stocktake.secondEnd, id)
  }
  recordStocktake(context, stocktake, {
    signer: signer.name, round: isFirst ? 1 : 2, onTheSpot: signer.personId !== actor.personId, sessionOf: actor.name, isClosed,
  })
  return { isClosed }
}

/** Gives a count up before its findings are known; what was scanned stays with it, its number is not used again. */
export function cancelStocktake(context: Context, { id, reason }: Parsed<'stocktakes.cancel'>): Output<'stocktakes.cancel'> {
  const stocktake = requireStocktake(context, id)
  if (!['first', 'waiting', 'second'].includes(stocktake.state)) throw new AppError('wrong-state', { state: stocktake.state })
  context.trx.run(context.trx.sql.updateTable('stocktake').set({ state: 'cancelled', closedAt: context.now, remarks: reason }).where('id', '=', id))
  recordStocktake(context, stocktake, { reason })
  return {}
}
