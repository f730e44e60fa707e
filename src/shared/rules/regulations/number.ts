export type NumberParts = { department: string; year: number; sequence: number }

/**
 * A number by a regulation's pattern: `{department}`, `{year}` and `{sequence:4}` (at least that many digits, filled up
 * with zeros; a longer sequence keeps all its digits) are replaced, everything else stands as it is.
 * `XY-{department}-{year}-{sequence:4}` → `XY-XS1-2024-0137` (S02 4.2, S22 2: by department).
 */
export function formatNumber(pattern: string, parts: NumberParts): string {
  return pattern.replace(/\{(department|year|sequence)(?::(\d))?\}/g, (_place, name: keyof NumberParts, digits?: string) =>
    String(parts[name]).padStart(Number(digits ?? 0), '0'))
}
