import { GRADES } from '../../contract/parties.ts'
import type { Scheme } from './schema.ts'

/*
 * Every wording of the regulations stands on the same five steps of one 0–100 score; a regulation names those it uses and
 * gives each its words (优秀…不良, A/B/C, 1/2/3 …). A score falls to the best grade in use that it reaches.
 */

export type Grade = (typeof GRADES)[number]
const rank = (grade: Grade): number => GRADES.indexOf(grade)

/** `score` and cuts in hundredths; `grades`: those in use, best first, at least one. */
export function gradeAt(score: number, cuts: Scheme['cuts'], grades: readonly Grade[]): Grade {
  return grades.find((grade) => grade !== 'C' && score >= cuts[grade]) ?? grades.at(-1)!
}

/** The first grade in use that is no better than `cap`, unless `grade` is worse already. */
export function worse(grade: Grade, cap: Grade, grades: readonly Grade[]): Grade {
  if (rank(grade) >= rank(cap)) return grade
  return grades.find((one) => rank(one) >= rank(cap)) ?? grades.at(-1)!
}

/** So many steps down (up where negative) among the grades in use. */
export function lower(grade: Grade, steps: number, grades: readonly Grade[]): Grade {
  return grades[Math.min(Math.max(grades.indexOf(grade) + steps, 0), grades.length - 1)]!
}

/** What a cap comes to among the grades in use; null where it binds nobody, the best of them being no better. */
export function capIn(cap: Grade, grades: readonly Grade[]): Grade | null {
  const [best] = grades
  const capped = best === undefined ? null : worse(best, cap, grades)
  return capped === best ? null : capped
}

type Worded = { readonly grade: Grade; readonly label: string }
const LETTERS = /(?<![A-Za-z])(AAA|AA|A|B|C) ?级/g

/** A gate's name that speaks of a grade by the scheme's letters (AA 级要求…), in the words of a regulation that does not know all five of them. */
export function gateNameIn(name: string, grades: readonly Worded[]): string {
  if (grades.length === 0 || GRADES.every((one) => grades.some(({ grade }) => grade === one))) return name
  return name.replaceAll(LETTERS, (_letters, grade: Grade) => grades.find((one) => rank(one.grade) >= rank(grade))?.label ?? grades.at(-1)!.label)
}
