/*
 * The code of a legal entity. GB 32100-2015 (unified social credit code): 18 characters without I, O, S, V, Z; one of the
 * registering authority, one of the kind of entity, six of the place, nine of the organisation code (GB 11714) and a
 * check character. Before October 2015: a 15-character registration number (GS 15-2006), still found on old papers.
 */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const BASE = ALPHABET.length
const ALLOWED = new RegExp(`^[${ALPHABET}]*$`)
/** 3^i mod 31 for the first 17 places. */
const WEIGHTS = Array.from({ length: 17 }, (_, index) => powerOfThree(index))
const VALUES: ReadonlyMap<string, number> = new Map(Array.from(ALPHABET).map((character, value) => [character, value]))

export const CREDIT_CODE_FAULTS = ['code-wrong-length', 'code-bad-character', 'code-wrong-check-character', 'code-lower-case'] as const
export type CreditCodeFault = (typeof CREDIT_CODE_FAULTS)[number]

export type CreditCodeCheck =
  | { state: 'valid'; code: string }
  | { state: 'legacy'; code: string; checkDigitMatches: boolean | null }
  | { state: 'none'; code: null }
  | { refused: CreditCodeFault }

/** Fifteen digits; or, for a farmers' cooperative, six digits, `NA`, six digits and a digit or `X`. */
const LEGACY = /^(?:\d{15}|\d{6}NA\d{6}[\dX])$/

/**
 * Checks a code as somebody typed or pasted it. Blanks around it and full-width characters are mended silently, for they
 * cannot be told apart on paper; nothing else is: a code that is right but for lower-case letters is refused with that
 * reason, because whoever keeps the list should mend the list.
 *
 * A legacy number is taken and marked as such, never refused: `checkDigitMatches` says whether its last digit agrees with
 * GS 15-2006 (ISO 7064 mod 11,10), null for cooperatives' numbers, whose last place follows no rule known here.
 */
export function checkCreditCode(text: string | null | undefined): CreditCodeCheck {
  const typed = (text ?? '').trim()
  const code = /[^\u0021-\u007e]/u.test(typed) ? typed.normalize('NFKC').trim() : typed
  if (code === '') return { state: 'none', code: null }
  if (LEGACY.test(code)) return { state: 'legacy', code, checkDigitMatches: /^\d+$/.test(code) ? hasLegacyCheckDigit(code) : null }
  if (code.length !== 18) return { refused: 'code-wrong-length' }
  const capitals = code.toUpperCase()
  if (!ALLOWED.test(capitals)) return { refused: 'code-bad-character' }
  if (checkCharacterOf(capitals.slice(0, 17)) !== capitals[17]) return { refused: 'code-wrong-check-character' }
  return capitals === code ? { state: 'valid', code } : { refused: 'code-lower-case' }
}

/** The 18th character for the first 17 (GB 32100-2015, 5.6). The characters must be of the code's alphabet. */
export function checkCharacterOf(first17: string): string {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += VALUES.get(first17[index]!)! * WEIGHTS[index]!
  return ALPHABET[(BASE - (sum % BASE)) % BASE]!
}

/**
 * A valid code for a company that does not exist, the same for the same seed, different for different seeds below 961³.
 * `area` is the six-digit place of registration. The organisation code begins with XN (虚拟), which no authority gives.
 */
export function creditCodeFor(seed: number, area = '110105'): string {
  let rest = Math.abs(Math.trunc(seed)) % BASE ** 6
  let serial = ''
  for (let place = 0; place < 6; place++) {
    serial = ALPHABET[rest % BASE]! + serial
    rest = Math.floor(rest / BASE)
  }
  const organisation = `XN${serial}`
  const first17 = `91${area}${organisation}${organisationCheckCharacter(organisation)}`
  return first17 + checkCharacterOf(first17)
}

/** GB 11714-1997: letters count as 10 to 35, weights 3 7 9 10 5 8 4 2, mod 11, X for ten. */
function organisationCheckCharacter(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number.parseInt(first8[index]!, 36), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

function hasLegacyCheckDigit(number: string): boolean {
  let carry = 10
  for (const digit of number.slice(0, 14)) {
    const sum = (carry + Number(digit)) % 10 || 10
    carry = (sum * 2) % 11
  }
  return (carry + Number(number[14])) % 10 === 1
}

function powerOfThree(exponent: number): number {
  let power = 1
  for (let step = 0; step < exponent; step++) power = (power * 3) % 31
  return power
}
