import { useQuery } from '@tanstack/react-query'
import type { GRADES } from '../../../../shared/contract/parties.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { GradeTag } from '../../ui/GradeTag.tsx'
import styles from './schemes.module.css'

type Grade = (typeof GRADES)[number]

/** A step of the scale in the word that the regulation in force has for it, or that it has none. */
export function useGradeWord(): (grade: Grade) => string {
  const { schemes } = useText()
  const grades = useQuery(statusQuery).data?.regulation.grades
  return (grade) => (grades === undefined ? '' : grades.find((one) => one.grade === grade)?.label ?? schemes.limits.notInUse)
}

/** The step behind, and beside it the word people read. */
export function GradeStep({ grade }: { grade: Grade }) {
  const wordOf = useGradeWord()
  return <span className={styles.gradeStep}><GradeTag grade={grade} /><span className={styles.quiet}>{wordOf(grade)}</span></span>
}
