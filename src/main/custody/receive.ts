import type { Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { whyNotClose, whyNotDecide, whyNotReceive } from '../../shared/rules/custody/steps.ts'
import { type Actor, type Context, withPreparation } from '../pipeline/context.ts'
import type { Examined } from '../checks/examine.ts'
import { keepFailedReport, keepReceiptReport, prepareReceipt } from '../checks/receipt.ts'
import { prepareSigner, requireSigner } from '../people/on-the-spot.ts'
import { custodyNow, enterCustody } from './ledger.ts'
import { findingsAtReceipt } from './receipt-checks.ts'
import { type LoadedLine, type LoadedTransfer, refuse, requireTransfer } from './transfer.ts'
import { addTransferEvent, recordTransfer, setLying, signTransfer, updateTransfer } from './write.ts'
import { requireVisibleTransfer } from './visibility.ts'

type Decision = Parsed<'transfers.receive'>['lines'][number]

/**
 * The receiver decides lines one by one or all at once, and signs when none is open; in his own session or on the spot. He
 * answers for a folder from the tick that accepts it; a refused one is its sender's as before. Until he signs he may take
 * a tick of his own back. Refuses what `whyNotReceive`, `whyNotDecide` and `whyNotClose` refuse, and accepting what a
 * check at receipt blocks without a remark (`receipt-check-failed`). The four-property check is made before the first line is
 * accepted, if nobody has made it since the transfer was submitted (DA/T 70); its report stays where it keeps a line from being accepted.
 */
export const receiveTransfer = withPreparation<'transfers.receive', { signerId: number | null; examined: Examined | null } | null>({
  prepare: async (context, { id, lines, onTheSpot }) => {
    requireVisibleTransfer(context, id)
    const signerId = await prepareSigner(context, onTheSpot)
    const accepts = lines.some(({ decision }) => decision === 'accepted')
    return { signerId, examined: accepts ? await prepareReceipt(context, id) : null }
  },
  run: (context, input, prepared) => {
    // Where nothing was prepared (the sample's history), the caller signs and nothing has been examined.
    const { signerId, examined } = prepared ?? { signerId: null, examined: null }
    if (input.lines.length === 0 && !input.sign) throw new AppError('bad-input', { path: 'lines' })
    const receiver = requireSigner(context, signerId)
    const transfer = requireTransfer(context, input.id)
    refuse(whyNotReceive(transfer, receiver))
    const check = keepReceiptReport(context, transfer, examined)
    for (const decision of input.lines) decide(context, transfer, receiver, decision)
    if (new Set(input.lines.map((line) => line.dossierId)).size < input.lines.length) throw new AppError('duplicate')
    const now = requireTransfer(context, input.id)
    const textHash = input.sign ? close(context, now, receiver) : null
    if (!input.sign) updateTransfer(context, transfer.id, {})
    recordTransfer(context, transfer, {
      ...(input.lines.length > 0 && { decided: input.lines.map((line) => ({ ...line, number: lineOf(transfer, line.dossierId).number })) }),
      signer: receiver.name, signerId: receiver.personId, onTheSpot: receiver.personId !== context.actor.personId, sessionOf: context.actor.name,
      ...(textHash !== null && { textHash }), ...(check !== null && { check }),
    })
    return { state: input.sign ? 'closed' as const : now.state, open: now.lines.filter((line) => line.state === 'moving').length }
  },
  refused: {
    method: 'checks.run',
    keep: (context, { id }, prepared, { code }) =>
      code === 'receipt-check-failed' && keepFailedReport(context, requireTransfer(context, id), prepared?.examined ?? null),
  },
})

function lineOf(transfer: LoadedTransfer, dossierId: number): LoadedLine {
  const line = transfer.lines.find((one) => one.dossierId === dossierId)
  if (!line) throw new AppError('not-found', { dossierId })
  return line
}

function decide(context: Context, transfer: LoadedTransfer, receiver: Actor, decision: Decision): void {
  const line = lineOf(transfer, decision.dossierId)
  refuse(whyNotDecide(line, receiver, decision))
  if (decision.decision === 'moving') return takeBack(context, transfer, line)
  const isAccepted = decision.decision === 'accepted'
  if (isAccepted) {
    const blocking = findingsAtReceipt(context, line.dossierId).find((finding) => finding.blocks)
    if (blocking && !decision.remarks) throw new AppError('receipt-check-failed', { number: line.number, check: blocking.check, ...blocking.values })
  }
  const wasCounted = isAccepted || decision.reason !== 'not-delivered'
  setLine(context, transfer.id, line.dossierId, {
    state: decision.decision, pagesIn: wasCounted ? decision.pages : null, condition: wasCounted ? decision.condition : null,
    reason: isAccepted ? null : decision.reason, remarks: decision.remarks, decidedBy: receiver.personId, decidedAt: context.now,
  })
  setLying(context, line.dossierId, 'in')
  if (!isAccepted) return
  enterCustody(context, {
    dossierId: line.dossierId, stage: transfer.toStage, holderId: receiver.personId, how: 'received', caseKind: 'transfer', caseId: transfer.id,
  })
}

/**
 * The receiver's own tick taken back: the line is open again and the sender answers. Only while nothing has happened to
 * the folder since (`wrong-state`): not shelved, lent, reported or put on another list.
 */
function takeBack(context: Context, transfer: LoadedTransfer, line: LoadedLine): void {
  const { folder } = line
  const last = custodyNow(context.trx, line.dossierId)
  const ownRow = line.state === 'accepted' ? 'received' : 'sent'
  const isUntouched = folder.custody === 'in' && folder.lentOn === null && last?.how === ownRow && last.caseKind === 'transfer' &&
    last.caseId === transfer.id && !isShelved(context, line.dossierId)
  if (!isUntouched) throw new AppError('wrong-state', { number: line.number, state: line.state })
  setLine(context, transfer.id, line.dossierId, {
    state: 'moving', pagesIn: null, condition: null, reason: null, remarks: null, decidedBy: null, decidedAt: null,
  })
  setLying(context, line.dossierId, 'moving')
  if (line.state !== 'accepted') return
  enterCustody(context, {
    dossierId: line.dossierId, stage: transfer.fromStage, holderId: transfer.senderId!, how: 'undone', caseKind: 'transfer', caseId: transfer.id,
  })
}

function isShelved({ trx }: Context, dossierId: number): boolean {
  return trx.prepare('SELECT 1 FROM dossier WHERE id = ? AND drawerId IS NOT NULL').get(dossierId) !== undefined
}

type Values = Pick<LoadedLine, 'state' | 'pagesIn' | 'condition' | 'reason' | 'remarks' | 'decidedBy' | 'decidedAt'>

function setLine({ trx }: Context, transferId: number, dossierId: number, values: Values): void {
  trx.run(trx.sql.updateTable('transferLine').set(values).where('transferId', '=', transferId).where('dossierId', '=', dossierId))
}

function close(context: Context, transfer: LoadedTransfer, receiver: Actor): string {
  refuse(whyNotClose(transfer, receiver))
  const textHash = signTransfer(context, transfer, 'receiver', receiver)
  updateTransfer(context, transfer.id, { state: 'closed', closedAt: context.now })
  addTransferEvent(context, transfer.id, 'closed', null, receiver.personId)
  return textHash
}
