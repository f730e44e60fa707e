export const SECURITY_LEVELS = ['public', 'internal', 'secret', 'confidential'] as const
export type SecurityLevel = (typeof SECURITY_LEVELS)[number]

export const isAtLeast = (level: SecurityLevel, other: SecurityLevel): boolean => SECURITY_LEVELS.indexOf(level) >= SECURITY_LEVELS.indexOf(other)

/** What everybody of the house may read without a clearance of his own. */
export const UNCLEARED: SecurityLevel = 'internal'

/** The highest of the clearances that hold on a day; without one, what everybody may read. */
export function clearedTo(clearances: readonly { level: SecurityLevel; fromOn: string; untilOn: string | null; revokedAt: string | null }[], day: string): SecurityLevel {
  return clearances
    .filter(({ fromOn, untilOn, revokedAt }) => revokedAt === null && fromOn <= day && (untilOn === null || untilOn >= day))
    .reduce<SecurityLevel>((highest, { level }) => (isAtLeast(level, highest) ? level : highest), UNCLEARED)
}
