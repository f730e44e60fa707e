/** A scanner's keys follow each other faster than a person's; it ends with Enter. */
const GAP_MILLISECONDS = 50
const LEAST_LENGTH = 6

/**
 * Tells a scanner's burst of keys from typing. `press` takes each key with its time in milliseconds and answers the whole
 * code at the Enter that ends a burst, else null.
 */
export function createScanReader(): { press: (key: string, at: number) => string | null } {
  let code = ''
  let lastAt = Number.NEGATIVE_INFINITY
  return {
    press: (key, at) => {
      if (at - lastAt > GAP_MILLISECONDS) code = ''
      lastAt = at
      if (key === 'Enter') {
        const whole = code
        code = ''
        return [...whole].length >= LEAST_LENGTH ? whole : null
      }
      // Shift and its like come between the characters of a code and are none.
      if ([...key].length === 1) code += key
      return null
    },
  }
}
