import type { Text } from '../../../../shared/text/index.ts'
import type { Fault } from './editor/draft.ts'

/** Where it is: the names on the way to it, numbered from one. */
export function placeWords({ place }: Pick<Fault, 'place'>, { regulations }: Text): string {
  return place.map((step) => (typeof step === 'number' ? regulations.nth(step + 1) : regulations.place[step] ?? step)).join(' › ')
}

/** Why it does not hold; with what stands there, in words where it is one of ours. */
export function reasonWords({ reason, values }: Pick<Fault, 'reason' | 'values'>, { regulations, common }: Text): string {
  const words = regulations.fault[reason]?.(Number(values['least'] ?? values['most'] ?? 0)) ?? reason
  const value = values['value']
  if (value === undefined) return words
  const vocabulary: Record<string, string> = { ...common.level, ...common.role, ...regulations.until, ...regulations.event, ...regulations.stage }
  return regulations.faultWith(words, vocabulary[value] ?? String(value))
}
