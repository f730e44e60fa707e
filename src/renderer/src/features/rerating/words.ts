import type { Text } from '../../../../shared/text/index.ts'
import type { DueRow } from './queries.ts'

type Reason = DueRow['reasons'][number]

/** Why a party is due, with which: the default's kind, the certificate, the number of the limit. */
export function whyDue({ rerating, defaults, surveys, common }: Text, { reason, what }: Reason): string {
  const name = rerating.reason[reason]
  if (what === null) return name
  if (reason === 'default') return rerating.which(name, defaults.kind[what as keyof typeof defaults.kind])
  if (reason === 'dishonest') return surveys.notice[what as keyof typeof surveys.notice]
  if (reason === 'lawsuit' || reason === 'controlChanged') return name
  return rerating.which(name, reason === 'override' ? common.gradeName(what) : what)
}
