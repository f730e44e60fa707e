import type { Facts } from '../facts/fact.ts'
import { limitBy, type Proposal } from '../limits/propose.ts'
import type { Grade } from '../schemes/grades.ts'
import type { RatingKind, Scheme } from '../schemes/schema.ts'
import { type Result, score } from '../schemes/score.ts'
import { canonicalJson } from './canonical.ts'

/*
 * What an approval freezes: every input, the scheme by its hash, the grades of the regulation with their words, and the
 * result. From the inputs the result is computed again, digit for digit, however many years later.
 */

export type FrozenEvidence = { readonly sha256: string; readonly page: number; readonly title: string }
export type FrozenMark = { readonly option: string; readonly remarks: string | null; readonly evidence: readonly FrozenEvidence[] }

export type Capsule = {
  readonly format: 1
  readonly number: string
  readonly partyId: number
  readonly kind: RatingKind
  readonly asOf: string
  readonly approvedOn: string
  readonly scheme: { readonly versionId: number; readonly hash: string }
  readonly regulation: { readonly versionId: number; readonly id: string }
  readonly grades: readonly { readonly grade: Grade; readonly label: string }[]
  readonly industry: string | null
  readonly gatheredAt: string
  readonly facts: Facts
  readonly marks: Readonly<Record<string, FrozenMark>>
  readonly remarks: string | null
  readonly result: Result
  readonly override: { readonly grade: Grade; readonly until: string; readonly reason: string } | null
  /** The override's where there is one, else the result's. */
  readonly grade: Grade | null
  /** The limit that the scheme proposes for that grade; absent where the scheme's text has no part on limits. */
  readonly limit?: Proposal | undefined
}

export type Inputs = Pick<Capsule, 'facts' | 'marks' | 'industry' | 'grades'>

/** The result of a card: what the screen shows of a draft and what an approval freezes. */
export function resultOf(scheme: Scheme, { facts, marks, industry, grades }: Inputs): Result {
  return score(scheme, {
    facts, industry, grades: grades.map(({ grade }) => grade),
    marks: Object.fromEntries(Object.entries(marks).map(([code, { option, evidence }]) => [code, { option, pages: evidence.length }])),
  })
}

export type Recomputed = {
  readonly result: Result
  readonly grade: Grade | null
  readonly limit: Proposal | undefined
  /** Paths below which the frozen and the recomputed differ, the first ones; none when it is the same digit for digit. */
  readonly differences: readonly string[]
}

/** Computes a capsule again from its own inputs and tells where it differs. */
export function recompute(capsule: Capsule, scheme: Scheme): Recomputed {
  const result = resultOf(scheme, capsule)
  const grade = capsule.override?.grade ?? result.grade
  const limit = limitBy(scheme, capsule.facts, grade)
  const differences = [...differing('result', capsule.result, result), ...differing('grade', capsule.grade, grade), ...differing('limit', capsule.limit, limit)]
  return { result, grade, limit, differences: differences.slice(0, 20) }
}

/** Paths below which two trees differ. */
export function differing(path: string, one: unknown, other: unknown): string[] {
  if (isTree(one) && isTree(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => differing(`${path}.${key}`, one[key], other[key]))
  }
  return canonicalJson(one ?? null) === canonicalJson(other ?? null) ? [] : [path]
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
