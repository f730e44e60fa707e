import { recomputeCapsule } from '../ratings/recompute.ts'
import type { Trx } from '../storage/database.ts'
import { checkCapsules, type DecidedRow } from './verify-capsules.ts'
import type { Advance, CheckResult } from './verify.ts'

type Row = DecidedRow & {
  partyId: number; kind: string; asOf: string; approvedOn: string; score: number | null; coverage: number; computedGrade: string | null; grade: string | null
  overrideGrade: string | null; overrideUntil: string | null; schemeVersionId: number; regulationVersionId: number
}

/** Every approved rating is computed again from what its approval froze: input, scheme and result. */
export async function checkRatings(trx: Trx, advance: Advance): Promise<CheckResult> {
  const rows = trx
    .prepare(
      `SELECT rating.id, number, partyId, kind, asOf, approvedOn, score, coverage, computedGrade, grade, overrideGrade, overrideUntil, schemeVersionId, regulationVersionId,
         ratingCapsule.auditSeq, audit.detail
       FROM rating LEFT JOIN ratingCapsule ON ratingCapsule.ratingId = rating.id LEFT JOIN audit ON audit.seq = ratingCapsule.auditSeq
       WHERE rating.state = 'approved' ORDER BY rating.id`,
    )
    .all() as Row[]
  const findings = await checkCapsules(trx, advance, rows, {
    kind: 'rating-contradiction', otherwise: 'rating-stands-otherwise', recompute: recomputeCapsule,
    columns: (row, { capsule }) => [
      ['number', row.number, capsule.number], ['partyId', row.partyId, capsule.partyId], ['kind', row.kind, capsule.kind], ['asOf', row.asOf, capsule.asOf], ['approvedOn', row.approvedOn, capsule.approvedOn],
      ['score', row.score, capsule.result.score], ['coverage', row.coverage, capsule.result.coverage], ['computedGrade', row.computedGrade, capsule.result.grade], ['grade', row.grade, capsule.grade],
      ['overrideGrade', row.overrideGrade, capsule.override?.grade ?? null], ['overrideUntil', row.overrideUntil, capsule.override?.until ?? null],
      ['scheme', row.schemeVersionId, capsule.scheme.versionId], ['regulation', row.regulationVersionId, capsule.regulation.versionId],
    ],
  })
  return { checked: { ratings: rows.length }, findings }
}
