import { AppError } from '../../shared/errors.ts'
import type { JobUseCase } from '../jobs/job.ts'
import { takeFromDays, type Turned, turnInDays } from './days.ts'

type Batch = { firstId: number | null; lastId: number | null; added: number; files: string; struckAt: string | null }

/**
 * Strikes an import whole: its invoices stay, marked, and count nowhere; what it had made void is valid again. Refuses
 * `not-found`, and `wrong-state` for one that is struck.
 */
export const strikeBatchJob: JobUseCase<'invoices.strikeBatch'> = {
  prepare: async () => {},
  run: (context, { batchId, reason }) => {
    const { trx, actor, now } = context
    const batch = trx.prepare('SELECT firstId, lastId, added, files, struckAt FROM invoiceBatch WHERE id = ?').get(batchId) as Batch | undefined
    if (!batch) throw new AppError('not-found', { batchId })
    if (batch.struckAt !== null) throw new AppError('wrong-state')
    context.progress(0, batch.added, 'writing')
    const turned = trx.prepare('SELECT id, partyId, issuedOn, direction, amountFen FROM invoice WHERE voidedBatchId = ? AND isStruck = 0').all(batchId) as (Turned & { id: number })[]
    for (const invoice of turned) turnInDays(trx, invoice, false)
    trx.prepare('UPDATE invoice SET isVoid = 0, voidedBatchId = NULL WHERE voidedBatchId = ?').run(batchId)
    if (batch.firstId !== null && batch.lastId !== null) {
      takeFromDays(trx, batch.firstId, batch.lastId)
      context.throwIfCancelled()
      trx.prepare('UPDATE invoice SET isStruck = 1 WHERE id BETWEEN ? AND ?').run(batch.firstId, batch.lastId)
    }
    trx.prepare('UPDATE invoiceBatch SET struckBy = ?, struckAt = ?, strikeReason = ? WHERE id = ?').run(actor.personId, now, reason, batchId)
    const files = (JSON.parse(batch.files) as { name: string }[]).map(({ name }) => name).join('、')
    context.record({ kind: 'import', id: null, label: files }, { batchId, struck: batch.added, restored: turned.length, reason })
    return { struck: batch.added }
  },
}
