import type { Absence, Facts } from '../facts/fact.ts'
import { evaluate } from '../schemes/evaluate.ts'
import { parsed } from '../schemes/expression.ts'
import type { Grade } from '../schemes/grades.ts'
import type { Limits, Scheme } from '../schemes/schema.ts'
import { lookupIn } from '../schemes/score.ts'

/*
 * From a grade and facts to a proposed limit (credit.md 3.5): several candidates, of which the smallest binds. Pure, and the
 * same digits everywhere, as a score is: it is frozen with the rating and computed again from what was frozen.
 */

/** What binds where no candidate does: the company's cap, the beginner's limit, or a grade that is sold to against prepayment alone. */
export type Binding = 'cap' | 'beginner' | 'grade' | (string & {})

export type CandidateResult = {
  readonly code: string
  /** Yuan, to the fen, never below zero; null where it cannot be computed. */
  readonly value: number | null
  readonly absent: Absence | null
}

export type Proposal = {
  readonly grade: Grade | null
  readonly candidates: readonly CandidateResult[]
  readonly binding: Binding
  /** Whole yuan, rounded down as the scheme says; without guarantees. */
  readonly limitYuan: number
  readonly termDays: number
}

/** Days that count as a month of a term. */
const MONTH_DAYS = 30

/**
 * The limit that a scheme proposes for a grade on facts. Not rated, or nothing to compute from: the beginner's limit. A
 * coefficient of zero: none. A candidate whose data the party owes, or that cannot be computed from them, counts as the
 * beginner's limit, so that holding a bad balance sheet back never pays; one that does not apply is left out.
 */
export function proposeLimit(limits: Limits, facts: Facts, grade: Grade | null): Proposal {
  if (grade === null) return beginner(limits, grade, [])
  const { coefficient, termDays } = limits.grades[grade]
  if (coefficient === 0) return { grade, candidates: [], binding: 'grade', limitYuan: 0, termDays: 0 }
  const names: Readonly<Record<string, number>> = { coefficient: coefficient / 10_000, termMonths: termDays / MONTH_DAYS }
  const known = lookupIn(facts)
  const candidates = limits.candidates.map(({ code, formula }): CandidateResult => {
    const value = evaluate(parsed(formula), (name) => names[name] ?? known(name))
    return typeof value === 'number' ? { code, value: toFen(Math.max(0, value)), absent: null } : { code, value: null, absent: value }
  })
  if (candidates.every(({ value }) => value === null)) return beginner(limits, grade, candidates)
  const least = bounds(limits, candidates).reduce((one, other) => (other.yuan < one.yuan ? other : one))
  return { grade, candidates, binding: least.binding, limitYuan: roundDown(least.yuan, limits.roundToYuan), termDays }
}

/** An owed candidate bounds it as the beginner's limit does. */
function bounds(limits: Limits, candidates: readonly CandidateResult[]): { binding: Binding; yuan: number }[] {
  return [
    ...candidates.flatMap(({ code, value, absent }) => {
      if (value !== null) return [{ binding: code, yuan: value }]
      return absent === 'notProvided' || absent === 'undefined' ? [{ binding: code, yuan: limits.beginnerYuan }] : []
    }),
    ...(limits.capYuan === null ? [] : [{ binding: 'cap', yuan: limits.capYuan }]),
  ]
}

function beginner(limits: Limits, grade: Grade | null, candidates: readonly CandidateResult[]): Proposal {
  const isCapped = limits.capYuan !== null && limits.capYuan < limits.beginnerYuan
  return {
    grade, candidates, binding: isCapped ? 'cap' : 'beginner', termDays: limits.beginnerTermDays,
    limitYuan: roundDown(isCapped ? limits.capYuan! : limits.beginnerYuan, limits.roundToYuan),
  }
}

/** More than anybody owes, and exact in fen. */
const MOST_YUAN = 10_000_000_000_000
/** Whole fen first: the dust of binary fractions must not cost a whole step when it is rounded down. */
const toFen = (yuan: number): number => Math.round(Math.min(yuan, MOST_YUAN) * 100) / 100
const roundDown = (yuan: number, step: number): number => Math.floor(yuan / step) * step

/** What a scheme's text proposes; undefined where it has no part on limits, so that what was frozen under it stays as it is. */
export const limitBy = ({ limits }: Pick<Scheme, 'limits'>, facts: Facts, grade: Grade | null): Proposal | undefined =>
  limits === undefined ? undefined : proposeLimit(limits, facts, grade)
