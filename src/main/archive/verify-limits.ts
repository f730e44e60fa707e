import { recomputeLimitCapsule } from '../limits/recompute.ts'
import { canonicalJson } from '../../shared/rules/ratings/canonical.ts'
import type { Trx } from '../storage/database.ts'
import { checkCapsules, type DecidedRow } from './verify-capsules.ts'
import type { Advance, CheckResult } from './verify.ts'

type Row = DecidedRow & {
  partyId: number; ratingId: number | null; schemeVersionId: number; proposedFen: number; proposedDays: number; amountFen: number; termDays: number
  fromOn: string; untilOn: string; reason: string | null; listed: string
}

/** Every limit that was granted is proposed again from what its approval froze: rating, text and guarantees. */
export async function checkLimits(trx: Trx, advance: Advance): Promise<CheckResult> {
  const rows = trx.prepare(
    `SELECT limitCase.id, number, partyId, ratingId, schemeVersionId, proposedFen, proposedDays, amountFen, termDays, fromOn, untilOn, reason, listed, limitCapsule.auditSeq, audit.detail
     FROM limitCase LEFT JOIN limitCapsule ON limitCapsule.limitId = limitCase.id LEFT JOIN audit ON audit.seq = limitCapsule.auditSeq WHERE limitCase.state = 'approved' ORDER BY limitCase.id`,
  ).all() as Row[]
  const findings = await checkCapsules(trx, advance, rows, {
    kind: 'limit-contradiction', otherwise: 'limit-stands-otherwise', recompute: recomputeLimitCapsule,
    columns: (row, { capsule }) => [
      ['number', row.number, capsule.number], ['partyId', row.partyId, capsule.partyId], ['rating', row.ratingId, capsule.rating?.id ?? null], ['scheme', row.schemeVersionId, capsule.scheme.versionId],
      ...(['proposedFen', 'proposedDays', 'amountFen', 'termDays', 'fromOn', 'untilOn', 'reason'] as const).map((key) => [key, row[key], capsule[key]] as const),
      ['listed', row.listed, canonicalJson(capsule.bar?.listed ?? [])],
    ],
  })
  return { checked: { limits: rows.length }, findings }
}
