import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { seenDossier } from '../dossiers/rights.ts'
import type { Context } from '../pipeline/context.ts'
import { requireInHand } from './in-hand.ts'

/**
 * A folder that should be in the room was looked for and is not there. Its slot stays its own. A lent one is refused
 * (`folder-not-in`): its borrower answers for it, and a loss is reported on its slip.
 */
export function reportMissing(context: Context, { dossierId, remarks }: Parsed<'cabinet.reportMissing'>): Output<'cabinet.reportMissing'> {
  const dossier = seenDossier(context, dossierId)
  if (dossier.custody === 'missing') throw new AppError('wrong-state', { custody: dossier.custody })
  requireInHand(context.trx, dossier)
  setCustody(context, dossierId, 'missing')
  context.record({ kind: 'dossier', id: dossierId, label: dossier.number }, { remarks })
  return {}
}

/**
 * The folder has come to light; it is where its slot says again. One that was lost on loan is refused (`dossier-lent`): it
 * is taken back on its slip, with its pages counted.
 */
export function reportFound(context: Context, { dossierId, remarks }: Parsed<'cabinet.reportFound'>): Output<'cabinet.reportFound'> {
  const dossier = seenDossier(context, dossierId)
  if (dossier.custody !== 'missing') throw new AppError('wrong-state', { custody: dossier.custody })
  const lent = context.trx
    .prepare('SELECT slip.number AS slipNumber FROM loan JOIN slip ON slip.id = loan.slipId WHERE loan.dossierId = ? AND loan.returnedAt IS NULL')
    .get(dossierId) as { slipNumber: string } | undefined
  if (lent) throw new AppError('dossier-lent', { number: dossier.number, slipNumber: lent.slipNumber })
  setCustody(context, dossierId, 'in')
  context.record({ kind: 'dossier', id: dossierId, label: dossier.number }, { remarks, missingSince: dossier.custodySince })
  return {}
}

function setCustody({ trx, now }: Context, dossierId: number, custody: 'in' | 'missing'): void {
  trx.run(trx.sql.updateTable('dossier').set({ custody, custodySince: now }).where('id', '=', dossierId))
}
