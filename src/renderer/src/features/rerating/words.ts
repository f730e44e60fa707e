import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import type { DueRow } from './queries.ts'

type Reason = DueRow['reasons'][number]

/** Why a party is due, with which: the default's kind, the certificate, the number of the limit; a grade in the regulation's word for it. */
export function useWhyDue(): (reason: Reason) => string {
  const { rerating, defaults, surveys, common } = useText()
  const grades = useQuery(statusQuery).data?.regulation.grades
  const gradeWord = (grade: string) => grades?.find((step) => step.grade === grade)?.label ?? common.gradeName(grade)
  return ({ reason, what }) => {
    const name = rerating.reason[reason]
    if (what === null) return name
    if (reason === 'default') return rerating.which(name, defaults.kind[what as keyof typeof defaults.kind])
    if (reason === 'dishonest') return surveys.notice[what as keyof typeof surveys.notice]
    if (reason === 'lawsuit' || reason === 'controlChanged') return name
    return rerating.which(name, reason === 'override' ? gradeWord(what) : what)
  }
}
