import { gapsOf } from '../../shared/rules/regulations/catalogue.ts'
import { requiredItems } from '../../shared/rules/regulations/schema.ts'
import { keepRetention } from '../disposal/keep-retention.ts'
import { keepDuties } from '../duties/keep.ts'
import { regulationOfVersion } from '../regulations/load.ts'
import type { Trx } from '../storage/database.ts'

/** The lines of the catalogue that some document in the folder answers. */
export function presentItems(trx: Trx, dossierId: number): ReadonlySet<string> {
  const rows = trx
    .prepare('SELECT DISTINCT itemCode FROM document WHERE dossierId = ? AND struckAt IS NULL AND itemCode IS NOT NULL')
    .all(dossierId) as { itemCode: string }[]
  return new Set(rows.map((row) => row.itemCode))
}

/**
 * Brings a dossier's counters in line with its documents, in the caller's transaction: lines that are not struck, their
 * pages, how many required lines of its catalogue have at least one (an expired document is there, though expired), and
 * the classes in which one has none; then what is due of it and how long it is kept.
 * Whoever writes a document calls this; nobody else writes the counters.
 */
export function recount(trx: Trx, dossierId: number): void {
  const { kind, regulationVersionId } = trx
    .prepare('SELECT kind, regulationVersionId FROM dossier WHERE id = ?')
    .get(dossierId) as { kind: 'credit' | 'contract'; regulationVersionId: number }
  const regulation = regulationOfVersion(trx, regulationVersionId)
  const required = requiredItems(regulation, kind)
  const gaps = gapsOf(regulation, kind, presentItems(trx, dossierId))
  trx
    .prepare(
      `UPDATE dossier SET documents = counted.documents, pages = counted.pages, present = counted.present, required = counted.required, gaps = :gaps
       FROM (SELECT count(*) AS documents, coalesce(sum(pages), 0) AS pages, json_array_length(:required) AS required,
               count(DISTINCT CASE WHEN itemCode IN (SELECT value FROM json_each(:required)) THEN itemCode END) AS present
             FROM document WHERE dossierId = :dossierId AND struckAt IS NULL) AS counted
       WHERE dossier.id = :dossierId`,
    )
    .run({ required: JSON.stringify(required), gaps, dossierId })
  keepDuties(trx, dossierId)
  keepRetention(trx, dossierId)
}
