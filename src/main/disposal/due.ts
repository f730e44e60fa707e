import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract/index.ts'
import { retentionBecause } from '../../shared/rules/disposal/retention.ts'
import { placesOf } from '../dossiers/place.ts'
import { requireVisibleDossier } from '../people/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { allRaw } from '../storage/all-raw.ts'
import { retentionOf } from './keep-retention.ts'
import { obstacles } from './obstacles.ts'

type Row = Omit<Output<'disposal.due'>['rows'][number], 'because' | 'place' | 'obstacles'>

/** Dossiers whose retention is over, the longest ago first. Only the rows shown are asked what stands in their way. */
export function listDue({ trx, today }: Context, { departmentId, year, kind, offset, limit }: Parsed<'disposal.due'>): Output<'disposal.due'> {
  const conditions = [sql`dossier.retentionEnds IS NOT NULL AND dossier.retentionEnds < ${today} AND dossier.voidedAt IS NULL`]
  if (departmentId !== null) conditions.push(sql`dossier.departmentId = ${departmentId}`)
  if (year !== null) conditions.push(sql`dossier.year = ${year}`)
  if (kind !== null) conditions.push(sql`dossier.kind = ${kind}`)
  const where = sql.join(conditions, sql` AND `)
  const [{ total } = { total: 0 }] = allRaw(trx, sql<{ total: number }>`SELECT count(*) AS total FROM dossier INDEXED BY dossier_retention WHERE ${where}`)
  const rows = allRaw(trx, sql<Row>`
    SELECT dossier.id AS dossierId, dossier.number, party.name AS partyName, party.shortName, dossier.kind, department.name AS departmentName, dossier.year,
      dossier.documents, dossier.pages, dossier.retentionYears, dossier.retentionEnds
    FROM (
      SELECT id FROM dossier INDEXED BY dossier_retention WHERE ${where}
      ORDER BY retentionEnds, departmentId, year, kind, number LIMIT ${limit} OFFSET ${offset}
    ) AS due CROSS JOIN dossier ON dossier.id = due.id CROSS JOIN party ON party.id = dossier.partyId
      CROSS JOIN department ON department.id = dossier.departmentId
    ORDER BY dossier.retentionEnds, dossier.departmentId, dossier.year, dossier.kind, dossier.number`)
  const places = placesOf(trx, rows.map((row) => row.dossierId))
  return {
    total,
    rows: rows.map((row) => ({
      ...row, because: retentionBecause(retentionOf(trx, row.dossierId)), place: places.get(row.dossierId) ?? null,
      obstacles: obstacles(trx, row.dossierId, today),
    })),
  }
}

/** What the custody line of a dossier says of its end. `not-found` for one that the reader may not see. */
export function showRetention({ trx, actor, today }: Context, { dossierId }: Parsed<'disposal.retention'>): Output<'disposal.retention'> {
  requireVisibleDossier(trx, actor, today, dossierId)
  const retention = retentionOf(trx, dossierId)
  const running = trx
    .prepare(
      `SELECT disposal.id, disposal.number FROM disposalLine JOIN disposal ON disposal.id = disposalLine.disposalId
       WHERE disposalLine.dossierId = ? AND disposalLine.stoppedAt IS NULL AND disposal.state IN ('appraisal', 'approval', 'execution')`,
    )
    .get(dossierId) as { id: number; number: string } | undefined
  return {
    because: retentionBecause(retention), until: retention.until, obstacles: obstacles(trx, dossierId, today),
    caseId: running?.id ?? null, caseNumber: running?.number ?? null,
  }
}
