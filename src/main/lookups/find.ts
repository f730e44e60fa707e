import type { Output, Parsed } from '../../shared/contract/index.ts'
import type { Context } from '../pipeline/context.ts'
import { hasRole, visibleDossier } from '../people/visibility.ts'
import { visibleSlip } from './visibility.ts'

/**
 * What a scanned or typed number is: a slip by its number or by one of its halves (`…-1`, `…-2`), else a dossier, with
 * the slip on which it is out now. Both are null for what this person may not see, as for what is not there.
 */
export function findByCode(context: Context, { code }: Parsed<'lookups.find'>): Output<'lookups.find'> {
  const number = code.normalize('NFKC').toUpperCase()
  const slipId = slipByNumber(context, number) ?? slipByNumber(context, number.replace(/-[12]$/, ''))
  if (slipId !== null) return { slipId, dossierId: null, next: null }
  const dossierId = dossierByNumber(context, number)
  if (dossierId === null) return { slipId: null, dossierId, next: null }
  const out = slipOut(context, dossierId)
  return { slipId: out, dossierId, next: nextStep(context, dossierId, out) }
}

/** What an archivist has a scanned folder in hand for: to take it back, or to hand it out on the oldest slip signed for it. */
function nextStep(context: Context, dossierId: number, out: number | null): Output<'lookups.find'>['next'] {
  const { trx, actor, today } = context
  if (!hasRole(actor, ['archivist'])) return null
  const slipId = out ?? trx.one(
    trx.sql.selectFrom('slipDossier').innerJoin('slip', 'slip.id', 'slipDossier.slipId').select('slip.id')
      .where('slipDossier.dossierId', '=', dossierId).where('slip.state', '=', 'signed').where('slip.untilOn', '>=', today)
      .where('slip.applicantId', '<>', actor.personId).orderBy('slip.id'),
  )?.id
  return slipId === undefined ? null : { slipId, step: out === null ? 'handOut' : 'takeBack' }
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
