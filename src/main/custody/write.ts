import { createHash } from 'node:crypto'
import type { Updateable } from 'kysely'
import { transferText } from '../../shared/rules/custody/text.ts'
import type { Actor, Context } from '../pipeline/context.ts'
import type { TransferEventTable, TransferTable } from '../storage/tables/custody.ts'
import type { LoadedTransfer } from './transfer.ts'

/** The next number of a series of the year, gapless whatever becomes of the case: `YJ-2026-0007`. */
export function nextNumber({ trx, today }: Context, series: 'YJ' | 'JJ'): string {
  const year = today.slice(0, 4)
  const { last } = trx
    .prepare('INSERT INTO counter (name, last) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1 RETURNING last')
    .get(`${series}:${year}`) as { last: number }
  return `${series}-${year}-${String(last).padStart(4, '0')}`
}

/** Puts exactly these folders on a draft. */
export function setLines({ trx }: Context, transferId: number, dossierIds: readonly number[]): void {
  trx.run(trx.sql.deleteFrom('transferLine').where('transferId', '=', transferId))
  for (const dossierId of dossierIds) {
    trx.run(trx.sql.insertInto('transferLine').values({
      transferId, dossierId, state: 'listed', pagesIn: null, condition: null, reason: null, remarks: null, decidedBy: null, decidedAt: null,
    }))
  }
}

export function addTransferEvent(
  { trx, actor, now }: Context, transferId: number, what: TransferEventTable['what'], remarks: string | null = null, by = actor.personId,
): void {
  trx.run(trx.sql.insertInto('transferEvent').values({ transferId, what, by, at: now, remarks }))
}

/** Changes a transfer's own row; every change is a new version, so that whoever read an older one learns of it. */
export function updateTransfer({ trx }: Context, id: number, values: Omit<Updateable<TransferTable>, 'id' | 'number' | 'version'>): void {
  trx.run(trx.sql.updateTable('transfer').set(values).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id))
}

/** What the audit entry is about: always the transfer by its number, never by a customer. */
export function recordTransfer(context: Context, transfer: { id: number; number: string }, detail: Readonly<Record<string, unknown>> = {}): void {
  context.record({ kind: 'transfer', id: transfer.id, label: transfer.number }, detail)
}

/** Where a folder lies, and since when: `moving` from the sender's signature until its line is decided. */
export function setLying({ trx, now }: Context, dossierId: number, custody: 'in' | 'moving'): void {
  trx.run(trx.sql.updateTable('dossier').set({ custody, custodySince: now }).where('id', '=', dossierId))
}

/** Keeps a side's signature with the exact text it was given for; answers the text's hash. */
export function signTransfer(context: Context, transfer: LoadedTransfer, side: 'sender' | 'receiver', signer: Actor): string {
  const { trx, actor, now } = context
  const sender = side === 'sender' ? signer : transfer.signatures.find((one) => one.side === 'sender')
  const text = transferText({
    ...transfer, side, department: transfer.departmentName,
    sender: sender && 'signerLogin' in sender ? { login: sender.signerLogin, name: sender.signerName } : { login: signer.login, name: signer.name },
    lines: transfer.lines.map((line) => ({ ...line, title: line.folder.title, decidedBy: line.decidedByLogin })),
  })
  const textHash = createHash('sha256').update(text).digest('hex')
  trx.run(trx.sql.insertInto('transferSignature').values({
    transferId: transfer.id, side, signerId: signer.personId, onTheSpot: signer.personId === actor.personId ? 0 : 1, sessionOf: actor.personId, text,
    textHash, at: now,
  }))
  return textHash
}
