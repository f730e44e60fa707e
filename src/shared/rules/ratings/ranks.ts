import { GRADES } from '../../contract/parties.ts'
import type { Grade } from '../schemes/grades.ts'

/** The place among the grades in use (0 is best) of a grade, or of the first in use that is no better. */
export function rankIn(grades: readonly Grade[], grade: Grade): number {
  const at = grades.findIndex((one) => GRADES.indexOf(one) >= GRADES.indexOf(grade))
  return at < 0 ? grades.length - 1 : at
}
