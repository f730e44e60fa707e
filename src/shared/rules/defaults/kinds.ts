import { addMonths } from '../dossiers/deadlines.ts'

/** What is kept against a party: six kinds of default, and complaints whose fault was found to be theirs or ours. */
export const DEFAULT_KINDS = ['late30', 'late90', 'dispute', 'lawsuitLost', 'misuse', 'writeOff', 'complaintTheirs', 'complaintOurs'] as const
export type DefaultKind = (typeof DEFAULT_KINDS)[number]

/** Severity points: late over 30 days 1, over 90 days 3, dispute 2, lawsuit lost 5, credit put to another use 2, write-off 8. */
export const POINTS: Readonly<Record<DefaultKind, number>> = {
  late30: 1, late90: 3, dispute: 2, lawsuitLost: 5, misuse: 2, writeOff: 8, complaintTheirs: 0, complaintOurs: 0,
}

export const isComplaint = (kind: DefaultKind): boolean => kind === 'complaintTheirs' || kind === 'complaintOurs'

/** What counts as the default that a rating foresees or does not: over 90 days late, written off, a lawsuit lost. */
export const DEFAULT_EVENTS = ['late90', 'writeOff', 'lawsuitLost'] as const satisfies readonly DefaultKind[]

/**
 * Points of a record as of a day: whole in the first twelve months after it, half in the next twelve, a quarter in the
 * third, nothing from its third anniversary on. A record of 29 February has its anniversaries on the last of February.
 */
export function severityOn(kind: DefaultKind, on: string, asOf: string): number {
  if (on > asOf) return 0
  const years = [12, 24, 36].findIndex((months) => asOf < addMonths(on, months))
  return years < 0 ? 0 : POINTS[kind] / 2 ** years
}
