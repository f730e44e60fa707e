import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { ARCHIVE_CHECKERS } from '../../shared/contract/checks.ts'
import { AppError } from '../../shared/errors.ts'
import { visibleTransfer } from '../custody/visibility.ts'
import type { Context } from '../pipeline/context.ts'
import { hasRole, seesWholeArchive, visibleDossier } from '../people/visibility.ts'
import { allRaw } from '../storage/all-raw.ts'

type Reader = Pick<Context, 'trx' | 'actor' | 'today'>

/** True for the reports a person may see: of the dossiers and transfers that he sees, and of the archive for whom it is his. */
export function visibleReport({ actor, today }: Reader): RawBuilder<SqlBool> {
  if (seesWholeArchive(actor)) return sql<SqlBool>`1`
  const whole = hasRole(actor, ARCHIVE_CHECKERS) ? sql<SqlBool>`checkReport.scope = 'archive'` : sql<SqlBool>`0`
  return sql<SqlBool>`(${whole}
    OR checkReport.dossierId IN (SELECT dossier.id FROM dossier WHERE dossier.id = checkReport.dossierId AND ${visibleDossier(actor, today)})
    OR checkReport.transferId IN (SELECT transfer.id FROM transfer WHERE transfer.id = checkReport.transferId AND ${visibleTransfer(actor)}))`
}

/** Refuses with `not-found` unless the person may see the report. */
export function requireVisibleReport(reader: Reader, id: number): void {
  const found = allRaw(reader.trx, sql<{ id: number }>`SELECT id FROM checkReport WHERE id = ${id} AND ${visibleReport(reader)}`)
  if (found.length === 0) throw new AppError('not-found', { checkId: id })
}
