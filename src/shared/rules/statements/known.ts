import type { StatementSet } from './check.ts'
import { type Column, FORMATS, type FormLine, type Sheet, SHEETS } from './form.ts'
import { amountAt, forms } from './forms.ts'
import { stepOf, type Unit } from './units.ts'

/*
 * What a blank line says. On a Chinese statement it is a zero where the lines that are there come to their total; where the
 * total is more or less than they are, what is blank has not been told, and nobody may count it as nothing: whoever leaves
 * out his stock would have none.
 */

/** What rounding to the paper's unit explains between a total and its parts, each of them off by up to half a step. */
export const toleranceOf = (unit: Unit, parts: number, step: number): number => (unit === 'yuan' ? 0 : Math.floor(((parts + 1) * step) / 2))

/** By format and sheet the total that counts a line, by its first way. */
const TOTALS = new Map(FORMATS.flatMap((format) => SHEETS.map((sheet) => {
  const { lines } = forms[format][sheet]
  return [`${format}:${sheet}`, new Map(lines.flatMap((total) => (total.sums[0] ?? []).map((part) => [Math.abs(part), total])))] as const
})))

export type Reading = {
  /** What a line says in fen, zero where a blank is one; null where it is not known. */
  readonly of: (line: number) => number | null
  /** Blank lines of totals that are given and not met by what is there, in the order of the form; no 其中. */
  readonly unknown: readonly number[]
}

/** Reads one column of a sheet, each line once. */
export function readSheet({ format, unit, figures }: StatementSet, sheet: Sheet, column: Column): Reading {
  const { lines } = forms[format][sheet]
  const totals = TOTALS.get(`${format}:${sheet}`)!
  const given = (line: number) => amountAt(figures, sheet, line, column)
  const step = stepOf(lines.map(({ number }) => given(number) ?? 0), unit)
  const lineAt = (number: number) => lines[number - 1]!

  /** What is given, or what the parts below come to; null where nothing is there. */
  const below = once((number) => {
    const parts = lineAt(number).sums[0]
    const amounts = given(number) === null && parts ? parts.map((part) => ({ sign: Math.sign(part), fen: below(Math.abs(part)) })) : []
    return amounts.every(({ fen }) => fen === null) ? given(number) : amounts.reduce((sum, { sign, fen }) => sum + sign * (fen ?? 0), 0)
  })
  const addsUp = (total: FormLine, fen: number) => {
    const [parts] = total.sums as [readonly number[]]
    return Math.abs(fen - parts.reduce((sum, part) => sum + Math.sign(part) * (below(Math.abs(part)) ?? 0), 0)) <= toleranceOf(unit, parts.length, step)
  }
  /** Whether a total that is given counts the line, through whatever blank ones between. */
  const isCounted = (number: number): boolean => {
    const total = totals.get(number)
    return total !== undefined && (given(total.number) !== null || isCounted(total.number))
  }
  const of = once((number) => {
    const fen = given(number)
    if (fen !== null) return fen
    const line = lineAt(number)
    const total = totals.get(number)
    if (!total) return line.isOptional ? below(number) ?? 0 : null
    const whole = given(total.number)
    const isMet = whole === null ? of(total.number) !== null : addsUp(total, whole)
    // Totals that companies leave blank vouch for none of the others.
    return isMet && (isCounted(number) || line.kind === 'item' || line.isOptional) ? below(number) ?? 0 : null
  })
  const unknown = lines.filter(({ number, kind }) => kind !== 'memo' && isCounted(number) && of(number) === null).map(({ number }) => number)
  return { of, unknown }
}

function once(read: (line: number) => number | null): (line: number) => number | null {
  const known = new Map<number, number | null>()
  return (line) => {
    if (!known.has(line)) known.set(line, read(line))
    return known.get(line)!
  }
}
