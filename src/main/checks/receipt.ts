import { type Finding, type ItemCode, REQUIRED_AT_RECEIPT } from '../../shared/rules/checks/items.ts'
import type { ReceiptCheck, ReceiptFinding } from '../custody/receipt-checks.ts'
import type { Context, Preparation } from '../pipeline/context.ts'
import { type Examined, examine } from './examine.ts'
import { foldersOf } from './run.ts'
import { type CheckSubject, recordReport, writeReport } from './write.ts'

/**
 * What the newest report of the transfer on which the folder is now says of this folder. Findings of items that a folder must
 * pass (`REQUIRED_AT_RECEIPT`) and checks that could not run keep the line from being accepted without a remark. A transfer
 * that nobody has checked yet says so; receiving it makes the check first.
 */
export const fourProperties: ReceiptCheck = ({ trx }, dossierId): ReceiptFinding[] => {
  const report = trx
    .prepare(
      `SELECT checkReport.id FROM transferLine JOIN transfer ON transfer.id = transferLine.transferId JOIN checkReport ON checkReport.transferId = transfer.id
       JOIN checkedDossier ON checkedDossier.reportId = checkReport.id AND checkedDossier.dossierId = transferLine.dossierId
       WHERE transferLine.dossierId = ? AND transferLine.state = 'moving' AND checkReport.at >= transfer.submittedAt ORDER BY checkReport.id DESC LIMIT 1`,
    )
    .get(dossierId) as { id: number } | undefined
  if (!report) return [{ check: 'notChecked', blocks: false, values: {} }]
  const found = trx
    .prepare('SELECT code, rule, facts FROM checkFinding WHERE reportId = ? AND (dossierId = ? OR (dossierId IS NULL AND rule = ?)) ORDER BY code, ordinal')
    .all(report.id, dossierId, 'not-run') as { code: ItemCode; rule: Finding['rule']; facts: string }[]
  const seen = new Map<string, ReceiptFinding & { count: number }>()
  for (const { code, rule, facts } of found) {
    const key = `${code} ${rule}`
    const known = seen.get(key)
    if (known) known.count++
    else {
      const values = { ...(JSON.parse(facts) as Record<string, string | number>), code, rule }
      seen.set(key, { check: 'fourProperties', blocks: REQUIRED_AT_RECEIPT.includes(code), values, count: 1 })
    }
  }
  return [...seen.values()].map(({ count, values, ...finding }) => ({ ...finding, values: { ...values, count } }))
}

/** Before lines of a transfer are accepted: examines its folders, unless a report made since it was submitted is there. */
export async function prepareReceipt(context: Preparation, transferId: number): Promise<Examined | null> {
  return hasReport(context, transferId) ? null : examine(context, foldersOf(context, transferId))
}

/** Writes that report, in the receiver's name, and answers its number for his audit entry; null where there was one. */
export function keepReceiptReport(context: Context, { id: transferId, number: label }: { id: number; number: string }, examined: Examined | null): string | null {
  if (examined === null || hasReport(context, transferId)) return null
  return writeReport(context, { scope: 'transfer', transferId, label }, examined).number
}

/** Writes the report that kept lines from being accepted, so that it can be read why. Answers whether there was one to write. */
export function keepFailedReport(context: Context, { id: transferId, number: label }: { id: number; number: string }, examined: Examined | null): boolean {
  if (examined === null || hasReport(context, transferId)) return false
  const subject: CheckSubject = { scope: 'transfer', transferId, label }
  recordReport(context, subject, writeReport(context, subject, examined), examined)
  return true
}

function hasReport({ trx }: Pick<Preparation, 'trx'>, transferId: number): boolean {
  return trx
    .prepare('SELECT 1 FROM checkReport JOIN transfer ON transfer.id = checkReport.transferId WHERE transferId = ? AND checkReport.at >= transfer.submittedAt')
    .get(transferId) !== undefined
}
