import { FACTS, splitFactName } from '../../../shared/rules/facts/catalogue.ts'
import { describe } from '../../../shared/rules/schemes/describe.ts'
import { parse } from '../../../shared/rules/schemes/expression.ts'
import type { Text } from '../../../shared/text/index.ts'
import { factName, unitOf } from './facts.ts'

export const numberText = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 4 })

/** A formula in words; null where it cannot be read. A gate's own names (`score`, `A1_share`) have theirs. */
export function readFormula(text: Text, formula: string): string | null {
  try {
    return describe(parse(formula), { isFlag: (name) => unitOf(name) === 'flag', fact: (name) => nameOf(text, name), number: (value, isPercent) => (isPercent ? `${numberText(value * 100)}%` : numberText(value)), words: text.schemes.formula })
  } catch {
    return null
  }
}

export function nameOf(text: Text, name: string): string {
  const { gate } = text.schemes
  if (FACTS[splitFactName(name).base]) return factName(text.facts, name)
  if (name === 'coefficient' || name === 'termMonths') return text.schemes.credit.named[name]
  if (name === 'score') return gate.scoreName
  if (name === 'coverage') return gate.coverageName
  return name.endsWith('_share') ? gate.shareName(name.slice(0, -'_share'.length)) : name
}
