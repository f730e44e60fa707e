import { fourProperties } from '../checks/receipt.ts'
import type { Context } from '../pipeline/context.ts'

/**
 * What a check at receipt found about one folder: the name of its sentence (`text.custody.finding`), whether it keeps the
 * line from being accepted without a remark, and the values of the sentence.
 */
export type ReceiptFinding = { check: string; blocks: boolean; values: Record<string, string | number> }
export type ReceiptCheck = (context: Pick<Context, 'trx' | 'archive' | 'today'>, dossierId: number) => ReceiptFinding[]

/** Run for every line that is on its way, in this order. */
export const RECEIPT_CHECKS: readonly ReceiptCheck[] = [fourProperties]

export function findingsAtReceipt(context: Pick<Context, 'trx' | 'archive' | 'today'>, dossierId: number): ReceiptFinding[] {
  return RECEIPT_CHECKS.flatMap((check) => check(context, dossierId))
}
