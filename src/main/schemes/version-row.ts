import { AppError } from '../../shared/errors.ts'
import type { SchemeCase } from '../../shared/rules/schemes/steps.ts'
import type { Trx } from '../storage/database.ts'

/** `label`: as the audit log names it, `KH v2`. */
export type VersionRow = SchemeCase & { id: number; schemeId: number; for: 'customer' | 'supplier'; no: number; body: string; hash: string; label: string; version: number }

/** A version as the caller read it: `not-found`, or `changed-meanwhile` where somebody was faster. */
export function requireVersion(trx: Trx, id: number, version: number): VersionRow {
  const row = trx
    .prepare(`SELECT one.id, one.schemeId, scheme."for", one.no, one.body, one.hash, one.state, one.preparedBy, one.reviewedBy, one.effectiveOn, one.version, scheme.code || ' v' || one.no AS label
      FROM schemeVersion AS one JOIN scheme ON scheme.id = one.schemeId WHERE one.id = ?`)
    .get(id) as Omit<VersionRow, 'makers'> | undefined
  if (!row) throw new AppError('not-found', { schemeVersionId: id })
  if (row.version !== version) throw new AppError('changed-meanwhile', { version: row.version })
  return { ...row, makers: makersOf(trx, id) }
}

/** Whoever had a hand in what a version says: the log alone keeps those who were before the last. */
export function makersOf(trx: Trx, id: number): number[] {
  const rows = trx
    .prepare(`SELECT DISTINCT actorId FROM audit INDEXED BY audit_subject WHERE subjectKind = 'scheme' AND subjectId = ? AND outcome = 'done'
      AND method IN ('schemes.create', 'schemes.prepare', 'schemes.save', 'schemes.submit')`)
    .all(id) as { actorId: number }[]
  return rows.map(({ actorId }) => actorId)
}
