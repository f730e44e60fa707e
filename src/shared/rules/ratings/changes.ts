import type { Absence, Fact, Facts } from '../facts/fact.ts'

export type FactChange = { readonly name: string; readonly before: Fact | null; readonly after: Fact | null }

/** A fact that is not there counts as `notKept`. */
const told = (fact: Fact | null): number | Absence | null => (fact === null ? 'notKept' : fact.value ?? fact.absent)

/** The facts whose value, or whose reason for having none, is another than it was; by name. Where it was read from alone is no change. */
export function changedFacts(before: Facts, after: Facts): FactChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((name) => {
    const [one, other] = [before[name] ?? null, after[name] ?? null]
    return told(one) === told(other) ? [] : [{ name, before: one, after: other }]
  })
}
