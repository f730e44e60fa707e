import type { Output, Parsed } from '../../shared/contract/index.ts'
import { seenDossier } from '../dossiers/rights.ts'
import type { Context } from '../pipeline/context.ts'

type Accesses = Output<'clearances.accesses'>

/**
 * How often what is in a dossier was looked at, shown, printed, carried out as a file, and copied; and by whom, the most
 * frequent reader first. Counted from the audit log, where nothing is left out, and from the slips' pages.
 */
export function listAccesses(context: Context, { dossierId }: Parsed<'clearances.accesses'>): Accesses {
  const { trx } = context
  seenDossier(context, dossierId)
  const byMethod = trx
    .prepare(
      `SELECT CASE WHEN json_extract(detail, '$.asTable') THEN 'export' ELSE method END AS method, count(*) AS times FROM audit
       WHERE subjectKind = 'dossier' AND subjectId = ? AND outcome = 'done' AND method IN ('dossiers.get', 'attachments.view', 'prints.record') GROUP BY 1`,
    )
    .all(dossierId) as { method: string; times: number }[]
  const times = (method: string) => byMethod.find((row) => row.method === method)?.times ?? 0
  const readers = trx
    .prepare(
      `SELECT actorName AS name, count(*) AS times, max(at) AS lastAt FROM audit
       WHERE subjectKind = 'dossier' AND subjectId = ? AND outcome = 'done'
         AND method IN ('dossiers.get', 'attachments.view', 'prints.record')
       GROUP BY actorId ORDER BY times DESC, lastAt DESC LIMIT 20`,
    )
    .all(dossierId) as Accesses['readers']
  const { copies } = trx
    .prepare(
      `SELECT coalesce(sum(slip.copyPages), 0) AS copies FROM slipDossier JOIN slip ON slip.id = slipDossier.slipId
       WHERE slipDossier.dossierId = ? AND slip.manner = 'copy' AND slip.state IN ('out', 'returned')`,
    )
    .get(dossierId) as { copies: number }
  return {
    views: times('dossiers.get'), scans: times('attachments.view'), prints: times('prints.record'), exports: times('export'), copies, readers,
  }
}
