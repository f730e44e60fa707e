import type { Facts } from '../facts/fact.ts'
import { differing } from '../ratings/capsule.ts'
import type { Grade } from '../schemes/grades.ts'
import type { Limits } from '../schemes/schema.ts'
import { type Bar, barOf } from './listed.ts'
import { countGuarantees, type GuaranteeKind, type NotCounted } from './guarantees.ts'
import { proposeLimit, type Proposal } from './propose.ts'

/*
 * What the approval of a limit freezes. Facts stand in the rating's own capsule, which is named by its hash: from them and the
 * scheme's text the proposal is computed again, and from the guarantees what they add.
 */

export type FrozenGuarantee = {
  readonly kind: GuaranteeKind
  readonly amountFen: number
  readonly until: string | null
  readonly giver: string | null
  readonly page: { readonly sha256: string; readonly page: number; readonly title: string } | null
  readonly countedFen: number
  readonly why: NotCounted | null
}

export type LimitCapsule = {
  readonly format: 1
  readonly number: string
  readonly partyId: number
  /** Null: the party was never rated. */
  readonly rating: { readonly id: number; readonly number: string; readonly hash: string } | null
  readonly scheme: { readonly versionId: number; readonly hash: string }
  /** As it stood on the day: an override that had ended no longer counts. */
  readonly grade: Grade | null
  readonly proposal: Proposal
  readonly guarantees: readonly FrozenGuarantee[]
  readonly addedFen: number
  readonly proposedFen: number
  readonly proposedDays: number
  readonly amountFen: number
  readonly termDays: number
  readonly fromOn: string
  readonly untilOn: string
  readonly reason: string | null
  /** The lists the party was on that day; not in what was frozen before lists bound limits. */
  readonly bar?: Bar
}

export type Sums = Pick<LimitCapsule, 'proposal' | 'guarantees' | 'addedFen' | 'proposedFen' | 'proposedDays'>
type Given = { readonly facts: Facts; readonly grade: Grade | null; readonly guarantees: readonly Pick<FrozenGuarantee, 'kind' | 'amountFen' | 'until' | 'giver' | 'page'>[]; readonly untilOn: string }

/** What a text proposes with the guarantees that hold until the limit's last day. */
export function sumsOf(limits: Limits, { facts, grade, guarantees, untilOn }: Given): Sums {
  const proposal = proposeLimit(limits, facts, grade)
  const { rows, addedFen } = countGuarantees(limits, guarantees.map((one) => ({ ...one, hasPage: one.page !== null })), untilOn)
  return {
    proposal, addedFen, proposedFen: proposal.limitYuan * 100 + addedFen,
    guarantees: rows.map(({ hasPage: _has, ...row }) => row),
    // A guarantee alone is good for the term of a beginner.
    proposedDays: proposal.limitYuan === 0 && addedFen > 0 ? Math.max(proposal.termDays, limits.beginnerTermDays) : proposal.termDays,
  }
}

/** Computed again from what was frozen: the sums, what lists left of them, and the paths below which they differ. */
export function recomputeLimit(capsule: LimitCapsule, limits: Limits, facts: Facts): { sums: Sums & Pick<LimitCapsule, 'bar'>; differences: readonly string[] } {
  const { bar, fromOn } = capsule
  const sums = { ...sumsOf(limits, { ...capsule, facts }), ...(bar === undefined ? {} : { bar: barOf(limits, bar.listed, bar.before, fromOn) }) }
  const differences = (Object.keys(sums) as (keyof typeof sums)[]).flatMap((key) => differing(key, capsule[key], sums[key]))
  return { sums, differences: differences.slice(0, 20) }
}
