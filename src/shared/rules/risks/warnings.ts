import { FACTS, splitFactName } from '../facts/catalogue.ts'
import type { Facts } from '../facts/fact.ts'
import { evaluate } from '../schemes/evaluate.ts'
import { factNames, parse } from '../schemes/expression.ts'
import { lookupIn } from '../schemes/score.ts'

/*
 * Early warnings (S14 跟踪预警, S15 监控): rules over facts, in the language of formulas. A rule that cannot be answered is
 * told as such and never as "no warning".
 */

/** S11: operating, market and financial risk; conduct is what the party did to us and to others. */
export const ASPECTS = ['operating', 'market', 'financial', 'conduct'] as const
export type Aspect = (typeof ASPECTS)[number]
/** `act`: to be dealt with; `look`: to be looked at. */
export type Severity = 'act' | 'look'

export type WarningRule = { readonly code: string; readonly aspect: Aspect; readonly severity: Severity; readonly when: string }

/** The defaults; their words are in `text/risks`. */
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
] as const satisfies readonly WarningRule[]
export type WarningCode = (typeof WARNING_RULES)[number]['code']
export const WARNING_CODES = WARNING_RULES.map(({ code }) => code) as [WarningCode, ...WarningCode[]]

/** Facts that each aspect shows beside its warnings. */
export const ASPECT_FACTS: Readonly<Record<Aspect, readonly string[]>> = {
  operating: ['turnover12', 'turnover12[-1]', 'monthsActive12', 'salesVolatility12', 'operatingRate', 'siteScore', 'yearsInBusiness', 'certificatesValid'],
  market: ['topCustomerShare12', 'topFiveCustomersShare12', 'customers12', 'topSupplierShare12', 'suppliers12', 'surveyedMarketShare', 'industryPosition', 'industryOutlook'],
  financial: ['totalAssets', 'totalLiabilities', 'equity', 'revenue', 'netProfit', 'operatingCash', 'receivables', 'relatedGuaranteesYuan', 'statementAgeMonths'],
  conduct: ['paymentIndex24', 'overdueShare', 'longestOverdueDays', 'promisesKept24', 'openDefaults', 'defaultSeverity36', 'openLawsuits', 'voidShare12', 'redShare12', 'complaints12', 'reputation', 'limitUse', 'beyondLimit'],
}

export type WarningState = { readonly code: WarningCode; readonly state: 'hit' | 'clear' | 'unknown'; readonly values: Readonly<Record<string, number | null>> }

/** Read once: a scan asks them of every party. */
const PARSED = WARNING_RULES.map(({ code, when }) => ({ code, rule: parse(when), names: factNames(parse(when)) }))

/** Which invoices a rule is read from; null: none. */
export function flowDirection(code: string): 'sale' | 'purchase' | null {
  const names = PARSED.find((one) => one.code === code)?.names.map((name) => splitFactName(name).base).filter((base) => FACTS[base]?.source === 'invoices') ?? []
  if (names.length === 0) return null
  return names.every((base) => /supplier|purchases/i.test(base)) ? 'purchase' : 'sale'
}

/** Every rule's answer over the facts, with the values it was answered from. */
export function warningsOf(facts: Facts): WarningState[] {
  const lookup = lookupIn(facts)
  return PARSED.map(({ code, rule, names }) => {
    const value = evaluate(rule, lookup)
    const state = typeof value !== 'number' ? 'unknown' : value !== 0 ? 'hit' : 'clear'
    return { code, state, values: Object.fromEntries(names.map((name) => [name, facts[name]?.value ?? null])) }
  })
}
