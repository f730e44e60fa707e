import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { keepDuties } from '../duties/keep.ts'
import { reindexParty } from '../parties/search-index.ts'
import type { Context } from '../pipeline/context.ts'
import { seenDossier } from './rights.ts'

/**
 * Voids a dossier that was opened by mistake: only an empty one (`document-not-empty`), which nobody has or is waiting
 * for (`dossier-lent`, `wrong-state`). Its slot becomes free; its number stays in the register with the reason, and is
 * never given again.
 */
export function voidDossier(context: Context, { id, reason }: Parsed<'dossiers.void'>): Output<'dossiers.void'> {
  const { trx } = context
  const dossier = seenDossier(context, id)
  if (dossier.documents > 0) throw new AppError('document-not-empty', { documents: dossier.documents })
  if (dossier.custody !== 'in') throw new AppError('wrong-state', { custody: dossier.custody })
  refuseWhileOnSlip(context, id)
  refuseWhileInCase(context, id)
  refuseWhileOpenElsewhere(context, id)
  trx.run(trx.sql.updateTable('dossier').set({ voidedAt: context.now, drawerId: null, slot: null, shelvedAt: null }).where('id', '=', id))
  trx.run(
    trx.sql.updateTable('dossierNumber').set({ voidedAt: context.now, voidReason: reason }).where('number', '=', dossier.number),
  )
  keepDuties(trx, id)
  reindexParty(trx, dossier.partyId)
  context.record({ kind: 'dossier', id, label: dossier.number }, { reason })
  return {}
}

/** What is appraised ends by its appraisal alone. */
function refuseWhileInCase({ trx }: Context, dossierId: number): void {
  const found = trx
    .prepare(
      `SELECT disposal.number FROM disposalLine JOIN disposal ON disposal.id = disposalLine.disposalId
       WHERE disposalLine.dossierId = ? AND disposalLine.stoppedAt IS NULL AND disposal.state IN ('appraisal', 'approval', 'execution') LIMIT 1`,
    )
    .get(dossierId) as { number: string } | undefined
  if (found) throw new AppError('wrong-state', { caseNumber: found.number })
}

/** An incident, a running count, a list of transfer and a hold name the dossier until they are ended themselves. */
function refuseWhileOpenElsewhere({ trx }: Context, dossierId: number): void {
  const found = trx
    .prepare(
      `SELECT number FROM incident WHERE dossierId = :dossierId AND state = 'open'
       UNION ALL SELECT stocktake.number FROM stocktakeItem JOIN stocktake ON stocktake.id = stocktakeItem.stocktakeId
         WHERE stocktakeItem.dossierId = :dossierId AND stocktake.state NOT IN ('closed', 'cancelled')
       UNION ALL SELECT transfer.number FROM transferLine JOIN transfer ON transfer.id = transferLine.transferId
         WHERE transferLine.dossierId = :dossierId AND transfer.state IN ('draft', 'submitted')
       UNION ALL SELECT dossier.number FROM hold JOIN dossier ON dossier.id = hold.dossierId WHERE hold.dossierId = :dossierId AND hold.releasedAt IS NULL
       LIMIT 1`,
    )
    .get({ dossierId }) as { number: string } | undefined
  if (found) throw new AppError('wrong-state', { caseNumber: found.number })
}

function refuseWhileOnSlip({ trx }: Context, dossierId: number): void {
  const slip = trx
    .prepare(
      `SELECT slip.number, slip.state FROM slipDossier JOIN slip ON slip.id = slipDossier.slipId
       WHERE slipDossier.dossierId = ? AND slip.state IN ('draft', 'submitted', 'signed', 'out') LIMIT 1`,
    )
    .get(dossierId) as { number: string; state: string } | undefined
  if (slip) throw new AppError(slip.state === 'out' ? 'dossier-lent' : 'wrong-state', { slipNumber: slip.number })
}
