import type { GRADES } from '../../../shared/contract/parties.ts'
import { useText } from '../app/text.tsx'
import styles from './GradeTag.module.css'

export type Grade = (typeof GRADES)[number]

/** A grade in the colours of the folder tabs. The letters are always printed: colour never says it alone. */
export function GradeTag({ grade, className }: { grade: Grade | null; className?: string }) {
  const { common } = useText()
  const name = grade ?? 'none'
  return (
    <span className={[styles.tag, styles[name], className].filter(Boolean).join(' ')} title={common.gradeName(grade)}>
      {common.grade[name]}
    </span>
  )
}
