import { LEVELS } from '../../contract/dossiers.ts'
import type { Role } from '../../roles.ts'
import type { Regulation } from '../regulations/schema.ts'

export type Level = (typeof LEVELS)[number]
export type RequiredLine = { readonly role: Role; readonly clause: string }

export function levelRank(level: Level): number {
  return LEVELS.indexOf(level)
}

/** The highest level among the dossiers of a slip; the regulation's default while there is none. */
export function highestLevel(levels: readonly Level[], defaultLevel: Level): Level {
  if (levels.length === 0) return defaultLevel
  return levels.reduce((highest, level) => (levelRank(level) > levelRank(highest) ? level : highest))
}

/** Who must sign a slip of this level, in the regulation's order, each role once. */
export function requiredLines(lookup: Regulation['lookup'], level: Level): RequiredLine[] {
  const lines: RequiredLine[] = []
  for (const signer of lookup.signers) {
    if (levelRank(signer.fromLevel) > levelRank(level) || lines.some((line) => line.role === signer.role)) continue
    lines.push({ role: signer.role, clause: signer.clause })
  }
  return lines
}

/** A line of a slip that asks for a signature, and who has agreed on it. */
export type Line = RequiredLine & { readonly signerId: number | null }
export type Person = { readonly personId: number; readonly roles: readonly Role[] }
type Parties = {
  readonly applicantId: number
  readonly filledBy: number
  /** Who wrote it last: an archivist who added the dossiers it is about. Null as long as it stands as filled in. */
  readonly changedBy: number | null
  readonly lines: readonly Line[]
}

/** Who wrote what is to be signed: never the one who signs it. */
export const isWriter = (slip: Omit<Parties, 'lines'>, personId: number): boolean => personId === slip.filledBy || personId === slip.changedBy

export const openLines = (lines: readonly Line[]): Line[] => lines.filter((line) => line.signerId === null)

/**
 * Whether a person may give this line's signature: holds the role, neither applied nor wrote the slip, and has not
 * signed another line of it (two lines are two persons).
 */
export function isCandidate(slip: Parties, line: Line, person: Person): boolean {
  return (
    person.roles.includes(line.role) && person.personId !== slip.applicantId && !isWriter(slip, person.personId) &&
    slip.lines.every((other) => other.signerId !== person.personId)
  )
}

/**
 * The open line that a person's signature goes to. Holding the roles of several, he signs the one that fewest others
 * could sign, so that he does not take the place of somebody who can sign no other; then by the regulation's order.
 */
export function lineFor(slip: Parties, person: Person, everybody: readonly Person[]): Line | undefined {
  const others = (line: Line) =>
    everybody.filter((other) => other.personId !== person.personId && isCandidate(slip, line, other)).length
  return openLines(slip.lines)
    .filter((line) => isCandidate(slip, line, person))
    .sort((one, two) => others(one) - others(two))[0]
}
