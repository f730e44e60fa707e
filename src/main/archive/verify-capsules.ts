import { type Finding, type FindingRule, type FindingValues, writeDetail } from '../../shared/rules/archive/finding.ts'
import type { Trx } from '../storage/database.ts'
import type { Advance } from './verify.ts'

/** After so many of them others have a turn. */
const AT_ONCE = 50

export type Frozen = { readonly isSame: boolean; readonly differences: readonly string[]; readonly hash: { readonly frozen: string } }
/** A decision as its row says it, with the log's entry that names the capsule's hash. */
export type DecidedRow = { readonly id: number; readonly number: string; readonly auditSeq: number | null; readonly detail: string | null }

export type CapsuleCheck<Row, Again> = {
  readonly kind: Finding['kind']
  /** Where the row that lists are read from says something else than the capsule. */
  readonly otherwise: FindingRule
  readonly recompute: (trx: Trx, id: number) => Again | null
  /** Each column of the row beside what the capsule says of it. */
  readonly columns: (row: Row, again: Again) => readonly (readonly [name: string, stands: unknown, frozen: unknown])[]
}

/** Every decision is computed again from what its approval froze; the log names the capsule's hash, and the row says the same. */
export async function checkCapsules<Row extends DecidedRow, Again extends Frozen>(trx: Trx, advance: Advance, rows: readonly Row[], check: CapsuleCheck<Row, Again>): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [index, row] of rows.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await advance(0)
    const told = (rule: FindingRule, values: FindingValues = {}) => findings.push({ kind: check.kind, subject: row.number, detail: writeDetail(rule, values) })
    const again = recomputed(trx, row.id, check)
    if (again === null) told('capsule-missing')
    else if (again === 'unreadable') told('capsule-unreadable')
    else {
      if (!again.isSame) told('recomputed-otherwise', { where: again.differences.slice(0, 3).join(' ') })
      const different = check.columns(row, again).find(([, stands, frozen]) => stands !== frozen)
      if (different) told(check.otherwise, { column: different[0] })
      if (!row.detail?.includes(again.hash.frozen)) told('capsule-not-logged', { seq: row.auditSeq ?? 0 })
    }
  }
  return findings
}

/** A body that no longer reads as one, or that names a scheme that is not there, is a finding and not a failure of the check. */
function recomputed<Row, Again>(trx: Trx, id: number, { recompute }: CapsuleCheck<Row, Again>): Again | 'unreadable' | null {
  try {
    return recompute(trx, id)
  } catch {
    return 'unreadable'
  }
}
