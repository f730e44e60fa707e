import { FACTS, splitFactName } from '../facts/catalogue.ts'
import type { Facts } from '../facts/fact.ts'
import { evaluate } from '../schemes/evaluate.ts'
import { factNames, parsed } from '../schemes/expression.ts'
import { lookupIn } from '../schemes/score.ts'

/*
 * Early warnings (S14 跟踪预警, S15 监控): rules over facts, in the language of formulas. A rule that cannot be answered is
 * told as such and never as "no warning".
 */

/** S11: operating, market and financial risk; conduct is what the party did to us and to others. */
export const ASPECTS = ['operating', 'market', 'financial', 'conduct'] as const
export type Aspect = (typeof ASPECTS)[number]
/** `act`: to be dealt with; `look`: to be looked at. */
export const SEVERITIES = ['act', 'look'] as const
export type Severity = (typeof SEVERITIES)[number]

/**
 * A rule of a set. `code`: the program's `W01`, the company's own `C01`. Words null: the program's (`text/risks`), which hold
 * only as long as `when` is the program's too.
 */
export type WarningRule = {
  readonly code: string; readonly aspect: Aspect; readonly severity: Severity; readonly when: string
  readonly isOn: boolean; readonly name: string | null; readonly advice: string | null
}

/** The program's rules; their words are in `text/risks`. */
export const WARNING_RULES = [
  { code: 'W01', aspect: 'operating', severity: 'act', when: 'growth(turnover12, turnover12[-1]) < -30%' },
  { code: 'W02', aspect: 'operating', severity: 'look', when: 'monthsActive12 <= 6' },
  { code: 'W03', aspect: 'operating', severity: 'look', when: 'operatingRate < 60%' },
  { code: 'W04', aspect: 'operating', severity: 'look', when: 'salesVolatility12 > 1' },
  { code: 'W05', aspect: 'operating', severity: 'act', when: 'licenceExpired = 1' },
  { code: 'W06', aspect: 'operating', severity: 'look', when: 'certificatesValid < 1' },
  { code: 'W07', aspect: 'operating', severity: 'look', when: 'controlChanged12 = 1' },
  { code: 'W11', aspect: 'market', severity: 'look', when: 'topCustomerShare12 > 50%' },
  { code: 'W12', aspect: 'market', severity: 'look', when: 'topSupplierShare12 > 70%' },
  { code: 'W13', aspect: 'market', severity: 'look', when: 'industryOutlook <= -2' },
  { code: 'W14', aspect: 'market', severity: 'look', when: 'scopeExceeded = 1' },
  { code: 'W21', aspect: 'financial', severity: 'act', when: 'equity <= 0' },
  { code: 'W22', aspect: 'financial', severity: 'act', when: 'netProfit < 0 and netProfit[-1] < 0' },
  { code: 'W23', aspect: 'financial', severity: 'look', when: 'ratio(totalLiabilities, totalAssets) > 75%' },
  { code: 'W24', aspect: 'financial', severity: 'look', when: 'operatingCash < 0 and netCash < 0' },
  { code: 'W25', aspect: 'financial', severity: 'look', when: 'growth(receivables, receivables[-1]) > growth(revenue, revenue[-1]) + 30%' },
  { code: 'W26', aspect: 'financial', severity: 'look', when: 'statementAgeMonths > 18' },
  { code: 'W27', aspect: 'financial', severity: 'look', when: 'relatedGuaranteesYuan > equity * 50%' },
  { code: 'W28', aspect: 'financial', severity: 'look', when: 'auditQualified = 1' },
  { code: 'W31', aspect: 'conduct', severity: 'act', when: 'dishonest = 1 or bankruptcy = 1 or deregistered = 1 or fraud = 1' },
  { code: 'W32', aspect: 'conduct', severity: 'act', when: 'openDefaults > 0' },
  { code: 'W33', aspect: 'conduct', severity: 'look', when: 'openLawsuits > 0' },
  { code: 'W34', aspect: 'conduct', severity: 'look', when: 'voidShare12 > 20% or redShare12 > 10%' },
  { code: 'W39', aspect: 'conduct', severity: 'act', when: 'beyondLimit > 0' },
  { code: 'W35', aspect: 'conduct', severity: 'look', when: 'complaints12 >= 3' },
  { code: 'W36', aspect: 'conduct', severity: 'act', when: 'longestOverdueDays > 30' },
  { code: 'W37', aspect: 'conduct', severity: 'act', when: 'overdueShare > 30%' },
  { code: 'W38', aspect: 'conduct', severity: 'look', when: 'promisesKept24 < 1' },
] as const satisfies readonly Pick<WarningRule, 'code' | 'aspect' | 'severity' | 'when'>[]
export type WarningCode = (typeof WARNING_RULES)[number]['code']

/** The set before any of the company's. */
export const PROGRAM_RULES: readonly WarningRule[] = WARNING_RULES.map((rule) => ({ ...rule, isOn: true, name: null, advice: null }))

/** The program's code whose formula this is: only then do the program's words tell the truth about a rule. */
export const programCode = ({ code, when }: Pick<WarningRule, 'code' | 'when'>): WarningCode | null => WARNING_RULES.find((rule) => rule.code === code && rule.when === when)?.code ?? null

/** Facts that each aspect shows beside its warnings. */
export const ASPECT_FACTS: Readonly<Record<Aspect, readonly string[]>> = {
  operating: ['turnover12', 'turnover12[-1]', 'monthsActive12', 'salesVolatility12', 'operatingRate', 'siteScore', 'yearsInBusiness', 'certificatesValid'],
  market: ['topCustomerShare12', 'topFiveCustomersShare12', 'customers12', 'topSupplierShare12', 'suppliers12', 'surveyedMarketShare', 'industryPosition', 'industryOutlook'],
  financial: ['totalAssets', 'totalLiabilities', 'equity', 'revenue', 'netProfit', 'operatingCash', 'receivables', 'relatedGuaranteesYuan', 'statementAgeMonths'],
  conduct: ['paymentIndex24', 'overdueShare', 'longestOverdueDays', 'promisesKept24', 'openDefaults', 'defaultSeverity36', 'openLawsuits', 'voidShare12', 'redShare12', 'complaints12', 'reputation', 'limitUse', 'beyondLimit'],
}

export type WarningState = { readonly code: string; readonly state: 'hit' | 'clear' | 'unknown'; readonly values: Readonly<Record<string, number | null>> }

/** Which invoices a rule's formula is read from; null: none. */
export function flowDirection(when: string): 'sale' | 'purchase' | null {
  const names = factNames(parsed(when)).map((name) => splitFactName(name).base).filter((base) => FACTS[base]?.source === 'invoices')
  if (names.length === 0) return null
  return names.every((base) => /supplier|purchases/i.test(base)) ? 'purchase' : 'sale'
}

/** The answer of every rule that is on over the facts, with the values it was answered from. */
export function warningsOf(facts: Facts, rules: readonly WarningRule[]): WarningState[] {
  const lookup = lookupIn(facts)
  return rules.filter(({ isOn }) => isOn).map(({ code, when }) => {
    const rule = parsed(when)
    const value = evaluate(rule, lookup)
    const state = typeof value !== 'number' ? 'unknown' : value !== 0 ? 'hit' : 'clear'
    return { code, state, values: Object.fromEntries(factNames(rule).map((name) => [name, facts[name]?.value ?? null])) }
  })
}
