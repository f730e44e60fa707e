import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { visibleDossier } from '../people/visibility.ts'
import { visibleSlip } from './visibility.ts'

/**
 * What a scanned or typed number is: a slip by its number or by one of its halves (`…-1`, `…-2`), else a dossier, with
 * the slip on which it is out now. Both are null for what this person may not see, as for what is not there.
 */
export function findByCode(context: Context, { code }: Parsed<'lookups.find'>): Output<'lookups.find'> {
  const number = code.normalize('NFKC').toUpperCase()
  const slipId = slipByNumber(context, number) ?? slipByNumber(context, number.replace(/-[12]$/, ''))
  if (slipId !== null) return { slipId, dossierId: null }
  const dossierId = dossierByNumber(context, number)
  return { slipId: dossierId === null ? null : slipOut(context, dossierId), dossierId }
}

function slipByNumber(context: Context, number: string): number | null {
  const { trx } = context
  return trx.one(trx.sql.selectFrom('slip').select('slip.id').where('slip.number', '=', number).where(visibleSlip(context)))?.id ?? null
}

function dossierByNumber({ trx, actor, today }: Context, number: string): number | null {
  const found = trx.one(
    trx.sql.selectFrom('dossier').select('dossier.id').where('dossier.number', '=', number).where('dossier.voidedAt', 'is', null)
      .where(visibleDossier(actor, today)),
  )
  return found?.id ?? null
}

function slipOut(context: Context, dossierId: number): number | null {
  const { trx } = context
  const found = trx.one(
    trx.sql.selectFrom('loan').innerJoin('slip', 'slip.id', 'loan.slipId').select('slip.id')
      .where('loan.dossierId', '=', dossierId).where('loan.returnedAt', 'is', null).where(visibleSlip(context)),
  )
  return found?.id ?? null
}
