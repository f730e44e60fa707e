import { useText } from '../../app/text.tsx'
import { Caution } from '../../ui/Caution.tsx'
import type { Limit } from './queries.ts'
import { granted } from './words.ts'

/** What stood behind the limit before and was not taken over, and why. */
export function LostGuarantees({ limit: { lost } }: { limit: Limit }) {
  const { limits: { guarantee: words, wan }, schemes: { credit } } = useText()
  if (lost.length === 0) return null
  const told = lost.map(({ kind, amountFen, giver, until, why }) => words.lostOne([credit.guarantee[kind], `${granted(amountFen)} ${wan}`, giver].filter(Boolean).join(' '), why === 'ended' && until !== null ? words.endedOn(until) : words.gone))
  return <Caution>{words.lost(told)}</Caution>
}
