import { type Finding, type FindingRule, type FindingValues, writeDetail } from '../../shared/rules/archive/finding.ts'
import { type LimitRecomputation, recomputeLimitCapsule } from '../limits/recompute.ts'
import type { Trx } from '../storage/database.ts'
import type { Advance, CheckResult } from './verify.ts'

/** After so many limits others have a turn. */
const AT_ONCE = 50

type Row = {
  id: number; number: string; partyId: number; ratingId: number | null; schemeVersionId: number; proposedFen: number; proposedDays: number; amountFen: number; termDays: number
  fromOn: string; untilOn: string; reason: string | null; auditSeq: number | null; detail: string | null
}

/**
 * Every limit that was granted is proposed again from what its approval froze: rating, text and guarantees have their hashes,
 * the log names the capsule's, and the row that ledgers are read from says the same.
 */
export async function checkLimits(trx: Trx, advance: Advance): Promise<CheckResult> {
  const findings: Finding[] = []
  const told = (rule: FindingRule, subject: string, values: FindingValues = {}) => findings.push({ kind: 'limit-contradiction', subject, detail: writeDetail(rule, values) })
  const rows = trx.prepare(
    `SELECT limitCase.id, number, partyId, ratingId, schemeVersionId, proposedFen, proposedDays, amountFen, termDays, fromOn, untilOn, reason, limitCapsule.auditSeq, audit.detail
     FROM limitCase LEFT JOIN limitCapsule ON limitCapsule.limitId = limitCase.id LEFT JOIN audit ON audit.seq = limitCapsule.auditSeq WHERE limitCase.state = 'approved' ORDER BY limitCase.id`,
  ).all() as Row[]
  for (const [index, row] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await advance(0)
    const again = recomputed(trx, row.id)
    if (again === null) told('capsule-missing', row.number)
    else if (again === 'unreadable') told('capsule-unreadable', row.number)
    else {
      if (!again.isSame) told('recomputed-otherwise', row.number, { where: again.differences.slice(0, 3).join(' ') })
      const different = columnsOf(row, again).find(([, one, other]) => one !== other)
      if (different) told('limit-stands-otherwise', row.number, { column: different[0] })
      if (!row.detail?.includes(again.hash.frozen)) told('capsule-not-logged', row.number, { seq: row.auditSeq ?? 0 })
    }
  }
  return { checked: { limits: rows.length }, findings }
}

/** A body that no longer reads as one is a finding and not a failure of the check. */
function recomputed(trx: Trx, id: number): LimitRecomputation | 'unreadable' | null {
  try {
    return recomputeLimitCapsule(trx, id)
  } catch {
    return 'unreadable'
  }
}

function columnsOf(row: Row, { capsule }: LimitRecomputation): (readonly [string, unknown, unknown])[] {
  return [
    ['number', row.number, capsule.number], ['partyId', row.partyId, capsule.partyId], ['rating', row.ratingId, capsule.rating?.id ?? null], ['scheme', row.schemeVersionId, capsule.scheme.versionId],
    ...(['proposedFen', 'proposedDays', 'amountFen', 'termDays', 'fromOn', 'untilOn', 'reason'] as const).map((key) => [key, row[key], capsule[key]] as const),
  ]
}
