import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { needsRemarks } from '../../shared/rules/stocktakes/ways.ts'
import { reportFound, reportMissing } from '../cabinet/missing.ts'
import { placeFolder } from '../cabinet/move.ts'
import { placeOf } from '../dossiers/place.ts'
import { takeBack } from '../lookups/take-back.ts'
import type { Context } from '../pipeline/context.ts'
import { type FindingRow, requireFinding, waysFor } from './findings.ts'
import { findingCounts, recordStocktake, requireStocktake } from './load.ts'

type Input = Parsed<'stocktakes.resolve'>

/**
 * Deals with one finding. What changes the books (missing, found, moved here, taken back) is done by the very use case that
 * does it elsewhere, and refuses what that refuses. `explained` and `reportedMissing` want words (`bad-input`); a way that
 * does not fit the finding, or one dealt with already, is refused (`wrong-state`). No number is ever changed.
 */
export function resolveFinding(context: Context, input: Input): Output<'stocktakes.resolve'> {
  const { trx, actor, now } = context
  const { id, findingId, resolution, remarks } = input
  const stocktake = requireStocktake(context, id)
  const finding = requireFinding(trx, id, findingId)
  if (stocktake.state !== 'findings' || finding.resolvedAt !== null || !waysFor(finding).includes(resolution)) {
    throw new AppError('wrong-state', { state: stocktake.state, resolution: finding.resolution })
  }
  if (needsRemarks(resolution) && remarks === null) throw new AppError('bad-input', { path: 'remarks' })
  carryOut(within(context), finding, input)
  trx.run(
    trx.sql.updateTable('stocktakeFinding').set({ resolution, resolvedBy: actor.personId, resolvedAt: now, remarks }).where('id', '=', findingId),
  )
  recordStocktake(context, stocktake, { findingId, finding: finding.kind, folder: finding.code, resolution, ...(remarks ? { remarks } : {}) })
  return { place: finding.dossierId === null ? null : placeOf(trx, finding.dossierId), unresolved: findingCounts(trx, id).unresolved }
}

/** The same call for a use case inside this one: its details go into this call's one entry, whose subject stays the count. */
export const within = (context: Context): Context => ({ ...context, record: (_subject, detail) => context.record(null, detail) })

function carryOut(context: Context, { dossierId, code, firstDrawerId, secondDrawerId }: FindingRow, { resolution, remarks, counted }: Input): void {
  if (dossierId === null) return
  if (resolution === 'reportedMissing') reportMissing(context, { dossierId, remarks: remarks ?? code })
  if (resolution === 'found') reportFound(context, { dossierId, remarks: remarks ?? code })
  if (resolution === 'movedHere') placeFolder(context, { dossierId, drawerId: (firstDrawerId ?? secondDrawerId)! })
  if (resolution === 'takenBack') {
    if (!counted) throw new AppError('bad-input', { path: 'counted' })
    takeBack(context, { dossierId, ...counted, remarks })
  }
}
