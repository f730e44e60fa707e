import { FACTS, splitFactName } from '../facts/catalogue.ts'
import type { Facts } from '../facts/fact.ts'
import { factNames, parse } from '../schemes/expression.ts'
import type { Scheme } from '../schemes/schema.ts'

/*
 * A score that has seen the answer predicts it well and is worth nothing: an indicator or gate that holds the grade before,
 * the outcome, or anything dated after the day it rates.
 */

export type Leak = { readonly code: string; readonly fact: string; readonly kind: 'grade' | 'outcome' | 'future' }

/** Facts that an indicator of some weight, or a gate, names. */
export function countedFacts(scheme: Scheme): { code: string; facts: string[] }[] {
  const indicators = scheme.groups.flatMap((group) => group.indicators).flatMap((one) =>
    one.kind === 'formula' && one.weight > 0 ? [{ code: one.code, facts: [one.formula, one.demoteWhen].flatMap((formula) => (formula === null ? [] : factNames(parse(formula)))) }] : [])
  return [...indicators, ...scheme.gates.map(({ code, when }) => ({ code, facts: factNames(parse(when)) }))]
}

/** What a scheme lets in by its formulas alone. */
export function leaksOfScheme(scheme: Scheme): Leak[] {
  return countedFacts(scheme).flatMap(({ code, facts }) => facts.flatMap((fact): Leak[] => {
    const kind = FACTS[splitFactName(fact).base]?.leak
    return kind ? [{ code, fact, kind }] : []
  }))
}

/** What a frozen rating has looked at beyond its day. */
export function leaksOfRating(scheme: Scheme, facts: Facts, asOf: string): Leak[] {
  return countedFacts(scheme).flatMap(({ code, facts: names }) => names.flatMap((fact): Leak[] => {
    const latestOn = Object.hasOwn(facts, fact) ? facts[fact]!.latestOn : null
    return latestOn !== null && latestOn > asOf ? [{ code, fact, kind: 'future' }] : []
  }))
}
