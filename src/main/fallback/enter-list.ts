import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { mayReceiveLine, maySendLine, type Person, stepOf } from '../../shared/rules/custody/steps.ts'
import { type ListedFolder, listedFolders } from '../custody/folders.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { addEntry, entered, instant, requireBlankOf, requireFoldersOnce, rolesOf } from './entry.ts'

type Input = Parsed<'fallback.enterList'>

/**
 * Reads a list of transfer off its paper: every line as it was taken or refused, both signatures with their days. Where the
 * folders were then is for the comparison to say; refused is what the regulation of a folder does not know (`no-transfer-step`,
 * `other-department`), a signer who may not hand over or take one of the lines (`signature-missing`), one person on both
 * sides, or who reads off his own signature (`same-person`), and an hour to come (`bad-input`).
 */
export function enterList(context: Context, input: Input): Output<'fallback.enterList'> {
  const { trx, now } = context
  const blank = requireBlankOf(trx, input.number, 'transfer')
  const { from, to, departmentId, senderId, receiverId, lines, remarks } = input
  if ((from === 'department') !== (departmentId !== null)) throw new AppError('bad-input', { path: 'departmentId' })
  const [sentAt, receivedAt] = [instant(input.sentAt), instant(input.receivedAt)]
  for (const [path, at] of [['sentAt', sentAt], ['receivedAt', receivedAt]] as const) if (at > now) throw new AppError('bad-input', { path })
  requireFoldersOnce(context, lines)
  requireSigners(context, input, listedFolders(trx, lines.map(({ dossierId }) => dossierId)))
  for (const line of lines) requireDecided(line)
  const entryId = addEntry(context, blank, { happenedAt: sentAt, remarks })
  trx.run(trx.sql.insertInto('paperList').values({ entryId, fromStage: from, toStage: to, departmentId, senderId, sentAt, receiverId, receivedAt }))
  for (const line of lines) {
    const wasCounted = line.decision === 'accepted' || line.reason !== 'not-delivered'
    trx.run(trx.sql.insertInto('paperLine').values({
      entryId, ...line, pagesIn: wasCounted ? (line.pagesIn ?? line.pages) : null, condition: wasCounted ? line.condition : null, reason: line.decision === 'refused' ? line.reason : null,
    }))
  }
  return entered(context, blank, entryId, { sentAt, receivedAt, dossiers: lines.map(({ dossierId }) => dossierId) })
}

/** A refused line says why; other reasons and other page counts than listed are written down, as at the desk. */
function requireDecided({ decision, reason, pages, pagesIn, remarks, dossierId }: Input['lines'][number]): void {
  if (decision === 'refused' && reason === null) throw new AppError('bad-input', { path: 'reason', dossierId })
  if (remarks !== null) return
  if (decision === 'refused' && reason === 'other') throw new AppError('bad-input', { path: 'remarks', dossierId })
  if (decision === 'accepted' && pagesIn !== null && pagesIn !== pages) throw new AppError('bad-input', { path: 'remarks', dossierId })
}

function requireSigners({ trx, actor }: Context, { from, to, departmentId, senderId, receiverId }: Input, folders: readonly ListedFolder[]): void {
  if (senderId === receiverId) throw new AppError('same-person', { role: 'sender' })
  if (actor.personId === senderId || actor.personId === receiverId) throw new AppError('same-person', { role: 'signer' })
  const [sender, receiver] = [personOf(trx, senderId), personOf(trx, receiverId)]
  for (const { number, kind, departmentId: own, regulationId, transfers } of folders) {
    if (departmentId !== null && own !== departmentId) throw new AppError('other-department', { number })
    const step = stepOf(transfers, kind, from, to)
    if (!step) throw new AppError('no-transfer-step', { number, regulation: regulationId, kind })
    if (!maySendLine(step, sender, own)) throw new AppError('signature-missing', { signerId: senderId, number })
    if (!mayReceiveLine(step, receiver, own)) throw new AppError('signature-missing', { signerId: receiverId, number })
  }
}

function personOf(trx: Trx, personId: number): Person {
  const roles = rolesOf(trx, personId)
  const { departmentId } = trx.prepare('SELECT departmentId FROM person WHERE id = ?').get(personId) as { departmentId: number | null }
  return { personId, roles, departmentId }
}
