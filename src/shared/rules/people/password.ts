/** Least length of a password. Length is what counts; no rule asks for signs that people then write on a note. */
export const PASSWORD_LENGTH = 8

export type PasswordFault = 'too-short' | 'is-login' | 'too-simple' | 'unchanged'

/** Who keeps a temporary password keeps one that somebody else knows, and can be signed for. */
export function isUnchanged(oldPassword: string, newPassword: string): boolean {
  return oldPassword.normalize('NFC') === newPassword.normalize('NFC')
}

/**
 * What is wrong with a new password, or null. Too simple: fewer than four different characters, or a run such as
 * 12345678 or abcdefgh.
 */
export function passwordFault(password: string, login: string): PasswordFault | null {
  const characters = [...password.normalize('NFC')]
  if (characters.length < PASSWORD_LENGTH) return 'too-short'
  if (password.toLowerCase().includes(login.toLowerCase()) && characters.length < login.length + 4) return 'is-login'
  if (new Set(characters).size < 4 || isRun(characters)) return 'too-simple'
  return null
}

function isRun(characters: readonly string[]): boolean {
  const steps = characters.slice(1).map((character, index) => character.codePointAt(0)! - characters[index]!.codePointAt(0)!)
  return steps.every((step) => step === steps[0])
}

/** Seconds to wait after so many failed attempts in a row: none for three, then doubling up to five minutes. */
export function waitAfterFailures(failures: number): number {
  return failures < 3 ? 0 : Math.min(300, 2 ** (failures - 2))
}

/**
 * Roles that one person may not hold together: whoever keeps the system or audits it works with no dossier otherwise,
 * and the auditor changes nothing (domain.md, separation of duties). Returns the first clash, or null.
 * The first person of an archive made at the terminal is system and credit administrator in one; that stays allowed,
 * since a small company has one person for both and every act of either role is in the log.
 */
export function rolesConflict(roles: readonly string[]): readonly [string, string] | null {
  if (roles.includes('auditor')) {
    const other = roles.find((role) => role !== 'auditor')
    if (other) return ['auditor', other]
  }
  return null
}
