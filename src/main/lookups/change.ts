import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { whyNotChange } from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { partyOf, setDossiers, slipFields } from './fields.ts'
import { type LoadedSlip, refuse, requireSlip } from './slip.ts'
import { addEvent, recordSlip, updateSlip } from './write.ts'

/**
 * A draft, or a slip that was refused (it becomes a draft again), is rewritten by who filled it in. A submitted slip is
 * only completed, by an archivist, who adds the dossiers it is about; whatever has been signed by then is cleared, since
 * it was another text. Refuses `changed-meanwhile` when somebody changed it after it was read.
 */
export function changeSlip(context: Context, input: Parsed<'lookups.change'>): Output<'lookups.change'> {
  const slip = requireSlip(context, input.id)
  refuse(whyNotChange(slip, context.actor))
  if (slip.version !== input.version) throw new AppError('changed-meanwhile', { version: slip.version })
  if (slip.state === 'submitted') completeDossiers(context, slip, input)
  else rewrite(context, slip, input)
  clearSignatures(context, slip)
  addEvent(context, slip.id, 'changed')
  return { version: slip.version + 1 }
}

function rewrite(context: Context, slip: LoadedSlip, input: Parsed<'lookups.change'>): void {
  const applicantId = input.applicantId ?? slip.applicantId
  const fields = slipFields(context, { ...input, applicantId })
  setDossiers(context, slip.id, input.dossierIds)
  updateSlip(context, slip.id, { ...fields, state: 'draft', submittedAt: null, closedAt: null })
  recordSlip(context, slip, { applicantId: fields.applicantId, manner: fields.manner, untilOn: fields.untilOn, was: slip.state })
}

function completeDossiers(context: Context, slip: LoadedSlip, input: Parsed<'lookups.change'>): void {
  const isSame =
    (input.applicantId ?? slip.applicantId) === slip.applicantId && input.phone === slip.phone && input.partyName === slip.partyName &&
    input.purpose === slip.purpose && input.manner === slip.manner && input.untilOn === slip.untilOn &&
    (input.manner !== 'copy' || input.copyPages === slip.copyPages)
  if (!isSame) throw new AppError('wrong-state', { state: slip.state })
  if (input.dossierIds.length === 0) throw new AppError('no-dossier-on-slip')
  slipFields(context, { ...input, applicantId: slip.applicantId })
  setDossiers(context, slip.id, input.dossierIds)
  updateSlip(context, slip.id, { partyId: partyOf(context, input.dossierIds[0]!) })
  recordSlip(context, slip, { dossierIds: input.dossierIds, signaturesCleared: slip.signatures.map((signature) => signature.role) })
}

function clearSignatures({ trx }: Context, slip: LoadedSlip): void {
  trx.run(trx.sql.deleteFrom('slipSignature').where('slipId', '=', slip.id))
}
