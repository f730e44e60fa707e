import { type Finding, type FindingRule, type FindingValues, writeDetail } from '../../shared/rules/archive/finding.ts'
import { recomputeCapsule, type Recomputation } from '../ratings/recompute.ts'
import type { Trx } from '../storage/database.ts'
import type { Advance, CheckResult } from './verify.ts'

/** After so many ratings others have a turn. */
const AT_ONCE = 50

type Row = {
  id: number; number: string; partyId: number; kind: string; asOf: string; approvedOn: string; score: number | null; coverage: number; computedGrade: string | null; grade: string | null
  overrideGrade: string | null; overrideUntil: string | null; schemeVersionId: number; regulationVersionId: number; auditSeq: number | null; detail: string | null
}

/**
 * Every approved rating is computed again from what its approval froze: input, scheme and result have their hashes, the log
 * names the capsule's, and the row that lists and grades are read from says the same.
 */
export async function checkRatings(trx: Trx, advance: Advance): Promise<CheckResult> {
  const findings: Finding[] = []
  const told = (rule: FindingRule, subject: string, values: FindingValues = {}) => findings.push({ kind: 'rating-contradiction', subject, detail: writeDetail(rule, values) })
  const rows = trx
    .prepare(
      `SELECT rating.id, number, partyId, kind, asOf, approvedOn, score, coverage, computedGrade, grade, overrideGrade, overrideUntil, schemeVersionId, regulationVersionId,
         ratingCapsule.auditSeq, audit.detail
       FROM rating LEFT JOIN ratingCapsule ON ratingCapsule.ratingId = rating.id LEFT JOIN audit ON audit.seq = ratingCapsule.auditSeq
       WHERE rating.state = 'approved' ORDER BY rating.id`,
    )
    .all() as Row[]
  for (const [index, row] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await advance(0)
    const again = recomputed(trx, row.id)
    if (again === null) told('capsule-missing', row.number)
    else if (again === 'unreadable') told('capsule-unreadable', row.number)
    else {
      if (!again.isSame) told('recomputed-otherwise', row.number, { where: again.differences.slice(0, 3).join(' ') })
      const different = columnsOf(row, again).find(([, one, other]) => one !== other)
      if (different) told('rating-stands-otherwise', row.number, { column: different[0] })
      if (!row.detail?.includes(again.hash.frozen)) told('capsule-not-logged', row.number, { seq: row.auditSeq ?? 0 })
    }
  }
  return { checked: { ratings: rows.length }, findings }
}

/** A body that no longer reads as one, or that names a scheme that is not there, is a finding and not a failure of the check. */
function recomputed(trx: Trx, id: number): Recomputation | 'unreadable' | null {
  try {
    return recomputeCapsule(trx, id)
  } catch {
    return 'unreadable'
  }
}

function columnsOf(row: Row, { capsule }: Recomputation): (readonly [string, unknown, unknown])[] {
  return [
    ['number', row.number, capsule.number], ['partyId', row.partyId, capsule.partyId], ['kind', row.kind, capsule.kind], ['asOf', row.asOf, capsule.asOf], ['approvedOn', row.approvedOn, capsule.approvedOn],
    ['score', row.score, capsule.result.score], ['coverage', row.coverage, capsule.result.coverage], ['computedGrade', row.computedGrade, capsule.result.grade], ['grade', row.grade, capsule.grade],
    ['overrideGrade', row.overrideGrade, capsule.override?.grade ?? null], ['overrideUntil', row.overrideUntil, capsule.override?.until ?? null],
    ['scheme', row.schemeVersionId, capsule.scheme.versionId], ['regulation', row.regulationVersionId, capsule.regulation.versionId],
  ]
}
