import { createHash } from 'node:crypto'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { type Line, lineFor } from '../../shared/rules/lookups/signers.ts'
import { stateAfterSigning, whyNotAgree, whyNotSign } from '../../shared/rules/lookups/steps.ts'
import { slipText } from '../../shared/rules/lookups/text.ts'
import { type Actor, type Context, withPreparation } from '../pipeline/context.ts'
import { prepareSigner, requireSigner } from '../people/on-the-spot.ts'
import { peopleWithRoles } from './people.ts'
import { type LoadedSlip, refuse, requireSlip } from './slip.ts'
import { addEvent, recordSlip, updateSlip } from './write.ts'
import { requireVisibleSlip } from './visibility.ts'

/**
 * Signs a slip or refuses it, in one's own session or on the spot with login and password at somebody else's desk
 * (`wrong-password`, `too-many-attempts`). The signature, its event and the audit entry name the real signer; the entry
 * and the signature also name whose session it was. Refuses what `whyNotSign` and `whyNotAgree` refuse.
 */
export const signSlip = withPreparation<'lookups.sign', number | null>({
  prepare: async (context, { id, onTheSpot }) => {
    requireVisibleSlip(context, id)
    return prepareSigner(context, onTheSpot)
  },
  run: (context, input, spotSignerId) => {
    const slip = requireSlip(context, input.id)
    if (input.version !== undefined && input.version !== slip.version) throw new AppError('changed-meanwhile', { version: slip.version })
    return sign(context, slip, requireSigner(context, spotSignerId), input)
  },
})

function sign(
  context: Context, slip: LoadedSlip, signer: Actor, { decision, reason }: Parsed<'lookups.sign'>,
): Output<'lookups.sign'> {
  refuse(decision === 'agreed' ? whyNotAgree(slip, signer, context.today) : whyNotSign(slip, signer, context.today))
  const everybody = peopleWithRoles(context.trx, slip.lines.map((line) => line.role))
  const line = lineFor(slip, signer, everybody)
  if (!line) throw new AppError('forbidden')
  const isOnTheSpot = signer.personId !== context.actor.personId
  const textHash = writeSignature(context, slip, { signer, line, decision, reason, isOnTheSpot })
  const lines = slip.lines.map((one) => (one.role === line.role && decision === 'agreed' ? { ...one, signerId: signer.personId } : one))
  const state = stateAfterSigning(lines, decision)
  updateSlip(context, slip.id, { state, closedAt: state === 'refused' ? context.now : null })
  addEvent(context, slip.id, decision, reason, signer.personId)
  recordSlip(context, slip, {
    decision, role: line.role, signerId: signer.personId, signer: signer.name, onTheSpot: isOnTheSpot, sessionOf: context.actor.name, textHash,
    ...(reason ? { reason } : {}),
  })
  return { state }
}

type NewSignature = { signer: Actor; line: Line; decision: 'agreed' | 'refused'; reason: string | null; isOnTheSpot: boolean }

function writeSignature({ trx, actor, now }: Context, slip: LoadedSlip, signature: NewSignature): string {
  const { signer, line, decision, reason, isOnTheSpot } = signature
  const text = textOf(slip)
  const textHash = createHash('sha256').update(text).digest('hex')
  trx.run(
    trx.sql.insertInto('slipSignature').values({
      slipId: slip.id, role: line.role, signerId: signer.personId, decision, reason, onTheSpot: isOnTheSpot ? 1 : 0,
      sessionOf: actor.personId, text, textHash, at: now,
    }),
  )
  return textHash
}

function textOf(slip: LoadedSlip): string {
  const { regulation, manner } = slip
  return slipText({
    ...slip,
    regulation: { id: regulation.id, versionId: slip.regulationVersionId, clause: regulation.lookup.clause },
    filledBy: { login: slip.filledByLogin, name: slip.filledByName },
    applicant: { login: slip.applicantLogin, name: slip.applicantName },
    dossiers: slip.folders,
    loanDays: regulation.lookup.loanDays[manner],
  })
}
