import * as z from 'zod'
import { line } from '../../contract/method.ts'
import { FACTS, splitFactName } from '../facts/catalogue.ts'
import { canonicalJson } from '../ratings/canonical.ts'
import { formulaFaults } from '../schemes/checks.ts'
import { type Expression, factNames, parse } from '../schemes/expression.ts'
import { fault, type Place, type SchemeFault, warning } from '../schemes/faults.ts'
import { ASPECTS, programCode, PROGRAM_RULES, SEVERITIES, type WarningRule } from './warnings.ts'

/*
 * A set of early-warning rules that the company decides as a whole. It is frozen: what a newer program adds to its own rules
 * or changes in them stays outside a company's set until the company takes it in, and is offered there as switched off.
 */

export const RuleCode = z.string().regex(/^[WC]\d{2}$/)
export const RuleSetRule = z.strictObject({
  code: RuleCode, aspect: z.enum(ASPECTS), severity: z.enum(SEVERITIES),
  /** True where there is something to warn of; blanks do not tell two formulas apart. */
  when: z.string().overwrite((text) => text.replaceAll(/\s+/g, ' ')).trim().max(400),
  isOn: z.boolean(), name: line(40).nullable(), advice: line(200).nullable(),
})
export const RuleSet = z.array(RuleSetRule).min(1).max(150)

/** What an editor begins with: the set in force, and what the program asks beyond it, switched off. */
export const rulesToEdit = (inForce: readonly WarningRule[]): WarningRule[] =>
  [...inForce, ...PROGRAM_RULES.filter(({ code }) => !inForce.some((rule) => rule.code === code)).map((rule) => ({ ...rule, isOn: false }))]

/** The first of the company's own codes that is free; null where all 99 are taken. */
export function nextCode(rules: readonly WarningRule[]): string | null {
  const codes = Array.from({ length: 99 }, (_, at) => `C${String(at + 1).padStart(2, '0')}`)
  return codes.find((code) => !rules.some((rule) => rule.code === code)) ?? null
}

/** Whether a rule's words have to be the company's: its own rules, and those of the program whose formula is another now. */
export const needsOwnWords = (rule: Pick<WarningRule, 'code' | 'when'>): boolean => programCode(rule) === null

/** All that does not hold in a set, each with its place (`[3, 'when']`); a `fault` keeps it from being saved, a `warning` does not. */
export function ruleSetFaults(rules: readonly WarningRule[]): SchemeFault[] {
  return [...rules.flatMap((_, at) => ruleFaults(rules, at)), ...(rules.some(({ isOn }) => isOn) ? [] : [fault([], 'rules-all-off')])]
}

/** What does not hold in one rule of a set. */
export function ruleFaults(rules: readonly WarningRule[], at: number): SchemeFault[] {
  const rule = rules[at]!
  return [
    ...(rules.findIndex(({ code }) => code === rule.code) < at ? [fault([at, 'code'], 'duplicate-code', { code: rule.code })] : []),
    ...(rule.code.startsWith('W') && !PROGRAM_RULES.some(({ code }) => code === rule.code) ? [fault([at, 'code'], 'rule-code', { code: rule.code })] : []),
    ...whenFaults(rule.when, [at, 'when']),
    ...(needsOwnWords(rule) && rule.name === null ? [fault([at, 'name'], 'rule-name')] : []),
    ...(needsOwnWords(rule) && rule.advice === null ? [fault([at, 'advice'], 'rule-advice')] : []),
  ]
}

/** A grade before is no leak here: a warning is not counted in a rating. What happens after the day is. */
function whenFaults(when: string, place: Place): SchemeFault[] {
  const wrong = formulaFaults(when, place, true).filter(({ code }) => code !== 'leak-grade')
  if (wrong.some(({ level }) => level === 'fault')) return wrong
  const rule = parse(when)
  if (factNames(rule).length === 0) return [fault(place, 'rule-factless')]
  if (!isQuestion(rule)) return [fault(place, 'rule-no-question')]
  return [...wrong, ...scaleFaults(rule, place)]
}

const COMPARISONS: readonly string[] = ['<', '<=', '>', '>=', '=', '<>']

/** Whether it says yes or no: anything else above zero would warn of everybody. */
function isQuestion(rule: Expression): boolean {
  switch (rule.kind) {
    case 'number': return false
    case 'fact': return FACTS[splitFactName(rule.name).base]?.unit === 'flag'
    case 'unary': return rule.op === 'not' && isQuestion(rule.of)
    case 'binary': return COMPARISONS.includes(rule.op) || ((rule.op === 'and' || rule.op === 'or') && isQuestion(rule.left) && isQuestion(rule.right))
    case 'call': return rule.name === 'known' || (rule.name === 'if' && rule.args.slice(1).every((one) => isQuestion(one) || (one.kind === 'number' && (one.value === 0 || one.value === 1))))
  }
}

/** Facts beside a number that they never reach: `overdueShare > 30` asks for 3000 %. */
function scaleFaults(rule: Expression, place: Place): SchemeFault[] {
  if (rule.kind === 'unary') return scaleFaults(rule.of, place)
  if (rule.kind === 'call') return rule.args.flatMap((one) => scaleFaults(one, place))
  if (rule.kind !== 'binary') return []
  const [fact, number] = rule.left.kind === 'fact' ? [rule.left, rule.right] : [rule.right, rule.left]
  if (!COMPARISONS.includes(rule.op) || fact.kind !== 'fact' || number.kind !== 'number') return [...scaleFaults(rule.left, place), ...scaleFaults(rule.right, place)]
  const kind = FACTS[splitFactName(fact.name).base]
  if (kind?.unit === 'share') return number.value >= 2 ? [warning(place, 'rule-share', { name: fact.name, value: number.value, percent: number.value * 100 })] : []
  const range = kind?.unit === 'flag' ? [0, 1] as const : kind?.scale ?? null
  if (range === null || (number.value >= range[0] && number.value <= range[1])) return []
  return [warning(place, 'rule-range', { name: fact.name, least: range[0], most: range[1], value: number.value })]
}

export const RULE_FIELDS = ['isOn', 'severity', 'aspect', 'when', 'name', 'advice'] as const
export type RuleField = (typeof RULE_FIELDS)[number]
/** A rule that is another in two sets; null: not there. */
export type RuleChange = { readonly code: string; readonly before: WarningRule | null; readonly after: WarningRule | null; readonly fields: readonly RuleField[] }

/** Every rule in which two sets differ, in the order of the newer one; one that was not there and is off is no difference. */
export function compareRules(before: readonly WarningRule[], after: readonly WarningRule[]): RuleChange[] {
  const codes = [...new Set([...after, ...before].map(({ code }) => code))]
  return codes.flatMap((code): RuleChange[] => {
    const [one, other] = [before, after].map((rules) => rules.find((rule) => rule.code === code) ?? null) as [WarningRule | null, WarningRule | null]
    if (one === null || other === null) return (other ?? one)!.isOn || code.startsWith('C') ? [{ code, before: one, after: other, fields: [] }] : []
    const fields = RULE_FIELDS.filter((field) => canonicalJson(one[field]) !== canonicalJson(other[field]))
    return fields.length > 0 ? [{ code, before: one, after: other, fields }] : []
  })
}
