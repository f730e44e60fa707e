import type { Grade } from './grades.ts'
import type { Scheme } from './schema.ts'
import { finalGrade, type GateResult, type Result } from './score.ts'

/*
 * What made the grade another than the score alone would give. A gate that is met and would have led no lower, or that another
 * one went beyond, is no cause of the grade.
 */

export type Causes = {
  /** Codes of gates. */
  readonly gates: ReadonlySet<string>
  /** That too little is known of the party to give more, or to rate it at all. */
  readonly coverage: boolean
}
type Graded = Pick<Result, 'scoreGrade' | 'coverage' | 'gates' | 'grade'>

export const isHit = ({ state }: Pick<GateResult, 'state'>): boolean => state === 'hit' || state === 'unknownHit'
const WHOLE = 10_000

/** A cause is what the grade would be better without, and what leads to this very grade on its own: of two that do the same both are told. `grades`: those in use, best first. */
export function causesOf(scheme: Scheme, { scoreGrade, coverage, gates, grade }: Graded, grades: readonly Grade[]): Causes {
  const come = (met: (code: string) => boolean, share: number) =>
    finalGrade(scheme, grades, scoreGrade, gates.map((one) => (met(one.code) ? one : { ...one, state: 'pass' as const })), share)
  const isCause = (without: Grade | null, alone: Grade | null): boolean => without !== grade || (alone === grade && grade !== scoreGrade)
  return {
    gates: new Set(gates.filter(isHit).map(({ code }) => code).filter((code) => isCause(come((one) => one !== code, coverage), come((one) => one === code, WHOLE)))),
    coverage: coverage < WHOLE && isCause(come(() => true, WHOLE), come(() => false, coverage)),
  }
}
