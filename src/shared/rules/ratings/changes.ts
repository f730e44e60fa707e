import type { Fact, Facts } from '../facts/fact.ts'
import { canonicalJson } from './canonical.ts'

export type FactChange = { readonly name: string; readonly before: Fact | null; readonly after: Fact | null }

/** The facts whose value, or whose reason for having none, is another than it was; by name. Where it was read from alone is no change. */
export function changedFacts(before: Facts, after: Facts): FactChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((name) => {
    const [one, other] = [before[name] ?? null, after[name] ?? null]
    const isSame = canonicalJson([one?.value ?? null, one?.absent ?? null]) === canonicalJson([other?.value ?? null, other?.absent ?? null])
    return isSame ? [] : [{ name, before: one, after: other }]
  })
}
