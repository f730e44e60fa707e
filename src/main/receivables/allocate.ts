import type { Output, Parsed } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import { allocateFifo, type Payable } from '../../shared/rules/receivables/fifo.ts'
import { countsOn } from '../../shared/rules/receivables/position.ts'
import { requireMayReadFigures } from '../statements/rights.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

export type AllocationLine = { receivableId: number; amountFen: number }

type Open = { id: number; number: string; issuedOn: string; dueOn: string; amountFen: number; leftFen: number; presentFen: number }

/** What of a party is not paid, the earliest due first; what `receiptId` pays counts as not paid. */
function openOf(trx: Trx, partyId: number, receiptId: number | null): Open[] {
  return trx.prepare(
    `SELECT receivable.id, receivable.number, receivable.issuedOn, receivable.dueOn, receivable.amountFen, receivable.amountFen - receivable.allocatedFen + coalesce(own.amountFen, 0) AS leftFen, coalesce(own.amountFen, 0) AS presentFen
     FROM receivable INDEXED BY receivable_open LEFT JOIN allocation AS own ON own.receivableId = receivable.id AND own.receiptId = :receiptId AND own.endedAt IS NULL
     WHERE receivable.partyId = :partyId AND receivable.struckAt IS NULL AND (receivable.settledOn IS NULL OR receivable.id IN (SELECT receivableId FROM allocation WHERE receiptId = :receiptId AND endedAt IS NULL))
     ORDER BY receivable.dueOn, receivable.id`,
  ).all({ partyId, receiptId }) as Open[]
}

/** What the program proposes for so much money: what falls due first is paid first. */
export const proposed = (trx: Trx, partyId: number, amountFen: number): AllocationLine[] =>
  allocateFifo(amountFen, openOf(trx, partyId, null) satisfies Payable[])

export function proposeAllocation(context: Context, { partyId, amountFen, receiptId }: Parsed<'receivables.propose'>): Output<'receivables.propose'> {
  const { trx } = context
  requireMayReadFigures(context, partyId)
  const open = openOf(trx, partyId, receiptId)
  const lines = new Map(allocateFifo(amountFen, open).map((line) => [line.receivableId, line.amountFen]))
  const paidFen = [...lines.values()].reduce((sum, fen) => sum + fen, 0)
  return {
    because: { rule: 'first-due-first', values: { count: lines.size, first: open[0]?.dueOn ?? null } }, advanceFen: amountFen - paidFen,
    lines: open.map(({ id, ...row }) => ({ receivableId: id, ...row, proposedFen: lines.get(id) ?? 0 })),
  }
}

/**
 * Pays with a receipt. Refuses a receivable of another party, of none or struck (`not-found`), one named twice (`bad-input`),
 * and more than it or the receipt has left (`over-allocated`). Answers what the receipt pays by these.
 */
export function allocate({ trx, actor, now }: Context, receiptId: number, lines: readonly AllocationLine[]): number {
  const receipt = trx.prepare('SELECT partyId, receivedOn, amountFen - allocatedFen AS leftFen FROM receipt WHERE id = ?').get(receiptId) as { partyId: number; receivedOn: string; leftFen: number }
  const find = trx.prepare('SELECT issuedOn, amountFen - allocatedFen AS leftFen FROM receivable WHERE id = ? AND partyId = ? AND struckAt IS NULL')
  if (new Set(lines.map(({ receivableId }) => receivableId)).size < lines.length) throw new AppError('bad-input', { path: 'allocations' })
  const paidFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  if (paidFen > receipt.leftFen) throw new AppError('over-allocated', { leftFen: receipt.leftFen })
  for (const { receivableId, amountFen } of lines) {
    const receivable = find.get(receivableId, receipt.partyId) as { issuedOn: string; leftFen: number } | undefined
    if (!receivable) throw new AppError('not-found', { receivableId })
    if (amountFen > receivable.leftFen) throw new AppError('over-allocated', { leftFen: receivable.leftFen })
    trx.run(trx.sql.insertInto('allocation').values({ receiptId, receivableId, amountFen, countsOn: countsOn(receivable, receipt), allocatedBy: actor.personId, allocatedAt: now }))
  }
  return paidFen
}

/** Ends what a receipt pays, or what pays a receivable; answers what it was, for the log. */
export function endAllocations({ trx, actor, now }: Context, side: 'receipt' | 'receivable', id: number): AllocationLine[] {
  const before = trx.prepare(`SELECT receivableId, amountFen FROM allocation WHERE ${side}Id = ? AND endedAt IS NULL ORDER BY id`).all(id) as AllocationLine[]
  trx.prepare(`UPDATE allocation SET endedAt = ?, endedBy = ? WHERE ${side}Id = ? AND endedAt IS NULL`).run(now, actor.personId, id)
  return before
}
