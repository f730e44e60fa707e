import { FACTS, type FactUnit, splitFactName } from '../../../shared/rules/facts/catalogue.ts'
import type { Text } from '../../../shared/text/index.ts'

/** A number as people read it: thousands marked, so many decimals at most. */
const number = (value: number, decimals: number): string => value.toLocaleString('en-US', { maximumFractionDigits: decimals })

/** The value of a fact with its unit: amounts from ten thousand yuan on without fen, shares in per cent, flags as yes or no. */
export function factText(text: Text['facts'], unit: FactUnit, value: number): string {
  if (unit === 'flag') return value !== 0 ? text.flag.yes : text.flag.no
  if (unit === 'share') return `${number(value * 100, 1)}%`
  if (unit === 'yuan') return Math.abs(value) >= 10_000 || Number.isInteger(value) ? number(value, 0) : value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const word = text.unit[unit]
  return word === '' ? number(value, 2) : `${number(value, 2)} ${word}`
}

/** The value of a fact by its name: marks with the scale they are on, which says whether 1 is little. */
export function factTextOf(text: Text['facts'], name: string, value: number): string {
  const scale = FACTS[splitFactName(name).base]?.scale ?? null
  return scale === null ? factText(text, unitOf(name), value) : text.marksOf(number(value, 2), ...scale)
}

/** The name of a fact, also of years back (`revenue[-1]`). */
export function factName(text: Text['facts'], name: string): string {
  const { base, back } = splitFactName(name)
  const word = text.name[base] ?? base
  return back === 0 ? word : text.yearsBack(word, -back)
}

export const unitOf = (name: string): FactUnit => FACTS[splitFactName(name).base]?.unit ?? 'count'

type Told = { readonly value: number | null; readonly sources: readonly { readonly kind: string; readonly from: string | null; readonly until: string | null }[] }

/** The day on which a party's invoices end, of a fact that is not known for that. */
export function flowEndedOn({ value, sources: [about] }: Told): string | null {
  return value === null && about?.kind === 'invoices' && about.from === null ? about.until : null
}
