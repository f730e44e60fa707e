import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { whyNotSubmit } from '../../shared/rules/lookups/steps.ts'
import type { Context } from '../pipeline/context.ts'
import { findActor } from '../people/passwords.ts'
import { seesDossier } from '../people/visibility.ts'
import { setDossiers } from './fields.ts'
import { resolveParty } from './resolve.ts'
import { type LoadedSlip, refuse, requireSlip } from './slip.ts'
import { addEvent, recordSlip, updateSlip } from './write.ts'

/** A draft goes to its signers: by who filled it in or whom it is for, while its last day is not past. */
export function submitSlip(context: Context, { id }: Parsed<'lookups.submit'>): Output<'lookups.submit'> {
  const slip = requireSlip(context, id)
  submit(context, slip)
  recordSlip(context, slip)
  return {}
}

/**
 * Resolves what the slip is about and moves it on. Chosen dossiers must still be there and visible to who chose them
 * (`not-found`). With none chosen, the named party is looked for among all parties without telling: the slip goes on in
 * either case, and the answer is the same.
 */
export function submit(context: Context, slip: LoadedSlip): void {
  refuse(whyNotSubmit(slip, context.actor, context.today))
  let partyId = slip.partyId
  if (slip.folders.length > 0) requireStillVisible(context, slip)
  else {
    const party = resolveParty(context.trx, slip.partyName)
    partyId = party?.partyId ?? null
    if (party?.dossierId) setDossiers(context, slip.id, [party.dossierId])
  }
  updateSlip(context, slip.id, { state: 'submitted', submittedAt: context.now, partyId })
  addEvent(context, slip.id, 'submitted')
}

function requireStillVisible(context: Context, slip: LoadedSlip): void {
  const hidden = nowHidden(context, slip)
  if (hidden) throw new AppError('not-found', { dossierId: hidden.dossierId })
}

/** The first chosen dossier that was voided meanwhile, or that who filled in the slip may no longer see. */
export function nowHidden({ trx, today }: Pick<Context, 'trx' | 'today'>, slip: LoadedSlip): LoadedSlip['folders'][number] | undefined {
  const filler = findActor(trx, slip.filledBy)
  return slip.folders.find(({ dossierId }) => !filler || !seesDossier(trx, filler, today, dossierId))
}
