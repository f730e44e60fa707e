import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { whyNotListed, whyNotSubmit, whyNotWithdraw } from '../../shared/rules/custody/steps.ts'
import { type Actor, type Context, withPreparation } from '../pipeline/context.ts'
import { prepareSigner, requireSigner } from '../people/on-the-spot.ts'
import { enterCustody } from './ledger.ts'
import { type LoadedTransfer, receiverRoles, refuse, requireTransfer } from './transfer.ts'
import { addTransferEvent, recordTransfer, setLying, signTransfer, updateTransfer } from './write.ts'
import { requireVisibleTransfer } from './visibility.ts'

/**
 * The sender signs the list, in his own session or on the spot (`wrong-password`, `too-many-attempts`). From now on its
 * folders are on their way and he answers for every one of them, until the receiver ticks its line. Refuses a folder that
 * can no longer be on it (`whyNotListed`), and who may not hand every line over (`forbidden`).
 */
export const submitTransfer = withPreparation<'transfers.submit', number | null>({
  prepare: async (context, { id, onTheSpot }) => {
    requireVisibleTransfer(context, id)
    return prepareSigner(context, onTheSpot)
  },
  run: (context, { id, version }, signerId) => {
    const transfer = requireTransfer(context, id)
    if (version !== undefined && version !== transfer.version) throw new AppError('changed-meanwhile', { version: transfer.version })
    submit(context, transfer, requireSigner(context, signerId))
    return {}
  },
})

function submit(context: Context, transfer: LoadedTransfer, sender: Actor): void {
  refuse(whyNotSubmit(transfer, sender))
  for (const { folder } of transfer.lines) refuse(whyNotListed(folder, transfer))
  const textHash = signTransfer(context, transfer, 'sender', sender)
  for (const line of transfer.lines) {
    const { documents, pages } = line.folder
    const { trx } = context
    trx.run(
      trx.sql.updateTable('transferLine').set({ state: 'moving', documents, pages })
        .where('transferId', '=', transfer.id).where('dossierId', '=', line.dossierId),
    )
    setLying(context, line.dossierId, 'moving')
    enterCustody(context, {
      dossierId: line.dossierId, stage: transfer.fromStage, holderId: sender.personId, how: 'sent', caseKind: 'transfer', caseId: transfer.id,
    })
  }
  updateTransfer(context, transfer.id, {
    state: 'submitted', senderId: sender.personId, submittedAt: context.now, receivers: JSON.stringify(receiverRoles(transfer.lines)),
  })
  addTransferEvent(context, transfer.id, 'submitted', null, sender.personId)
  recordTransfer(context, transfer, {
    folders: transfer.lines.length, signer: sender.name, signerId: sender.personId, onTheSpot: sender.personId !== context.actor.personId,
    sessionOf: context.actor.name, textHash,
  })
}

/** Takes a list back before its first line is decided: the folders stay with their sender. Its number stays used. */
export function withdrawTransfer(context: Context, { id, reason }: Parsed<'transfers.withdraw'>): Output<'transfers.withdraw'> {
  const transfer = requireTransfer(context, id)
  refuse(whyNotWithdraw(transfer, context.actor))
  const { trx } = context
  trx.run(trx.sql.updateTable('transferLine').set({ state: 'withdrawn' }).where('transferId', '=', id))
  if (transfer.state === 'submitted') for (const { dossierId } of transfer.lines) setLying(context, dossierId, 'in')
  updateTransfer(context, id, { state: 'withdrawn', closedAt: context.now })
  addTransferEvent(context, id, 'withdrawn', reason)
  recordTransfer(context, transfer, { was: transfer.state, reason })
  return {}
}
