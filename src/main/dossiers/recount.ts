import { requiredItems } from '../../shared/rules/regulations/schema.ts'
import { keepRetention } from '../disposal/keep-retention.ts'
import { keepDuties } from '../duties/keep.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'

/**
 * Brings a dossier's counters in line with its documents, in the caller's transaction: lines that are not struck, their
 * pages, and how many required lines of its catalogue have at least one (an expired document is there, though expired);
 * then what is due of it and how long it is kept.
 * Whoever writes a document calls this; nobody else writes the counters.
 */
export function recount(trx: Trx, dossierId: number): void {
  const { kind, regulationVersionId } = trx
    .prepare('SELECT kind, regulationVersionId FROM dossier WHERE id = ?')
    .get(dossierId) as { kind: 'credit' | 'contract'; regulationVersionId: number }
  const required = requiredItems(regulationOfVersion(trx, regulationVersionId), kind)
  trx
    .prepare(
      `UPDATE dossier SET documents = counted.documents, pages = counted.pages, present = counted.present, required = counted.required
       FROM (SELECT count(*) AS documents, coalesce(sum(pages), 0) AS pages, json_array_length(:required) AS required,
               count(DISTINCT CASE WHEN itemCode IN (SELECT value FROM json_each(:required)) THEN itemCode END) AS present
             FROM document WHERE dossierId = :dossierId AND struckAt IS NULL) AS counted
       WHERE dossier.id = :dossierId`,
    )
    .run({ required: JSON.stringify(required), dossierId })
  keepDuties(trx, dossierId)
  keepRetention(trx, dossierId)
}
